package brightline.command.agency;

import brightline.command.agency.AgencyCommand.ChangeSettings;
import brightline.command.register.FieldChecks;
import brightline.command.register.ReferenceRegister;
import brightline.command.submission.Accepted;
import brightline.command.submission.Commands;
import brightline.command.submission.KeyHeader;
import brightline.command.submission.Requests;
import brightline.command.submission.Streams;
import brightline.command.submission.VersionHeader;
import brightline.edge.access.Action;
import brightline.edge.access.CurrentActor;
import brightline.edge.access.Does;
import brightline.edge.clock.RecordingClock;
import brightline.edge.description.CodeList;
import brightline.events.Code;
import brightline.events.agency.AgencyEvent;
import brightline.events.agency.AgencySettings;
import brightline.events.agency.AgencySettings.StatisticsSwitch;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.OptionalLong;
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
    private static final String VERSION = "The version that was read, in quotes; none before anything was recorded";

    private final Commands commands;
    private final Requests requests;
    private final ReferenceRegister register;
    private final Streams streams;
    private final RecordingClock clock;

    AgencyController(
            Commands commands, Requests requests, ReferenceRegister register, Streams streams, RecordingClock clock) {
        this.commands = commands;
        this.requests = requests;
        this.register = register;
        this.streams = streams;
        this.clock = clock;
    }

    /** @see AgencySettings */
    record Settings(
            @NotBlank @Size(max = 200) @Nullable String name,
            @Nullable ZoneId zone,
            @Nullable MonthDay schoolYearStart,
            @NotBlank @CodeList("jurisdiction") @Nullable String jurisdiction,
            @Min(1) @Max(8_760) @Nullable Integer lateAfterHours,
            @Min(0) @Max(1_000) @Nullable Integer smallCellThreshold,
            @Nullable StatisticsSwitch statistics) {
        AgencySettings checked(LocalDate today) {
            FieldChecks checks = new FieldChecks();
            String named = checks.text("/name", name, 200);
            Code bound = checks.code("/jurisdiction", jurisdiction, "jurisdiction", today);
            int late = lateAfterHours == null ? AgencySettings.DEFAULT.lateAfterHours() : lateAfterHours;
            int small = smallCellThreshold == null ? AgencySettings.DEFAULT.smallCellThreshold() : smallCellThreshold;
            if (late < 1 || late > 8760) {
                checks.wrong("/lateAfterHours", "wrong-value", "must be 1 to 8760 hours");
            }
            if (small < 0 || small > 1000) {
                checks.wrong("/smallCellThreshold", "wrong-value", "must be 0 to 1000");
            }
            checks.refuse();
            return new AgencySettings(
                    named,
                    zone == null ? AgencySettings.DEFAULT.zone() : zone,
                    schoolYearStart == null ? AgencySettings.DEFAULT.schoolYearStart() : schoolYearStart,
                    bound.code(),
                    late,
                    small,
                    statistics == null ? AgencySettings.DEFAULT.statistics() : statistics);
        }
    }

    @Does(Action.READ_SETTINGS)
    @GetMapping
    @Operation(summary = "The agency's settings")
    ResponseEntity<SettingsAnswer> settings() {
        // The version first: settings newer than it are found stale by an edit, never overwritten unseen.
        @Nullable
        Long version = streams.version(AgencyEvent.STREAM, Agency.class).orElse(null);
        return answered(ResponseEntity.ok(), new SettingsAnswer(version, register.agency()));
    }

    @Does(Action.CHANGE_SETTINGS)
    @PutMapping
    @Operation(
            summary = "Change the agency's settings",
            description = "All of them at once. What is left out takes its default; name and jurisdiction have none. "
                    + "Once anything was recorded of the agency, If-Match names the version that was read.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(EXAMPLE))))
    @KeyHeader
    @Parameter(
            in = ParameterIn.HEADER,
            name = "If-Match",
            description = VERSION,
            schema = @Schema(type = "string", pattern = VersionHeader.FORM))
    ResponseEntity<SettingsAnswer> change(@RequestBody Settings body, HttpServletRequest http) {
        OptionalLong seen = Requests.versionSeenIfAny(http);
        LocalDate today = clock.instant().atZone(register.agency().zone()).toLocalDate();
        AgencySettings settings = body.checked(today);
        Accepted<SettingsAnswer> accepted = commands.send(
                new ChangeSettings(seen.isPresent() ? seen.getAsLong() : null, settings),
                SettingsAnswer.class,
                requests.of(http, CurrentActor.required().username()));
        return answered(ResponseEntity.ok().headers(accepted.headers()), accepted.answer());
    }

    private static ResponseEntity<SettingsAnswer> answered(ResponseEntity.BodyBuilder as, SettingsAnswer answer) {
        if (answer.version() != null) {
            as.eTag(Requests.etag(answer.version()));
        }
        return as.body(answer);
    }
}
