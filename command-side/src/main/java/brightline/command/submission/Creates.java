package brightline.command.submission;

/** A command that, once accepted, is answered 201 with the place of what it created. */
public interface Creates {
    /** The id of what it creates, the last step of that place. */
    Object created();
}
