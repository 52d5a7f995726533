package brightline.query.pages.operations;

import brightline.edge.clock.RecordingClock;
import brightline.events.agency.AgencyEvent;
import brightline.events.agency.AgencySettings;
import brightline.events.code.CodeLists;
import brightline.query.pages.Choice;
import brightline.query.pages.Installation;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The agency's settings, to be read and changed. */
@Controller
public class SettingsController {
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
            Choice.of("DROP", "Nothing: statistics go with the record"),
            Choice.of("KEEP", "Statistics without identity or narrative"));

    private final Installation installation;
    private final RecordingClock clock;
    private final JdbcClient jdbc;

    public SettingsController(Installation installation, RecordingClock clock, JdbcClient jdbc) {
        this.installation = installation;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    @GetMapping("/settings")
    String settings(Model model) {
        Optional<AgencySettings> recorded = installation.settings();
        AgencySettings settings = recorded.orElse(AgencySettings.DEFAULT);
        model.addAttribute(
                "page",
                new SettingsPage(
                        version(),
                        recorded.isPresent() ? settings.name() : "",
                        Choice.select(zones(settings.zone()), settings.zone().getId()),
                        settings.schoolYearStart().toString(),
                        Choice.select(jurisdictions(settings), settings.jurisdiction()),
                        settings.lateAfterHours(),
                        settings.smallCellThreshold(),
                        Choice.select(STATISTICS, settings.statistics().name()),
                        switch (clock.mode()) {
                            case REAL -> "The database’s own clock";
                            case SIMULATION -> "A simulation clock, chosen when this database was created";
                        }));
        return "settings";
    }

    /** Version of the agency's stream as it now stands: what {@code If-Match} names. */
    private @Nullable Long version() {
        return jdbc.sql("select max(sequence_number) from log.domain_event_entry where aggregate_identifier = ?")
                .param(AgencyEvent.STREAM)
                .query(Long.class)
                .optional()
                .orElse(null);
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
