package brightline.command.imports;

import brightline.events.ImportId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which of the imports that wait are read now: up to so many side by side, and up to so many small ones beside those, so that no small
 * file waits for large ones. Files that each say how something is today are read one after the other, in the order in which they came.
 */
final class ReadingPlaces {
    /** Of a file that is read in a few turns. */
    static final long SMALL_BYTES = 256 * 1024;

    private static final int AT_ONCE = 4;

    private final Map<ImportId, Wanted> waiting = new LinkedHashMap<>();
    private final Map<ImportId, Wanted> taken = new HashMap<>();

    private record Wanted(@Nullable String line, boolean small) {}

    /**
     * Nothing happens where it waits already. One that is read at the moment waits until that reading ends: it may be about to end
     * because the import was stopped, which has been taken back since.
     *
     * @param line those of one line are read one after the other; null where no order matters
     * @param bytes of the file
     */
    synchronized void await(ImportId id, @Nullable String line, long bytes) {
        waiting.putIfAbsent(id, new Wanted(line, bytes <= SMALL_BYTES));
    }

    /** Those to be read from now on; each has its place until it is left. */
    synchronized List<ImportId> take() {
        List<ImportId> begun = new ArrayList<>();
        Set<String> lines = new HashSet<>();
        taken.values().forEach(one -> addLine(lines, one));
        for (Iterator<Map.Entry<ImportId, Wanted>> all = waiting.entrySet().iterator(); all.hasNext(); ) {
            Map.Entry<ImportId, Wanted> next = all.next();
            boolean isItsTurn = addLine(lines, next.getValue());
            if (isItsTurn && !taken.containsKey(next.getKey()) && hasPlace(next.getValue())) {
                all.remove();
                taken.put(next.getKey(), next.getValue());
                begun.add(next.getKey());
            }
        }
        return begun;
    }

    /** @return false where another of its line is before it */
    private static boolean addLine(Set<String> lines, Wanted one) {
        return one.line() == null || lines.add(one.line());
    }

    private boolean hasPlace(Wanted wanted) {
        return taken.values().stream()
                        .filter(one -> one.small() == wanted.small())
                        .count()
                < AT_ONCE;
    }

    /** Its reading has ended. */
    synchronized void leave(ImportId id) {
        taken.remove(id);
    }

    /** Whether it waits, and is not read. */
    synchronized boolean waits(ImportId id) {
        return waiting.containsKey(id) && !taken.containsKey(id);
    }
}
