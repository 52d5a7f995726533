package brightline.proof.recount;

import static java.util.concurrent.TimeUnit.HOURS;
import static org.assertj.core.api.Assertions.assertThat;

import brightline.proof.Form;
import brightline.scenarios.Desk;
import brightline.scenarios.RunningBrightline;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every figure of random histories, whole, by each dimension, by pairs, filtered, and as known at ten moments, equals what the definitions
 * in words make of the raw events; and the past does not move. An address in a difference names its seed: schools of seed 7 are H7A, H7B, H7C.
 */
@Timeout(value = 6, unit = HOURS)
class RecountTest {
    private static final int HISTORIES = Integer.getInteger("brightline.recount.histories", Form.of(2, 200));
    /** The first seed: another one makes other histories. */
    private static final int FIRST = Integer.getInteger("brightline.recount.first", 1);

    private static final int CONTACTS = Form.of(12, 20);
    private static final int ONE_QUESTION_IN_NOW = Form.of(4, 1);
    private static final int ONE_QUESTION_IN_THEN = Form.of(24, 3);
    private static final int REMEMBER_EVERY = 4;
    private static final Instant BEGIN = Instant.parse("2025-06-02T15:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    static List<Figure> figures(Supplier<Instant> now) {
        return List.of(
                new Counts(),
                new RoutineDiscipline(),
                new FairComparison(),
                new ArrestAlternatives(),
                new Calming(),
                new Lateness(),
                new GuardianNotice(),
                new OpenOutcomes(now),
                new Searches(),
                new OfficersAtSchools(),
                new TrainingOfOfficers());
    }

    @Test
    void every_figure_equals_its_recomputation_and_the_past_does_not_move(@TempDir Path folder, TestReporter reporter) {
        try (var brightline = new RunningBrightline(folder)) {
            brightline.now(BEGIN);
            Recounted recounted = Recounted.of(brightline);
            Desk desk = new Desk(brightline);
            Instant[] now = {BEGIN};
            for (long seed = FIRST; seed < FIRST + HISTORIES; seed++) {
                recounted.beginHistory();
                var history = new InventedHistory(brightline, desk, seed, BEGIN);
                var asking = new Asking(recounted, figures(history::now), seed);
                int[] contacts = {0};
                history.happen(CONTACTS, () -> {
                    if (++contacts[0] % REMEMBER_EVERY == 0) {
                        asking.rememberNow(history.schools(), history.now().plusSeconds(30));
                    }
                });
                assertThat(history.refusals().values().stream()
                                .mapToInt(one -> one)
                                .sum())
                        .as("refused of seed %d: %s", seed, history.refusals())
                        .isLessThan(history.accepted() / 2);
                asking.about(history.schools(), history.moments(), ONE_QUESTION_IN_NOW, ONE_QUESTION_IN_THEN);
                recounted.compareRemembered();
                now[0] = history.now();
            }
            recounted.beginDistrict();
            new Asking(recounted, figures(() -> now[0]), 0).aboutTheDistrict(DAY);
            reporter.publishEntry("numbers compared", String.valueOf(recounted.compared()));
            assertThat(recounted.differences()).isEmpty();
            assertThat(recounted.compared()).as("numbers compared").isGreaterThan(10_000L * HISTORIES);
        }
    }
}
