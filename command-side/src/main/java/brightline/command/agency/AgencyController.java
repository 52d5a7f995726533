package brightline.command.agency;

import brightline.command.agency.AgencyCommand.ChangeSettings;
import brightline.command.register.FieldChecks;
import brightline.command.register.ReferenceAnswers;
import brightline.command.register.ReferenceRegister;
import brightline.command.submission.Commands;
import brightline.command.submission.Requests;
import brightline.edge.access.CurrentActor;
import brightline.events.agency.AgencySettings;
import brightline.events.agency.AgencySettings.StatisticsSwitch;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.MonthDay;
import java.time.ZoneId;
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
@Tag(name = "Programme")
class AgencyController {
    static final String EXAMPLE = """
            {"name": "Example City Police", "zone": "America/Chicago", "schoolYearStart": "--08-01",
             "jurisdiction": "illinois", "lateAfterHours": 24, "smallCellThreshold": 10, "statistics": "DROP"}
            """;
    private static final String KEY = "16 to 255 visible characters, new for each submission";

    private final Commands commands;
    private final Requests requests;
    private final ReferenceRegister register;

    AgencyController(Commands commands, Requests requests, ReferenceRegister register) {
        this.commands = commands;
        this.requests = requests;
        this.register = register;
    }

    /** @see AgencySettings */
    record Settings(
            @Nullable String name,
            @Nullable ZoneId zone,
            @Nullable MonthDay schoolYearStart,
            @Nullable String jurisdiction,
            @Nullable Integer lateAfterHours,
            @Nullable Integer smallCellThreshold,
            @Nullable StatisticsSwitch statistics) {
        AgencySettings checked() {
            FieldChecks checks = new FieldChecks();
            String named = checks.text("/name", name, 200);
            String bound = checks.text("/jurisdiction", jurisdiction, 40);
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
                    bound,
                    late,
                    small,
                    statistics == null ? AgencySettings.DEFAULT.statistics() : statistics);
        }
    }

    @GetMapping
    @Operation(summary = "The agency's settings")
    SettingsAnswer settings() {
        return new SettingsAnswer(register.agency());
    }

    @PutMapping
    @Operation(
            summary = "Change the agency's settings",
            description = "All of them at once. What is left out takes its default; name and jurisdiction have none.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(EXAMPLE))))
    @Parameter(in = ParameterIn.HEADER, name = Requests.KEY_HEADER, required = true, description = KEY)
    ResponseEntity<SettingsAnswer> change(@RequestBody Settings body, HttpServletRequest http) {
        AgencySettings settings = body.checked();
        return ReferenceAnswers.done(commands.send(
                new ChangeSettings(settings),
                SettingsAnswer.class,
                requests.of(http, CurrentActor.required().username(), body)));
    }
}
