package brightline.proof;

import brightline.benchmark.Api;
import brightline.benchmark.Api.Answer;
import brightline.benchmark.FoundedAgency;
import brightline.proof.ApiDescription.Field;
import brightline.proof.ApiDescription.Operation;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sends canaries through every field of every operation that the API describes: as it should be, of the wrong type, too long, under
 * unknown names, in damaged documents, headers and addresses, by who may and by who may not.
 */
final class EveryField {
    /** Where a text stands clear by design, and why (ADR 2). Nothing is sent there. */
    static final Map<String, String> CLEAR_BY_DESIGN = Map.ofEntries(
            Map.entry("POST /api/commands/schools /code", "schools are public institutions"),
            Map.entry("POST /api/commands/schools /name", "schools are public institutions"),
            Map.entry("POST /api/commands/schools/{school}/codes /code", "schools are public institutions"),
            Map.entry("POST /api/commands/officers /starNumber", "officers act as public officials"),
            Map.entry("POST /api/commands/officers /name", "officers act as public officials"),
            Map.entry("POST /api/commands/agreements /title", "agreements are public"),
            Map.entry("POST /api/commands/agreements /parties/0", "agreements are public, and so is who signs them"),
            Map.entry("POST /api/commands/accounts /schools/0", "schools are public institutions"),
            Map.entry("POST /api/commands/accounts /unit", "a code of 20 capitals, digits and dashes names a unit"),
            Map.entry("POST /api/commands/accounts/{id}/rights /schools/0", "schools are public institutions"),
            Map.entry(
                    "POST /api/commands/accounts/{id}/rights /unit",
                    "a code of 20 capitals, digits and dashes names a unit"),
            Map.entry("POST /api/commands/accounts /username", "names of accounts stand in every log of who did what"),
            Map.entry("PUT /api/commands/agency /name", "the agency is a public institution"),
            Map.entry(
                    "POST /api/commands/incidents /references/0/value",
                    "numbers of police reports, calls and recordings"),
            Map.entry("POST /api/commands/roster-lists /lines/0/starNumber", "officers act as public officials"),
            Map.entry(
                    "POST /api/commands/disclosures /recipient",
                    "the office or person a record was handed to, as the disclosure log names it"));

    /** What shows who somebody is to those who may ask: only its answers to others are looked at. */
    private static final Set<String> SHOWS_PERSONS = Set.of("POST /api/queries/students/search");

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int TOO_LONG = 10_000;
    /** Few fields hold one, so each is sent several. */
    private static final int BIRTH_DATES = 4;

    private static final Pattern VARIABLE = Pattern.compile("([^/]+)/\\{[^}]+}");
    private static final Pattern CURRENT_VERSION = Pattern.compile("Its version is now (\\d+)");
    private static final String KEY = "Idempotency-Key";

    private final Api api;
    private final List<String> tokens;
    private final Canaries canaries;
    private final CanaryScan scan;
    private final boolean allWays;
    private final Map<String, String> targets = new HashMap<>();
    private final Map<String, String> versions = new HashMap<>();
    private final Set<String> accepted = new LinkedHashSet<>();
    private int requests;

    /**
     * @param scan looks at every answer
     * @param allWays whether each field is sent in every wrong way; if not, in one of them
     */
    EveryField(Api api, FoundedAgency agency, Canaries canaries, CanaryScan scan, boolean allWays) {
        this.api = api;
        this.tokens = List.of(agency.officer(), agency.coordinator(), agency.sysadmin(), agency.auditor());
        this.canaries = canaries;
        this.scan = scan;
        this.allWays = allWays;
    }

    /** Where a canary was sent and taken. */
    Set<String> accepted() {
        return accepted;
    }

    int requests() {
        return requests;
    }

    void send(Operation operation) {
        addresses(operation);
        if (operation.method().equals("GET")) {
            for (String reader : tokens) {
                call(operation, operation + " (read)", path(operation), reader, null, Map.of());
            }
            return;
        }
        String token = whoMay(operation);
        if (operation.body() == null) {
            call(operation, operation + " body", path(operation), token, canaries.text(operation + " body"), Map.of());
            return;
        }
        ObjectNode body = operation.body();
        Answer first = call(operation, operation + " example", path(operation), token, body.toString(), Map.of());
        remember(operation, first);
        for (Field field : operation.fields()) {
            if (!CLEAR_BY_DESIGN.containsKey(operation + " " + field.pointer())) {
                field(operation, field, token);
            }
        }
        damaged(operation, token);
        headers(operation, token);
        for (String other : tokens) {
            if (!other.equals(token)) {
                anyField(operation, "by who may not", other);
            }
        }
        anyField(operation, "by nobody", null);
    }

