package brightline.query.pages.names;

import brightline.edge.access.Action;
import brightline.edge.access.Does;
import brightline.edge.clock.RecordingClock;
import brightline.events.code.CodeLists;
import brightline.query.pages.Choice;
import brightline.query.pages.Installation;
import brightline.query.pages.names.NamesPage.OfficerCard;
import brightline.query.pages.names.NamesPage.SchoolCard;
import brightline.query.pages.names.NamesPage.Worn;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Names and numbers that have changed, or were entered wrong. */
@Controller
class NamesController {
    private final Installation installation;
    private final RecordingClock clock;
    private final JdbcClient jdbc;
    private final CodeLists lists = CodeLists.standard();

    NamesController(Installation installation, RecordingClock clock, JdbcClient jdbc) {
        this.installation = installation;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    @Does(Action.OPEN_NAMES)
    @GetMapping("/names")
    String names(
            @RequestParam(required = false) @Nullable String officer,
            @RequestParam(required = false) @Nullable String school,
            Model model) {
        String chosen = officer == null ? "" : officer;
        String code = school == null ? "" : school;
        model.addAttribute(
                "page",
                new NamesPage(
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

    private static Worn told(String number, @Nullable LocalDate from, @Nullable LocalDate lastDay) {
        String until = lastDay == null ? "" : " until " + lastDay;
        return new Worn(number, (from == null ? "from the beginning" : "from " + from) + until);
    }

    /** A code of a school, as it was given. */
    private record Given(String name, String code, @Nullable LocalDate from) {}

    /** With the codes it bears and bore; one that was taken back since ever is none of them. */
    private @Nullable SchoolCard schoolCard(String school) {
        List<Given> given = jdbc.sql("""
                        select name, code, code_from from rm.school_entry where school = ? order by known_from_index
                        """)
                .param(school)
                .query((row, _) -> new Given(
                        row.getString("name"), row.getString("code"), row.getObject("code_from", LocalDate.class)))
                .list();
        List<Given> borne = new ArrayList<>();
        for (Given one : given) {
            borne.removeIf(before -> one.from() == null
                    || before.from() != null && !before.from().isBefore(one.from())
                    || before.code().equals(one.code()) && Objects.equals(before.from(), one.from()));
            borne.add(one);
        }
        List<Worn> codes = new ArrayList<>();
        for (int i = 0; i < borne.size(); i++) {
            LocalDate next = i + 1 < borne.size() ? borne.get(i + 1).from() : null;
            codes.add(told(borne.get(i).code(), borne.get(i).from(), next == null ? null : next.minusDays(1)));
        }
        return given.isEmpty() ? null : new SchoolCard(school, given.getLast().name(), codes);
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
