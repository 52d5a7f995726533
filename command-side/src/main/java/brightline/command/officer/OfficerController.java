package brightline.command.officer;

import brightline.command.endpoint.CodeOf;
import brightline.command.endpoint.Day;
import brightline.command.endpoint.Line;
import brightline.command.endpoint.Refusal;
import brightline.command.endpoint.Sample;
import brightline.command.endpoint.Sender;
import brightline.command.endpoint.Words;
import brightline.command.fields.NumberFault;
import brightline.command.officer.OfficerCommand.*;
import brightline.command.register.RegisterEdition;
import brightline.edge.access.Action;
import brightline.edge.access.Does;
import brightline.events.OfficerId;
import brightline.events.SchoolCode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Officers and where they serve. Days are days of the agency's zone, both ends included; they may lie back. */
@RestController
@RequestMapping("/api/commands/officers")
@Tag(name = "Roster")
class OfficerController {
    record NewOfficer(
            @NotNull @Line(20) String starNumber,
            @NotNull @Line(200) String name,
            @NotNull @CodeOf("capacity") String capacity) {}

    /** @param from since when */
    record NewName(
            @NotNull @Line(200) String name,
            @NotNull @Day(past = true) LocalDate from,
            @NotNull @CodeOf("change-reason") String reason,
            @NotNull @CodeOf("correction-basis") String basis) {}

    /** @param from first day; null where the star on record was never the officer's */
    record NewStar(
            @NotNull @Line(20) String starNumber,
            @Day @Nullable LocalDate from,
            @NotNull @CodeOf("change-reason") String reason,
            @NotNull @CodeOf("correction-basis") String basis) {}

    record LastDayOfStar(
            @NotNull @Day LocalDate lastDay,
            @NotNull @CodeOf("change-reason") String reason,
            @NotNull @CodeOf("correction-basis") String basis) {}

    record NewCapacity(@NotNull @CodeOf("capacity") String capacity) {}

    /**
     * @param lastDay null for open
     * @param post null where nobody said
     */
    record AssignmentStart(
            @NotNull @Line(40) String school,
            @NotNull @Day LocalDate from,
            @Day @Nullable LocalDate lastDay,
            @CodeOf("post") @Nullable String post) {}

    record AssignmentEnd(
            @NotNull @Line(40) String school, @NotNull @Day LocalDate lastDay) {}

    /** @param from first day of the assignment meant */
    record AssignmentPost(
            @NotNull @Line(40) String school,
            @NotNull @Day LocalDate from,
            @NotNull @CodeOf("post") String post) {}

    record AssignmentConfirmation(
            @NotNull @Line(40) String school,
            @NotNull @Day(past = true) LocalDate on,
            @NotNull @CodeOf("roster-side") String side) {}

    /** @param from first day of the assignment meant */
    record AssignmentWithdrawal(
            @NotNull @Line(40) String school,
            @NotNull @Day LocalDate from,
            @NotNull @CodeOf("correction-reason") String reason,
            @NotNull @CodeOf("correction-basis") String basis) {}

    @Does(Action.REGISTER_OFFICER)
    @PostMapping
    @Operation(summary = "Register an officer")
    @Sample(OfficerExamples.REGISTER)
    RegisterOfficer register(@RequestBody NewOfficer sent, Sender sender) {
        String star = sent.starNumber().strip();
        Refusal.ofNumber("/starNumber", NumberFault.ofCode(star));
        return new RegisterOfficer(
                sender.newId(OfficerId::new), star, sent.name().strip(), Words.code("capacity", sent.capacity()));
    }

    @Does(Action.RENAME_OFFICER)
    @PostMapping("/{id}/names")
    @Operation(
            summary = "Say that an officer goes by another name",
            description = "The officer stays the same: record, training and assignments go on under the new name.")
    @Sample(OfficerExamples.NAME)
    RenameOfficer rename(@PathVariable UUID id, @RequestBody NewName sent) {
        return new RenameOfficer(
                new OfficerId(id),
                sent.name().strip(),
                sent.from(),
                Words.code("change-reason", sent.reason()),
                Words.code("correction-basis", sent.basis()));
    }

