package brightline.edge.keys;

import java.util.Optional;

/** What is found when a personal part is read. */
public sealed interface Opened<T extends PersonalPart> {
    /** The part, if it can still be read. */
    default Optional<T> value() {
        return this instanceof Readable<T>(T part) ? Optional.of(part) : Optional.empty();
    }

    /** The part as recorded. */
    record Readable<T extends PersonalPart>(T part) implements Opened<T> {}

    /** The part cannot be read: its key or its ciphertext is gone. A replay goes on with this. */
    record Redacted<T extends PersonalPart>(Part part) implements Opened<T> {}
}
