package brightline.proof;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import brightline.benchmark.LogBench;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The short form of {@code ops/bench log}: it measures everything it should, whatever the numbers. */
@Timeout(value = 10, unit = MINUTES)
class LogBenchTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Path data;

    @BeforeEach
    void prepare(@TempDir Path folder) throws IOException {
        data = Programs.dataIn(folder);
    }

    @AfterEach
    void leave() throws IOException {
        Programs.leave(data);
    }

    @Test
    void measures_every_figure_beside_pgbench() throws Exception {
        assumeTrue(LogBench.isPossibleHere(), "this machine has no pgbench");
        List<JsonNode> figures = new ArrayList<>();
        List<String> progress = new ArrayList<>();
        new LogBench(Programs.BRIGHTLINE, data, LogBench.pgbenchHere(), 2, 1, Duration.ofSeconds(2))
                .run(line -> figures.add(JSON.readTree(line)), progress::add);

        assertThat(figures.stream().map(figure -> figure.get("figure").asString()))
                .containsExactly(
                        "submissions-1",
                        "latency-p50-1",
                        "latency-p99-1",
                        "submissions-8",
                        "latency-p50-8",
                        "latency-p99-8",
                        "submissions-32",
                        "latency-p50-32",
                        "latency-p99-32",
                        "share-hash",
                        "share-mac",
                        "share-receipt",
                        "share-trigger",
                        "share-secrets",
                        "share-fence",
                        "share-together");
        for (JsonNode figure : figures) {
            assertThat(figure.get("bench").asString()).isEqualTo("log");
            boolean share = figure.get("figure").asString().startsWith("share-");
            assertThat(figure.get("baseline").asString()).isEqualTo(share ? "submission" : "pgbench");
            double value = figure.get("value").asDouble();
            double baseline = figure.get("baselineValue").asDouble();
            // A difference between two measurements of a moment may have either sign.
            if (!share) {
                assertThat(value).isPositive();
            }
            assertThat(baseline).isPositive();
            assertThat(figure.get("ratio").asDouble())
                    .isCloseTo(value / baseline, within(Math.abs(value / baseline) / 1_000 + 1e-9));
        }
        assertThat(String.join("\n", progress))
                .contains("each submission leaves", "log.domain_event_entry", "command.idempotency 1");
    }
}
