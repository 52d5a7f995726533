package brightline.standalone.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What an earlier start left in a database directory: a server whose Brightline was killed, or only its lock file. Reads Linux's
 * {@code /proc}; the caller holds the directory against other processes of Brightline.
 */
final class PreviousServer {
    /** Higher than any process number that Linux gives out, so the server finds the owner of its lock file gone. */
    static final String NOBODYS_PID = Integer.toString(Integer.MAX_VALUE);

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);
    private static final int STOP_SECONDS = 30;

    private enum Owner {
        /** No such process: the server itself replaces the file and recovers. */
        GONE,
        /** Ended, but its parent has not taken notice; for the server it still counts as alive. */
        UNREAPED,
        /** A server on this very directory. */
        OUR_SERVER,
        /** Another program that got the number later. Never touched. */
        FOREIGN
    }

    private final Path data;
    private final PostgresBinaries binaries;

    PreviousServer(Path data, PostgresBinaries binaries) {
        this.data = data;
        this.binaries = binaries;
    }

    /**
     * Makes sure that the next server on the directory is the only one: ends a server that still runs on it, and takes a number that
     * now belongs to somebody else out of the lock file. The rest of that file stays, for by it the server refuses to start while
     * remains of the old one still use its shared memory.
     *
     * @throws CannotStart when a server that runs on the directory does not end
     */
    void clearAway() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        for (List<String> lock = lockFile(data); !lock.isEmpty(); lock = lockFile(data)) {
            long pid;
            try {
                pid = Long.parseLong(lock.getFirst().strip());
            } catch (NumberFormatException unreadable) {
                removeLockFile();
                return;
            }
            switch (owner(data, pid)) {
                case GONE -> {
                    return;
                }
                case OUR_SERVER -> stop();
                case FOREIGN -> {
                    disown(lock);
                    return;
                }
                case UNREAPED -> {
                    if (System.nanoTime() > deadline) {
                        disown(lock);
                        return;
                    }
                    pause();
                }
            }
        }
    }

    /** Whether a server runs on the directory. */
    static boolean runs(Path data) {
        List<String> lock = lockFile(data);
        try {
            return !lock.isEmpty() && owner(data, Long.parseLong(lock.getFirst().strip())) == Owner.OUR_SERVER;
        } catch (NumberFormatException unreadable) {
            return false;
        }
    }

    private void stop() {
        if (stop("fast") || stop("immediate")) {
            return;
        }
        throw new CannotStart("a PostgreSQL of an earlier start still runs on " + data + " and does not stop");
    }

    private boolean stop(String mode) {
        String seconds = Integer.toString(STOP_SECONDS);
        List<String> arguments = List.of("stop", "-D", data.toString(), "-m", mode, "-w", "-t", seconds);
        return binaries.run("pg_ctl", arguments).exitCode() == 0;
    }

    private static Owner owner(Path data, long pid) {
        Path process = Path.of("/proc", Long.toString(pid));
        try {
            List<String> command = List.of(Files.readString(process.resolve("cmdline"), StandardCharsets.ISO_8859_1)
                    .split("\0"));
            if (command.getFirst().isEmpty()) {
                return Owner.UNREAPED;
            }
            boolean server = command.getFirst().endsWith("/postgres");
            int option = command.indexOf("-D");
            boolean here = option > 0
                    && option + 1 < command.size()
                    && command.get(option + 1).equals(latin1(data.toString()));
            return server && here ? Owner.OUR_SERVER : Owner.FOREIGN;
        } catch (NoSuchFileException ended) {
            return Owner.GONE;
        } catch (IOException unreadable) {
            return Files.exists(process) ? Owner.FOREIGN : Owner.GONE;
        }
    }

    /** The command line is bytes; compared as bytes, whatever encoding this process was started with. */
    private static String latin1(String path) {
        return new String(path.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static List<String> lockFile(Path data) {
        try {
            List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"), StandardCharsets.ISO_8859_1);
            return lines.isEmpty() ? List.of("") : lines;
        } catch (NoSuchFileException none) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void disown(List<String> lock) {
        List<String> disowned = new ArrayList<>(lock);
        disowned.set(0, NOBODYS_PID);
        try {
            Files.write(data.resolve("postmaster.pid"), disowned, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void removeLockFile() {
        try {
            Files.deleteIfExists(data.resolve("postmaster.pid"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_EVERY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("interrupted while waiting for an earlier PostgreSQL to end", e);
        }
    }
}
