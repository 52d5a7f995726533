package brightline.query.projection;

/** Some events on their way into the tables. Used by one thread, in one transaction. */
public interface ProjectionBatch {
    /**
     * Takes in one event, in memory. An exception says that this event cannot be handled: the batch is then as it was
     * before, and the event is parked with all later ones of its stream.
     */
    void handle(Recorded recorded);

    /**
     * Writes what the events changed.
     *
     * @param position index the rows rest on from now on: the last event's, or a higher one if they rested on that already
     */
    void flush(long position);
}
