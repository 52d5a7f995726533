package brightline.command.care;

import brightline.command.care.DeadLetterCommand.DiscardDeadLetter;
import brightline.command.care.DeadLetterCommand.RetryDeadLetter;
import brightline.command.care.DeadLetterState.Discarded;
import brightline.command.care.DeadLetterState.Undecided;
import brightline.events.care.CareEvent;
import brightline.events.care.CareEvent.DeadLetterDiscarded;
import brightline.events.care.CareEvent.DeadLetterRetried;
import java.util.List;

/** Decides about parked events. A discard holds once; a retry may be asked for as often as the event is parked. */
final class DeadLetterDecider {
    private DeadLetterDecider() {}

    /**
     * What follows from the command.
     *
     * @param parked whether the projection has the event parked
     * @throws brightline.command.submission.CommandRejected if it has not
     */
    static List<CareEvent> decide(DeadLetterCommand command, DeadLetterState state, boolean parked) {
        return switch (command) {
            case DiscardDeadLetter discard ->
                switch (state) {
                    case Discarded(var reason) when reason.equals(discard.reason()) -> List.of();
                    case Undecided _, Discarded _ -> {
                        requireParked(parked);
                        yield List.of(new DeadLetterDiscarded(
                                discard.deadLetterId(), discard.projection(), discard.eventId(), discard.reason()));
                    }
                };
            case RetryDeadLetter retry -> {
                requireParked(parked);
                yield List.of(new DeadLetterRetried(retry.deadLetterId(), retry.projection(), retry.eventId()));
            }
        };
    }

    private static void requireParked(boolean parked) {
        if (!parked) {
            throw CareRule.NOT_PARKED.broken();
        }
    }

    static DeadLetterState evolve(DeadLetterState state, CareEvent event) {
        return switch (event) {
            case DeadLetterDiscarded discarded -> new Discarded(discarded.reason());
            case DeadLetterRetried _ -> state;
        };
    }
}
