package brightline.command.submission;

import java.util.List;
import java.util.function.BiFunction;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/** Notes, just before a unit of work appends its events, which is the last of them and when that was. */
final class LastAppended implements MessageDispatchInterceptor<EventMessage<?>> {
    private static final String RESOURCE = LastAppended.class.getName();

    /** @param appendingSince {@link System#nanoTime()} just before the first append */
    private record Note(String eventId, long appendingSince) {}

    @Override
    public BiFunction<Integer, EventMessage<?>, EventMessage<?>> handle(List<? extends EventMessage<?>> events) {
        if (!events.isEmpty() && CurrentUnitOfWork.isStarted()) {
            UnitOfWork<?> work = CurrentUnitOfWork.get().root();
            Note earlier = work.getResource(RESOURCE);
            work.resources()
                    .put(
                            RESOURCE,
                            new Note(
                                    events.getLast().getIdentifier(),
                                    earlier == null ? System.nanoTime() : earlier.appendingSince()));
        }
        return (_, event) -> event;
    }

    /** The id of the last event the unit of work appended; null when none. */
    static @Nullable String eventOf(UnitOfWork<?> work) {
        Note note = work.root().getResource(RESOURCE);
        return note == null ? null : note.eventId();
    }

    /** Nanoseconds since the unit of work began to append; null when it appended nothing. */
    static @Nullable Long nanosSinceAppendOf(UnitOfWork<?> work) {
        Note note = work.root().getResource(RESOURCE);
        return note == null ? null : System.nanoTime() - note.appendingSince();
    }
}
