package brightline.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import brightline.edge.access.AccountRole;
import brightline.edge.access.RoutePolicy;
import brightline.edge.access.RouteRule;
import brightline.proof.ApiDescription.Operation;
import brightline.proof.ApiDescription.Parameter;
import brightline.proof.BeforeExamples.Opened;
import brightline.scenarios.RunningBrightline;
import brightline.scenarios.RunningBrightline.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.AntPathMatcher;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sends examples as they stand: only ids, which an example invents, are put in the place of those of things that exist, and names
 * that can be taken once get a number. {@link BeforeExamples} says what comes before.
 */
final class ExampleSender {
    private static final Pattern API = Pattern.compile("/api/(commands|queries)/");
    private static final String QUERIES = "/api/queries/";
    private static final AntPathMatcher PATHS = new AntPathMatcher();
    private static final Pattern VARIABLE = Pattern.compile("\\{([^}]*)}");
    private static final Pattern NAMED_ITEM = Pattern.compile("([a-z]+)/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<AccountRole> SENDERS =
            List.of(AccountRole.SRO, AccountRole.COORDINATOR, AccountRole.SUPERVISOR);
    private static final List<AccountRole> READERS = List.of(AccountRole.AUDITOR);

    /** Nothing goes on by itself any more; what is compared waits to be switched or discarded. */
    private static final Set<String> ENDS = Set.of("DONE", "COMPARED", "FAILED");

    /** The timeline cannot show what this account records. */
    private static final String UNREADABLE = "unreadable";

    private final RunningBrightline brightline;
    private final Map<String, Operation> commands;
    private final String officer;
    private final JdbcClient jdbc;
    private final Map<String, Long> versions = new HashMap<>();
    private final Map<String, Thing> unfinished = new HashMap<>();
    private int numbers;

    /**
     * @param commands what can be sent, by {@link #command}
     * @param officer whose account the officer's is; examples about an officer are about this one
     */
    ExampleSender(RunningBrightline brightline, Map<String, Operation> commands, String officer) {
        this.brightline = brightline;
        this.commands = Map.copyOf(commands);
        this.officer = officer;
        this.jdbc = JdbcClient.create(brightline.bean(DataSource.class));
        brightline.account(UNREADABLE, AccountRole.SRO, officer);
        String live = jdbc.sql("""
                        select table_schema from information_schema.tables
                         where table_name = 'timeline_entry' and table_type = 'BASE TABLE'""").query(String.class).single();
        jdbc.sql("alter table %s.timeline_entry add constraint readable check (actor <> '%s')"
                        .formatted(live, UNREADABLE))
                .update();
    }

    /**
     * Something that exists.
     *
     * @param about ids of what it is about, itself included, by their kinds
     */
    private record Thing(String id, Map<String, String> about) {
        /** Puts ids in the place of variables that have a kind's name. */
        String in(String question) {
            return VARIABLE.matcher(question)
                    .replaceAll(kind -> Objects.requireNonNull(about.get(kind.group(1)), question));
        }
    }

    /** @param example null for what takes no document */
    void run(Operation operation, @Nullable ObjectNode example) {
        String command = command(operation);
        Thing thing = thing(operation);
        for (String earlier : BeforeExamples.earlier(command)) {
            send(named(earlier), first(named(earlier)), thing);
        }
        String awaited = BeforeExamples.awaited(command);
        if (awaited != null) {
            first(Objects.requireNonNull(thing).in(awaited));
        }
        send(operation, example, thing);
        unfinished.values().remove(thing);
    }

    /** Asks with the examples of the query's parameters. */
    Answer ask(Operation query) {
        Thing thing = thing(query);
        String path =
                thing == null ? query.path() : VARIABLE.matcher(query.path()).replaceFirst(thing.id());
        return brightline.send(
                visitor(query, READERS), "GET", questioned(query, path), null, Map.of("Accept", "text/plain"));
    }

    /** @return null where it is about no thing there is */
    private @Nullable Thing thing(Operation operation) {
        Matcher variable = VARIABLE.matcher(operation.path());
        if (!variable.find()) {
            return null;
        }
        String given = example(operation, variable.group(1));
        if (given != null) {
            return new Thing(given, Map.of());
        }
        String command = command(operation);
        String kind = BeforeExamples.about(command);
        Thing thing = make(kind, BeforeExamples.maker(command, kind), null);
        if (BeforeExamples.WHILE_READ.contains(command)) {
            jdbc.sql("update command.import set state = 'RUNNING', ended_at = null where import_id = ?")
                    .param(UUID.fromString(thing.id()))
                    .update();
        }
        return thing;
    }

    private static @Nullable String example(Operation operation, String parameter) {
        return operation.parameters().stream()
                .filter(one -> one.name().equals(parameter))
                .findFirst()
                .map(Parameter::example)
                .orElse(null);
    }

    private Thing make(String kind) {
        return make(kind, BeforeExamples.maker(kind, kind), null);
    }

    /** @param as who is to make it; null for anybody who may */
    private Thing make(String kind, String maker, @Nullable String as) {
        Thing there = unfinished.get(kind);
        if (there != null) {
            return there;
        }
        Opened opened = BeforeExamples.opened(kind);
        if (opened != null) {
            Thing on = make(opened.on());
            for (String earlier : opened.earlier()) {
                send(named(earlier), first(named(earlier)), on);
            }
            JsonNode found = first(on.in(opened.question()));
            String id = found.get(opened.field()).asString();
            if (found.has("version")) {
                versions.put(id, found.get("version").asLong());
            }
            return new Thing(id, on.about());
        }
        String[] names = maker.split("#");
        Operation operation = named(names[0]);
        ObjectNode example =
                names.length == 1 ? first(operation) : operation.examples().get(names[1]);
        Thing made = create(operation, example, as);
        return new Thing(made.about().getOrDefault(kind, made.id()), made.about());
    }

    private Thing create(Operation operation, @Nullable ObjectNode example, @Nullable String as) {
        Map<String, String> about = new HashMap<>();
        ObjectNode body = example == null ? null : substituted(numbered(example.deepCopy()), about);
        Answer answer = answer(operation, body, operation.path(), null, as);
        JsonNode json = answer.json();
        String place = answer.response().headers().firstValue("Location").orElse("");
        String id = place.isEmpty() ? json.path("id").asString("") : place.substring(place.lastIndexOf('/') + 1);
        remember(id, answer);
        about.put(command(operation), id);
        for (JsonNode contact : place.isEmpty() ? List.<JsonNode>of() : json.path("interactions")) {
            about.put("interactions", contact.get("id").asString());
            versions.put(contact.get("id").asString(), contact.get("version").asLong());
        }
        if (answer.status() == 202) {
            ended(place);
        }
        Thing made = new Thing(id, about);
        if (BeforeExamples.ONE_AT_A_TIME.contains(command(operation))) {
            unfinished.put(command(operation), made);
        }
        return made;
    }

    /** @param thing null where it is about no thing there is */
    private void send(Operation operation, @Nullable ObjectNode example, @Nullable Thing thing) {
        if (thing == null) {
            create(operation, example, null);
            return;
        }
        ObjectNode body = example == null ? null : substituted(example.deepCopy(), new HashMap<>());
        String id = thing.about().getOrDefault(BeforeExamples.about(command(operation)), thing.id());
        if (body != null && command(operation).startsWith("students/")) {
            numberOfOwn(command(operation), body, id);
        }
        String path = VARIABLE.matcher(operation.path()).replaceFirst(id);
        remember(id, answer(operation, body, path, versions.get(id), null));
    }

    /** A number that only documents about this thing name, and nothing else has; where it is another's, that is made first. */
    private void numberOfOwn(String command, ObjectNode body, String id) {
        if (!body.has("number")) {
            return;
        }
        body.put("number", body.get("number").asString() + "-" + id.substring(0, 8));
        if (BeforeExamples.OF_ANOTHER.contains(command)) {
            Operation maker = named(BeforeExamples.about(command));
            ObjectNode other = Objects.requireNonNull(first(maker)).deepCopy();
            other.set("number", body.get("number"));
            answer(maker, substituted(other, new HashMap<>()), maker.path(), null, null);
        }
    }

    /** Sends a document that holds nothing, about something there is. */
    Answer sendEmpty(Operation operation) {
        Thing thing = thing(operation);
        String id =
                thing == null ? "" : thing.about().getOrDefault(BeforeExamples.about(command(operation)), thing.id());
        String path = VARIABLE.matcher(operation.path()).replaceFirst(id);
        return sent(operation, JsonNodeFactory.instance.objectNode(), path, versions.get(id), null);
    }

    private Answer answer(
            Operation operation, @Nullable ObjectNode body, String path, @Nullable Long version, @Nullable String as) {
        Answer answer = sent(operation, body, path, version, as);
        assertThat(answer.status())
                .as("%s with %s: %s", operation, body, answer.body())
                .isBetween(200, 299);
        assertThat(operation.answers())
                .as("answers of %s in the description", operation)
                .contains(Integer.toString(answer.status()));
        return answer;
    }

    private Answer sent(
            Operation operation, @Nullable ObjectNode body, String path, @Nullable Long version, @Nullable String as) {
        Map<String, String> headers = new HashMap<>();
        for (Parameter parameter : operation.parameters()) {
            if (parameter.name().equals("Idempotency-Key")) {
                headers.put(parameter.name(), UUID.randomUUID().toString());
            } else if (parameter.name().equals("If-Match") && parameter.required()) {
                headers.put(parameter.name(), "\"" + Objects.requireNonNull(version, operation::toString) + "\"");
            } else if (parameter.name().equals("If-Match")) {
                brightline
                        .versionAt(visitor(operation, SENDERS), path)
                        .ifPresent(seen -> headers.put("If-Match", seen));
            }
        }
        brightline.now(BeforeExamples.recorded(command(operation)));
        String who = as == null ? visitor(operation, SENDERS) : as;
        return operation.multipart()
                ? upload(who, questioned(operation, path), Objects.requireNonNull(body), headers)
                : brightline.send(who, operation.method(), path, body, headers);
    }

    private static String questioned(Operation operation, String path) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        operation.parameters().stream()
                .filter(one -> one.place().equals("query") && one.example() != null)
                .forEach(one -> address.queryParam(one.name(), one.example()));
        return address.encode().toUriString();
    }

