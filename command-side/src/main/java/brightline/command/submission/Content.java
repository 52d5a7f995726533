package brightline.command.submission;

import java.util.Set;
import java.util.function.Supplier;

/**
 * Everything that makes a request what it is: address, precondition and body, as a keyed MAC. An answer is stored with the MAC and
 * with how the body was read for it, so that a request is known again after an upgrade that reads bodies otherwise.
 */
public final class Content {
    /** The body as the JSON that arrived, in one spelling: {@link SortedJson}. */
    static final int VERSION = 2;

    /** The body as releases before read it: {@link FirstReading}. */
    private static final int FIRST = 1;

    private final String mac;
    private final Supplier<Set<String>> first;

    /** @param mac of what was never read otherwise */
    public Content(String mac) {
        this(mac, Set::of);
    }

    /** @param first the MACs that earlier releases may have stored for it */
    Content(String mac, Supplier<Set<String>> first) {
        this.mac = mac;
        this.first = first;
    }

    /** As this release reads it. */
    String mac() {
        return mac;
    }

    /**
     * Whether this is the content of a stored answer.
     *
     * @param version how the body was read
     * @throws IllegalArgumentException when no release reads bodies so
     */
    boolean is(String stored, int version) {
        return switch (version) {
            case FIRST -> first.get().contains(stored);
            case VERSION -> mac.equals(stored);
            default -> throw new IllegalArgumentException("No release reads bodies by version " + version);
        };
    }
}
