package brightline.command.clash;

import brightline.command.clash.ClashEdit.DecideClash;
import brightline.command.clash.ClashEdit.ReopenClash;
import brightline.command.endpoint.CodeOf;
import brightline.command.endpoint.IfMatch;
import brightline.command.endpoint.Sample;
import brightline.command.endpoint.Words;
import brightline.edge.access.Action;
import brightline.edge.access.Does;
import brightline.events.ClashId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Two who stand under one number: are they one child? */
@RestController
@RequestMapping("/api/commands/clashes/{id}")
@Tag(name = "Students")
class ClashController {
    /** @param finding SAME or DIFFERENT @param reason of list correction-reason @param basis of list correction-basis */
    record Decision(
            @NotNull Finding finding,
            @NotNull @CodeOf("correction-reason") String reason,
            @NotNull @CodeOf("correction-basis") String basis) {}

    /** @param reason of list correction-reason @param basis of list correction-basis */
    record Reopening(
            @NotNull @CodeOf("correction-reason") String reason,
            @NotNull @CodeOf("correction-basis") String basis) {}

    @Does(Action.DECIDE_CLASH)
    @Operation(
            summary = "Decide whether two who stand under one number are one child",
            description =
                    "SAME joins the entry that was kept apart with that of who had the number before. DIFFERENT leaves both as they"
                            + " are: the number is both children's, and who is meant by it is asked. Either can be taken back.")
    @Sample("""
            {"finding": "DIFFERENT", "reason": "NEW_INFORMATION", "basis": "SCHOOL_REPORT"}""")
    @PostMapping("/decision")
    DecideClash decide(@PathVariable UUID id, @IfMatch long versionSeen, @RequestBody Decision sent) {
        return new DecideClash(
                new ClashId(id), versionSeen, sent.finding(), Words.correction(sent.reason(), sent.basis()));
    }

    @Does(Action.REOPEN_CLASH)
    @Operation(
            summary = "Take back what was decided about two who stand under one number",
            description = "The question is open again; two who were joined by the decision are parted.")
    @Sample("""
            {"reason": "NEW_INFORMATION", "basis": "PARENT_REPORT"}""")
    @PostMapping("/reopening")
    ReopenClash reopen(@PathVariable UUID id, @IfMatch long versionSeen, @RequestBody Reopening sent) {
        return new ReopenClash(new ClashId(id), versionSeen, Words.correction(sent.reason(), sent.basis()));
    }
}