    private Answer upload(String who, String path, ObjectNode parts, Map<String, String> headers) {
        String boundary = "--example";
        String body = parts.properties().stream()
                .map(part -> "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + part.getKey()
                        + "\"; filename=\"" + part.getKey() + ".csv\"\r\n\r\n"
                        + part.getValue().asString() + "\r\n")
                .collect(Collectors.joining("", "", "--" + boundary + "--\r\n"));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(brightline.url() + path))
                .header("Authorization", "Bearer " + brightline.token(who))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Waits until what was begun is over, and sees that nothing of it was refused. */
    private void ended(String place) {
        String who = role(rule("GET", place), SENDERS).text();
        JsonNode end = await().atMost(PATIENCE)
                .until(() -> brightline.get(who, place).expect(200).json(), json -> ENDS.contains(state(json)));
        assertThat(state(end)).as(end.toString()).isNotEqualTo("FAILED");
        assertThat(end.path("rejected").asInt(0)).as(end.toString()).isZero();
    }

    private static String state(JsonNode json) {
        return json.path("state").asString(json.path("step").asString(""));
    }

    /** The first item of the answer, once there is one. @param question under {@code /api/queries/} */
    private JsonNode first(String question) {
        String path = QUERIES + question;
        String who = role(rule("GET", path.replaceFirst("\\?.*", "")), READERS).text();
        return await().atMost(PATIENCE)
                .until(() -> brightline.get(who, path).expect(200).json().get("items"), items -> !items.isEmpty())
                .get(0);
    }

