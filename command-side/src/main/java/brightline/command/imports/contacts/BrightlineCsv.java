package brightline.command.imports.contacts;

import brightline.command.imports.file.*;
import brightline.command.imports.file.FormatGuide.Holds;
import brightline.command.register.OfficerEntry;
import brightline.command.register.RegisterEdition;
import brightline.edge.keys.PersonalPart.Identity;
import brightline.edge.keys.PersonalPart.Statistics;
import brightline.events.Code;
import brightline.events.InvolvementRole;
import brightline.events.OfficerId;
import brightline.events.SchoolCode;
import brightline.events.Stated;
import brightline.events.WordsForNothing;
import brightline.events.incident.OutsideReference;
import brightline.events.interaction.Act;
import brightline.events.interaction.ContactFacts;
import brightline.events.interaction.DeEscalation;
import brightline.events.interaction.Decision;
import brightline.events.interaction.Decision.AlternativeConsidered;
import brightline.events.interaction.PoliceAction;
import brightline.events.interaction.Questioning;
import brightline.events.interaction.Questioning.NoticeAttempt;
import brightline.events.interaction.Treatment;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Our own format: one line per student in an incident. Its columns are {@code brightline_csv_columns.csv}. */
@Component
@Order(1)
final class BrightlineCsv implements LineFormat<ImportedContact> {
    static final String NAME = "brightline-csv";

    private static final Set<String> CONDUCT_LISTS = Set.of("cps-scc", "nibrs");
    private static final int LONGEST_NAME = 100;
    private static final int OLDEST = 120;
    private static final String ONLY_WITH_THREAT = "is given only where there was an immediate threat";
    private static final int LONGEST_NARRATIVE = 100_000;

    /** What an action has beside its kind. */
    private static final String[] ACTION = {
        "action_officer",
        "action_capacity",
        "action_imminent_threat",
        "action_imminence_reason",
        "action_started_at",
        "action_ended_at",
        "action_legal_basis",
        "action_referred_to"
    };

    /** In the examples of the columns; a sample is of last week. */
    private static final String SAMPLE_DAY = "2025-10-02";

    private static final FormatGuide GUIDE = FormatGuide.ofLines(
            NAME,
            "Brightline contacts (CSV)",
            "Contacts of police with students, one line per student in an incident.",
            Holds.CONTACTS,
            FormatColumn.shipped("brightline_csv_columns.csv"),
            "Several values in one cell are separated by |. Blank means not recorded.",
            "Codes are those valid on the day it happened.",
            "A cell about the student's person (birth_date, race, sex, grade_band, age, disability, english_learner) that cannot be read is not"
                    + " stated; that is noted, and costs the line nothing else.",
            "Keys are compared without case, and without differences that nobody sees on paper.",
            LineRecorder.KNOWN_KEYS.formatted("source, record_id and person_number"));

    private final LineRecorder recorder;

    BrightlineCsv(LineRecorder recorder) {
        this.recorder = recorder;
    }

    @Override
    public FormatGuide guide() {
        return GUIDE;
    }

    @Override
    public void take(ImportStatus status, List<ImportedContact> contacts, RegisterEdition known, Answers answers)
            throws Exception {
        recorder.take(status, contacts, known, answers);
    }

    @Override
    public FileSchools.Columns namesSchools() {
        return new FileSchools.Columns("school", "school_name");
    }

    @Override
    public Map<String, String> sampleOf(RegisterEdition register, LocalDate today) {
        String day = today.minusWeeks(1).toString();
        return GUIDE.columns().stream()
                .collect(Collectors.toMap(
                        FormatColumn::name, column -> column.example().replace(SAMPLE_DAY, day)));
    }

    @Override
    public ImportedContact read(Cells cells) throws LineRejected {
        List<String> incident = List.of(cells.required("source"), cells.key("record_id"));
        List<String> person = List.of(incident.get(0), incident.get(1), cells.key("person_number"));
        cells.required("occurred_at");
        Instant at = Objects.requireNonNull(cells.pastMoment("occurred_at"));
        RegisterEdition register = cells.register();
        LocalDate day = at.atZone(register.agency().zone()).toLocalDate();
        OfficerEntry officer = cells.officer("officer", day);
        OfficerId officerId = officer == null ? null : officer.officerId();
        Code stated = cells.code("capacity", "capacity", day);
        Code capacity = stated == null && officer != null ? officer.capacity() : stated;
        // One line gives one error, the first: read in this order.
        SchoolCode school = school(cells);
        Code place = cells.code("place", "place", day);
        Stated inSession = cells.stated("in_session");
        List<OutsideReference> references = references(cells);
        InvolvementRole role = role(cells);
        Code initiator = cells.code("initiator", "initiator", day);
        Code requestedBy = cells.code("requested_by", "requester", day);
        SchoolCode home = homeSchool(cells);
        Identity identity = identity(cells, day);
        Statistics statistics = statistics(cells, identity, day);
        List<Code> conduct = conduct(cells, day);
        List<PoliceAction> actions = actions(cells, day, officerId, capacity);
        Treatment treatment = new Treatment(deEscalation(cells), questioning(cells, day), List.of(), null);
        var facts = new ContactFacts(
                role,
                at,
                initiator,
                requestedBy,
                home,
                officerId,
                capacity,
                conduct,
                actions,
                actions.isEmpty() ? treatment.under(threat(cells), threatReason(cells, day)) : treatment,
                decision(cells, day),
                List.of(),
                List.of());
        for (Act act : facts.longBefore()) {
            throw new LineRejected(columnOf(act), "lies more than 12 hours before the contact; look at its day");
        }
        return new ImportedContact(
                cells.line(),
                new SourceKey(NAME, "incident", incident),
                new SourceKey(NAME, "person", person),
                String.join("|", person),
                school,
                cells.orNull("school_name"),
                ImportedContact.named(cells, school, home),
                place,
                inSession,
                references,
                facts,
                usualCapacities(cells),
                identity,
                statistics,
                cells.orNull("narrative", LONGEST_NARRATIVE),
                List.of(),
                Map.of(),
                Map.of());
    }

