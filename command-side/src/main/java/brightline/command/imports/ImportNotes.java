package brightline.command.imports;

import brightline.command.imports.ImportLedger.RejectedColumn;
import brightline.command.imports.file.ImportStatus.Counts;
import brightline.command.imports.file.Note;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;

/** What is to be said of a file as a whole once it has been read: plain sentences with counts, never with what a cell holds. */
final class ImportNotes {
    /** A column that costs more than one line in so many is wrong as a column. */
    private static final int ONE_IN = 10;

    private ImportNotes() {}

    /**
     * @param rejected lines by the column they were rejected for
     * @param told what reading and recording told, and of how many
     */
    static List<String> of(Counts counts, List<RejectedColumn> rejected, SequencedMap<Note, Long> told) {
        List<String> notes = new ArrayList<>();
        long lines = counts.lines();
        if (lines == 0) {
            notes.add("The file holds no record after its header: nothing was taken in.");
        }
        for (RejectedColumn one : rejected) {
            if (one.lines() > 1 && one.lines() * ONE_IN > lines) {
                notes.add("%d of %d records were rejected for one column, %s: see how it is written in the whole file."
                        .formatted(
                                one.lines(),
                                lines,
                                one.file() == null ? one.column() : one.file() + " " + one.column()));
            }
        }
        told.forEach((note, count) -> notes.add(note.saidOf(count)));
        return notes;
    }
}
