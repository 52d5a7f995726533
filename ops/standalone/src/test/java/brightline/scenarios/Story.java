package brightline.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import brightline.edge.access.AccountRole;
import brightline.scenarios.RunningBrightline.Answer;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One story: schools and officers of its own, so that its figures are its own. Everything is said and asked over HTTP.
 * Times are local to Chicago, the default agency's zone.
 */
final class Story {
    static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final RunningBrightline brightline;
    private final String suffix = "-" + NUMBER.incrementAndGet();
    private final Map<String, String> officers = new LinkedHashMap<>();
    private long lastIndex;

    Story(RunningBrightline brightline) {
        this.brightline = brightline;
        at("2026-03-02T08:00");
        for (String school : List.of("MAR", "QUI", "ORC", "LAK")) {
            brightline
                    .post(
                            "coordinator",
                            "/api/commands/schools",
                            Map.of("code", school(school), "name", school + suffix))
                    .expect(201);
        }
        officer("adeyemi", "SRO");
        officer("bartosz", "SRO");
        officer("castellane", "SRO");
        officer("dupree", "PATROL");
    }

    private void officer(String name, String capacity) {
        Answer registered = brightline
                .post(
                        "coordinator",
                        "/api/commands/officers",
                        Map.of("starNumber", name + suffix, "name", name, "capacity", capacity))
                .expect(201);
        String id = registered.json().get("officer").asString();
        officers.put(name, id);
        brightline.account(name + suffix, AccountRole.SRO, id, school("MAR"));
    }

    /** The story's own school of that name. */
    String school(String name) {
        return name + suffix;
    }

    String officer(String name) {
        return java.util.Objects.requireNonNull(officers.get(name));
    }

    /** Student numbers, too, belong to the story. */
    String student(String number) {
        return number + suffix;
    }

    /** It is now this local time: what is sent is recorded then. */
    void at(String local) {
        brightline.now(instant(local));
    }

    static Instant instant(String local) {
        return LocalDateTime.parse(local).atZone(CHICAGO).toInstant();
    }

