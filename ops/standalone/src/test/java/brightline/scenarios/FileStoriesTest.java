package brightline.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import brightline.command.imports.file.SourceKey;
import brightline.edge.access.AccountRole;
import brightline.edge.clock.RecordingClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Files of a source that says otherwise than before, of several agencies, and in other encodings: sent, and told by figures and cases. */
class FileStoriesTest {
    private static final Path SAMPLE = Path.of("..", "samples", "california-stops-sample.csv");
    private static final String HEADER =
            "source,record_id,person_number,school,occurred_at,role,student_number,initiator,"
                    + "requested_by,conduct,imminent_threat,actions,outcome\n";

    @TempDir
    static Path directory;

    static RunningBrightline brightline;

    @BeforeAll
    static void start() {
        brightline = new RunningBrightline(directory);
        brightline.account("coordinator", AccountRole.COORDINATOR, null);
        brightline.account("auditor", AccountRole.AUDITOR, null);
        brightline.account("sysadmin", AccountRole.SYSADMIN, null);
        brightline
                .post("coordinator", "/api/commands/schools", Map.of("code", "MAR", "name", "Marlow High School"))
                .expect(201);
    }

    @AfterAll
    static void stop() {
        brightline.close();
    }

    private static String line(String record, String student, String conduct, String actions, String outcome) {
        return "OLD-LOG,%s,1,MAR,2026-03-06T10:15:00-06:00,SUBJECT,%s,STAFF_REQUEST,TEACHER,%s,NO,%s,%s\n"
                .formatted(record, student, conduct, actions, outcome);
    }

    @Test
    void an_arrest_that_was_none_goes_from_the_figures_and_the_case_tells_by_whom() throws Exception {
        assertThat(counts(imported("brightline-csv", HEADER + line("S-1", "P-1", "cps-scc/4-12", "A3_ARREST", "NONE"))))
                .containsExactly(1, 0, 0, 0, 0);
        Instant then = brightline.bean(RecordingClock.class).instant();
        assertThat(arrests(null)).isEqualTo(1);
        brightline.now(then.plus(Duration.ofDays(1)));
        JsonNode corrected =
                imported("brightline-csv", HEADER + line("S-1", "P-1", "cps-scc/4-12", "A1_ADVICE", "WARN_VERBAL"));
        assertThat(counts(corrected)).containsExactly(1, 1, 0, 0, 0);
        assertThat(arrests(null)).isZero();
        assertThat(arrests(then)).as("as it was known then").isEqualTo(1);
        String told = brightline
                .get("auditor", "/api/queries/cases/" + contact("S-1") + "/timeline?atLeastIndex=" + lastIndex())
                .expect(200)
                .body();
        assertThat(told)
                .contains("The source's file says otherwise now")
                .contains("found by: A later file of the source")
                .contains("coordinator");
    }

    @Test
    void what_was_corrected_by_hand_since_stays_and_the_import_notes_it() throws Exception {
        imported("brightline-csv", HEADER + line("S-2", "P-2", "cps-scc/1-8", "A2_ESCORT", "NONE"));
        String id = contact("S-2");
        long version =
                brightline.bean(EventStore.class).lastSequenceNumberFor(id).orElseThrow();
        brightline
                .edit(
                        "coordinator",
                        "/api/commands/interactions/" + id + "/corrections",
                        version,
                        Map.of("conduct", List.of("cps-scc/4-12"), "reason", "WRONG_CODE", "basis", "OWN_REVIEW"))
                .expect(200);
        JsonNode other = imported("brightline-csv", HEADER + line("S-2", "P-2", "cps-scc/1-2", "A1_ADVICE", "NONE"));
        assertThat(counts(other)).containsExactly(1, 1, 0, 0, 0);
        assertThat(texts(other.get("notes")))
                .containsExactly(
                        "What was corrected here by hand since stays, though the file says otherwise: 1 record.");
        String told = brightline
                .get("auditor", "/api/queries/cases/" + id + "/timeline?atLeastIndex=" + lastIndex())
                .expect(200)
                .body();
        assertThat(told)
                .as("the conduct of group 4 that was said by hand")
                .contains("\"tier\":\"3\"")
                .contains("\"action\":\"1\"");
    }

