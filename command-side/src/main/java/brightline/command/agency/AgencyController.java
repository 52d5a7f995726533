package brightline.command.agency;

import brightline.command.agency.AgencyCommand.ChangeSettings;
import brightline.command.endpoint.CodeOf;
import brightline.command.endpoint.IfMatch;
import brightline.command.endpoint.Line;
import brightline.command.endpoint.Sample;
import brightline.command.endpoint.Words;
import brightline.command.register.ReferenceRegister;
import brightline.command.submission.Requests;
import brightline.command.submission.Streams;
import brightline.edge.access.Action;
import brightline.edge.access.Does;
import brightline.events.agency.AgencyEvent;
import brightline.events.agency.AgencySettings;
import brightline.events.agency.AgencySettings.StatisticsSwitch;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The agency's settings. */
@RestController
@RequestMapping(path = "/api/commands/agency", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Program")
class AgencyController {
    static final String EXAMPLE = """
            {"name": "Example City Police", "zone": "America/Chicago", "schoolYearStart": "--08-01",
             "jurisdiction": "illinois", "lateAfterHours": 24, "smallCellThreshold": 10, "statistics": "DROP"}
            """;

    /** It stands in clear, and so what may be somebody's name is none: every ORI has digits. */
    private static final String IDENTIFIER = "\\s*(?=.*[0-9])[A-Za-z0-9][A-Za-z0-9 ./-]*";

    private static final String NO_IDENTIFIER =
            "wrong-value: must be an identifier such as an ORI: letters, blanks and . / - with at least one digit";

    private final ReferenceRegister register;
    private final Streams streams;

    AgencyController(ReferenceRegister register, Streams streams) {
        this.register = register;
        this.streams = streams;
    }

    /** @see AgencySettings */
    record Settings(
            @NotNull @Line(200) String name,
            @Nullable ZoneId zone,
            @Nullable MonthDay schoolYearStart,
            @NotNull @CodeOf("jurisdiction") String jurisdiction,
            @Min(1) @Max(8_760) @Nullable Integer lateAfterHours,
            @Min(0) @Max(1_000) @Nullable Integer smallCellThreshold,
            @Nullable StatisticsSwitch statistics,

            @Size(max = 20) @Nullable
            List<@NotNull @Line(40) @Pattern(regexp = IDENTIFIER, message = NO_IDENTIFIER) String> identifiers) {
        AgencySettings overDefaults() {
            AgencySettings defaults = AgencySettings.DEFAULT;
            return new AgencySettings(
                    name.strip(),
                    Objects.requireNonNullElse(zone, defaults.zone()),
                    Objects.requireNonNullElse(schoolYearStart, defaults.schoolYearStart()),
                    Words.code("jurisdiction", jurisdiction).code(),
                    Objects.requireNonNullElse(lateAfterHours, defaults.lateAfterHours()),
                    Objects.requireNonNullElse(smallCellThreshold, defaults.smallCellThreshold()),
                    Objects.requireNonNullElse(statistics, defaults.statistics()),
                    identifiers == null
                            ? defaults.identifiers()
                            : identifiers.stream().map(String::strip).toList());
        }
    }

    @Does(Action.READ_SETTINGS)
    @Operation(summary = "The agency's settings")
    @GetMapping
    ResponseEntity<SettingsAnswer> settings() {
        // The version first: settings newer than it are found stale by an edit, never overwritten unseen.
        @Nullable
        Long version = streams.version(AgencyEvent.STREAM, Agency.class).orElse(null);
        return ResponseEntity.ok()
                .eTag(version == null ? null : Requests.etag(version))
                .body(new SettingsAnswer(version, register.agency()));
    }

    @Does(Action.CHANGE_SETTINGS)
    @Operation(
            summary = "Change the agency's settings",
            description = "All of them at once. What is left out takes its default; name and jurisdiction have none. "
                    + "Once anything was recorded of the agency, If-Match names the version that was read.")
    @Sample(EXAMPLE)
    @PutMapping
    ChangeSettings change(@IfMatch @Nullable Long versionSeen, @RequestBody Settings sent) {
        return new ChangeSettings(versionSeen, sent.overDefaults());
    }
}