    private void field(Operation operation, Field field, String token) {
        String place = operation + " " + field.pointer();
        if (field.isDate() && field.pointer().toLowerCase(Locale.ROOT).contains("birth")) {
            for (int i = 0; i < BIRTH_DATES; i++) {
                put(operation, place, field, token, NODES.stringNode(canaries.date(place)));
            }
        } else {
            put(operation, place, field, token, NODES.stringNode(canaries.text(place)));
        }
        if (allWays || requests % 3 == 0) {
            ObjectNode object = JSON.createObjectNode();
            String wrong = canaries.text(place + " (object)");
            object.putArray(wrong).add(wrong);
            put(operation, place + " (object)", field, token, object);
        }
        if (allWays || requests % 3 == 1) {
            String text = canaries.text(place + " (too long)");
            put(operation, place + " (too long)", field, token, NODES.stringNode((text + " ").repeat(TOO_LONG)));
        }
        if (allWays || requests % 3 == 2) {
            String text = canaries.text(place + " (NUL)");
            put(operation, place + " (NUL)", field, token, NODES.stringNode(text + "\u0000"));
        }
    }

    private void put(Operation operation, String place, Field field, String token, JsonNode value) {
        ObjectNode body = Objects.requireNonNull(operation.body());
        Answer answer = call(
                operation,
                place,
                path(operation),
                token,
                ApiDescription.with(body, field.pointer(), value).toString(),
                Map.of());
        if (answer.status() < 300) {
            accepted.add(place);
        }
    }

    private void damaged(Operation operation, String token) {
        ObjectNode body = Objects.requireNonNull(operation.body());
        String place = operation + " (damaged)";
        String path = path(operation);
        ObjectNode unknown = body.deepCopy();
        unknown.put(canaries.text(place), canaries.text(place));
        call(operation, place, path, token, unknown.toString(), Map.of());
        String canary = canaries.text(place);
        for (String damaged : List.of(
                "{\"narrative\":\"" + canary + "\",\"narrative\":\"" + canary + "\"}",
                "{\"narrative\":\"" + canary,
                "{\"narrative\":" + canary + "}",
                "{\"" + canary + "\"",
                "\"" + canary + "\"",
                "[\"" + canary + "\"]",
                canary)) {
            call(operation, place, path, token, damaged, Map.of());
        }
        call(operation, place, path, token, canaries.text(place), Map.of("Content-Type", "text/plain"));
    }

    private void headers(Operation operation, String token) {
        ObjectNode body = Objects.requireNonNull(operation.body());
        String path = path(operation);
        String place = operation + " (headers)";
        String text = body.toString();
        call(operation, place, path, token, text, Map.of(KEY, canaries.text(place)));
        call(operation, place, path, token, text, Map.of(KEY, "0123456789 " + canaries.text(place)));
        call(operation, place, path, token, text, Map.of("If-Match", canaries.text(place)));
        call(operation, place, path, token, text, Map.of("If-Match", "\"" + canaries.text(place) + "\""));
        call(operation, place, path, token, text, Map.of("Accept", "text/" + canaries.text(place)));
        call(operation, place, path, token, text, Map.of("Content-Type", "application/" + canaries.text(place)));
        String key = UUID.randomUUID().toString();
        for (String usedAgain : List.of(canaries.text(place), canaries.text(place))) {
            ObjectNode changed = body.deepCopy();
            changed.put("narrative", usedAgain);
            call(operation, place, path, token, changed.toString(), Map.of(KEY, key));
        }
    }