    private static String columnOf(Act act) {
        String of = act.place().startsWith("/actions") ? "action" : "questioning";
        return act.place().endsWith("/at")
                ? "notice_at"
                : of + (act.place().endsWith("/startedAt") ? "_started_at" : "_ended_at");
    }

    private static SchoolCode school(Cells cells) throws LineRejected {
        SchoolCode school = cells.requiredSchool("school");
        if (!cells.isKnown(school)) {
            throw new LineRejected(
                    "school", "no school has this code, and no school_name of the file gives a name for it");
        }
        return school;
    }

    private static @Nullable SchoolCode homeSchool(Cells cells) throws LineRejected {
        SchoolCode home = cells.school("home_school");
        if (home == null || home.equals(SchoolCode.OUT_OF_DISTRICT)) {
            return home;
        }
        if (!cells.isKnown(home) && !home.equals(cells.school("school"))) {
            throw new LineRejected("home_school", "no school has this code");
        }
        return home;
    }

    private static List<OutsideReference> references(Cells cells) throws LineRejected {
        List<OutsideReference> references = new ArrayList<>();
        for (Map.Entry<String, String> kind :
                List.of(Map.entry("rd", "RD"), Map.entry("cad", "CAD"), Map.entry("body_camera", "BODY_CAMERA"))) {
            String column = kind.getKey();
            if (!cells.text(column).isEmpty() && WordsForNothing.isNoNumber(cells.text(column))) {
                cells.noteNothing(column);
                continue;
            }
            String value = cells.outsideNumber(column, OutsideReference.LONGEST);
            if (value != null) {
                references.add(new OutsideReference(new Code("reference-kind", kind.getValue()), value));
            }
        }
        return references;
    }

    private static InvolvementRole role(Cells cells) throws LineRejected {
        String role = cells.required("role");
        for (InvolvementRole known : InvolvementRole.values()) {
            if (known.name().equals(role)) {
                return known;
            }
        }
        throw new LineRejected("role", "must be SUBJECT, VICTIM, WITNESS, REPORTER or BYSTANDER");
    }

    private static @Nullable Identity identity(Cells cells, LocalDate day) throws LineRejected {
        String number = cells.outsideNumber("student_number", LONGEST_NAME);
        String first = cells.name("first_name", LONGEST_NAME);
        String last = cells.name("last_name", LONGEST_NAME);
        LocalDate birth = cells.ifReadable("birth_date", column -> birthDate(cells, column, day));
        boolean named = !WordsForNothing.isNoName(first, last);
        if (!named) {
            Stream.of("first_name", "last_name")
                    .filter(column -> !cells.text(column).isEmpty())
                    .forEach(cells::noteNothing);
        }
        Identity identity = new Identity(number, named ? first : null, named ? last : null, birth);
        return identity.equals(new Identity(null, null, null, null)) ? null : identity;
    }

    private static @Nullable LocalDate birthDate(Cells cells, String column, LocalDate day) throws LineRejected {
        LocalDate birth = cells.day(column);
        if (birth != null && birth.isAfter(day)) {
            throw new LineRejected(column, "is after the day it happened");
        }
        return birth;
    }

    /** @param identity whose birth date, where there is one, takes the place of a stated age, as in what is entered */
    private static @Nullable Statistics statistics(Cells cells, @Nullable Identity identity, LocalDate day) {
        Integer stated = cells.ifReadable("age", column -> cells.number(column, OLDEST));
        Integer age = identity == null ? null : identity.ageOn(day);
        Statistics statistics = new Statistics(
                cells.ifReadable("race", column -> cells.code(column, "race", day)),
                cells.ifReadable("sex", column -> cells.code(column, "sex", day)),
                cells.ifReadable("grade_band", column -> cells.code(column, "grade-band", day)),
                age == null ? stated : age,
                cells.ifReadable("disability", column -> cells.code(column, "disability", day)),
                Stated.orMissing(cells.ifReadable("english_learner", cells::stated)),
                null);
        boolean nothing = statistics.equals(Statistics.NONE);
        return nothing && cells.text("student_number").isEmpty() ? null : statistics;
    }

