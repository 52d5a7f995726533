package brightline.command.interaction;

import brightline.events.code.ArrestKind;
import brightline.events.interaction.InteractionRecord;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/** Since when a student was in custody, as the contact records it. */
public final class Custody {
    private Custody() {}

    /** The first arrest's time, or the contact's where the arrest has none; empty if there was no arrest. */
    public static Optional<Instant> since(InteractionRecord record) {
        return record.actions().stream()
                .filter(action -> ArrestKind.of(action.code()) == ArrestKind.CUSTODIAL)
                .map(action -> action.startedAt() == null ? record.occurredAt() : action.startedAt())
                .min(Comparator.naturalOrder());
    }
}