    private void addresses(Operation operation) {
        String place = operation + " (address)";
        String token = whoMay(operation);
        String body = operation.body() == null ? null : operation.body().toString();
        String canary = canaries.text(place);
        String variable = operation.path().replaceAll("\\{[^}]+}", canary);
        String longer = operation.path().contains("{") ? variable : operation.path() + "/" + canary;
        call(operation, place, longer, token, body, Map.of());
        String question = canaries.text(place);
        String answered = path(operation);
        call(operation, place, answered + "?" + question + "=" + question, token, body, Map.of());
        if (operation.method().equals("GET")) {
            for (String parameter :
                    List.of("school", "number", "from", "groupBy", "asKnownOn", "cursor", "limit", "name")) {
                call(operation, place, answered + "?" + parameter + "=" + canaries.text(place), token, null, Map.of());
            }
        }
    }

    private void anyField(Operation operation, String who, @Nullable String token) {
        String place = operation + " (" + who + ")";
        ObjectNode body = Objects.requireNonNull(operation.body()).deepCopy();
        body.put("narrative", canaries.text(place));
        call(operation, place, path(operation), token, body.toString(), Map.of());
    }

    private String whoMay(Operation operation) {
        String body = operation.method().equals("GET") ? null : "[]";
        for (String token : tokens) {
            int status = call(operation, operation + " (who may)", path(operation), token, body, Map.of())
                    .status();
            if (status != 403 && status != 401) {
                return token;
            }
        }
        return tokens.getFirst();
    }

    /** Ids of what was made are put where later addresses name it. */
    private void remember(Operation operation, Answer answer) {
        if (answer.status() != 201) {
            return;
        }
        String made = answer.header("Location");
        String collection = operation.path().substring(operation.path().lastIndexOf('/') + 1);
        targets.put(collection, made.substring(made.lastIndexOf('/') + 1));
        for (JsonNode interaction : answer.json().path("interactions")) {
            String id = interaction.get("id").asString();
            targets.put("interactions", id);
            targets.put("cases", id);
            versions.put(id, "\"" + interaction.get("version").asLong() + "\"");
        }
        versions.put(targets.getOrDefault(collection, ""), answer.header("ETag"));
    }

    private String path(Operation operation) {
        Matcher variables = VARIABLE.matcher(operation.path());
        return variables.replaceAll(found -> found.group(1) + "/" + target(found.group(1)));
    }

    private String target(String collection) {
        return targets.getOrDefault(collection, "00000000-0000-4000-8000-000000000000");
    }

    /** Sends it under a key of its own and with the version last seen, and looks at the answer. */
    private Answer call(
            Operation operation,
            String place,
            String path,
            @Nullable String token,
            @Nullable String body,
            Map<String, String> headers) {
        Map<String, String> all = new HashMap<>();
        all.put("Accept", "application/json, application/problem+json");
        String target = targetIn(path);
        if (!operation.method().equals("GET")) {
            all.put(KEY, UUID.randomUUID().toString());
            all.put("If-Match", versions.getOrDefault(target, "\"0\""));
        }
        all.putAll(headers);
        String document = body == null ? null : body.replace(ApiDescription.NEW_NUMBER, "S-" + requests);
        Answer answer = api.send(operation.method(), path, token, document, all);
        Matcher current = CURRENT_VERSION.matcher(answer.body());
        if (answer.status() == 412 && !headers.containsKey("If-Match") && current.find()) {
            all.put("If-Match", "\"" + current.group(1) + "\"");
            all.put(KEY, UUID.randomUUID().toString());
            answer = api.send(operation.method(), path, token, document, all);
        }
        if (answer.status() == 412
                && !headers.containsKey("If-Match")
                && answer.body().contains("There is none.")) {
            all.remove("If-Match");
            all.put(KEY, UUID.randomUUID().toString());
            answer = api.send(operation.method(), path, token, document, all);
        }
        if (answer.status() < 300 && !answer.header("ETag").isEmpty()) {
            versions.put(target, answer.header("ETag"));
        }
        requests++;
        if (answer.status() != 200 || !SHOWS_PERSONS.contains(operation.toString())) {
            scan.look(
                    "answer to " + place,
                    answer.body() + answer.response().headers().map());
        }
        if (answer.status() >= 500) {
            throw new IllegalStateException(place + " was answered " + answer.status() + " " + answer.body());
        }
        return answer;
    }

    private String targetIn(String path) {
        return targets.values().stream().filter(path::contains).findFirst().orElse("");
    }
}
