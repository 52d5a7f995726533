package brightline.command.submission;

import org.jspecify.annotations.Nullable;

/**
 * Who submits, under which key. The same actor, key and content are the same submission, however often they arrive.
 *
 * @param actor the account's user name
 * @param key the client's Idempotency-Key; null for programs inside, which have keys of their own
 */
public record Request(String actor, @Nullable String key, Content content) {

    /** A submission by a program inside, not bound to a request: it is run each time it is sent. */
    public static Request inside(String actor) {
        return new Request(actor, null, new Content(""));
    }
}
