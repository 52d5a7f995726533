package brightline.command.school;

import brightline.command.endpoint.Line;
import brightline.command.endpoint.Refusal;
import brightline.command.endpoint.Sample;
import brightline.command.fields.NumberFault;
import brightline.command.register.RegisterEdition;
import brightline.command.school.SchoolCommand.RegisterSchool;
import brightline.edge.access.Action;
import brightline.edge.access.Does;
import brightline.events.SchoolCode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotNull;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Schools are registered, confirmed and renamed here, all in the same way. */
@RestController
@Tag(name = "Program")
class SchoolController {
    static final String EXAMPLE = """
            {"code": "MAR", "name": "Marsh High School"}
            """;

    record NewSchool(
            @NotNull @Line(40) String code,
            @NotNull @Line(200) String name) {}

    @Does(Action.REGISTER_SCHOOL)
    @PostMapping("/api/commands/schools")
    @Operation(summary = "Register a school, confirm it or give it another name")
    @Sample(EXAMPLE)
    RegisterSchool register(@RequestBody NewSchool sent, RegisterEdition known) {
        SchoolCode code = new SchoolCode(sent.code().strip());
        if (known.school(code).isEmpty()) {
            Refusal.ofNumber("/code", NumberFault.ofSchoolCode(sent.code()));
        }
        return new RegisterSchool(known.asRegistered(code), sent.name().strip());
    }
}
