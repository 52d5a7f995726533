package brightline.proof;

import static org.assertj.core.api.Assertions.assertThat;

import brightline.benchmark.Api;
import brightline.benchmark.Api.Answer;
import brightline.benchmark.FoundedAgency;
import brightline.benchmark.StandaloneProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What drills ask the program, its database and its files about what was left behind. */
final class Evidence {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Evidence() {}

    /** The one number a query gives; its parameters are texts. */
    static long number(Connection database, String sql, String... parameters) throws SQLException {
        try (PreparedStatement statement = database.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            try (ResultSet answer = statement.executeQuery()) {
                answer.next();
                return answer.getLong(1);
            }
        }
    }

    static long incidents(Connection database) throws SQLException {
        return number(
                database,
                "select count(*) from log.domain_event_entry where payload_type like 'incident.%' and sequence_number = 0");
    }

    /** What is on record of each record that a source sent: the names of its events in order, by what the source calls it. */
    static Map<String, String> recordsOf(Connection database, String source) throws SQLException {
        Map<String, String> records = new HashMap<>();
        try (PreparedStatement events = database.prepareStatement("""
                        select named.key, string_agg(one.payload_type, ' ' order by one.sequence_number)
                          from (select aggregate_identifier,
                                       convert_from(payload, 'UTF8')::jsonb ->> 'sourceKey' as key
                                  from log.domain_event_entry where payload_type = 'interaction.source-recorded') named
                          join log.domain_event_entry one using (aggregate_identifier)
                         where named.key like ? group by named.aggregate_identifier, named.key""")) {
            events.setString(1, source + "|%");
            try (ResultSet found = events.executeQuery()) {
                while (found.next()) {
                    String key = found.getString(1).substring(source.length());
                    if (records.put(key, found.getString(2)) != null) {
                        throw new IllegalStateException(key + " is on record twice");
                    }
                }
            }
        }
        return records;
    }

    static long newestIndex(Connection database) throws SQLException {
        return number(database, "select coalesce(max(global_index), 0) from log.domain_event_entry");
    }

    /** The involvements at the agency's school, once the figures have read the log up to that index. */
    static long involvements(StandaloneProcess brightline, FoundedAgency agency, long atLeastIndex)
            throws InterruptedException {
        String question = "/api/queries/involvements?school=" + agency.school() + "&atLeastIndex=" + atLeastIndex;
        Api api = Api.of(brightline.url());
        Answer answer = api.get(agency.auditor(), question);
        Instant end = Instant.now().plus(PATIENCE);
        while (answer.status() != 200 && Instant.now().isBefore(end)) {
            Thread.sleep(250);
            answer = api.get(agency.auditor(), question);
        }
        return involvementsIn(answer.expect(200));
    }

    /** The sum over all rows of an answer. */
    static long involvementsIn(Answer figures) {
        long count = 0;
        for (JsonNode row : figures.json().get("rows")) {
            count += row.get("count").asLong();
        }
        return count;
    }

    /** Has the program replay the whole log beside what it shows, and compare row by row. */
    static void projectionsEqualAReplayFromZero(StandaloneProcess brightline, FoundedAgency agency)
            throws InterruptedException {
        Api api = Api.of(brightline.url());
        String replay = api.post(agency.sysadmin(), "/api/queries/replays", Map.of())
                .expect(202)
                .header("Location");
        JsonNode report = api.get(agency.auditor(), replay).expect(200).json();
        Instant end = Instant.now().plus(PATIENCE);
        while (report.get("state").asString().equals("RUNNING") && Instant.now().isBefore(end)) {
            Thread.sleep(250);
            report = api.get(agency.auditor(), replay).expect(200).json();
        }
        assertThat(report.get("state").asString()).as(report.toString()).isEqualTo("COMPARED");
        assertThat(report.get("differences").asLong()).as(report.toString()).isZero();
        long rows = 0;
        for (JsonNode table : report.get("findings")) {
            rows += table.get("rows").asLong();
        }
        assertThat(rows).as(report.toString()).isPositive();
        for (JsonNode projection : report.get("projections")) {
            assertThat(projection.get("parked").asLong()).as(report.toString()).isZero();
        }
        assertThat(api.post(agency.sysadmin(), replay + "/discard", Map.of()).status())
                .isBetween(200, 204);
    }

    /** How many lines of the journal each receipt stands in. */
    static Map<String, Integer> receiptLines(Path data) throws IOException {
        Map<String, Integer> lines = new HashMap<>();
        try (Stream<Path> files = Files.list(data.resolve("receipts"))) {
            for (Path file : files.toList()) {
                for (String line : Files.readAllLines(file)) {
                    lines.merge(JSON.readTree(line).get("receipt").asString(), 1, Integer::sum);
                }
            }
        }
        return lines;
    }

    /** The receipts stored with the answers to one key, over all accounts. */
    static List<String> receiptsUnder(Connection database, String key) throws SQLException {
        try (PreparedStatement statement =
                database.prepareStatement("select receipt from command.idempotency where key = ?")) {
            statement.setString(1, key);
            try (ResultSet rows = statement.executeQuery()) {
                List<String> receipts = new ArrayList<>();
                while (rows.next()) {
                    receipts.add(rows.getString(1));
                }
                return receipts;
            }
        }
    }
}
