package brightline.scenarios;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import brightline.scenarios.RunningBrightline.Answer;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What a coordinator sends of a district's students over a year, and whom an officer of MAR then finds. Everybody is invented. */
class RosterStateScenariosTest extends ScenarioBase {
    private static final String USERS =
            "sourcedId,status,dateLastModified,enabledUser,givenName,familyName,identifier,grades\n";
    private static final String ROLES =
            "sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId\n";
    private static final String DEMOGRAPHICS =
            "sourcedId,status,dateLastModified,birthDate,sex,americanIndianOrAlaskaNative,asian,blackOrAfricanAmerican,"
                    + "nativeHawaiianOrOtherPacificIslander,white,demographicRaceTwoOrMoreRaces,hispanicOrLatinoEthnicity\n";

    @BeforeEach
    void itIsLateNovember() {
        story.at("2026-11-30T09:00");
        story.post(
                        "coordinator",
                        "/api/commands/officers/" + story.officer("adeyemi") + "/assignments",
                        Map.of("school", story.school("MAR"), "from", "2026-08-17", "post", "PRIMARY"))
                .expect(200);
    }

    /** A set of files. Ids and numbers end as the story's do; a percent sign stands for that ending. */
    private final class Set {
        private final Map<String, String> files = new LinkedHashMap<>();
        private final String version;
        private final String system;
        private final String mode;

        Set(String version, String system, String mode) {
            this.version = version;
            this.system = system;
            this.mode = mode;
        }

        Set with(String file, String header, String... lines) {
            files.put(file, header + String.join("\n", lines) + "\n");
            return this;
        }

        /** Its schools MAR and QUI. */
        Set schools(String... more) {
            List<String> lines = new ArrayList<>(
                    List.of("mar%,,,Marlow High School,school,MAR%", "qui%,,,Quillfeather High School,school,QUI%"));
            lines.addAll(List.of(more));
            return with(
                    "orgs", "sourcedId,status,dateLastModified,name,type,identifier\n", lines.toArray(String[]::new));
        }

        Set users(String... lines) {
            return with("users", USERS, lines);
        }

        Set roles(String... lines) {
            return with("roles", ROLES, lines);
        }

        Set demographics(String... lines) {
            return with("demographics", DEMOGRAPHICS, lines);
        }

        JsonNode sent() {
            return sent(UTF_8);
        }

        JsonNode sent(Charset charset) {
            StringBuilder manifest = new StringBuilder(
                    "propertyName,value\noneroster.version," + version + "\nsource.systemCode," + system + "%\n");
            files.keySet().forEach(file -> manifest.append("file.%s,%s\n".formatted(file, mode)));
            Map<String, String> all = new LinkedHashMap<>(files);
            all.put("manifest", manifest.toString());
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
                for (Map.Entry<String, String> file : all.entrySet()) {
                    zip.putNextEntry(new ZipEntry(file.getKey() + ".csv"));
                    zip.write(file.getValue().replace("%", story.student("")).getBytes(charset));
                }
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            return imported(bytes.toByteArray());
        }
    }

    private Set bulk() {
        return new Set("1.2", "SIS", "bulk").schools();
    }

    private Set delta() {
        return new Set("1.2", "SIS", "delta");
    }

