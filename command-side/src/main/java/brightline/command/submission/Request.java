package brightline.command.submission;

import org.jspecify.annotations.Nullable;

/**
 * Who submits, under which key. The same actor, key and content are the same submission, however often they arrive.
 *
 * @param actor the account's user name
 * @param key the client's Idempotency-Key; null for programs inside, which have keys of their own
 * @param contentMac keyed MAC of everything that makes the request what it is: address, precondition and body
 */
public record Request(String actor, @Nullable String key, String contentMac) {

    /** A submission by a program inside, not bound to a request: it is run each time it is sent. */
    public static Request inside(String actor) {
        return new Request(actor, null, "");
    }
}
