package brightline.query.projection;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.axonframework.messaging.deadletter.EnqueuePolicy;
import org.axonframework.messaging.deadletter.ThrowableCause;

/**
 * Keeps an event that could not be handled, tries it twice more, then leaves it parked. Of the cause it keeps class and code:
 * messages of exceptions may quote what they failed on.
 */
final class ParkingPolicy implements EnqueuePolicy<EventMessage<?>> {
    static final int RETRIES = 2;
    private static final String RETRIED = "retried";
    /** Of the last failure. After a retry the queue's own columns name the framework's wrapper of the cause. */
    private static final String CAUSE_TYPE = "causeType";

    private static final String CAUSE_CODE = "causeCode";

    @Override
    public EnqueueDecision<EventMessage<?>> decide(DeadLetter<? extends EventMessage<?>> letter, Throwable cause) {
        ProjectionFailure failure = ProjectionFailure.of(cause);
        return Decisions.requeue(
                new ThrowableCause(failure.type(), failure.code()),
                failed -> failed.diagnostics()
                        .and(RETRIED, retried(letter) + 1)
                        .and(CAUSE_TYPE, failure.type())
                        .and(CAUSE_CODE, failure.code()));
    }

    static boolean isDueAgain(DeadLetter<? extends EventMessage<?>> letter) {
        return retried(letter) < RETRIES;
    }

    /** -1 for a letter that fails for the first time. */
    private static int retried(DeadLetter<? extends EventMessage<?>> letter) {
        return letter.diagnostics().get(RETRIED) instanceof Number times ? times.intValue() : -1;
    }
}