    private static JsonNode imported(byte[] zip) {
        String boundary = "----roster";
        String body = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"format\"\r\n\r\noneroster-1.2\r\n--"
                + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"roster.zip\"\r\n"
                + "Content-Type: application/zip\r\n\r\n" + new String(zip, ISO_8859_1) + "\r\n--" + boundary
                + "--\r\n";
        try {
            HttpResponse<String> accepted = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(brightline.url() + "/api/commands/imports"))
                                    .header("Authorization", "Bearer " + brightline.token("coordinator"))
                                    .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                                    .POST(HttpRequest.BodyPublishers.ofString(body, ISO_8859_1))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
            String location = accepted.headers().firstValue("Location").orElseThrow();
            Instant limit = Instant.now().plus(Duration.ofMinutes(2));
            JsonNode status =
                    brightline.get("coordinator", location).expect(200).json();
            while (status.get("state").asString().equals("RUNNING")
                    && Instant.now().isBefore(limit)) {
                Thread.sleep(50);
                status = brightline.get("coordinator", location).expect(200).json();
            }
            return status;
        } catch (java.io.IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> notes(JsonNode imported) {
        assertThat(imported.get("state").asString()).as(imported.toString()).isEqualTo("DONE");
        return imported.get("notes").valueStream().map(JsonNode::asString).toList();
    }

    private List<JsonNode> found(String as, String key, String text) {
        long index = JdbcClient.create(brightline.bean(DataSource.class))
                .sql("select max(global_index) from log.domain_event_entry")
                .query(Long.class)
                .single();
        Instant limit = Instant.now().plus(Duration.ofMinutes(1));
        Answer answer;
        do {
            answer = brightline.send(
                    as, "POST", "/api/queries/students/search?atLeastIndex=" + index, Map.of(key, text), Map.of());
        } while (answer.status() == 409 && Instant.now().isBefore(limit));
        return answer.expect(200).json().get("students").valueStream().toList();
    }

    private List<JsonNode> byNumber(String number) {
        return found("coordinator", "number", story.student(number));
    }

    /** By MAR's officer. */
    private List<JsonNode> byName(String name) {
        return found(story.student("adeyemi"), "name", name);
    }

    @Test
    void who_returns_is_there_however_many_rows_have_ended_and_however_often_they_come() {
        Set roster = bulk().users("r1%,,,true,Ansel,Brackwater,R1%,09", "r2%,,,true,Bryn,Cloverly,R2%,09")
                .roles(
                        "r1a%,,,r1%,primary,student,2025-08-18,2026-06-05,mar%",
                        "r1b%,,,r1%,primary,student,2026-08-17,2027-06-04,mar%",
                        "r2a%,,,r2%,primary,student,2026-08-17,,mar%");
        assertThat(roster.sent().get("rejected").asInt()).isZero();
        assertThat(roster.with("notes", "nothing\n").sent().get("accepted").asInt())
                .isZero();
        delta().roles(
                        "r2a%,tobedeleted,2026-11-27T06:00:00.000Z,r2%,primary,student,2026-08-17,,mar%",
                        "r2x%,active,2026-11-27T06:00:00.000Z,r2%,primary,student,2026-08-17,,mar%")
                .sent();
        for (String number : List.of("R1", "R2")) {
            assertThat(byNumber(number))
                    .singleElement()
                    .satisfies(student ->
                            assertThat(student.get("enrolled").asBoolean()).isTrue());
        }
        assertThat(byName("brackwater")).hasSize(1);
        assertThat(byName("cloverly")).hasSize(1);
    }

    @Test
    void a_student_of_two_schools_is_found_at_both() {
        bulk().users("t1%,,,true,Yara,Ashdown,T1%,09")
                .roles("t1s%,,,t1%,secondary,student,2026-08-17,,mar%", "t1p%,,,t1%,primary,student,2026-08-17,,qui%")
                .sent();
        assertThat(byName("ashdown")).singleElement().satisfies(student -> {
            assertThat(student.get("homeSchool").asString()).isEqualTo(story.school("QUI"));
            assertThat(student.get("enrolled").asBoolean()).isTrue();
        });
    }

    @Test
    void a_number_that_two_children_bear_in_one_file_is_neithers_and_in_a_later_one_the_first_ones() {
        String cleo = "c1%,,,true,Cleo,Dunmarrow,C5%,09";
        String born = "c1%,,,2010-01-20,female,,,,,,,";
        String enrolled = "c1r%,,,c1%,primary,student,2026-08-17,,mar%";
        JsonNode imported = bulk().users(cleo, "c2%,,,true,Dario,Elmsworth,C5%,07")
                .demographics(born, "c2%,,,2013-06-30,male,,,,,,,")
                .roles(enrolled, "c2r%,,,c2%,primary,student,2026-08-17,,qui%")
                .sent();
        assertThat(imported.get("errors"))
                .hasSize(2)
                .allSatisfy(error -> assertThat(error.get("column").asString()).isEqualTo("identifier"));
        assertThat(byName("dunmarrow")).isEmpty();
        assertThat(bulk().users(cleo).demographics(born).roles(enrolled).sent().get("errors"))
                .isEmpty();
        assertThat(byName("dunmarrow")).hasSize(1);

        JsonNode next = new Set("1.2", "OTHER-SIS", "bulk")
                .schools()
                .users("n7%,,,true,Finn,Gorsebank,C5%,09")
                .demographics("n7%,,,2012-08-08,male,,,,,,,")
                .roles("n7r%,,,n7%,primary,student,2026-11-16,,mar%")
                .sent();
        assertThat(next.get("errors")).isEmpty();
        assertThat(byName("dunmarrow")).hasSize(1);
        assertThat(byName("gorsebank")).hasSize(1);
    }

    @Test
    void who_leaves_has_a_last_day_and_who_is_missing_is_counted() {
        bulk().users(
                        "l1%,,,true,Tilda,Uxbridge,L1%,09",
                        "l2%,,,true,Ulf,Verdigris,L2%,09", "l3%,,,true,Vera,Wolds,L3%,09")
                .roles(
                        "l1r%,,,l1%,primary,student,2026-08-17,,mar%",
                        "l2r%,,,l2%,primary,student,2026-08-17,,mar%", "l3r%,,,l3%,primary,student,2026-08-17,,mar%")
                .sent();
        JsonNode left = delta().users("l1%,tobedeleted,2026-11-06T06:00:00.000Z,,,,,")
                .roles("l2r%,tobedeleted,2026-11-06T06:00:00.000Z,,,,,,")
                .sent();
        assertThat(left.get("rejected").asInt()).isZero();
        for (String number : List.of("L1", "L2")) {
            JsonNode student = byNumber(number).getFirst();
            assertThat(student.get("enrolled").asBoolean()).isFalse();
            assertThat(student.get("lastDay").asString()).isEqualTo("2026-11-06");
        }
        JsonNode whole = bulk().schools("closed%,tobedeleted,2026-11-06T06:00:00.000Z,Sandbar School,school,SAND%")
                .users("l4%,,,false,Wim,Yewdale,L4%,09", "l9%,,,true,Xeno,Zephyrine,L9%,09")
                .roles("l4r%,,,l4%,primary,student,2026-08-17,,mar%", "l9r%,,,l9%,primary,student,2026-08-17,,closed%")
                .sent();
        assertThat(notes(whole))
                .anyMatch(note -> note.contains("not in this complete one") && note.endsWith(": 1 student."))
                .anyMatch(note -> note.contains("enabledUser") && note.endsWith(": 1 student."))
                .anyMatch(note -> note.contains("tobedeleted") && note.endsWith(": 1 school."));
        assertThat(byNumber("L3").getFirst().get("enrolled").asBoolean()).isTrue();
        assertThat(byNumber("L9")).isEmpty();

        String missing = "/api/commands/imports/" + whole.get("id").asString();
        JsonNode listed =
                brightline.get("coordinator", missing + "/missing").expect(200).json();
        assertThat(listed.get("count").asInt()).isEqualTo(1);
        JsonNode one = listed.at("/students/0");
        assertThat(one.get("number").asString()).isEqualTo("L3" + story.student(""));
        assertThat(one.get("since").asString()).isEqualTo("2026-08-17");
        assertThat(listed.toString()).doesNotContain("Wolds", "Vera");
        assertThat(JdbcClient.create(brightline.bean(DataSource.class))
                        .sql(
                                "select found from access.read_audit where action = 'missing-students' order by entry_id desc limit 1")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        story.post("coordinator", missing + "/departures", Map.of("students", List.of(), "lastDay", "2026-11-20"))
                .expect(400);
        JsonNode nobody = story.post(
                        "coordinator",
                        missing + "/departures",
                        Map.of("students", List.of(java.util.UUID.randomUUID()), "lastDay", "2026-11-20"))
                .expect(200)
                .json();
        assertThat(nobody.get("ended").asInt()).isZero();
        assertThat(nobody.get("left").asInt()).isEqualTo(1);
        JsonNode ended = story.post(
                        "coordinator",
                        missing + "/departures",
                        Map.of("students", List.of(one.get("student").asString()), "lastDay", "2026-11-20"))
                .expect(200)
                .json();
        assertThat(ended.get("ended").asInt()).isEqualTo(1);
        assertThat(byNumber("L3").getFirst().get("lastDay").asString()).isEqualTo("2026-11-20");
        brightline
                .get("coordinator", "/api/commands/imports/" + java.util.UUID.randomUUID() + "/missing")
                .expect(404);
    }

    /** MAR, which its roster and its officers' accounts still call so, bears another code. */
    @Test
    void a_school_under_another_code_is_found_by_either_and_no_other_school_gets_them() {
        String codes = "/api/commands/schools/" + story.school("MAR") + "/codes";
        String code = story.school("0131");
        Map<String, Object> changed = new LinkedHashMap<>(
                Map.of("code", code, "from", "2026-11-16", "reason", "CHANGED", "basis", "SCHOOL_REPORT"));
        story.post("coordinator", codes, changed).expect(200);

        bulk().users("c1%,,,true,Cora,Ellery,CD1%,09", "c2%,,,true,Cleo,Ellery,CD2%,09")
                .schools("new%,,,Marlow High School,school,0131%", "old%,,,Marlow High School,school,mar%")
                .roles("c1r%,,,c1%,primary,student,2026-11-16,,new%", "c2r%,,,c2%,primary,student,2026-11-16,,old%")
                .sent();
        assertThat(byName("ellery"))
                .extracting(student -> student.get("homeSchool").asString())
                .containsExactly(story.school("MAR"), story.school("MAR"));
        Map<String, Object> contact = story.document("MAR", "2026-11-30T08:00", Contact.inAFight(story.student("CD1")));
        contact.put("school", code);
        story.sends("adeyemi", contact);
        for (String asked : List.of(story.school("MAR"), code, code.toLowerCase(java.util.Locale.ROOT))) {
            JsonNode rows = brightline
                    .get(
                            "coordinator",
                            "/api/queries/involvements?groupBy=school&school=" + asked + "&atLeastIndex="
                                    + story.lastIndex())
                    .expect(200)
                    .json()
                    .get("rows");
            assertThat(rows.size()).as(asked).isEqualTo(1);
            assertThat(rows.get(0).toString()).contains(story.school("MAR"));
        }
        JsonNode program = brightline
                .get("coordinator", "/api/queries/programme?atLeastIndex=" + story.lastIndex())
                .expect(200)
                .json();
        assertThat(program.toString()).contains("\"code\":\"" + code + "\"");
        story.post(
                        "coordinator",
                        "/api/commands/schools/" + code + "/enrolments",
                        Map.of("day", "2026-10-01", "total", 800))
                .expect(200);
        story.post("coordinator", "/api/commands/schools/" + story.school("QUI") + "/codes", changed)
                .expect(409);
        changed.put("code", story.school("QUI"));
        story.post("coordinator", codes, changed).expect(409);
        changed.put("code", "1.20261E+13");
        story.post("coordinator", codes, changed).expect(400);
    }

    @Test
    void what_is_optional_costs_no_child() {
        JsonNode imported = bulk().users(
                        "o1%,,,true,Sudarmo,,O1%,Kindergarten",
                        "o2%,,,true," + "A".repeat(101) + ",Longwright,O2%,SP",
                        "o3%,,,true,\u202eTurned,Aroundby,O3%,-1")
                .demographics("o1%,,,2010-01-01,F,1,0,0,0,0,0,0", "o2%,,,01/04/2010,NULL,NULL,,,,,,")
                .roles(
                        "o1r%,,,o1%,primary,student,2026-08-17,,mar%",
                        "o2r%,,,o2%,primary,student,2026-08-17,,mar%", "o3r%,,,o3%,primary,student,2026-08-17,,mar%")
                .sent();
        assertThat(imported.get("rejected").asInt()).isZero();
        assertThat(notes(imported)).hasSize(3);
        JsonNode one = byName("sudarmo").getFirst();
        assertThat(one.get("lastName").isNull()).isTrue();
        assertThat(one.get("gradeBand").asString()).isEqualTo("PK-2");
        assertThat(byName("longwright").getFirst().get("gradeBand").isNull()).isTrue();
        assertThat(byName("turned").getFirst().get("firstName").asString()).isEqualTo("Turned");
    }

    @Test
    void what_is_wrong_with_the_whole_file_is_said_once() {
        JsonNode nameless = bulk().users("i1%,,,true,Cato,Dell,,09", "i2%,,,true,Cato,Delling,,09")
                .roles("i1r%,,,i1%,primary,student,2026-08-17,,mar%", "i2r%,,,i2%,primary,student,2026-08-17,,mar%")
                .sent();
        assertThat(nameless.get("state").asString()).isEqualTo("FAILED");
        assertThat(nameless.at("/failure/column").asString()).isEqualTo("identifier");
        assertThat(nameless.at("/failure/reason").asString()).contains("no user has an identifier");

        JsonNode otherLetters = bulk().users("w1%,,,true,Jos\u00e9,Ibarrondo,W1%,09", "w2%,,,true,Joan,Bramley,W2%,09")
                .roles("w1r%,,,w1%,primary,student,2026-08-17,,mar%", "w2r%,,,w2%,primary,student,2026-08-17,,mar%")
                .sent(ISO_8859_1);
        assertThat(otherLetters.get("rejected").asInt()).isZero();
        assertThat(notes(otherLetters)).anySatisfy(note -> assertThat(note).contains("users.csv", "Windows-1252"));
        assertThat(byName("ibarrondo").getFirst().get("firstName").asString()).isEqualTo("Jos\u00e9");
    }

    @Test
    void oneroster_1_1_has_roles_in_its_users() {
        JsonNode imported = new Set("1.1", "SIS", "bulk")
                .schools()
                .with(
                        "users",
                        "sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,"
                                + "familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password\n",
                        "v1%,,,true,\"qui%,mar%\",student,v1,,Vera,Elevenby,,V1%,,,,,10,")
                .sent();
        assertThat(imported.get("rejected").asInt()).isZero();
        assertThat(byName("elevenby").getFirst().get("homeSchool").asString()).isEqualTo(story.school("QUI"));
    }
}
