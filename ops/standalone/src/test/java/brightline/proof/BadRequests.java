package brightline.proof;

import static brightline.proof.BadRequest.request;
import static brightline.proof.BadRequest.usualHeaders;

import brightline.benchmark.Api;
import brightline.benchmark.Api.Answer;
import brightline.benchmark.FoundedAgency;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Requests nobody should send, each wrong in one way. All of them are about an invented student who can be told from everybody. */
final class BadRequests {
    /** Nowhere to be repeated. */
    static final String[] CANARIES = {"Zyxwvella", "Quorrimore", "2009-07-13", "heliotrope", "S-CANARY-77"};

    private static final String JSON = "application/json";
    private static final String KEY = "Idempotency-Key";
    private static final int MEGABYTES_10 = 10 * 1024 * 1024;
    private static final String STUDENT = """
            {"role":"SUBJECT",
             "student":{"number":"S-CANARY-77","firstName":"Zyxwvella","lastName":"Quorrimore","birthDate":"2009-07-13","homeSchool":"MAR"},
             "statistics":{"race":"BLACK","sex":"F","gradeBand":"9-12","age":15,"disability":"NONE","englishLearner":"NO"},
             "initiator":"STAFF_REQUEST","requestedBy":"TEACHER","conduct":["cps-scc/1-8"],"imminentThreat":"NO",
             "actions":[{"code":"A2_ESCORT"}],
             "deEscalation":{"agitated":"YES","possible":"YES","attempted":"YES"},
             "arrestLawfullyPossible":"NO","outcome":"NO_ACTION","narrative":"A heliotrope telephone"}""";

    private final Api api;
    private final FoundedAgency agency;
    private final String recently = Instant.now()
            .minus(1, ChronoUnit.HOURS)
            .truncatedTo(ChronoUnit.SECONDS)
            .toString();
    private final List<BadRequest> made = new ArrayList<>();

    BadRequests(Api api, FoundedAgency agency) {
        this.api = api;
        this.agency = agency;
    }

    Answer send(BadRequest request) {
        return api.sendRaw(
                request.method(),
                request.path(),
                request.token(),
                request.body().length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(request.body()),
                request.headers());
    }

    BadRequest goodContact() {
        return incident("a good one", document(), 0, null, null);
    }

    BadRequest hostileNarrative() {
        return incident(
                "hostile text",
                changed(
                                "A heliotrope telephone",
                                "'); drop table log.domain_event_entry; -- <script>alert(1)</script> ${7*7}")
                        .replace("S-CANARY-77", "S-CANARY-78"),
                0,
                null,
                null);
    }

    Stream<BadRequest> all() {
        wrongTypes();
        wrongCodes();
        wrongMoments();
        unknownThings();
        brokenBodies();
        wrongHeaders();
        wrongMethodsAndPaths();
        hostileTexts();
        made.addAll(BadQuestions.by(agency.auditor()));
        wrongImports();
        noToken();
        return made.stream();
    }

    private void wrongTypes() {
        field("number for text", "\"place\":\"HALLWAY\"", "\"place\":7", "/place");
        field("list for text", "\"school\":\"MAR\",\"place\"", "\"school\":[\"MAR\"],\"place\"", "/school");
        field("object for list", "[" + STUDENT + "]", "{}", "/students");
        field("text for list", "[\"cps-scc/1-8\"]", "\"cps-scc/1-8\"", "/students/0/conduct");
        field("text for number", "\"age\":15", "\"age\":\"fifteen heliotrope\"", "/students/0/statistics/age");
        field("half a year", "\"age\":15", "\"age\":15.5", "/students/0/statistics/age");
        field(
                "boolean for code",
                "\"imminentThreat\":\"NO\"",
                "\"imminentThreat\":false",
                "/students/0/imminentThreat");
        field(
                "no such answer",
                "\"imminentThreat\":\"NO\"",
                "\"imminentThreat\":\"PERHAPS\"",
                "/students/0/imminentThreat");
        field("a day nobody writes so", "2009-07-13", "13.07.2009 heliotrope", "/students/0/student/birthDate");
        field("a day that never was", "2009-07-13", "2009-02-30", "/students/0/student/birthDate");
        field("no moment", recently, "yesterday", "/occurredAt");
        field("a moment without offset", recently, "2026-03-02T10:15:00", "/occurredAt");
        field("no students", "[" + STUDENT + "]", "[]", "/students");
        field("null for a student", "[" + STUDENT + "]", "[null]", "/students/0");
        field("no role", "\"role\":\"SUBJECT\"", "\"role\":null", "/students/0/role");
        field("no school", "\"school\":\"MAR\",\"place\"", "\"place\"", "/school");
        field("a text without end", "A heliotrope telephone", "heliotrope ".repeat(5_000), "/students/0/narrative");
        field("a name without end", "Zyxwvella", "Zyxwvella".repeat(200), "/students/0/student/firstName");
    }

