package brightline.query.pages.names;

import brightline.edge.access.Action;
import brightline.edge.access.Does;
import brightline.edge.clock.RecordingClock;
import brightline.events.code.CodeLists;
import brightline.query.pages.Choice;
import brightline.query.pages.Installation;
import brightline.query.pages.names.NamesPage.OfficerCard;
import brightline.query.pages.names.NamesPage.Star;
import java.time.LocalDate;
import java.util.List;
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
    String names(@RequestParam(required = false) @Nullable String officer, Model model) {
        String chosen = officer == null ? "" : officer;
        model.addAttribute(
                "page",
                new NamesPage(
                        Choice.select(installation.officers(), chosen),
                        id(chosen).flatMap(this::card).orElse(null),
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

    /** @param from in the first year of all for since ever */
    private record Worn(
            String number, LocalDate from, @Nullable LocalDate lastDay) {
        Star told() {
            String until = lastDay == null ? "" : " until " + lastDay;
            return new Star(number, from.getYear() == 1 ? "from the beginning" + until : "from " + from + until);
        }
    }

    private Optional<OfficerCard> card(UUID officer) {
        List<Worn> worn = jdbc.sql("""
                        select star_number, first_day, last_day from rm.roster_star
                         where officer = ? and known_to_index is null order by first_day
                        """)
                .param(officer)
                .query((row, _) -> new Worn(
                        row.getString("star_number"),
                        row.getObject("first_day", LocalDate.class),
                        row.getObject("last_day", LocalDate.class)))
                .list();
        return jdbc.sql("select name from rm.roster_officer where officer = ? and known_to_index is null")
                .param(officer)
                .query(String.class)
                .optional()
                .map(name -> new OfficerCard(
                        officer.toString(),
                        name,
                        worn.stream().map(Worn::told).toList(),
                        worn.stream().anyMatch(one -> one.lastDay() == null)));
    }

    private List<Choice> codes(String list) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), installation.zone());
        return lists.validOn(list, today).stream()
                .map(entry -> Choice.of(entry.code(), entry.name()))
                .toList();
    }
}
