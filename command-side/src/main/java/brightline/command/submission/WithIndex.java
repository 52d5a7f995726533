package brightline.command.submission;

/**
 * An answer that goes out together with its place in the log, which is known only once it is committed.
 *
 * @param <A> what goes out
 */
public interface WithIndex<A> {
    /** @param index of the submission's last event */
    A at(long index);
}
