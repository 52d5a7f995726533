package brightline.command.imports;

import brightline.command.imports.ImportLedger.RejectedReason;
import brightline.command.imports.file.ImportStatus.Counts;
import brightline.command.imports.file.Note;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/** What is to be said of a file as a whole once it has been read: plain sentences with counts, never with what a cell holds. */
final class ImportNotes {
    /** A column that costs more than one line in so many is wrong as a column. */
    private static final int ONE_IN = 10;

    private static final int MOST_REASONS = 3;

    private ImportNotes() {}

    /**
     * @param rejected lines by what they were rejected for, most first
     * @param told what reading and recording told, and of how many
     */
    static List<String> of(Counts counts, List<RejectedReason> rejected, SequencedMap<Note, Long> told) {
        List<String> notes = new ArrayList<>();
        long lines = counts.lines();
        if (lines == 0) {
            notes.add("The file holds no record after its header: nothing was taken in.");
        }
        byColumn(rejected).forEach((column, reasons) -> {
            long rejectedForIt =
                    reasons.stream().mapToLong(RejectedReason::count).sum();
            if (rejectedForIt > 1 && rejectedForIt * ONE_IN > lines) {
                notes.add(
                        "%d of %d records were rejected for one column, %s: %s. See how it is written in the whole file."
                                .formatted(rejectedForIt, lines, column, told(reasons)));
            }
        });
        told.forEach((note, count) -> notes.add(note.saidOf(count)));
        return notes;
    }

    private static SequencedMap<String, List<RejectedReason>> byColumn(List<RejectedReason> rejected) {
        SequencedMap<String, List<RejectedReason>> byColumn = new LinkedHashMap<>();
        for (RejectedReason one : rejected) {
            if (one.column() != null) {
                byColumn.computeIfAbsent(
                                one.file() == null ? one.column() : one.file() + " " + one.column(),
                                _ -> new ArrayList<>())
                        .add(one);
            }
        }
        return byColumn;
    }

    /** One reason as it is, several each with how many it is of. */
    private static String told(List<RejectedReason> reasons) {
        if (reasons.size() == 1) {
            return reasons.getFirst().reason();
        }
        String told = reasons.stream()
                .limit(MOST_REASONS)
                .map(one -> "%s (%d)".formatted(one.reason(), one.count()))
                .collect(Collectors.joining("; "));
        return reasons.size() > MOST_REASONS ? told + "; and more" : told;
    }
}