    private static List<Code> conduct(Cells cells, LocalDate day) throws LineRejected {
        List<Code> conduct = new ArrayList<>();
        for (Cells one : cells.each("conduct")) {
            conduct.add(one.listed("conduct", CONDUCT_LISTS, day));
        }
        return conduct;
    }

    private static List<PoliceAction> actions(
            Cells cells, LocalDate day, @Nullable OfficerId officer, @Nullable Code capacity) throws LineRejected {
        Stated threat = threat(cells);
        Code reason = threatReason(cells, day);
        boolean threatened = threat == Stated.YES;
        List<PoliceAction> actions = new ArrayList<>();
        for (Cells action : cells.each("actions", ACTION)) {
            OfficerEntry own = action.officer("action_officer", day);
            Code ownCapacity = action.code("action_capacity", "capacity", day);
            Stated ownThreat = action.stated("action_imminent_threat");
            Stated imminence = ownThreat == Stated.MISSING ? threat : ownThreat;
            Code ownReason = action.code("action_imminence_reason", "imminence-reason", day);
            if (ownReason != null && imminence != Stated.YES) {
                throw new LineRejected("action_imminence_reason", ONLY_WITH_THREAT);
            }
            threatened |= imminence == Stated.YES;
            Instant started = action.pastMoment("action_started_at");
            actions.add(new PoliceAction(
                    actions.size() + 1,
                    action.requiredCode("actions", "police-action", day),
                    own == null ? officer : own.officerId(),
                    ownCapacity != null ? ownCapacity : own == null ? capacity : own.capacity(),
                    imminence,
                    imminence != Stated.YES ? null : ownReason == null ? reason : ownReason,
                    started,
                    action.endOf("action_ended_at", started, "action_started_at"),
                    action.code("action_legal_basis", "legal-basis", day),
                    action.code("action_referred_to", "requester", day)));
        }
        if (reason != null && !threatened) {
            throw new LineRejected("imminence_reason", ONLY_WITH_THREAT);
        }
        return actions;
    }

    private static Stated threat(Cells cells) throws LineRejected {
        return cells.stated("imminent_threat");
    }

    private static @Nullable Code threatReason(Cells cells, LocalDate day) throws LineRejected {
        return cells.code("imminence_reason", "imminence-reason", day);
    }

    private static Set<Integer> usualCapacities(Cells cells) throws LineRejected {
        boolean unsaid = cells.text("capacity").isEmpty();
        Set<Integer> usual = new HashSet<>(unsaid ? Set.of(0) : Set.of());
        int number = 0;
        for (Cells action : cells.each("actions", ACTION)) {
            number++;
            boolean others = !action.text("action_officer").isEmpty();
            if (action.text("action_capacity").isEmpty() && (others || unsaid)) {
                usual.add(number);
            }
        }
        return usual;
    }

    private static @Nullable DeEscalation deEscalation(Cells cells) throws LineRejected {
        DeEscalation recorded = new DeEscalation(
                cells.stated("agitated"),
                cells.stated("deescalation_possible"),
                cells.stated("deescalation_attempted"));
        return recorded.equals(DeEscalation.NONE) ? null : recorded;
    }

    private static @Nullable Questioning questioning(Cells cells, LocalDate day) throws LineRejected {
        Instant started = cells.pastMoment("questioning_started_at");
        if (started == null) {
            for (String column : List.of("questioning_ended_at", "notice_at", "present", "exemption")) {
                if (!cells.text(column).isEmpty()) {
                    throw new LineRejected("questioning_started_at", "must be given with " + column);
                }
            }
            return null;
        }
        List<NoticeAttempt> attempts = new ArrayList<>();
        for (Cells notice : cells.each("notice_at", "notice_manner", "notice_result")) {
            attempts.add(new NoticeAttempt(
                    Objects.requireNonNull(notice.pastMoment("notice_at")),
                    notice.code("notice_manner", "notice-manner", day),
                    notice.code("notice_result", "notice-result", day)));
        }
        List<Code> present = new ArrayList<>();
        for (Cells who : cells.each("present")) {
            present.add(who.requiredCode("present", "person-present", day));
        }
        return new Questioning(
                started,
                cells.endOf("questioning_ended_at", started, "questioning_started_at"),
                attempts,
                present,
                cells.code("exemption", "questioning-exemption", day));
    }

    private static @Nullable Decision decision(Cells cells, LocalDate day) throws LineRejected {
        List<AlternativeConsidered> considered = new ArrayList<>();
        for (Cells one : cells.each("alternatives", "alternatives_unused_reason")) {
            considered.add(new AlternativeConsidered(
                    one.requiredCode("alternatives", "outcome", day),
                    one.code("alternatives_unused_reason", "unused-reason", day)));
        }
        Code outcome = cells.code("outcome", "outcome", day);
        Stated possible = cells.stated("arrest_lawfully_possible");
        return outcome == null && possible == Stated.MISSING && considered.isEmpty()
                ? null
                : new Decision(outcome, possible, considered);
    }
}
