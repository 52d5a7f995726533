package brightline.query.pages.names;

import brightline.edge.access.Action;
import brightline.edge.access.CurrentActor;
import brightline.edge.access.Does;
import brightline.edge.clock.RecordingClock;
import brightline.events.clash.ClashCause;
import brightline.events.code.CodeLists;
import brightline.query.figures.GivenCode;
import brightline.query.pages.Choice;
import brightline.query.pages.Installation;
import brightline.query.pages.Moment;
import brightline.query.pages.names.NamesPage.Clash;
import brightline.query.pages.names.NamesPage.Line;
import brightline.query.pages.names.NamesPage.OfficerCard;
import brightline.query.pages.names.NamesPage.Pair;
import brightline.query.pages.names.NamesPage.SchoolCard;
import brightline.query.pages.names.NamesPage.Worn;
import brightline.query.students.ClashedStudents;
import brightline.query.students.ClashedStudents.Shown;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Names and numbers that have changed, or were entered wrong. */
@Controller
class NamesController {
    /** So many of those who wait, and of those decided, stand on the page. */
    private static final int SHOWN = 50;

    private final Installation installation;
    private final RecordingClock clock;
    private final JdbcClient jdbc;
    private final ClashedStudents students;
    private final CodeLists lists = CodeLists.standard();

    NamesController(Installation installation, RecordingClock clock, JdbcClient jdbc, ClashedStudents students) {
        this.installation = installation;
        this.clock = clock;
        this.jdbc = jdbc;
        this.students = students;
    }

    @Does(Action.OPEN_NAMES)
    @GetMapping("/names")
    String names(
            @RequestParam(required = false) @Nullable String officer,
            @RequestParam(required = false) @Nullable String school,
            @RequestParam(required = false) @Nullable String before,
            Model model) {
        return page(officer, school, before, null, model);
    }

    /** The same page, with the two students of a case beside each other. */
    @Does(Action.COMPARE_STUDENTS)
    @GetMapping("/names/clashes/{clash}")
    String both(@PathVariable String clash, CurrentActor actor, Model model) {
        return page(null, null, null, id(clash).flatMap(one -> pair(one, actor)).orElse(null), model);
    }

    private String page(
            @Nullable String officer,
            @Nullable String school,
            @Nullable String before,
            @Nullable Pair pair,
            Model model) {
        List<Clash> decided =
                clashes("state <> 'OPEN' and known_from_index < %d".formatted(index(before)), "known_from_index desc");
        String chosen = officer == null ? "" : officer;
        String code = school == null ? "" : school;
        model.addAttribute(
                "page",
                new NamesPage(
                        clashes("state = 'OPEN'", "begun_index").stream()
                                .limit(SHOWN)
                                .toList(),
                        waiting(),
                        decided.stream().limit(SHOWN).toList(),
                        before != null,
                        decided.size() > SHOWN ? decided.get(SHOWN - 1).index() : null,
                        pair,
                        Choice.select(installation.officers(), chosen),
                        id(chosen).flatMap(this::card).orElse(null),
                        Choice.select(installation.schools(), code),
                        schoolCard(code),
                        codes("change-reason"),
                        codes("correction-reason"),
                        codes("correction-basis")));
        return "names";
    }

