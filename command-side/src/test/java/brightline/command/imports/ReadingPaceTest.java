package brightline.command.imports;

import static org.assertj.core.api.Assertions.assertThat;

import brightline.command.imports.file.ImportStatus;
import brightline.command.imports.file.ImportStatus.Counts;
import brightline.command.imports.file.ImportStatus.State;
import brightline.events.ImportId;
import brightline.events.Stated;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReadingPaceTest {
    private static final long BEGAN = -5_000;

    private static ImportStatus at(long offset) {
        return new ImportStatus(
                new ImportId(new UUID(0, 1)),
                "brightline-csv",
                Stated.MISSING,
                null,
                1_000_000,
                "coordinator",
                Instant.EPOCH,
                null,
                State.RUNNING,
                offset,
                0,
                Counts.NONE,
                null,
                null,
                false);
    }

    private static long after(int seconds) {
        return BEGAN + Duration.ofSeconds(seconds).toNanos();
    }

    @Test
    void the_rest_takes_as_long_as_what_was_read_since_reading_began() {
        assertThat(new ReadingPace(BEGAN, 0).secondsLeft(at(250_000), after(10)))
                .isEqualTo(30);
        assertThat(new ReadingPace(BEGAN, 500_000).secondsLeft(at(750_000), after(10)))
                .as("read on after an interruption: what was read before says nothing")
                .isEqualTo(10);
        assertThat(new ReadingPace(BEGAN, 0).secondsLeft(at(1_000_000), after(10)))
                .isEqualTo(1);
    }

    @Test
    void nobody_knows_at_the_beginning() {
        assertThat(new ReadingPace(BEGAN, 0).secondsLeft(at(0), after(60))).isNull();
        assertThat(new ReadingPace(BEGAN, 0).secondsLeft(at(20_000), after(1))).isNull();
        assertThat(new ReadingPace(BEGAN, 500_000).secondsLeft(at(500_000), after(60)))
                .isNull();
    }
}
