package brightline.command;

import brightline.events.Code;
import brightline.events.IncidentId;
import brightline.events.InteractionId;
import brightline.events.InvolvementRole;
import brightline.events.Source;
import brightline.events.Stated;
import brightline.events.SubjectHandle;
import brightline.events.code.CodeEntry;
import brightline.events.code.CodeLists;
import brightline.events.interaction.InteractionEvent.ActionTaken;
import brightline.events.interaction.InteractionEvent.InteractionOpened;
import brightline.events.interaction.InteractionRecord;
import brightline.events.interaction.PoliceAction;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/** An entered contact in which one thing was done: for whoever asks what was done. */
public final class ContactWithAction {
    private ContactWithAction() {}

    /** The codes of {@code police-action} whose contact holds. */
    public static List<String> ofEveryCode(Predicate<InteractionRecord> holds) {
        return CodeLists.standard().validOn("police-action", LocalDate.parse("2026-12-01")).stream()
                .filter(entry -> holds.test(of(entry.key())))
                .map(CodeEntry::code)
                .toList();
    }

    /** The contact in which this was done. */
    public static InteractionRecord of(Code action) {
        InteractionId id = new InteractionId(new UUID(1, 1));
        InteractionRecord opened = InteractionRecord.of(new InteractionOpened(
                id,
                new IncidentId(new UUID(3, 3)),
                new SubjectHandle(new UUID(2, 2)),
                InvolvementRole.SUBJECT,
                Instant.parse("2026-12-01T16:00:00Z"),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Source.ENTERED));
        return InteractionRecord.evolve(
                opened,
                new ActionTaken(id, new PoliceAction(1, action, null, null, Stated.NO, null, null, null, null, null)));
    }
}