    private static Optional<UUID> id(String officer) {
        try {
            return Optional.of(UUID.fromString(officer));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** @return later than all there are for what is no index */
    private static long index(@Nullable String before) {
        try {
            return before == null ? Long.MAX_VALUE : Long.parseLong(before);
        } catch (NumberFormatException _) {
            return Long.MAX_VALUE;
        }
    }

    private long waiting() {
        return jdbc.sql("select count(*) from rm.number_clash where known_to_index is null and state = 'OPEN'")
                .query(Long.class)
                .single();
    }

    /** One more than are shown, where there are. @param which condition in SQL @param order in SQL */
    private List<Clash> clashes(String which, String order) {
        ZoneId zone = installation.zone();
        return jdbc.sql("select * from rm.number_clash where known_to_index is null and %s order by %s limit %d"
                        .formatted(which, order, SHOWN + 1))
                .query((row, at) -> clash(row, at + 1, zone))
                .list();
    }

    /** What was decided about two under one number, in words. */
    private enum Found {
        OPEN(null),
        SAME("One child"),
        DIFFERENT("Two children");

        private final @Nullable String words;

        Found(@Nullable String words) {
            this.words = words;
        }
    }

    private static Clash clash(ResultSet row, int number, ZoneId zone) throws SQLException {
        String importId = row.getString("import_id");
        Found found = Found.valueOf(row.getString("state"));
        return new Clash(
                number,
                row.getString("clash_id"),
                row.getLong("known_from_index"),
                new Moment(row.getTimestamp("begun_at").toInstant(), zone),
                switch (ClashCause.valueOf(row.getString("cause"))) {
                    case CONTACT -> importId == null ? "A contact logged by hand" : "A contact from a file";
                    case STUDENT_LIST -> importId == null ? "A student entered by hand" : "A roster";
                    case COMPARISON_FORM -> "Two spellings of one number";
                },
                importId,
                found.words,
                found == Found.OPEN && row.getLong("version") > 0);
    }

    private Optional<Pair> pair(UUID id, CurrentActor actor) {
        record Both(Clash clash, long version, UUID first, UUID kept) {}
        ZoneId zone = installation.zone();
        return jdbc.sql("select * from rm.number_clash where clash_id = ? and known_to_index is null")
                .param(id)
                .query((row, at) -> new Both(
                        clash(row, at + 1, zone),
                        row.getLong("version"),
                        row.getObject("first_holder", UUID.class),
                        row.getObject("kept", UUID.class)))
                .optional()
                .map(found -> {
                    List<Shown> both = students.show(List.of(found.first(), found.kept()), actor);
                    return new Pair(found.clash(), found.version(), lines(both.getFirst(), both.getLast()));
                });
    }

    private static List<Line> lines(Shown first, Shown kept) {
        return List.of(
                line("Student number", first, kept, Shown::number),
                line("First name", first, kept, Shown::firstName),
                line("Last name", first, kept, Shown::lastName),
                line("Birth date", first, kept, one -> one.birthDate() == null ? null : Moment.day(one.birthDate())),
                line("School", first, kept, one -> one.schools().isEmpty() ? null : String.join(", ", one.schools())));
    }

    private static Line line(String what, Shown first, Shown kept, Function<Shown, @Nullable String> told) {
        String one = told.apply(first);
        String other = told.apply(kept);
        return new Line(
                what, words(first, one), words(kept, other), one != null && other != null && !one.equals(other));
    }

    private static String words(Shown shown, @Nullable String told) {
        return told != null ? told : shown.entered() ? "Not recorded" : "Known from contacts alone";
    }

    private static Worn told(String number, @Nullable LocalDate from, @Nullable LocalDate lastDay) {
        String until = lastDay == null ? "" : " until " + lastDay;
        return new Worn(number, (from == null ? "from the beginning" : "from " + from) + until);
    }

    /** With the codes it bears and bore; one that was taken back since ever is none of them. */
    private @Nullable SchoolCard schoolCard(String school) {
        List<GivenCode> borne = GivenCode.borne(jdbc).stream()
                .filter(one -> one.school().equals(school))
                .toList();
        List<Worn> codes = new ArrayList<>();
        for (int i = 0; i < borne.size(); i++) {
            LocalDate next = i + 1 < borne.size() ? borne.get(i + 1).from() : null;
            codes.add(told(borne.get(i).code(), borne.get(i).from(), next == null ? null : next.minusDays(1)));
        }
        return borne.isEmpty() ? null : new SchoolCard(school, borne.getLast().name(), codes);
    }

    private Optional<OfficerCard> card(UUID officer) {
        record Star(Worn worn, boolean isWorn) {}
        List<Star> stars = jdbc.sql("""
                        select star_number, first_day, last_day from rm.roster_star
                         where officer = ? and known_to_index is null order by first_day
                        """)
                .param(officer)
                .query((row, _) -> {
                    // In the first year of all stands for since ever.
                    LocalDate first = row.getObject("first_day", LocalDate.class);
                    LocalDate last = row.getObject("last_day", LocalDate.class);
                    return new Star(
                            told(row.getString("star_number"), first.getYear() == 1 ? null : first, last),
                            last == null);
                })
                .list();
        return jdbc.sql("select name from rm.roster_officer where officer = ? and known_to_index is null")
                .param(officer)
                .query(String.class)
                .optional()
                .map(name -> new OfficerCard(
                        officer.toString(),
                        name,
                        stars.stream().map(Star::worn).toList(),
                        stars.stream().anyMatch(Star::isWorn)));
    }

    private List<Choice> codes(String list) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), installation.zone());
        return lists.validOn(list, today).stream()
                .map(entry -> Choice.of(entry.code(), entry.name()))
                .toList();
    }
}
