package brightline.query.projection;

/** Which events projections may go on without. */
@FunctionalInterface
public interface DiscardedEvents {
    /** Whether it was decided that the projection goes on without the event where it cannot handle it. Asked after a failure only. */
    boolean contains(String projection, String eventId);
}