    /** The first event that the timeline could not show of a contact. @return its id */
    private String parked() {
        String contact = make("interactions", "incidents", UNREADABLE).id();
        return await().atMost(PATIENCE)
                .until(() -> jdbc.sql("""
                        select event_identifier from log.dead_letter_entry
                         where processing_group = 'timeline' and sequence_identifier = ?
                         order by sequence_index limit 1""").param(contact).query(String.class).list(), ids -> !ids.isEmpty())
                .getFirst();
    }

    private static @Nullable ObjectNode first(Operation operation) {
        return operation.examples().values().stream().findFirst().orElse(null);
    }

    private Operation named(String command) {
        return Objects.requireNonNull(commands.get(command), command);
    }

    /** The operation's path below those of all commands or queries. */
    static String command(Operation operation) {
        return API.matcher(operation.path()).replaceFirst("");
    }

    private void remember(String id, Answer answer) {
        answer.response()
                .headers()
                .firstValue("ETag")
                .ifPresent(tag -> versions.put(id, Long.valueOf(tag.replace("\"", ""))));
    }

    private ObjectNode numbered(ObjectNode body) {
        BeforeExamples.TAKEN_ONCE.stream()
                .filter(name -> body.path(name).isString())
                .forEach(name -> body.put(name, body.get(name).asString() + "-" + ++numbers));
        return body;
    }

    /** @param about is told the things that were put in */
    private <T extends JsonNode> T substituted(T node, Map<String, String> about) {
        if (node instanceof ObjectNode object) {
            for (String name : List.copyOf(object.propertyNames())) {
                String made = made(name, object.get(name), about);
                if (made == null) {
                    substituted(object.get(name), about);
                } else {
                    object.put(name, made);
                }
            }
        } else if (node instanceof ArrayNode list) {
            list.forEach(one -> substituted(one, about));
        }
        return node;
    }

    /** @return null where the value may stay as it is */
    private @Nullable String made(String field, JsonNode value, Map<String, String> about) {
        String text = value.isString() ? value.asString() : "";
        Matcher item = NAMED_ITEM.matcher(text);
        if (item.matches()) {
            return item.group(1) + "/" + make(item.group(1) + "s").id();
        }
        if (!NAMED_ITEM.matcher("id/" + text).matches()) {
            return null;
        }
        if (field.equals("officer")) {
            return officer;
        }
        if (field.equals("eventId")) {
            return parked();
        }
        String kind = BeforeExamples.kind(field);
        assertThat(kind).as("kind of thing that %s names", field).isNotNull();
        Thing thing = make(Objects.requireNonNull(kind));
        about.putAll(thing.about());
        return thing.id();
    }

    /** Somebody who may. */
    private String visitor(Operation operation, List<AccountRole> preferred) {
        return role(rule(operation.method(), VARIABLE.matcher(operation.path()).replaceAll("x")), preferred)
                .text();
    }

    private static AccountRole role(RouteRule rule, List<AccountRole> preferred) {
        return Stream.concat(preferred.stream(), rule.roles().stream().sorted())
                .filter(rule.roles()::contains)
                .findFirst()
                .orElseThrow();
    }

    private RouteRule rule(String method, String path) {
        return brightline.bean(RoutePolicy.class).rules().stream()
                .filter(one -> one.method().name().equals(method) && PATHS.match(one.pattern(), path))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No route rule for " + method + " " + path));
    }
}
