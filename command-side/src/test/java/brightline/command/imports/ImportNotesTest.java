package brightline.command.imports;

import static org.assertj.core.api.Assertions.assertThat;

import brightline.command.imports.ImportLedger.RejectedReason;
import brightline.command.imports.file.ImportStatus.Counts;
import brightline.command.imports.file.Note;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ImportNotesTest {
    private static final SequencedMap<Note, Long> NOTHING = new LinkedHashMap<>();

    @Test
    void a_file_of_a_header_alone_says_so() {
        assertThat(ImportNotes.of(Counts.NONE, List.of(), NOTHING))
                .singleElement()
                .asString()
                .contains("no record");
    }

    private static RejectedReason rejected(@Nullable String file, @Nullable String column, String reason, long lines) {
        return new RejectedReason(file, column, reason, lines, List.of(2L));
    }

    @Test
    void a_column_that_costs_more_than_a_tenth_of_the_records_is_named_with_why_and_how_many() {
        Counts counts = new Counts(86, 0, 0, 14);
        assertThat(ImportNotes.of(
                        counts,
                        List.of(
                                rejected("users.csv", "identifier", "must be given", 11),
                                rejected(null, null, "the line is damaged", 11),
                                rejected("users.csv", "grades", "is odd", 10),
                                rejected(null, "officer", "is unknown", 1)),
                        NOTHING))
                .containsExactly(
                        "11 of 100 records were rejected for one column, users.csv identifier: must be given. See"
                                + " how it is written in the whole file.");
        assertThat(ImportNotes.of(new Counts(0, 0, 0, 1), List.of(rejected(null, "officer", "is unknown", 1)), NOTHING))
                .as("one record is no column")
                .isEmpty();
    }

    @Test
    void several_reasons_of_one_column_are_told_together_each_with_how_many_it_is_of() {
        assertThat(ImportNotes.of(
                        new Counts(80, 0, 0, 20),
                        List.of(
                                rejected(null, "school", "has no name", 9),
                                rejected(null, "school", "holds a comma", 6),
                                rejected(null, "school", "is too long", 3),
                                rejected(null, "school", "must be given", 2)),
                        NOTHING))
                .containsExactly(
                        "20 of 100 records were rejected for one column, school: has no name (9); holds a comma (6);"
                                + " is too long (3); and more. See how it is written in the whole file.");
    }

    @Test
    void what_reading_told_is_said_with_how_many_it_is_said_of() {
        SequencedMap<Note, Long> told = new LinkedHashMap<>();
        told.put(Note.ofFile("The file was read as Windows-1252"), 3L);
        told.put(Note.ofRecords("Records name an officer who is not on the roster"), 1_200L);
        told.put(Note.ofCells("Grades that nobody knows are not stated"), 1L);
        assertThat(ImportNotes.of(new Counts(2_000, 0, 0, 0), List.of(), told))
                .containsExactly(
                        "The file was read as Windows-1252.",
                        "Records name an officer who is not on the roster: 1,200 records.",
                        "Grades that nobody knows are not stated: 1 cell.");
    }
}
