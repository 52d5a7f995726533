package brightline.command.submission;

/** A command that, once accepted, is answered 201 with the place of what it created: below the address it was sent to. */
public interface Creates<A extends Identified> extends AnsweredBy<A> {
    /** The address below which what is created stands. @param sentTo the address the command was sent to */
    default String below(String sentTo) {
        return sentTo;
    }
}
