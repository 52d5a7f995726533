package brightline.command.school;

import brightline.command.register.FieldChecks;
import brightline.command.register.ReferenceAnswers;
import brightline.command.school.SchoolCommand.RegisterSchool;
import brightline.command.submission.Commands;
import brightline.command.submission.KeyHeader;
import brightline.command.submission.Requests;
import brightline.edge.access.Action;
import brightline.edge.access.CurrentActor;
import brightline.edge.access.Does;
import brightline.events.SchoolCode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriUtils;

/** Schools are registered, confirmed and renamed here, all in the same way. */
@RestController
@Tag(name = "Program")
class SchoolController {
    static final String EXAMPLE = """
            {"code": "MAR", "name": "Marsh High School"}
            """;

    private final Commands commands;
    private final Requests requests;

    SchoolController(Commands commands, Requests requests) {
        this.commands = commands;
        this.requests = requests;
    }

    record NewSchool(
            @NotBlank @Size(max = 40) @Nullable String code,
            @NotBlank @Size(max = 200) @Nullable String name) {}

    @Does(Action.REGISTER_SCHOOL)
    @PostMapping(path = "/api/commands/schools", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Register a school, confirm it or give it another name",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(EXAMPLE))))
    @KeyHeader
    ResponseEntity<SchoolAnswer> register(@RequestBody NewSchool body, HttpServletRequest http) {
        FieldChecks checks = new FieldChecks();
        checks.given("/code", body.code());
        SchoolCode code = checks.school("/code", body.code());
        String name = checks.text("/name", body.name(), 200);
        checks.refuse();
        SchoolCode school = Objects.requireNonNull(code);
        return ReferenceAnswers.created(
                commands.send(
                        new RegisterSchool(school, name),
                        SchoolAnswer.class,
                        requests.of(http, CurrentActor.required().username())),
                "/api/commands/schools/" + UriUtils.encodePathSegment(school.value(), "UTF-8"));
    }
}
