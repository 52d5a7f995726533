package brightline.command.officer;

import brightline.command.officer.OfficerCommand.*;
import brightline.command.register.FieldChecks;
import brightline.command.register.ReferenceAnswers;
import brightline.command.submission.DerivedIds;
import brightline.command.submission.KeyHeader;
import brightline.command.submission.Request;
import brightline.edge.access.Action;
import brightline.edge.access.Does;
import brightline.edge.description.CodeList;
import brightline.events.Code;
import brightline.events.Correction;
import brightline.events.OfficerId;
import brightline.events.SchoolCode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Officers and where they serve. Days are days of the agency's zone, both ends included; they may lie back. */
@RestController
@RequestMapping(path = "/api/commands/officers", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Roster")
class OfficerController {
    private final OfficerSubmissions submissions;

    OfficerController(OfficerSubmissions submissions) {
        this.submissions = submissions;
    }

    /** @param capacity code list {@code capacity} */
    record NewOfficer(
            @NotBlank @Size(max = 20) @Nullable String starNumber,
            @NotBlank @Size(max = 200) @Nullable String name,
            @NotBlank @CodeList("capacity") @Nullable String capacity) {}

    record NewCapacity(
            @NotBlank @CodeList("capacity") @Nullable String capacity) {}

    /**
     * @param lastDay null for open
     * @param post code list {@code post}; null where nobody said
     */
    record AssignmentStart(
            @NotBlank @Size(max = 40) @Nullable String school,
            @NotNull @Nullable LocalDate from,
            @Nullable LocalDate lastDay,
            @CodeList("post") @Nullable String post) {}

    record AssignmentEnd(
            @NotBlank @Size(max = 40) @Nullable String school,
            @NotNull @Nullable LocalDate lastDay) {}

    /** @param from first day of the assignment meant */
    record AssignmentPost(
            @NotBlank @Size(max = 40) @Nullable String school,
            @NotNull @Nullable LocalDate from,
            @NotBlank @CodeList("post") @Nullable String post) {}

    /** @param side code list {@code roster-side} */
    record AssignmentConfirmation(
            @NotBlank @Size(max = 40) @Nullable String school,
            @NotNull @Nullable LocalDate on,
            @NotBlank @CodeList("roster-side") @Nullable String side) {}

    /**
     * @param reason code list {@code correction-reason}
     * @param basis code list {@code correction-basis}
     */
    record AssignmentWithdrawal(
            @NotBlank @Size(max = 40) @Nullable String school,
            @NotNull @Nullable LocalDate from,

            @NotBlank @CodeList("correction-reason") @Nullable
            String reason,

            @NotBlank @CodeList("correction-basis") @Nullable
            String basis) {}

    @Does(Action.REGISTER_OFFICER)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Register an officer",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(OfficerExamples.REGISTER))))
    @KeyHeader
    ResponseEntity<OfficerAnswer> register(@RequestBody NewOfficer body, HttpServletRequest http) {
        FieldChecks checks = new FieldChecks();
        String star = checks.text("/starNumber", body.starNumber(), 20);
        String name = checks.text("/name", body.name(), 200);
        Code capacity = checks.code("/capacity", body.capacity(), "capacity", submissions.today());
        checks.refuse();
        Request request = submissions.request(http, body);
        OfficerId id = new OfficerId(DerivedIds.of(request, 0));
        return ReferenceAnswers.created(
                submissions.submit(new RegisterOfficer(id, star, name, capacity), request),
                "/api/commands/officers/",
                OfficerAnswer::officer);
    }

    @Does(Action.CHANGE_CAPACITY)
    @PostMapping("/{id}/capacity")
    @Operation(
            summary = "Say in which capacity an officer usually acts from now on",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(OfficerExamples.CAPACITY))))
    @KeyHeader
    ResponseEntity<OfficerAnswer> changeCapacity(
            @PathVariable UUID id, @RequestBody NewCapacity body, HttpServletRequest http) {
        FieldChecks checks = new FieldChecks();
        Code capacity = checks.code("/capacity", body.capacity(), "capacity", submissions.today());
        checks.refuse();
        return submissions.send(new ChangeCapacity(new OfficerId(id), capacity), body, http);
    }

    @Does(Action.ASSIGN_OFFICER)
    @PostMapping("/{id}/assignments")
    @Operation(
            summary = "Start an assignment to a school",
            description = "An assignment recorded after its first day is taken, and shown as back-dated.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(OfficerExamples.ASSIGN))))
    @KeyHeader
    ResponseEntity<OfficerAnswer> startAssignment(
            @PathVariable UUID id, @RequestBody AssignmentStart body, HttpServletRequest http) {
        FieldChecks checks = new FieldChecks();
        SchoolCode school = school(checks, body.school());
        LocalDate from = checks.day("/from", body.from());
        LocalDate lastDay = checks.dayIfGiven("/lastDay", body.lastDay());
        Code post = body.post() == null ? null : checks.code("/post", body.post(), "post", submissions.today());
        checks.refuse();
        return submissions.send(
                new StartAssignment(new OfficerId(id), Objects.requireNonNull(school), from, lastDay, post),
                body,
                http);
    }

    @Does(Action.END_ASSIGNMENT)
    @PostMapping("/{id}/assignments/end")
    @Operation(
            summary = "End an assignment",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(OfficerExamples.END))))
    @KeyHeader
    ResponseEntity<OfficerAnswer> endAssignment(
            @PathVariable UUID id, @RequestBody AssignmentEnd body, HttpServletRequest http) {
        FieldChecks checks = new FieldChecks();
        SchoolCode school = school(checks, body.school());
        LocalDate lastDay = checks.day("/lastDay", body.lastDay());
        checks.refuse();
        return submissions.send(
                new EndAssignment(new OfficerId(id), Objects.requireNonNull(school), lastDay), body, http);
    }

    @Does(Action.GIVE_POST)
    @PostMapping("/{id}/assignments/post")
    @Operation(
            summary = "Say whether an officer stands at a school first or in relief",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(OfficerExamples.POST))))
    @KeyHeader
    ResponseEntity<OfficerAnswer> givePost(
            @PathVariable UUID id, @RequestBody AssignmentPost body, HttpServletRequest http) {
        FieldChecks checks = new FieldChecks();
        SchoolCode school = school(checks, body.school());
        LocalDate from = checks.day("/from", body.from());
        Code post = checks.code("/post", body.post(), "post", submissions.today());
        checks.refuse();
        return submissions.send(
                new GivePost(new OfficerId(id), Objects.requireNonNull(school), from, post), body, http);
    }

    @Does(Action.CONFIRM_ASSIGNMENT)
    @PostMapping("/{id}/assignments/confirmations")
    @Operation(
            summary = "Confirm that an assignment is as recorded, by one side's list",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(OfficerExamples.CONFIRM))))
    @KeyHeader
    ResponseEntity<OfficerAnswer> confirm(
            @PathVariable UUID id, @RequestBody AssignmentConfirmation body, HttpServletRequest http) {
        LocalDate today = submissions.today();
        FieldChecks checks = new FieldChecks();
        SchoolCode school = school(checks, body.school());
        LocalDate on = checks.past("/on", body.on(), today);
        Code side = checks.code("/side", body.side(), "roster-side", today);
        checks.refuse();
        return submissions.send(
                new ConfirmAssignment(new OfficerId(id), Objects.requireNonNull(school), on, side), body, http);
    }

    @Does(Action.WITHDRAW_ASSIGNMENT)
    @PostMapping("/{id}/assignments/withdrawals")
    @Operation(
            summary = "Withdraw an assignment that was entered by mistake",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(OfficerExamples.WITHDRAW))))
    @KeyHeader
    ResponseEntity<OfficerAnswer> withdraw(
            @PathVariable UUID id, @RequestBody AssignmentWithdrawal body, HttpServletRequest http) {
        FieldChecks checks = new FieldChecks();
        SchoolCode school = school(checks, body.school());
        LocalDate from = checks.day("/from", body.from());
        Correction correction = checks.correction(body.reason(), body.basis(), submissions.today());
        checks.refuse();
        return submissions.send(
                new WithdrawAssignment(new OfficerId(id), Objects.requireNonNull(school), from, correction),
                body,
                http);
    }

    private static @Nullable SchoolCode school(FieldChecks checks, @Nullable String school) {
        checks.given("/school", school);
        return checks.school("/school", school);
    }
}
