package brightline.command.submission;

/**
 * A command that an endpoint may return: it is submitted, and answered with {@code A}.
 *
 * @param <A> a record that JSON can hold, without personal data; what the command's handler returns
 */
public interface AnsweredBy<A> {}
