package brightline.query.caseload;

import static org.assertj.core.api.Assertions.assertThat;

import brightline.edge.keys.StudentIndex;
import brightline.events.Code;
import brightline.events.DiversionId;
import brightline.events.IncidentId;
import brightline.events.InvolvementRole;
import brightline.events.OfficerId;
import brightline.events.Stated;
import brightline.events.StudentId;
import brightline.events.diversion.DiversionEvent;
import brightline.events.diversion.DiversionEvent.DiversionAccepted;
import brightline.events.diversion.DiversionEvent.DiversionBreached;
import brightline.events.diversion.DiversionEvent.DiversionCompleted;
import brightline.events.diversion.DiversionEvent.DiversionDeclined;
import brightline.events.diversion.DiversionEvent.DiversionFailed;
import brightline.events.diversion.DiversionEvent.DiversionNotUsed;
import brightline.events.diversion.DiversionEvent.DiversionOffered;
import brightline.events.diversion.DiversionEvent.DiversionStarted;
import brightline.events.diversion.DiversionEvent.DiversionVoided;
import brightline.events.diversion.DiversionEvent.OutcomeUnknown;
import brightline.events.incident.IncidentEvent.IncidentLinked;
import brightline.events.interaction.CorrectedFact;
import brightline.events.interaction.DeEscalation;
import brightline.events.interaction.Force;
import brightline.events.interaction.InteractionEvent.DeEscalationRecorded;
import brightline.events.interaction.InteractionEvent.ForceUsed;
import brightline.events.interaction.InteractionEvent.InteractionCorrected;
import brightline.events.interaction.InteractionEvent.QuestioningRecorded;
import brightline.events.interaction.Questioning;
import brightline.events.interaction.Questioning.NoticeAttempt;
import brightline.events.measure.Proportion;
import brightline.query.Contact;
import brightline.query.QueryProgram;
import brightline.query.Story;
import brightline.query.arrests.ArrestFigures;
import brightline.query.audit.Cases;
import brightline.query.figures.Dimension;
import brightline.query.figures.FigureAnswer;
import brightline.query.figures.FigureQuestion;
import brightline.query.figures.FigureRow;
import brightline.query.question.AsKnownOn;
import brightline.query.question.Paging;
import brightline.query.question.Paging.Stretch;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every test has a school of its own. It is 2 March 2026 in Chicago. */
class CaseloadFiguresTest {
    private static final AtomicInteger SCHOOLS = new AtomicInteger();
    private static final Instant ASKED = Instant.parse("2026-03-02T16:05:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");

    private static QueryProgram program;
    private static Story story;
    private static OfficerId adeyemi;
    private static OfficerId castellane;

    private final String school = "CF" + SCHOOLS.incrementAndGet();
    private final FigureQuestion here = FigureQuestion.ALL.only(Dimension.SCHOOL, school);

