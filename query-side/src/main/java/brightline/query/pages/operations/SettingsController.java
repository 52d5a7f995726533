package brightline.query.pages.operations;

import brightline.edge.access.Action;
import brightline.edge.access.Does;
import brightline.edge.clock.RecordingClock;
import brightline.edge.problem.ProblemException;
import brightline.events.agency.AgencyEvent;
import brightline.events.agency.AgencySettings;
import brightline.events.code.CodeLists;
import brightline.query.figures.FigureEngine;
import brightline.query.pages.Choice;
import brightline.query.pages.Installation;
import brightline.query.projection.Horizons;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The agency's settings, to be read and changed. */
@Controller
class SettingsController {
    private static final List<String> ZONES = List.of(
            "America/New_York",
            "America/Chicago",
            "America/Denver",
            "America/Phoenix",
            "America/Los_Angeles",
            "America/Anchorage",
            "Pacific/Honolulu",
            "America/Puerto_Rico");
    private static final List<Choice> STATISTICS = List.of(
            Choice.of("DROP", "Nothing: the statistics are removed with the record"),
            Choice.of("KEEP", "Statistics only, without who it was and without any account"));

    private static final List<Choice> MONTHS = Arrays.stream(Month.values())
            .map(month ->
                    Choice.of("--%02d".formatted(month.getValue()), month.getDisplayName(TextStyle.FULL, Locale.US)))
            .toList();
    private static final List<Choice> DAYS = IntStream.rangeClosed(1, 31)
            .mapToObj(day -> Choice.of("-%02d".formatted(day), String.valueOf(day)))
            .toList();

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private final Installation installation;
    private final Horizons horizons;
    private final RecordingClock clock;
    private final JdbcClient jdbc;

    SettingsController(Installation installation, Horizons horizons, RecordingClock clock, JdbcClient jdbc) {
        this.installation = installation;
        this.horizons = horizons;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    /** The agency's stream as the log holds it. @param version what {@code If-Match} names */
    private record Recorded(long version, long index) {}

    /** @throws ProblemException 409 {@code not-yet} where the page could not show what its version stands for */
    @Does(Action.OPEN_SETTINGS)
    @GetMapping("/settings")
    String settings(Model model) {
        Optional<Recorded> last = lastRecorded();
        if (last.isPresent()
                && !horizons.await(FigureEngine.PROJECTION, last.get().index(), LONGEST_WAIT)) {
            throw new ProblemException(FigureEngine.notYet());
        }
        Optional<AgencySettings> recorded = installation.settings();
        AgencySettings settings = recorded.orElse(AgencySettings.DEFAULT);
        model.addAttribute(
                "page",
                new SettingsPage(
                        last.map(Recorded::version).orElse(null),
                        recorded.isPresent() ? settings.name() : "",
                        Choice.select(zones(settings.zone()), settings.zone().getId()),
                        Choice.select(
                                MONTHS, settings.schoolYearStart().toString().substring(0, 4)),
                        Choice.select(
                                DAYS, settings.schoolYearStart().toString().substring(4)),
                        Choice.select(jurisdictions(settings), settings.jurisdiction()),
                        settings.lateAfterHours(),
                        settings.smallCellThreshold(),
                        Choice.select(STATISTICS, settings.statistics().name()),
                        Stream.concat(settings.identifiers().stream(), Stream.of("", ""))
                                .toList(),
                        switch (clock.mode()) {
                            case REAL -> "The database’s own clock";
                            case SIMULATION -> "A simulation clock, chosen when this database was created";
                        }));
        return "settings";
    }

    private Optional<Recorded> lastRecorded() {
        return jdbc.sql("""
                        select sequence_number, global_index from log.domain_event_entry
                         where aggregate_identifier = ? order by sequence_number desc limit 1
                        """)
                .param(AgencyEvent.STREAM)
                .query((row, _) -> new Recorded(row.getLong("sequence_number"), row.getLong("global_index")))
                .optional();
    }

    /** Those an agency can be bound by today, and the one it named itself before the list was made. */
    private List<Choice> jurisdictions(AgencySettings settings) {
        List<Choice> choices =
                CodeLists.standard()
                        .validOn("jurisdiction", LocalDate.ofInstant(clock.instant(), settings.zone()))
                        .stream()
                        .map(entry -> Choice.of(entry.code(), entry.name()))
                        .collect(Collectors.toCollection(ArrayList::new));
        if (choices.stream().noneMatch(choice -> choice.value().equals(settings.jurisdiction()))) {
            choices.add(Choice.of(settings.jurisdiction(), settings.jurisdiction()));
        }
        return choices;
    }

    private static List<Choice> zones(ZoneId current) {
        List<String> zones = new ArrayList<>(ZONES);
        if (!zones.contains(current.getId())) {
            zones.add(current.getId());
        }
        return zones.stream()
                .map(zone -> Choice.of(zone, zone.replace('_', ' ')))
                .toList();
    }
}