    @Does(Action.GIVE_STAR)
    @PostMapping("/{id}/stars")
    @Operation(
            summary = "Give an officer another star from a day on",
            description = "The star before is worn until the day before, and may then be another officer's. A star in a"
                    + " document or file means the officer who wore it on the day of the contact. Without a day, the stars on"
                    + " record never were this officer's.")
    @Sample(OfficerExamples.STAR)
    GiveStar giveStar(@PathVariable UUID id, @RequestBody NewStar sent) {
        String star = sent.starNumber().strip();
        Refusal.ofNumber("/starNumber", NumberFault.ofCode(star));
        return new GiveStar(
                new OfficerId(id),
                star,
                sent.from(),
                Words.code("change-reason", sent.reason()),
                Words.code("correction-basis", sent.basis()));
    }

    @Does(Action.GIVE_UP_STAR)
    @PostMapping("/{id}/stars/end")
    @Operation(
            summary = "Say on which day an officer wore the star last",
            description = "From the day after on it may be another officer's.")
    @Sample(OfficerExamples.STAR_END)
    GiveUpStar giveUpStar(@PathVariable UUID id, @RequestBody LastDayOfStar sent) {
        return new GiveUpStar(
                new OfficerId(id),
                sent.lastDay(),
                Words.code("change-reason", sent.reason()),
                Words.code("correction-basis", sent.basis()));
    }

    @Does(Action.CHANGE_CAPACITY)
    @PostMapping("/{id}/capacity")
    @Operation(summary = "Say in which capacity an officer usually acts from now on")
    @Sample(OfficerExamples.CAPACITY)
    ChangeCapacity changeCapacity(@PathVariable UUID id, @RequestBody NewCapacity sent) {
        return new ChangeCapacity(new OfficerId(id), Words.code("capacity", sent.capacity()));
    }

    @Does(Action.ASSIGN_OFFICER)
    @PostMapping("/{id}/assignments")
    @Operation(
            summary = "Start an assignment to a school",
            description = "An assignment recorded after its first day is taken, and shown as back-dated.")
    @Sample(OfficerExamples.ASSIGN)
    StartAssignment startAssignment(@PathVariable UUID id, @RequestBody AssignmentStart sent, RegisterEdition known) {
        return new StartAssignment(
                new OfficerId(id),
                school(sent.school(), known),
                sent.from(),
                sent.lastDay(),
                sent.post() == null ? null : Words.code("post", sent.post()));
    }

    @Does(Action.END_ASSIGNMENT)
    @PostMapping("/{id}/assignments/end")
    @Operation(summary = "End an assignment")
    @Sample(OfficerExamples.END)
    EndAssignment endAssignment(@PathVariable UUID id, @RequestBody AssignmentEnd sent, RegisterEdition known) {
        return new EndAssignment(new OfficerId(id), school(sent.school(), known), sent.lastDay());
    }

    @Does(Action.GIVE_POST)
    @PostMapping("/{id}/assignments/post")
    @Operation(summary = "Say whether an officer stands at a school first or in relief")
    @Sample(OfficerExamples.POST)
    GivePost givePost(@PathVariable UUID id, @RequestBody AssignmentPost sent, RegisterEdition known) {
        return new GivePost(
                new OfficerId(id), school(sent.school(), known), sent.from(), Words.code("post", sent.post()));
    }

    @Does(Action.CONFIRM_ASSIGNMENT)
    @PostMapping("/{id}/assignments/confirmations")
    @Operation(summary = "Confirm that an assignment is as recorded, by one side's list")
    @Sample(OfficerExamples.CONFIRM)
    ConfirmAssignment confirm(@PathVariable UUID id, @RequestBody AssignmentConfirmation sent, RegisterEdition known) {
        return new ConfirmAssignment(
                new OfficerId(id), school(sent.school(), known), sent.on(), Words.code("roster-side", sent.side()));
    }

    @Does(Action.WITHDRAW_ASSIGNMENT)
    @PostMapping("/{id}/assignments/withdrawals")
    @Operation(summary = "Withdraw an assignment that was entered by mistake")
    @Sample(OfficerExamples.WITHDRAW)
    WithdrawAssignment withdraw(@PathVariable UUID id, @RequestBody AssignmentWithdrawal sent, RegisterEdition known) {
        return new WithdrawAssignment(
                new OfficerId(id),
                school(sent.school(), known),
                sent.from(),
                Words.correction(sent.reason(), sent.basis()));
    }

    private static SchoolCode school(String code, RegisterEdition known) {
        return known.asRegistered(new SchoolCode(code.strip()));
    }
}