    @BeforeAll
    static void start() {
        program = QueryProgram.start();
        story = program.story().recordedAt("2026-03-02T17:00:00Z");
        adeyemi = story.officer("Adeyemi");
        castellane = story.officer("Castellane");
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    private static FigureRow only(FigureAnswer answer) {
        assertThat(answer.rows()).hasSize(1);
        return answer.rows().getFirst();
    }

    private void log(int times, Supplier<Contact> contact) {
        for (int i = 0; i < times; i++) {
            story.incident(school, contact.get());
        }
    }

    private static void is(Proportion share, long numerator, long denominator, String value) {
        assertThat(share).isEqualTo(new Proportion(numerator, denominator));
        assertThat(share.value()).isEqualTo(new BigDecimal(value));
    }

    private static Contact upset(Stated possible, Stated attempted, @Nullable Stated injury) {
        return Contact.of(adeyemi)
                .conduct("cps-scc/2-6")
                .action("A1_ADVICE")
                .also(id ->
                        new DeEscalationRecorded(id, new DeEscalation(Stated.YES, possible, attempted, injury, null)));
    }

    private static Contact calmed() {
        return upset(Stated.YES, Stated.YES, Stated.NO);
    }

    private FigureRow calming() {
        program.settle();
        return only(program.bean(CalmingFigures.class).shares(here));
    }

    @Test
    void the_worked_example_of_de_escalation() {
        log(17, CaseloadFiguresTest::calmed);
        log(
                1,
                () -> Contact.of(adeyemi)
                        .conduct("cps-scc/3-3")
                        .imminent(Stated.YES)
                        .action("A1_ADVICE")
                        .also(id -> new DeEscalationRecorded(
                                id, new DeEscalation(Stated.NO, Stated.YES, Stated.YES, Stated.NO, null))));
        log(1, () -> calmed().action("A2_DETAIN"));
        log(1, () -> upset(Stated.YES, Stated.YES, Stated.YES));
        log(5, () -> upset(Stated.YES, Stated.NO, null));
        // Out of the base: no attempt was possible, nothing called for one, nothing is recorded.
        log(3, () -> upset(Stated.NO, Stated.NO, Stated.NO));
        log(
                2,
                () -> Contact.of(adeyemi)
                        .action("A1_ADVICE")
                        .also(id -> new DeEscalationRecorded(id, new DeEscalation(Stated.NO, Stated.YES, Stated.YES))));
        log(4, () -> Contact.of(adeyemi).action("A1_ADVICE"));

        FigureRow row = calming();
        assertThat(row.count()).isEqualTo(25);
        is(row.measure("M10a"), 20, 25, "0.8000");
        is(row.measure("M10b"), 18, 20, "0.9000");
        is(row.measure("M10c"), 18, 25, "0.7200");
        assertThat(row.measure("M10c").interval())
                .isEqualTo(new Proportion.Interval(new BigDecimal("0.5242"), new BigDecimal("0.8572")));
        assertThat(row.measure("possibleMissing").numerator()).isZero();
    }

    @Test
    void an_attempt_did_not_succeed_where_force_was_used_or_the_student_was_arrested_by_another_officer() {
        log(
                1,
                () -> calmed().also(id -> new ForceUsed(
                        id, new Force(Code.of("force-kind/PHYSICAL_HOLD"), adeyemi, null, null, null, null))));
        log(
                1,
                () -> calmed().student(school + "-a", "BLACK")
                        .by(castellane, "PATROL")
                        .action("A3_ARREST"));
        log(1, CaseloadFiguresTest::calmed);
        program.settle();
        FigureRow row =
                only(program.bean(CalmingFigures.class).shares(here.only(Dimension.OFFICER, adeyemi.toString())));
        is(row.measure("M10b"), 1, 3, "0.3333");
    }

    @Test
    void what_is_missing_is_neither_success_nor_failure_and_is_shown() {
        log(1, CaseloadFiguresTest::calmed);
        log(1, () -> upset(Stated.YES, Stated.YES, null));
        log(1, () -> upset(Stated.YES, Stated.MISSING, null));
        log(1, () -> upset(Stated.MISSING, Stated.YES, null));
        FigureRow row = calming();
        is(row.measure("M10a"), 2, 2, "1.0000");
        is(row.measure("M10b"), 1, 1, "1.0000");
        is(row.measure("resultMissing"), 1, 2, "0.5000");
        is(row.measure("attemptMissing"), 1, 3, "0.3333");
        is(row.measure("possibleMissing"), 1, 4, "0.2500");
        assertThat(program.bean(CalmingFigures.class).shares(here).notes())
                .anyMatch(note -> note.startsWith("Whether anybody was injured is missing"));
    }

    private static Questioning questioned(
            @Nullable Instant attempt, @Nullable String manner, @Nullable String exemption, String... present) {
        return new Questioning(
                ASKED,
                null,
                attempt == null
                        ? List.of()
                        : List.of(new NoticeAttempt(
                                attempt, manner == null ? null : new Code("notice-manner", manner), null)),
                Arrays.stream(present)
                        .map(one -> new Code("person-present", one))
                        .toList(),
                exemption == null ? null : new Code("questioning-exemption", exemption));
    }

    private static Contact asked(Questioning questioning) {
        return Contact.of(adeyemi)
                .conduct("cps-scc/4-7")
                .action("A2_QUESTION")
                .student("p", "WHITE")
                .also(id -> new QuestioningRecorded(id, questioning));
    }

    private static Contact properly() {
        return asked(questioned(ASKED, "PHONE", null, "SCHOOL_NURSE"));
    }

    private FigureRow questioning() {
        program.settle();
        return only(program.bean(QuestioningFigures.class).notice(here));
    }

    @Test
    void the_worked_example_of_guardian_notice() {
        log(7, CaseloadFiguresTest::properly);
        log(1, () -> asked(questioned(ASKED.minusSeconds(600), "IN_PERSON", null, "PARENT", "LAWYER")));
        log(1, () -> asked(questioned(ASKED.plusSeconds(1), "PHONE", null, "PARENT")));
        log(1, () -> asked(questioned(ASKED, null, null, "ADMINISTRATOR")));
        log(2, () -> asked(questioned(null, null, "FLEEING_OR_ARMED")));
        // Out of the base: free to go, a witness, no age known.
        log(
                1,
                () -> Contact.of(adeyemi)
                        .action("A1_ADVICE")
                        .student("p", "WHITE")
                        .also(id -> new QuestioningRecorded(id, questioned(null, null, null))));
        log(1, () -> asked(questioned(null, null, null)).role(InvolvementRole.WITNESS));

        FigureRow row = questioning();
        is(row.measure("M13"), 8, 10, "0.8000");
        is(row.measure("exemption"), 2, 12, "0.1667");
        assertThat(row.count(CaseFlag.NOTICE_AFTER_QUESTIONING.name())).isEqualTo(1);
        assertThat(row.count(CaseFlag.NOTICE_NOT_DOCUMENTED.name())).isEqualTo(1);
        assertThat(row.count(CaseFlag.NO_LISTED_ADULT.name())).isEqualTo(1);
        assertThat(row.measure("missing").numerator()).isZero();
    }

    @Test
    void a_student_questioned_by_two_officers_counts_once_and_one_of_unknown_age_is_shown_as_missing() {
        log(1, () -> properly().by(castellane, "SRO").action("A2_DETAIN"));
        log(
                1,
                () -> Contact.of(adeyemi)
                        .action("A2_QUESTION")
                        .also(id -> new QuestioningRecorded(id, questioned(null, null, null))));
        FigureRow row = questioning();
        is(row.measure("M13"), 1, 1, "1.0000");
        is(row.measure("missing"), 1, 2, "0.5000");
    }

    @Test
    void a_corrected_attempt_counts_from_its_recording_on() {
        Contact late = asked(questioned(ASKED.plusSeconds(2_100), "PHONE", null, "PARENT"));
        story.incident(school, late);
        story.recordedAt("2026-03-02T19:00:00Z")
                .submit(new InteractionCorrected(
                        late.id(),
                        new CorrectedFact.Questions(questioned(ASKED.minusSeconds(300), "PHONE", null, "PARENT")),
                        Story.BECAUSE));
        is(questioning().measure("M13"), 1, 1, "1.0000");
        FigureRow then = only(program.bean(QuestioningFigures.class)
                .notice(here.asKnownOn(new AsKnownOn.Moment(Instant.parse("2026-03-02T18:30:00Z")))));
        is(then.measure("M13"), 0, 1, "0.0000");
    }

    private interface Step {
        DiversionEvent of(DiversionId id, brightline.events.InteractionId contact);
    }

    private Contact diverted(String kind, LocalDate offered, Step... steps) {
        Contact contact =
                Contact.of(adeyemi).conduct("cps-scc/4-6").action("A1_ADVICE").outcome(kind, Stated.YES);
        story.incident(school, contact);
        DiversionId id = new DiversionId(UUID.randomUUID());
        story.submit(new DiversionOffered(
                id,
                contact.id(),
                new Code("outcome", kind),
                offered.atTime(12, 0).toInstant(java.time.ZoneOffset.UTC),
                adeyemi,
                null));
        for (Step step : steps) {
            story.submit(step.of(id, contact.id()));
        }
        return contact;
    }

    @Test
    void the_share_of_outcomes_missing_for_more_than_thirty_days() {
        LocalDate long_ago = TODAY.minusDays(90);
        for (int i = 0; i < 4; i++) {
            diverted("RJ_CIRCLE", long_ago, (id, contact) -> new DiversionCompleted(id, contact, TODAY.minusDays(60)));
        }
        diverted("RJ_CIRCLE", long_ago, (id, contact) -> new DiversionFailed(id, contact, TODAY.minusDays(10), null));
        diverted("TEEN_COURT", long_ago);
        diverted(
                "TEEN_COURT",
                long_ago,
                (id, contact) -> new DiversionStarted(id, contact, TODAY.minusDays(45), null, null),
                (id, contact) -> new OutcomeUnknown(id, contact, TODAY.minusDays(2), null));
        diverted("MEDIATION", TODAY.minusDays(3));
        diverted(
                "MEDIATION",
                long_ago,
                (id, contact) -> new DiversionStarted(id, contact, TODAY.minusDays(29), null, null));
        diverted("MEDIATION", TODAY.minusDays(30));
        diverted("MEDIATION", long_ago, (id, contact) -> new DiversionDeclined(id, contact, long_ago, null));
        diverted("MEDIATION", long_ago, (id, contact) -> new DiversionVoided(id, contact, Story.BECAUSE));
        Contact other = Contact.of(adeyemi).action("A1_ADVICE");
        story.incident(school, other);
        story.submit(new DiversionNotUsed(
                new DiversionId(UUID.randomUUID()),
                other.id(),
                Code.of("outcome/RJ_CIRCLE"),
                Code.of("unused-reason/NO_PLACE")));
        program.settle();

        FigureRow row = only(program.bean(DiversionFigures.class).outcomes(here));
        assertThat(row.count()).isEqualTo(10);
        is(row.measure("M14"), 1, 10, "0.1000");
        is(row.measure("M1d"), 4, 5, "0.8000");
        assertThat(row.count("open")).isEqualTo(4);
        assertThat(row.count("unknown")).isEqualTo(1);
        assertThat(row.count("completed") + row.count("failed") + row.count("unknown") + row.count("open"))
                .as("the parts add up")
                .isEqualTo(row.count());
    }

    @Test
    void diversions_are_grouped_by_officer_as_by_all_else() {
        diverted("RJ_CIRCLE", TODAY.minusDays(90));
        program.settle();
        for (Dimension dimension : Dimension.values()) {
            FigureQuestion grouped = here.groupedBy(Dimension.OFFICER, dimension);
            FigureRow row = only(program.bean(DiversionFigures.class).outcomes(grouped));
            assertThat(row.value(Dimension.OFFICER)).isEqualTo(adeyemi.toString());
            is(row.measure("M14"), 1, 1, "1.0000");
        }
    }

    @Test
    void the_age_of_an_outcome_runs_from_the_last_of_offer_acceptance_and_beginning() {
        diverted(
                "RJ_CIRCLE",
                TODAY.minusDays(20),
                (id, contact) -> new DiversionAccepted(id, contact, TODAY.minusDays(31)));
        program.settle();
        is(only(program.bean(DiversionFigures.class).outcomes(here)).measure("M14"), 0, 1, "0.0000");
    }

    @Test
    void a_breach_that_ended_a_diversion_is_a_failure_and_leaves_the_decision_as_it_was() {
        diverted(
                "STATION_INFORMAL",
                TODAY.minusDays(90),
                (id, contact) -> new DiversionStarted(id, contact, TODAY.minusDays(45), null, null),
                (id, contact) -> new DiversionBreached(
                        id, contact, TODAY.minusDays(3), Code.of("breach-remedy/ENDED_AND_REFERRED"), null));
        program.settle();
        FigureRow row = only(program.bean(DiversionFigures.class).outcomes(here));
        is(row.measure("M1d"), 0, 1, "0.0000");
        assertThat(row.count("open")).isZero();
        is(only(program.bean(ArrestFigures.class).decisions(here)).measure("M1b"), 1, 1, "1.0000");
    }

    @Test
    void a_diversion_of_a_contact_entered_twice_counts_whichever_entry_it_hangs_on() {
        Contact milder = diverted("RJ_CIRCLE", TODAY.minusDays(90));
        IncidentId primary = story.incident(
                school, Contact.of(adeyemi).conduct("cps-scc/1-8").action("D_ENFORCE_RULE"));
        story.submit(new IncidentLinked(incidentOf(milder), primary, Story.BECAUSE));
        program.settle();
        assertThat(only(program.bean(DiversionFigures.class).outcomes(here)).count())
                .isEqualTo(1);
    }

    private static IncidentId incidentOf(Contact contact) {
        program.settle();
        return new IncidentId(program.jdbc()
                .sql("select distinct incident_id from rm.involvement_fact where interaction_id = ?")
                .param(contact.id().value())
                .query(UUID.class)
                .single());
    }

    @Test
    void two_officers_telling_one_questioning_are_one() {
        Contact second = properly().by(castellane, "SRO").action("A2_DETAIN").student(school + "-q", "WHITE");
        IncidentId primary = story.incident(school, properly().student(school + "-q", "WHITE"));
        IncidentId other = story.incident(school, second);
        story.submit(new IncidentLinked(other, primary, Story.BECAUSE));
        is(questioning().measure("M13"), 1, 1, "1.0000");
        assertThat(program.bean(QuestioningFigures.class)
                        .notice(here.groupedBy(Dimension.OFFICER))
                        .rows())
                .as("each officer's own")
                .hasSize(2)
                .allSatisfy(row -> is(row.measure("M13"), 1, 1, "1.0000"));
    }

    @Test
    void questionings_searches_and_diversions_by_officer_may_add_up_to_more_and_the_notes_say_so() {
        Contact both = properly()
                .action("A2_SEARCH_PERSON")
                .outcome("RJ_CIRCLE", Stated.YES)
                .by(castellane, "PATROL")
                .action("A2_DETAIN");
        story.incident(school, both);
        story.submit(new DiversionOffered(
                new DiversionId(UUID.randomUUID()),
                both.id(),
                Code.of("outcome/RJ_CIRCLE"),
                Instant.parse("2026-03-02T17:00:00Z"),
                adeyemi,
                null));
        program.settle();
        List<Function<FigureQuestion, FigureAnswer>> figures = List.of(
                program.bean(QuestioningFigures.class)::notice,
                program.bean(SearchFigures.class)::count,
                program.bean(DiversionFigures.class)::outcomes);
        for (Function<FigureQuestion, FigureAnswer> figure : figures) {
            FigureAnswer whole = figure.apply(here);
            assertThat(only(whole).count()).isEqualTo(1);
            assertThat(whole.notes()).noneMatch(note -> note.contains("add up"));
            for (Dimension parts : List.of(Dimension.OFFICER, Dimension.OFFICER_CAPACITY)) {
                FigureAnswer grouped = figure.apply(here.groupedBy(parts));
                assertThat(grouped.rows())
                        .hasSize(2)
                        .allSatisfy(row -> assertThat(row.count()).isEqualTo(1));
                assertThat(grouped.notes())
                        .anyMatch(note -> note.endsWith("groups may add up to more than the whole."));
            }
        }
    }

    @Test
    void calming_is_counted_in_every_role_and_failed_where_a_linked_entry_tells_of_an_arrest() {
        for (InvolvementRole role : InvolvementRole.values()) {
            log(1, () -> calmed().role(role));
        }
        long roles = InvolvementRole.values().length;
        is(calming().measure("M10b"), roles, roles, "1.0000");
        IncidentId primary = story.incident(school, calmed().student(school + "-l", "BLACK"));
        IncidentId other = story.incident(
                school,
                Contact.of(castellane)
                        .conduct("cps-scc/2-6")
                        .action("A3_ARREST")
                        .student(school + "-l", "BLACK"));
        program.settle();
        is(calming().measure("M10b"), roles + 1, roles + 1, "1.0000");
        story.submit(new IncidentLinked(other, primary, Story.BECAUSE));
        assertThat(calming().measure("M10b")).isEqualTo(new Proportion(roles, roles + 1));
    }

    @Test
    void whoever_was_met_with_any_police_power_or_enforcement_was_held() {
        for (String action : List.of("A2_SEIZE", "A3_CITE")) {
            log(
                    1,
                    () -> Contact.of(adeyemi)
                            .conduct("cps-scc/4-7")
                            .action(action)
                            .student(school + action, "WHITE")
                            .also(id -> new QuestioningRecorded(id, questioned(ASKED, "PHONE", null, "SCHOOL_NURSE"))));
        }
        is(questioning().measure("M13"), 2, 2, "1.0000");
    }

    @Test
    void a_questioning_two_officers_tell_of_is_done_right_where_both_have_it_so() {
        IncidentId primary = story.incident(school, properly().student(school + "-b", "WHITE"));
        IncidentId other = story.incident(
                school,
                Contact.of(castellane)
                        .conduct("cps-scc/4-7")
                        .action("A2_QUESTION")
                        .student(school + "-b", "WHITE")
                        .also(id -> new QuestioningRecorded(
                                id, questioned(ASKED.plusSeconds(60), "PHONE", null, "PARENT"))));
        story.submit(new IncidentLinked(other, primary, Story.BECAUSE));
        is(questioning().measure("M13"), 0, 1, "0.0000");
    }

    @Test
    void a_minor_questioned_without_a_record_of_it_is_missing_and_listed() {
        Contact unrecorded = Contact.of(adeyemi)
                .conduct("cps-scc/4-7")
                .action("A2_DETAIN")
                .action("A2_QUESTION")
                .student(school + "-u", "WHITE");
        story.incident(school, unrecorded);
        FigureRow row = questioning();
        is(row.measure("missing"), 1, 1, "1.0000");
        assertThat(row.count()).isZero();
        assertThat(row.count(CaseFlag.QUESTIONING_NOT_RECORDED.name())).isEqualTo(1);
        assertThat(program.bean(QuestioningFigures.class).notice(here).notes())
                .anyMatch(
                        note -> note.startsWith("Whether the law on questioning bound, or what was done, is missing"));
        assertThat(program.bean(Cases.class)
                        .timeline(unrecorded.id().value(), null, null)
                        .flags())
                .containsExactly(CaseFlag.QUESTIONING_NOT_RECORDED);
        story.submit(new QuestioningRecorded(unrecorded.id(), questioned(ASKED, "PHONE", null, "PARENT")));
        is(questioning().measure("M13"), 1, 1, "1.0000");
        assertThat(questioning().measure("missing").numerator()).isZero();
    }

    private static DeEscalation steps(Stated... worked) {
        return new DeEscalation(
                Stated.YES,
                Stated.YES,
                Stated.MISSING,
                Stated.NO,
                Arrays.stream(worked)
                        .map(one -> new DeEscalation.Phase(
                                null, Stated.YES, Stated.YES, Stated.YES, Code.of("calming-method/TALK"), one))
                        .toList());
    }

    @Test
    void a_threat_stated_in_a_contact_without_any_action_is_in_the_base() {
        log(
                1,
                () -> Contact.of(adeyemi)
                        .role(InvolvementRole.VICTIM)
                        .also(id -> new DeEscalationRecorded(
                                id,
                                new DeEscalation(Stated.NO, Stated.YES, Stated.YES, Stated.NO, null)
                                        .under(Stated.YES, Code.of("imminence-reason/FIGHT_GOING_ON")))));
        is(calming().measure("M10a"), 1, 1, "1.0000");
    }

    @Test
    void a_calming_step_that_did_not_work_with_none_after_it_is_no_success() {
        for (DeEscalation one : List.of(
                steps(Stated.NO), steps(Stated.YES, Stated.NO), steps(Stated.NO, Stated.YES), steps(Stated.MISSING))) {
            log(
                    1,
                    () -> Contact.of(adeyemi)
                            .conduct("cps-scc/2-6")
                            .action("A1_ADVICE")
                            .also(id -> new DeEscalationRecorded(id, one)));
        }
        is(calming().measure("M10b"), 2, 4, "0.5000");
    }

    @Test
    void a_failed_alternative_leaves_the_decision_where_it_was() {
        diverted("RJ_CIRCLE", TODAY, (id, contact) -> new DiversionFailed(id, contact, TODAY, null));
        program.settle();
        assertThat(only(program.bean(ArrestFigures.class).decisions(here)).count("P"))
                .isEqualTo(1);
        is(only(program.bean(DiversionFigures.class).outcomes(here)).measure("M1d"), 0, 1, "0.0000");
    }

    @Test
    void the_list_tells_each_diversion_with_what_to_look_at() {
        diverted("RJ_CIRCLE", TODAY.minusDays(90));
        diverted("TEEN_COURT", TODAY, (id, contact) -> new DiversionCompleted(id, contact, TODAY));
        program.settle();
        DiversionList list = program.bean(DiversionList.class);
        Stretch<DiversionList.Diversion> first = list.list(asked(null, 1), null);
        assertThat(first.items()).hasSize(1);
        assertThat(first.next()).isNotNull();
        Stretch<DiversionList.Diversion> second = list.list(asked(first.next(), 1), null);
        assertThat(second.next()).isNull();
        List<DiversionList.Diversion> both =
                List.of(first.items().getFirst(), second.items().getFirst());
        assertThat(both)
                .extracting(item -> item.kind() + " " + item.stage() + " " + item.flags())
                .containsExactlyInAnyOrder("RJ_CIRCLE OFFERED [OPEN_LONG]", "TEEN_COURT COMPLETED []");
        assertThat(list.list(asked(null, 10), "new-start").items()).isEmpty();
    }

    @Test
    void a_contact_of_the_next_school_year_counts_after_a_diversion() {
        StudentId student = program.bean(StudentIndex.class).studentWithNumber(school + "-9");
        Contact may = Contact.of(adeyemi)
                .at("2026-05-12T16:00:00Z")
                .conduct("cps-scc/4-6")
                .action("A1_ADVICE");
        Contact september = Contact.of(adeyemi).at("2026-09-15T16:00:00Z").action("A1_ADVICE");
        story.recordedAt("2026-09-20T17:00:00Z");
        IncidentId first = story.incident(school, may);
        story.about(student, may, first, "2025-26");
        story.submit(new DiversionOffered(
                new DiversionId(UUID.randomUUID()),
                may.id(),
                Code.of("outcome/RJ_CIRCLE"),
                Instant.parse("2026-05-12T17:00:00Z"),
                adeyemi,
                null));
        assertThat(later()).isZero();
        IncidentId second = story.incident(school, september);
        story.about(student, september, second, "2026-27");
        assertThat(later()).isEqualTo(1);
        Contact again = Contact.of(adeyemi).at("2026-09-15T16:10:00Z").action("A1_ADVICE");
        IncidentId double_ = story.incident(school, again);
        story.about(student, again, double_, "2026-27");
        assertThat(later()).isEqualTo(2);
        story.submit(new IncidentLinked(double_, second, Story.BECAUSE));
        assertThat(later()).as("entered twice it is one contact").isEqualTo(1);
        story.recordedAt("2026-03-02T17:00:00Z");
    }

    private @Nullable Long later() {
        program.settle();
        return program.bean(DiversionList.class)
                .list(asked(null, 10), null)
                .items()
                .getFirst()
                .laterContacts();
    }

    private DiversionList.Question asked(@Nullable String cursor, int atMost) {
        return new DiversionList.Question(here, new Paging(cursor, atMost));
    }
}
