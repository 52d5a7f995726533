package brightline.command.imports;

import static org.assertj.core.api.Assertions.assertThat;

import brightline.command.imports.ImportLedger.RejectedColumn;
import brightline.command.imports.file.ImportStatus.Counts;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImportNotesTest {
    @Test
    void a_file_of_a_header_alone_says_so() {
        assertThat(ImportNotes.of(Counts.NONE, List.of()))
                .singleElement()
                .asString()
                .contains("no record");
    }

    @Test
    void a_column_that_costs_more_than_a_tenth_of_the_records_is_named_with_how_many() {
        Counts counts = new Counts(86, 0, 0, 14);
        assertThat(ImportNotes.of(
                        counts,
                        List.of(
                                new RejectedColumn("users.csv", "identifier", 11),
                                new RejectedColumn("users.csv", "grades", 10),
                                new RejectedColumn(null, "officer", 1))))
                .containsExactly("11 of 100 records were rejected for one column, users.csv identifier: see how it is"
                        + " written in the whole file.");
        assertThat(ImportNotes.of(new Counts(0, 0, 0, 1), List.of(new RejectedColumn(null, "officer", 1))))
                .as("one record is no column")
                .isEmpty();
    }
}