    @Test
    void two_children_under_one_key_are_two_lines_of_which_one_is_rejected_by_name() throws Exception {
        JsonNode one = imported(
                "brightline-csv",
                HEADER
                        + line("S-3", "P-3", "cps-scc/1-8", "A1_ADVICE", "NONE")
                        + line("S-3", "P-4", "cps-scc/1-8", "A1_ADVICE", "NONE"));
        assertThat(counts(one)).containsExactly(1, 0, 0, 0, 1);
        assertThat(one.get("errors").get(0).get("reason").asString())
                .isEqualTo("its key stands on line 2 with other content");
        JsonNode across = imported("brightline-csv", HEADER + line("S-3", "P-4", "cps-scc/1-8", "A1_ADVICE", "NONE"));
        assertThat(counts(across)).containsExactly(0, 0, 0, 0, 1);
        assertThat(across.get("errors").get(0).get("column").asString()).isEqualTo("student_number");
        assertThat(across.toString()).doesNotContain("P-4").doesNotContain("P-3");
    }

    @Test
    void a_county_s_file_counts_for_the_agency_whose_identifiers_are_set() throws Exception {
        String ours = row("STORY-1", "AGENCY_ORI", "CA0371100");
        String theirs = row("STORY-2", "AGENCY_ORI", "CA0370000");
        JsonNode all = imported("california-stop-data", header() + ours + theirs);
        assertThat(counts(all)).containsExactly(2, 0, 0, 0, 0);
        assertThat(texts(all.get("notes")))
                .containsExactlyInAnyOrder(
                        "Rows of the agency with the ORI CA0371100: 1 record.",
                        "Rows of the agency with the ORI CA0370000: 1 record.");
        Map<String, Object> settings = new LinkedHashMap<>(Map.of(
                "name",
                "Lakemont PD",
                "zone",
                "America/Chicago",
                "jurisdiction",
                "illinois",
                "identifiers",
                List.of("CA0371100")));
        brightline.put("sysadmin", "/api/commands/agency", settings).expect(200);
        try {
            assertThat(brightline
                            .get("sysadmin", "/api/commands/agency")
                            .expect(200)
                            .json()
                            .get("settings")
                            .get("identifiers")
                            .get(0)
                            .asString())
                    .isEqualTo("CA0371100");
            JsonNode own = imported(
                    "california-stop-data",
                    header() + row("STORY-3", "AGENCY_ORI", "CA0371100") + row("STORY-4", "AGENCY_ORI", "CA0370000"));
            assertThat(counts(own)).containsExactly(1, 0, 0, 1, 0);
            assertThat(own.get("outOfScopeReasons").get(0).get("reason").asString())
                    .contains("another agency");
            assertThat(own.get("notes")).isEmpty();
        } finally {
            settings.put("identifiers", List.of());
            brightline.put("sysadmin", "/api/commands/agency", settings).expect(200);
        }
        settings.put("identifiers", List.of(" "));
        brightline.put("sysadmin", "/api/commands/agency", settings).expect(400);
    }

