package brightline.command.school;

import brightline.command.endpoint.CodeOf;
import brightline.command.endpoint.Day;
import brightline.command.endpoint.Line;
import brightline.command.endpoint.Refusal;
import brightline.command.endpoint.Sample;
import brightline.command.endpoint.Words;
import brightline.command.fields.NumberFault;
import brightline.command.register.RegisterEdition;
import brightline.command.school.SchoolCommand.GiveCode;
import brightline.command.school.SchoolCommand.RegisterSchool;
import brightline.edge.access.Action;
import brightline.edge.access.Does;
import brightline.events.SchoolCode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Schools are registered, confirmed and renamed here, all in the same way, and given other codes. */
@RestController
@Tag(name = "Program")
class SchoolController {
    static final String EXAMPLE = """
            {"code": "MAR", "name": "Marsh High School"}
            """;

    static final String CODE_EXAMPLE = """
            {"code": "0131219", "from": "2026-01-12", "reason": "CHANGED", "basis": "SCHOOL_REPORT"}
            """;

    record NewSchool(
            @NotNull @Line(40) String code,
            @NotNull @Line(200) String name) {}

    /** @param from first day; null where the code on record was never the school's */
    record NewCode(
            @NotNull @Line(40) String code,
            @Day(past = true) @Nullable LocalDate from,
            @NotNull @CodeOf("change-reason") String reason,
            @NotNull @CodeOf("correction-basis") String basis) {}

    @Does(Action.GIVE_SCHOOL_CODE)
    @PostMapping("/api/commands/schools/{school}/codes")
    @Operation(
            summary = "Give a school another code",
            description =
                    "The school keeps one record and its first code in addresses and answers; the new code is the one that is shown."
                            + " Every code it bore still leads to it, in files, questions and documents, and none of them may be"
                            + " another school's. Without a day, the codes on record never were this school's.")
    @Sample(CODE_EXAMPLE)
    GiveCode giveCode(@PathVariable String school, @RequestBody NewCode sent, RegisterEdition known) {
        Refusal.ofNumber("/code", NumberFault.ofSchoolCode(sent.code()));
        return new GiveCode(
                known.asRegistered(Words.schoolOfAddress(school)),
                new SchoolCode(sent.code().strip()),
                sent.from(),
                Words.code("change-reason", sent.reason()),
                Words.code("correction-basis", sent.basis()));
    }

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