    private void wrongCodes() {
        field("unknown conduct", "cps-scc/1-8", "cps-scc/heliotrope", "/students/0/conduct/0", "unknown-code");
        field("conduct of no list", "cps-scc/1-8", "1-8", "/students/0/conduct/0");
        field("conduct of another list", "cps-scc/1-8", "place/HALLWAY", "/students/0/conduct/0");
        field("unknown place", "HALLWAY", "MOON", "/place", "unknown-code");
        field("unknown action", "A2_ESCORT", "A9_FLY", "/students/0/actions/0/code", "unknown-code");
        field("unknown initiator", "STAFF_REQUEST", "HELIOTROPE", "/students/0/initiator", "unknown-code");
        field("unknown outcome", "NO_ACTION", "HELIOTROPE", "/students/0/outcome", "unknown-code");
        field(
                "unknown race",
                "\"race\":\"BLACK\"",
                "\"race\":\"HELIOTROPE\"",
                "/students/0/statistics/race",
                "unknown-code");
        field(
                "code not valid that day",
                recently,
                "2019-03-02T10:15:00-06:00",
                "/students/0/conduct/0",
                "code-not-valid-that-day");
    }

    private void wrongMoments() {
        String later = Instant.now()
                .plus(1, ChronoUnit.HOURS)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        field("an hour ahead", recently, later, "/occurredAt");
        field("the far future", recently, "+999999999-12-31T23:59:59Z", "/occurredAt");
        field("before there were police", recently, "-999999999-01-01T00:00:00Z", "/occurredAt");
        field("before there were codes", recently, "0001-01-01T00:00:00Z", "/occurredAt");
    }

    private void unknownThings() {
        field(
                "unknown school",
                "\"school\":\"MAR\",\"place\"",
                "\"school\":\"NOWHERE\",\"place\"",
                "/school",
                "unknown-school");
        field(
                "unknown home school",
                "\"homeSchool\":\"MAR\"",
                "\"homeSchool\":\"NOWHERE\"",
                "/students/0/student/homeSchool");
        field("unknown officer", "\"place\"", "\"officer\":\"" + UUID.randomUUID() + "\",\"place\"", "/officer");
        field("unknown property", "\"place\"", "\"heliotrope\":1,\"place\"", "", "unknown-property");
        field("unknown property within", "\"role\"", "\"Quorrimore\":1,\"role\"", "/students/0", "unknown-property");
        field("the same property twice", "\"place\"", "\"place\":\"GYM\",\"place\"", null);
        String id = UUID.randomUUID().toString();
        for (String edit : List.of("corrections", "subject-corrections", "supplements", "void", "preview")) {
            edit("no such interaction: " + edit, "/api/commands/interactions/" + id + "/" + edit);
            edit("no id at all: " + edit, "/api/commands/interactions/heliotrope/" + edit);
        }
        for (String edit : List.of("students", "school-corrections", "links")) {
            edit("no such incident: " + edit, "/api/commands/incidents/" + id + "/" + edit);
        }
    }

