package brightline.edge.keys;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The key-encryption keys at hand: the one in the key file, and while it is being changed the next one, in a file of the same
 * name with {@value #NEXT} after it.
 */
final class KeyRing {
    static final String NEXT = ".next";

    private final Path file;
    private final Path next;
    private final boolean fixed;
    private volatile Map<String, KeyEncryptionKey> keys;

    private KeyRing(Path file, boolean fixed, Map<String, KeyEncryptionKey> keys) {
        this.file = file;
        this.next = file.resolveSibling(file.getFileName() + NEXT);
        this.fixed = fixed;
        this.keys = keys;
    }

    /** The keys in the file and beside it, once they are loaded. */
    static KeyRing in(Path file) {
        return new KeyRing(file, false, Map.of());
    }

    /** That key and no other, whatever stands in files. */
    static KeyRing only(KeyEncryptionKey key) {
        return new KeyRing(Path.of("none"), true, Map.of(key.id(), key));
    }

    /** @throws IllegalStateException if a file may be touched by others than its owner, or does not hold a key */
    void load() {
        if (fixed) {
            return;
        }
        Map<String, KeyEncryptionKey> found = new HashMap<>();
        // The next one first: another process may put it in the file's place between the two looks.
        for (Path one : new Path[] {next, file}) {
            KeyEncryptionKey.readIfThere(one).ifPresent(key -> found.put(key.id(), key));
        }
        keys = Map.copyOf(found);
    }

    Optional<KeyEncryptionKey> find(String id) {
        return Optional.ofNullable(keys.get(id));
    }

    /** The key of an installation that has wrapped nothing yet, made now if there is none. */
    KeyEncryptionKey first() {
        KeyEncryptionKey key = KeyEncryptionKey.inFile(file);
        load();
        return key;
    }

    /** The key to change to: the one that an interrupted change left, or a new one, safely written. */
    KeyEncryptionKey prepareNext() {
        if (Files.notExists(next)) {
            KeyEncryptionKey.random().writeTo(next);
        }
        load();
        return KeyEncryptionKey.read(next);
    }

    /**
     * Puts the next key in the place of the old one, whose bytes are overwritten. Nothing happens if that was done before.
     *
     * @param successor what must stand in the key file afterwards
     * @throws IllegalStateException if that key is in neither file
     */
    void destroyAllBut(String successor) {
        try {
            if (Files.exists(next) && KeyEncryptionKey.read(next).id().equals(successor)) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
                try (FileChannel old = FileChannel.open(file, StandardOpenOption.WRITE)) {
                    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                    KeyFile.forceDirectory(file);
                    overwrite(old);
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("The key file " + file + " cannot be replaced ("
                    + e.getClass().getSimpleName() + ")");
        }
        load();
        if (!keys.keySet().equals(Set.of(successor))) {
            throw new IllegalStateException("The key file " + file + " does not hold the key to go on with");
        }
    }

    private static void overwrite(FileChannel old) throws IOException {
        ByteBuffer noise = ByteBuffer.wrap(Cipher256.random(Math.toIntExact(old.size())));
        while (noise.hasRemaining()) {
            old.write(noise, noise.position());
        }
        old.force(true);
    }

    @Override
    public String toString() {
        return "[redacted]";
    }
}
