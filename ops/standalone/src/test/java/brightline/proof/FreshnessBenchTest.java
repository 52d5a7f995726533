package brightline.proof;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import brightline.benchmark.FreshnessBench;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The short form of {@code ops/bench freshness}: every contact comes to be counted, and how soon is measured, whatever the numbers. */
@Tag("alone")
@Timeout(value = 10, unit = MINUTES)
class FreshnessBenchTest {
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
    void measures_how_soon_a_contact_is_counted_beside_a_reader_that_polls() throws Exception {
        List<JsonNode> figures = new ArrayList<>();
        new FreshnessBench(Programs.BRIGHTLINE, data, Duration.ofSeconds(3), Duration.ofSeconds(2))
                .run(line -> figures.add(JSON.readTree(line)), _ -> {});

        assertThat(figures.stream().map(figure -> figure.get("figure").asString()))
                .containsExactly("fresh-p50", "fresh-p99", "rate");
        for (JsonNode figure : figures) {
            assertThat(figure.get("bench").asString()).isEqualTo("freshness");
            assertThat(figure.get("baseline").asString()).isEqualTo("sql-poll");
            assertThat(figure.get("value").asDouble()).isPositive();
            assertThat(figure.get("baselineValue").asDouble()).isPositive();
        }
        assertThat(figures.getFirst().get("value").asDouble())
                .isLessThanOrEqualTo(figures.get(1).get("value").asDouble());
    }
}