    private void brokenBodies() {
        made.add(incident(
                "10 MB", changed("A heliotrope telephone", "heliotrope".repeat(MEGABYTES_10 / 10)), 413, null, null));
        made.add(incident(
                "deeply nested lists",
                changed("\"MAR\",\"place\"", "[".repeat(100_000) + ",\"place\""),
                400,
                null,
                null));
        made.add(incident("deeply nested objects", "{\"school\":".repeat(50_000), 400, null, null));
        made.add(incident(
                "deeply nested unknown",
                changed("\"place\"", "\"x\":" + "{\"a\":".repeat(3_000) + "1" + "}".repeat(3_000) + ",\"place\""),
                400,
                null,
                null));
        made.add(incident(
                "a number without end", changed("\"age\":15", "\"age\":" + "1".repeat(100_000)), 400, null, null));
        made.add(incident(
                "1,000 students",
                changed(
                        STUDENT,
                        String.join(
                                ",",
                                IntStream.range(0, 1_000)
                                        .mapToObj(i -> "{\"role\":\"SUBJECT\"}")
                                        .toList())),
                400,
                "/students",
                null));
        made.add(incident("cut off", document().substring(0, 400), 400, null, null));
        made.add(incident("something after the end", document() + document(), 400, null, null));
        for (String none :
                List.of("", "null", "[]", "42", "\"heliotrope\"", "heliotrope", "<incident/>", "\u0000", "\uFEFF")) {
            made.add(incident("body " + (none.isEmpty() ? "of nothing" : none), none, 400, null, null));
        }
        byte[] utf8 = changed("Zyxwvella", "Zyxwvella?").getBytes(StandardCharsets.UTF_8);
        int at = new String(utf8, StandardCharsets.UTF_8).indexOf('?');
        for (int bad : new int[] {0xC3, 0xFF, 0xED, 0xC0}) {
            byte[] broken = utf8.clone();
            broken[at] = (byte) bad;
            made.add(incident("broken UTF-8, byte " + Integer.toHexString(bad), broken, 400, null, null));
        }
    }

    private void wrongHeaders() {
        for (String type :
                List.of("text/plain", "application/xml", "application/x-www-form-urlencoded", "heliotrope")) {
            made.add(incident("content type " + type, document(), 0, null, null).with("Content-Type", type));
        }
        made.add(incident("no content type", document(), 415, null, null).without("Content-Type"));
        made.add(incident("a character set nobody has", document(), 0, null, null)
                .with("Content-Type", JSON + ";charset=heliotrope"));
        made.add(incident("nothing it accepts", document(), 0, null, null).with("Accept", "image/png"));
        made.add(incident("no key", document(), 400, null, null).without(KEY));
        made.add(incident("short key", document(), 400, null, null).with(KEY, "0123456789abcde"));
        made.add(incident("long key", document(), 400, null, null).with(KEY, "k".repeat(256)));
        made.add(incident("key with a blank", document(), 400, null, null).with(KEY, "0123456789 abcdef0123"));
        made.add(incident("empty key", document(), 400, null, null).with(KEY, ""));
        String voided = "/api/commands/interactions/" + UUID.randomUUID() + "/void";
        made.add(request(
                "no version seen", "POST", voided, agency.officer(), "{\"reason\":\"DOUBLE_ENTRY\"}", 0, null, null));
        for (String version : List.of("0", "\"heliotrope\"", "\"-1\"", "*", "W/\"0\"", "\"99999999999999999999\"")) {
            made.add(request(
                            "version " + version,
                            "POST",
                            voided,
                            agency.officer(),
                            "{\"reason\":\"DOUBLE_ENTRY\"}",
                            0,
                            null,
                            null)
                    .with("If-Match", version));
        }
    }

    private void wrongMethodsAndPaths() {
        for (String method : List.of("GET", "PUT", "DELETE", "PATCH")) {
            made.add(request(
                    method + " of incidents",
                    method,
                    "/api/commands/incidents",
                    agency.officer(),
                    method.equals("GET") ? null : document(),
                    405,
                    null,
                    null));
        }
        made.add(request("POST of figures", "POST", "/api/queries/arrests", agency.auditor(), "{}", 405, null, null));
        made.add(request(
                "no such command", "POST", "/api/commands/heliotrope", agency.officer(), document(), 404, null, null));
        made.add(request(
                "a path with a semicolon",
                "GET",
                "/api/queries/arrests;heliotrope=1",
                agency.auditor(),
                null,
                0,
                null,
                null));
        made.add(request(
                "a path with two slashes", "GET", "/api//queries/arrests", agency.auditor(), null, 0, null, null));
        made.add(request(
                "a path upwards",
                "GET",
                "/api/queries/%2e%2e/%2e%2e/actuator/env",
                agency.auditor(),
                null,
                0,
                null,
                null));
    }

