package brightline.command.imports;

import static org.assertj.core.api.Assertions.assertThat;

import brightline.command.imports.ImportLedger.RejectedColumn;
import brightline.command.imports.file.ImportStatus;
import brightline.command.imports.file.ImportStatus.Counts;
import brightline.command.imports.file.ImportStatus.State;
import brightline.events.ImportId;
import brightline.events.Stated;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ImportNotesTest {
    private static ImportStatus status(State state, Counts counts) {
        return new ImportStatus(
                new ImportId(new UUID(0, 1)),
                "brightline-csv",
                Stated.MISSING,
                null,
                100,
                "coordinator",
                Instant.EPOCH,
                Instant.EPOCH,
                state,
                100,
                10,
                counts,
                null);
    }

    @Test
    void a_file_of_a_header_alone_says_so() {
        assertThat(ImportNotes.of(status(State.DONE, Counts.NONE), List.of()))
                .singleElement()
                .asString()
                .contains("no record");
        assertThat(ImportNotes.of(status(State.RUNNING, Counts.NONE), List.of()))
                .isEmpty();
    }

    @Test
    void a_column_that_costs_more_than_a_tenth_of_the_records_is_named_with_how_many() {
        ImportStatus status = status(State.DONE, new Counts(86, 0, 0, 14));
        assertThat(ImportNotes.of(
                        status,
                        List.of(
                                new RejectedColumn("users.csv", "identifier", 11),
                                new RejectedColumn("users.csv", "grades", 10),
                                new RejectedColumn(null, "officer", 1))))
                .containsExactly("11 of 100 records were rejected for one column, users.csv identifier: see how it is"
                        + " written in the whole file.");
        assertThat(ImportNotes.of(
                        status(State.DONE, new Counts(0, 0, 0, 1)), List.of(new RejectedColumn(null, "officer", 1))))
                .as("one record is no column")
                .isEmpty();
    }
}