    Map<String, Object> document(String school, String occurredAt, Contact... contacts) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("occurredAt", instant(occurredAt).toString());
        document.put("school", school(school));
        document.put("place", "HALLWAY");
        document.put("inSession", "YES");
        document.put("students", Arrays.stream(contacts).map(Contact::document).toList());
        return document;
    }

    /** The officer logs the contact ten minutes after it happened. */
    Logged logs(String officer, String school, String occurredAt, Contact... contacts) {
        brightline.now(instant(occurredAt).plusSeconds(600));
        return sends(officer, document(school, occurredAt, contacts));
    }

    /** The officer sends the document now. */
    Logged sends(String officer, Map<String, Object> document) {
        Answer answer = brightline
                .post(officer + suffix, "/api/commands/incidents", document)
                .expect(201);
        remember(answer);
        return new Logged(answer.json());
    }

    /** The officer sends the document now, with these headers in the place of the usual ones; whatever comes of it. */
    Answer send(String officer, Map<String, Object> document, Map<String, String> headers) {
        Map<String, String> all = new LinkedHashMap<>(
                Map.of("Idempotency-Key", java.util.UUID.randomUUID().toString()));
        all.putAll(headers);
        return remember(brightline.send(officer + suffix, "POST", "/api/commands/incidents", document, all));
    }

    Answer post(String as, String path, Object body) {
        return remember(brightline.post(officers.containsKey(as) ? as + suffix : as, path, body));
    }

    /** A change of a record somebody saw in that version. */
    JsonNode edits(String as, String path, long version, Map<String, Object> body) {
        return edit(as, path, version, body).expect(200).json().get("interaction");
    }

    /** The same, whatever comes of it. */
    Answer edit(String as, String path, long version, Map<String, Object> body) {
        return remember(brightline.edit(officers.containsKey(as) ? as + suffix : as, path, version, body));
    }

    /** Somebody takes the whole incident back as it was recorded. */
    Answer undoes(String as, Logged logged) {
        return remember(brightline.edit(
                officers.containsKey(as) ? as + suffix : as,
                "/api/commands/incidents/" + logged.incident() + "/undo",
                logged.incidentVersion(),
                ""));
    }

    /** An answer has to rest on this event to know all of the story. */
    long lastIndex() {
        return lastIndex;
    }

    private Answer remember(Answer answer) {
        answer.response()
                .headers()
                .firstValueAsLong("Brightline-Index")
                .ifPresent(index -> lastIndex = Math.max(lastIndex, index));
        return answer;
    }

    JsonNode figure(String question, String school, String filters) {
        return brightline
                .get(
                        "auditor",
                        "/api/queries/" + question + "?school=" + school(school) + "&atLeastIndex=" + lastIndex
                                + (filters.isEmpty() ? "" : "&" + filters))
                .expect(200)
                .json();
    }

    /** Involvements by class at the school. */
    Map<String, Integer> classes(String school, String filters) {
        Map<String, Integer> counts = new TreeMap<>();
        for (JsonNode row : figure("involvements", school, "groupBy=class" + (filters.isEmpty() ? "" : "&" + filters))
                .get("rows")) {
            counts.put(
                    row.get("group").get("class").asString(), row.get("count").asInt());
        }
        return counts;
    }

    /** Numerator and denominator of a measure at the school, as "9/60"; "0/0" where nothing counts. */
    String measure(String question, String measure, String school, String filters) {
        JsonNode rows = figure(question, school, filters).get("rows");
        if (rows.isEmpty()) {
            return "0/0";
        }
        assertThat(rows).hasSize(1);
        JsonNode value = rows.get(0).get("measures").get(measure);
        return value.get("numerator").asInt() + "/" + value.get("denominator").asInt();
    }

    String routine(String measure, String school) {
        return measure("routine-discipline", measure, school, "");
    }

    String arrests(String measure, String school) {
        return measure("arrests", measure, school, "");
    }

    JsonNode timeline(Logged logged) {
        return brightline
                .get("auditor", "/api/queries/cases/" + logged.interaction(0) + "/timeline?atLeastIndex=" + lastIndex)
                .expect(200)
                .json();
    }

    /** What the command side answered to a logged contact. */
    record Logged(JsonNode answer) {
        String incident() {
            return answer.get("incident").asString();
        }

        long incidentVersion() {
            return answer.get("version").asLong();
        }

        String interaction(int student) {
            return answer.get("interactions").get(student).get("id").asString();
        }

        long version(int student) {
            return answer.get("interactions").get(student).get("version").asLong();
        }

        /** Rule and class of one student's interaction, as "R02 ROUTINE_DISCIPLINE". */
        String read(int student) {
            return reading(answer.get("interactions").get(student));
        }

        List<String> readAll() {
            List<String> read = new ArrayList<>();
            answer.get("interactions").forEach(interaction -> read.add(reading(interaction)));
            return read;
        }
    }

    static String reading(JsonNode classified) {
        return classified.get("rule").asString() + " " + classified.get("class").asString();
    }

    static Map<String, Object> correction(Map<String, Object> fact) {
        Map<String, Object> body = new LinkedHashMap<>(fact);
        body.put("reason", "WRONG_CODE");
        body.put("basis", "OWN_REVIEW");
        return body;
    }

    /** A document of name, value, name, value. */
    static Map<String, Object> fields(Object... fields) {
        Map<String, Object> body = new LinkedHashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            body.put((String) fields[i], fields[i + 1]);
        }
        return body;
    }

    /** The codes of flags or violations. */
    static List<String> codes(JsonNode flags) {
        List<String> codes = new ArrayList<>();
        flags.forEach(flag -> codes.add(flag.get("code").asString()));
        return codes;
    }

    static @Nullable JsonNode first(JsonNode rows) {
        return rows.isEmpty() ? null : rows.get(0);
    }
}
