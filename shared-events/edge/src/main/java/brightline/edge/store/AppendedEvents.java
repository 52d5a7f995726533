package brightline.edge.store;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * What a unit of work has appended so far, in order: known once the rows are written, before the commit.
 *
 * @param events ids and content hashes
 * @param nanos time taken by hashing and writing, in nanoseconds
 */
public record AppendedEvents(List<AppendedEvent> events, long nanos) {
    private static final String RESOURCE = AppendedEvents.class.getName();
    private static final AppendedEvents NONE = new AppendedEvents(List.of(), 0);

    /**
     * One event of the log.
     *
     * @param id event identifier
     * @param contentHash see {@link ContentHash}, lower-case hexadecimal
     */
    public record AppendedEvent(String id, String contentHash) {}

    /** What the unit of work, with those nested in it, has appended; nothing when it appended nothing. */
    public static AppendedEvents in(UnitOfWork<?> work) {
        AppendedEvents appended = work.root().getResource(RESOURCE);
        return appended == null ? NONE : appended;
    }

    static void note(List<AppendedEvent> events, long nanos) {
        if (CurrentUnitOfWork.isStarted()) {
            UnitOfWork<?> root = CurrentUnitOfWork.get().root();
            AppendedEvents earlier = in(root);
            List<AppendedEvent> all = new ArrayList<>(earlier.events());
            all.addAll(events);
            root.resources().put(RESOURCE, new AppendedEvents(List.copyOf(all), earlier.nanos() + nanos));
        }
    }
}
