package brightline.command.submission;

/** An answer that names what it is about. */
public interface Identified {
    /** Its id, which may be one that an earlier release derived: the last step of its place. */
    Object id();
}
