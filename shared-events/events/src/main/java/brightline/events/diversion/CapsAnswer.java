package brightline.events.diversion;

/**
 * What our own records say of the limits on the number of station adjustments (705 ILCS 405/5-301). The limits are statewide: more
 * than this nobody can say here.
 */
public enum CapsAnswer {
    /** No limit is reached by what is recorded here. */
    WITHIN_BY_OUR_RECORDS,
    /** A limit is reached by what is recorded here alone. */
    BEYOND_BY_OUR_RECORDS,
    /** The student is not identified. */
    NOT_KNOWN
}
