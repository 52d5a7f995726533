package brightline.edge.store;

/** The keys of what travels beside every event. Values are texts and never personal. */
public final class EventMetadata {
    /** The account that acted. */
    public static final String ACTOR = "actor";

    /** One per accepted command: all events recorded in one transaction carry the same. */
    public static final String SUBMISSION = "submission";

    private EventMetadata() {}
}