    private void hostileTexts() {
        String sql = "MAR'; drop table log.domain_event_entry; --";
        String script = "<script>alert(document.domain)</script>";
        for (String hostile :
                List.of(sql, script, "${jndi:ldap://localhost/a}", "../../etc/passwd", "MAR\\u0000", "\\ud800")) {
            field(
                    "school " + hostile,
                    "\"school\":\"MAR\",\"place\"",
                    "\"school\":\"" + hostile + "\",\"place\"",
                    "/school");
            field("place " + hostile, "\"HALLWAY\"", "\"" + hostile + "\"", "/place");
            field("conduct " + hostile, "cps-scc/1-8", hostile, "/students/0/conduct/0");
        }
        field("NUL in a narrative", "A heliotrope telephone", "heliotrope\\u0000", "/students/0/narrative");
        field("half a character in a name", "Zyxwvella", "Zyxwvella\\udc00", "/students/0/student/firstName");
        made.add(incident("a raw NUL", changed("Zyxwvella", "Zyxwvella\u0000"), 400, null, null));
    }

    private void wrongImports() {
        String boundary = "multipart/form-data;boundary=b";
        String format = "--b\r\nContent-Disposition: form-data; name=\"format\"\r\n\r\n%s\r\n";
        String file =
                "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"heliotrope.csv\"\r\n\r\nZyxwvella,Quorrimore\r\n";
        upload("no boundary", "multipart/form-data", format.formatted("brightline-csv") + file + "--b--\r\n");
        upload("nothing in it", boundary, "");
        upload("no end", boundary, format.formatted("brightline-csv") + file);
        upload("cut off in a header", boundary, "--b\r\nContent-Disposition: form-da");
        upload("another boundary", boundary, "--c\r\nheliotrope\r\n--c--\r\n");
        upload("no file", boundary, format.formatted("brightline-csv") + "--b--\r\n");
        upload("no format", boundary, file + "--b--\r\n");
        upload("unknown format", boundary, format.formatted("heliotrope") + file + "--b--\r\n");
        upload("no import at all", JSON, "{}");
        made.add(request(
                "no such import",
                "GET",
                "/api/commands/imports/" + UUID.randomUUID(),
                agency.coordinator(),
                null,
                404,
                null,
                null));
    }

    private void noToken() {
        made.add(request("nobody's contact", "POST", "/api/commands/incidents", null, document(), 401, null, null));
        made.add(request("nobody's question", "GET", "/api/queries/arrests", null, null, 401, null, null));
        made.add(request(
                "a made-up token",
                "POST",
                "/api/commands/incidents",
                "bl_" + "x".repeat(43),
                document(),
                401,
                null,
                null));
        made.add(incident("Basic where there is none", document(), 401, null, null)
                .with("Authorization", "Basic c3lzYWRtaW46eA=="));
    }

    private String document() {
        return """
                {"occurredAt":"%s","school":"MAR","place":"HALLWAY","inSession":"YES",
                 "references":[{"kind":"RD","value":"BN0000001"}],
                 "students":[%s]}""".formatted(recently, STUDENT);
    }

    private String changed(String from, String to) {
        String good = document();
        if (!good.contains(from)) {
            throw new IllegalArgumentException("The good document has no " + from);
        }
        return good.replace(from, to);
    }

    private void field(String what, String from, String to, @Nullable String pointer) {
        field(what, from, to, pointer, null);
    }

    private void field(String what, String from, String to, @Nullable String pointer, @Nullable String code) {
        made.add(incident(what, changed(from, to), 400, pointer, code));
    }

    private void edit(String what, String path) {
        made.add(request(what, "POST", path, agency.officer(), STUDENT, 0, null, null)
                .with("If-Match", "\"0\""));
    }

    private void upload(String what, String type, String body) {
        made.add(request(
                        "import with " + what,
                        "POST",
                        "/api/commands/imports",
                        agency.coordinator(),
                        body,
                        0,
                        null,
                        null)
                .with("Content-Type", type));
    }

    private BadRequest incident(String what, String body, int status, @Nullable String pointer, @Nullable String code) {
        return incident(what, body.getBytes(StandardCharsets.UTF_8), status, pointer, code);
    }

    private BadRequest incident(String what, byte[] body, int status, @Nullable String pointer, @Nullable String code) {
        return new BadRequest(
                what, "POST", "/api/commands/incidents", agency.officer(), body, usualHeaders(), status, pointer, code);
    }
}