    @Test
    void files_in_other_encodings_are_read_and_noted_and_what_is_no_text_is_refused_whole() throws Exception {
        String text = header() + row("STORY-5", "CLOSEST_CITY", "Pe\u00f1\u00f3n");
        JsonNode windows = imported("california-stop-data", text.getBytes(Charset.forName("windows-1252")));
        assertThat(counts(windows)).containsExactly(1, 0, 0, 0, 0);
        assertThat(texts(windows.get("notes"))).anyMatch(note -> note.contains("was read as Windows-1252"));
        JsonNode wide = imported("california-stop-data", text.getBytes(StandardCharsets.UTF_16BE));
        assertThat(counts(wide)).containsExactly(0, 0, 1, 0, 0);
        JsonNode workbook =
                imported("california-stop-data", "PK\u0003\u0004 and more".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(workbook.get("state").asString()).isEqualTo("FAILED");
        assertThat(workbook.get("failure").get("reason").asString()).contains("workbook (.xlsx)");
    }

    @Test
    void an_imported_case_is_found_by_what_its_source_calls_it_and_says_where_it_came_from() throws Exception {
        imported("brightline-csv", HEADER + line("2019/0417-B", "P-7", "cps-scc/1-8", "A1_ADVICE", "NONE"));
        imported("california-stop-data", header() + row("U-STORY-7", "CLOSEST_CITY", "Lakemont"));
        for (String said :
                List.of("2019/0417-B", " 2019/0417\u2011b", "old-log|2019/0417-B", "OLD-LOG|2019/0417-B|1")) {
            assertThat(found(said)).as(said).containsExactly(contact("2019/0417-B"));
        }
        assertThat(found("2019/0417")).as("a part of it is another number").isEmpty();
        assertThat(found("OTHER-LOG|2019/0417-B")).isEmpty();
        assertThat(found("U-STORY-7")).hasSize(1);
        assertThat(brightline
                        .get("auditor", "/api/queries/cases/" + contact("2019/0417-B") + "/timeline")
                        .expect(200)
                        .body())
                .contains("Taken in from a file of format brightline-csv, as record 2019/0417-B of OLD-LOG.");
    }

    /** However a number comes in, it comes out: on the case, and where a number is searched for. */
    @Test
    void numbers_of_other_systems_are_looked_up_and_words_for_none_are_no_numbers() throws Exception {
        brightline
                .post(
                        "coordinator",
                        "/api/commands/officers",
                        Map.of("starNumber", "4711", "name", "Ruth Lund", "capacity", "SRO"))
                .expect(201);
        String logged = brightline
                .post(
                        "coordinator",
                        "/api/commands/incidents",
                        Map.of(
                                "occurredAt",
                                brightline
                                        .bean(RecordingClock.class)
                                        .instant()
                                        .minusSeconds(3_600)
                                        .toString(),
                                "school",
                                "MAR",
                                "place",
                                "HALLWAY",
                                "inSession",
                                "YES",
                                "officer",
                                "4711",
                                "references",
                                List.of(
                                        Map.of("kind", "RD", "value", "HX-220017"),
                                        Map.of("kind", "CAD", "value", "26-220018"),
                                        Map.of("kind", "BODY_CAMERA", "value", "CAM-220019")),
                                "students",
                                List.of(Map.of(
                                        "role",
                                        "WITNESS",
                                        "student",
                                        Map.of("number", "P-8"),
                                        "actions",
                                        List.of(Map.of("code", "A1_ADVICE"))))))
                .expect(201)
                .json()
                .at("/interactions/0/id")
                .asString();
        for (String number : List.of("HX-220017", "hx\u2011220017", "26-220018", "CAM-220019")) {
            assertThat(found(number)).as(number).containsExactly(logged);
        }
        assertThat(brightline
                        .get("auditor", "/api/queries/cases/" + logged + "/timeline")
                        .expect(200)
                        .body())
                .contains("HX-220017", "26-220018", "CAM-220019");

        String header = HEADER.replace(",role,", ",rd,cad,body_camera,role,");
        String line = line("S-22", "P-9", "cps-scc/1-8", "A1_ADVICE", "NONE");
        JsonNode taken = imported(
                "brightline-csv",
                header + line.replace(",SUBJECT,", ",NULL,CAD-9,CAM-" + "0".repeat(56) + ",SUBJECT,"));
        assertThat(counts(taken)).containsExactly(1, 0, 0, 0, 0);
        assertThat(texts(taken.get("notes")))
                .containsExactly("Words that stand for nothing are left out (rd): 1 cell.");
        assertThat(found("CAD-9")).containsExactly(contact("S-22"));
        assertThat(found("NULL")).isEmpty();
        JsonNode tooLong = imported(
                "brightline-csv",
                header + line.replace("S-22", "S-23").replace(",SUBJECT,", ",,,CAM-" + "0".repeat(57) + ",SUBJECT,"));
        assertThat(counts(tooLong)).containsExactly(0, 0, 0, 0, 1);
        assertThat(tooLong.at("/errors/0/column").asString()).isEqualTo("body_camera");
    }

    /** Of the cases that a search by number finds, the contacts. */
    private static List<String> found(String number) {
        return brightline
                .get(
                        "auditor",
                        "/api/queries/cases?atLeastIndex=" + lastIndex() + "&number="
                                + URLEncoder.encode(number, StandardCharsets.UTF_8))
                .expect(200)
                .json()
                .get("cases")
                .valueStream()
                .map(one -> one.get("interactionId").asString())
                .toList();
    }

    private static String contact(String record) {
        return new SourceKey("brightline-csv", "person", List.of("OLD-LOG", record, "1"))
                .id()
                .toString();
    }

    /** Accepted, changed, already there, out of scope, rejected; they add up. */
    private static List<Integer> counts(JsonNode answer) {
        assertThat(answer.get("state").asString()).as(answer.toString()).isEqualTo("DONE");
        List<Integer> counts = List.of("accepted", "changed", "duplicates", "outOfScope", "rejected").stream()
                .map(name -> answer.get(name).asInt())
                .toList();
        assertThat(answer.get("lines").asInt())
                .isEqualTo(counts.get(0) + counts.get(2) + counts.get(3) + counts.get(4));
        return counts;
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    /** @param asKnownOn null for today */
    private static int arrests(@Nullable Instant asKnownOn) {
        return brightline
                .get(
                        "auditor",
                        "/api/queries/arrests?school=MAR&atLeastIndex=" + lastIndex()
                                + (asKnownOn == null ? "" : "&asKnownOn=" + asKnownOn.plusSeconds(60)))
                .expect(200)
                .json()
                .get("rows")
                .valueStream()
                .mapToInt(row -> row.get("custodialArrests").asInt())
                .sum();
    }

    private static long lastIndex() {
        return org.springframework.jdbc.core.simple.JdbcClient.create(brightline.bean(javax.sql.DataSource.class))
                .sql("select max(global_index) from log.domain_event_entry")
                .query(Long.class)
                .single();
    }

    private static String header() throws IOException {
        return Files.readAllLines(SAMPLE).getFirst() + "\n";
    }

    /** A row in scope of the sample, with another key and another cell. */
    private static String row(String record, String column, String value) throws IOException {
        List<String> lines = Files.readAllLines(SAMPLE);
        List<String> header = Arrays.asList(lines.getFirst().split(",", -1));
        String[] row = lines.stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .filter(line -> line[header.indexOf("STOP_STUDENT")].equals("1")
                        && line[header.indexOf("K12_SCHOOL_GROUNDS")].equals("1"))
                .findFirst()
                .orElseThrow();
        row[header.indexOf("DOJ_RECORD_ID")] = record;
        row[header.indexOf(column)] = value;
        return String.join(",", row) + "\n";
    }

    private static JsonNode imported(String format, String csv) throws Exception {
        return imported(format, csv.getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode imported(String format, byte[] file) throws Exception {
        String boundary = "----file-story";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.write(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"format\"\r\n\r\n" + format + "\r\n--"
                        + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"sent.csv\"\r\n"
                        + "Content-Type: text/csv\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.write(file);
        body.write(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> accepted = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(brightline.url() + "/api/commands/imports"))
                                .header("Authorization", "Bearer " + brightline.token("coordinator"))
                                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
        String location = accepted.headers().firstValue("Location").orElseThrow();
        long deadline = System.nanoTime() + Duration.ofMinutes(5).toNanos();
        JsonNode status;
        do {
            status = brightline.get("coordinator", location).expect(200).json();
            Thread.sleep(50);
        } while (status.get("state").asString().equals("RUNNING") && System.nanoTime() < deadline);
        return status;
    }
}
