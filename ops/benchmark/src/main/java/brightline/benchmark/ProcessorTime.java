package brightline.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Processor time of a process from a moment on, as {@code /proc} has it: what a neighbor on the machine changes least.
 *
 * @param pid of the process
 * @param family whether those it began count too
 * @param ticks until the moment
 */
record ProcessorTime(long pid, boolean family, long ticks) {
    /** As Linux tells it to programs, on every machine. */
    private static final double MILLIS_PER_TICK = 10;

    private static final int FIRST_TIME = 11;

    /** Of a process alone. */
    static ProcessorTime of(long pid) throws IOException {
        return new ProcessorTime(pid, false, ticksOf(pid, false));
    }

    /** Of the database server of a data directory, with a process for each connection. */
    static ProcessorTime ofServer(Path data) throws IOException {
        Path lock = data.resolve("postgres").resolve("postmaster.pid");
        long pid = Long.parseLong(Files.readAllLines(lock).getFirst().strip());
        return new ProcessorTime(pid, true, ticksOf(pid, true));
    }

    /** In milliseconds. */
    double millisSince() throws IOException {
        return (ticksOf(pid, family) - ticks) * MILLIS_PER_TICK;
    }

    private static long ticksOf(long pid, boolean family) throws IOException {
        if (!family) {
            return ticks(pid, 2);
        }
        List<ProcessHandle> children;
        try (Stream<ProcessHandle> all = ProcessHandle.of(pid)
                .orElseThrow(() -> new IOException("No process " + pid))
                .children()) {
            children = all.toList();
        }
        // Those that have ended stand in their parent's own line.
        long sum = ticks(pid, 4);
        for (ProcessHandle child : children) {
            sum += ticks(child.pid(), 2);
        }
        return sum;
    }

    /** @param fields of user and of system: its own two, then those of processes it waited for */
    private static long ticks(long pid, int fields) throws IOException {
        String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
        // Behind the name, which may hold anything, in parentheses.
        String[] values = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        long sum = 0;
        for (int field = FIRST_TIME; field < FIRST_TIME + fields; field++) {
            sum += Long.parseLong(values[field]);
        }
        return sum;
    }
}
