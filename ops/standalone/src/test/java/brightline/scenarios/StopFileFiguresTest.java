package brightline.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import brightline.edge.access.AccountRole;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The sample of California's stop file, sent as a coordinator, counted as an auditor: the figures written down beside it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StopFileFiguresTest {
    private static final Path SAMPLES = Path.of("..", "samples");
    private static final Path FILE = SAMPLES.resolve("california-stops-sample.csv");

    @TempDir
    static Path directory;

    static RunningBrightline brightline;

    @BeforeAll
    static void start() {
        brightline = new RunningBrightline(directory);
        brightline.account("coordinator", AccountRole.COORDINATOR, null);
        brightline.account("auditor", AccountRole.AUDITOR, null);
    }

    @AfterAll
    static void stop() {
        brightline.close();
    }

    @Test
    @Order(1)
    void every_line_is_answered_and_the_figures_are_those_written_down() throws Exception {
        JsonNode done = imported(Files.readString(FILE));
        assertThat(done.get("state").asString()).isEqualTo("DONE");
        assertThat(done.get("lines").asInt()).isEqualTo(2015);
        assertThat(done.get("accepted").asInt()).isEqualTo(787);
        assertThat(done.get("duplicates").asInt()).isEqualTo(5);
        assertThat(done.get("outOfScope").asInt()).isEqualTo(1223);
        assertThat(done.get("rejected").asInt()).isZero();
        figuresAreAsWrittenDown(1);
        figuresAreAsWrittenDown(2);
    }

    @Test
    @Order(2)
    void sent_again_in_another_order_nothing_changes() throws Exception {
        List<String> lines = new ArrayList<>(Files.readAllLines(FILE));
        String header = lines.removeFirst();
        java.util.Collections.shuffle(lines, new Random(7));
        JsonNode again = imported(header + "\n" + String.join("\n", lines) + "\n");
        assertThat(again.get("accepted").asInt()).isZero();
        assertThat(again.get("duplicates").asInt()).isEqualTo(792);
        figuresAreAsWrittenDown(1);
        figuresAreAsWrittenDown(2);
    }

    @Test
    @Order(3)
    void one_damaged_line_is_named_and_every_other_line_is_in() throws Exception {
        List<String> lines = new ArrayList<>(Files.readAllLines(FILE));
        lines.set(1000, lines.get(1000).replaceFirst("^([^,]*,[^,]*,[^,]*,[^,]*,[^,]*),[^,]*,", "$1,31/31/2023,"));
        JsonNode damaged = imported(String.join("\n", lines) + "\n");
        JsonNode error = damaged.get("errors").get(0);
        int others = damaged.get("accepted").asInt()
                + damaged.get("duplicates").asInt()
                + damaged.get("outOfScope").asInt();
        assertThat(damaged.get("rejected").asInt()).isEqualTo(1);
        assertThat(error.get("line").asInt()).isEqualTo(1001);
        assertThat(error.get("column").asString()).isEqualTo("DATE_OF_STOP");
        assertThat(error.get("reason").asString()).isNotBlank().doesNotContain("31/31");
        assertThat(others).isEqualTo(2014);
        figuresAreAsWrittenDown(1);
    }

    @Test
    @Order(4)
    void nothing_is_to_be_done_about_what_comes_from_a_file() {
        Desk desk = new Desk(brightline);
        assertThat(rows("arrests", "").get(0).get("custodialArrests").asInt()).isPositive();
        assertThat(desk.items("auditor", "reviews")).isEmpty();
        assertThat(desk.items("auditor", "deadlines")).isEmpty();
    }

    private static void figuresAreAsWrittenDown(int ruleSet) throws IOException {
        JsonNode expected = RunningBrightline.JSON.readTree(
                Files.readString(SAMPLES.resolve("sample-rule-set-" + ruleSet + ".json")));
        assertThat(counts("class", ruleSet)).isEqualTo(map(expected.get("classes")));
        assertThat(counts("tier", ruleSet)).isEqualTo(map(expected.get("tiers")));
        assertThat(counts("action", ruleSet)).isEqualTo(map(expected.get("levels")));
        assertThat(nested("school", ruleSet)).isEqualTo(nestedMap(expected.get("by_school")));
        assertThat(nested("race", ruleSet)).isEqualTo(nestedMap(expected.get("by_race")));

        JsonNode routine = rows("routine-discipline", "ruleSet=" + ruleSet).get(0);
        assertThat(routine.get("denominator").asInt())
                .isEqualTo(expected.get("D").asInt());
        assertThat(routine.get("measures").get("M2a").get("value").decimalValue())
                .isEqualByComparingTo(expected.get("M2a_strict").decimalValue());
        assertThat(routine.get("measures").get("M2d").get("value").decimalValue())
                .isEqualByComparingTo(expected.get("M2d_backlog").decimalValue());
        assertThat(rows("involvements", "").get(0).get("incidents").asInt())
                .isEqualTo(expected.get("incidents").asInt());
        assertThat(rows("arrests", "").get(0).get("custodialArrests").asInt())
                .isEqualTo(expected.get("custodial_arrests").asInt());
    }

    private static Map<String, Integer> counts(String dimension, int ruleSet) {
        Map<String, Integer> counts = new TreeMap<>();
        for (JsonNode row : rows("involvements", "groupBy=" + dimension + "&ruleSet=" + ruleSet)) {
            JsonNode group = row.get("group").get(dimension);
            counts.put(
                    group.isNull() ? "missing" : group.asString(),
                    row.get("count").asInt());
        }
        return counts;
    }

    private static Map<String, Map<String, Integer>> nested(String dimension, int ruleSet) {
        Map<String, Map<String, Integer>> counts = new TreeMap<>();
        for (JsonNode row : rows("involvements", "groupBy=" + dimension + ",class&ruleSet=" + ruleSet)) {
            String outer = dimension.equals("school")
                    ? row.get("labels").get("school").asString()
                    : row.get("group").get(dimension).asString();
            counts.computeIfAbsent(outer, _ -> new TreeMap<>())
                    .put(
                            row.get("group").get("class").asString(),
                            row.get("count").asInt());
        }
        return counts;
    }

    private static JsonNode rows(String question, String filters) {
        return brightline
                .get("auditor", "/api/queries/" + question + "?atLeastIndex=" + lastIndex() + "&" + filters)
                .expect(200)
                .json()
                .get("rows");
    }

    private static long lastIndex() {
        return org.springframework.jdbc.core.simple.JdbcClient.create(brightline.bean(javax.sql.DataSource.class))
                .sql("select max(global_index) from log.domain_event_entry")
                .query(Long.class)
                .single();
    }

    private static Map<String, Integer> map(JsonNode counts) {
        Map<String, Integer> map = new TreeMap<>();
        counts.properties()
                .forEach(entry -> map.put(entry.getKey(), entry.getValue().asInt()));
        return map;
    }

    private static Map<String, Map<String, Integer>> nestedMap(JsonNode counts) {
        Map<String, Map<String, Integer>> map = new TreeMap<>();
        counts.properties().forEach(entry -> map.put(entry.getKey(), map(entry.getValue())));
        return map;
    }

    private static JsonNode imported(String csv) throws Exception {
        String boundary = "----stop-file";
        String body = "--" + boundary
                + "\r\nContent-Disposition: form-data; name=\"format\"\r\n\r\ncalifornia-stop-data\r\n"
                + "--" + boundary + "\r\nContent-Disposition: form-data; name=\"assumeImminent\"\r\n\r\nno\r\n"
                + "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"stops.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n" + csv + "\r\n--" + boundary + "--\r\n";
        HttpResponse<String> accepted = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(brightline.url() + "/api/commands/imports"))
                                .header("Authorization", "Bearer " + brightline.token("coordinator"))
                                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
        String location = accepted.headers().firstValue("Location").orElseThrow();
        long deadline = System.nanoTime() + Duration.ofMinutes(5).toNanos();
        JsonNode status;
        do {
            status = brightline.get("coordinator", location).expect(200).json();
            Thread.onSpinWait();
        } while (status.get("state").asString().equals("RUNNING") && System.nanoTime() < deadline);
        return status;
    }
}
