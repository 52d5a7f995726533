package brightline.proof;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import brightline.benchmark.ImportBench;
import java.io.IOException;
import java.nio.file.Path;
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

/** The short form of {@code ops/bench import}: every record is accepted, and what it took is measured, whatever the numbers. */
@Tag("alone")
@Timeout(value = 10, unit = MINUTES)
class ImportBenchTest {
    /** A heap may as well be smaller afterwards. */
    private static final String GROWTH = "heap-growth";

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
    void measures_what_taking_records_in_costs_beside_copying_their_rows() throws Exception {
        List<JsonNode> figures = new ArrayList<>();
        new ImportBench(Programs.BRIGHTLINE, data, 2_000).run(line -> figures.add(JSON.readTree(line)), _ -> {});

        assertThat(figures.stream().map(figure -> figure.get("figure").asString()))
                .containsExactly("rate", "cpu-program", "cpu-server", "rate-read", "heap", GROWTH, "resident");
        for (JsonNode figure : figures) {
            assertThat(figure.get("bench").asString()).isEqualTo("import");
            if (!figure.get("figure").asString().equals(GROWTH)) {
                assertThat(figure.get("value").asDouble()).isPositive();
            }
            assertThat(figure.get("baselineValue").asDouble()).isPositive();
        }
    }
}
