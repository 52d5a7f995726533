package brightline.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import brightline.edge.access.AccountRole;
import brightline.edge.access.RoutePolicy;
import brightline.proof.ApiDescription.Operation;
import brightline.proof.ApiDescription.Parameter;
import brightline.scenarios.RunningBrightline;
import brightline.scenarios.RunningBrightline.Answer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The API's description of itself, taken at its word: every command's example is sent to the running program and accepted,
 * and every query is asked with its parameters' examples and answered. The cases are made from the description, and that from the routes: a command that is added is in here.
 */
class ExamplesTest {
    private static final Set<String> CHANGING = Set.of("POST", "PUT", "DELETE", "PATCH");
    private static final String[] SCHOOLS = {"MAR", "QUI", "ORC"};

    /** There is nothing to say beside whom or what it is about. */
    private static final Set<String> WITHOUT_DOCUMENT = Set.of(
            "POST /api/commands/accounts/{id}/closings",
            "POST /api/commands/accounts/{id}/openings",
            "POST /api/commands/accounts/{id}/password-resets",
            "POST /api/commands/accounts/{id}/second-factor-resets",
            "POST /api/commands/imports/{id}/resume",
            "POST /api/commands/imports/{id}/stop",
            "POST /api/commands/incidents/{id}/undo",
            "POST /api/commands/key-rotations",
            "DELETE /api/commands/tokens/{id}",
            "POST /api/queries/replays",
            "POST /api/queries/replays/{id}/discard",
            "POST /api/queries/replays/{id}/switch");

    /**
     * About a thing of a thing, about a file that is kept because it was only tried, and about what somebody else has asked: nothing here
     * makes them. They are sent by the tests of tokens, of tried files and of rights that take two.
     */
    private static final Set<String> NOT_SENT = Set.of(
            "DELETE /api/commands/accounts/{id}/tokens/{token}",
            "POST /api/commands/accounts/{id}/grants",
            "POST /api/commands/accounts/{id}/refusals",
            "POST /api/commands/imports/{id}/take");

    /** One for each example that takes one, and some to list. */
    private static final int CLASHES = 4;

    /** A number or a name must be given: either will do. */
    private static final String EITHER = "POST /api/queries/students/search";

    /** Members whose own members are groups, codes or measures. */
    private static final Set<String> NAMED_BY_DATA =
            Set.of("group", "labels", "schoolsByStatus", "states", "topics", "groups");

    @TempDir
    static Path directory;

    private static @Nullable RunningBrightline running;
    private static @Nullable ExampleSender sender;
    private static List<Operation> operations = List.of();

    @BeforeAll
    static void start() {
        var brightline = new RunningBrightline(directory);
        running = brightline;
        brightline.now(Instant.parse("2026-03-02T14:00:00Z"));
        brightline.account("coordinator", AccountRole.COORDINATOR, null, SCHOOLS);
        for (String school : SCHOOLS) {
            brightline
                    .post("coordinator", "/api/commands/schools", Map.of("code", school, "name", school))
                    .expect(201);
        }
        String officer = brightline
                .post(
                        "coordinator",
                        "/api/commands/officers",
                        Map.of("starNumber", "4711", "name", "Adeyemi", "capacity", "SRO"))
                .expect(201)
                .json()
                .get("officer")
                .asString();
        for (AccountRole role : AccountRole.values()) {
            if (role != AccountRole.COORDINATOR) {
                brightline.account(role.text(), role, role == AccountRole.SRO ? officer : null, SCHOOLS);
            }
        }
        for (int i = 0; i < CLASHES; i++) {
            Map<String, Object> student = Map.of(
                    "number", "S-90" + i, "firstName", "Vesper", "lastName", "Quillon", "birthDate", "2010-05-01");
            Map<String, Object> another = new HashMap<>(student);
            another.putAll(Map.of(
                    "firstName", "Dario", "lastName", "Elmsworth", "birthDate", "2013-06-30", "anotherPerson", true));
            brightline.post("coordinator", "/api/commands/students", student).expect(201);
            brightline.post("coordinator", "/api/commands/students", another).expect(201);
        }
        operations = new ApiDescription(
                        brightline.get("sysadmin", "/v3/api-docs").expect(200).body())
                .operations();
        sender = new ExampleSender(
                brightline, commands().collect(Collectors.toMap(ExampleSender::command, Function.identity())), officer);
    }

    @AfterAll
    static void stop() {
        if (running != null) {
            running.close();
        }
    }

    /** Whatever takes a document, and whatever changes something. */
    private static Stream<Operation> commands() {
        return operations.stream().filter(one -> CHANGING.contains(one.method()));
    }

    @TestFactory
    Stream<DynamicTest> every_command_and_query_has_an_example_that_is_accepted() {
        return operations.stream()
                .filter(one -> !NOT_SENT.contains(one.toString()))
                .flatMap(one -> CHANGING.contains(one.method())
                        ? examples(one)
                        : Stream.of(DynamicTest.dynamicTest(
                                one.toString(),
                                () -> isLikeTheExample(one, sender().ask(one).expect(200)))));
    }

    @TestFactory
    Stream<DynamicTest> what_a_document_must_hold_is_what_an_empty_one_is_told_to_lack() {
        return commands()
                .filter(one -> one.body() != null && !one.toString().equals(EITHER))
                .map(one -> DynamicTest.dynamicTest(
                        one.toString(),
                        () -> assertThat(toldToLack(sender().sendEmpty(one))).isEqualTo(one.required())));
    }

    /** Names of members; of what is wrong with the whole of a document none. */
    private static Set<String> toldToLack(Answer answer) {
        return answer.json().path("errors").values().stream()
                .map(error -> error.get("pointer").asString())
                .filter(pointer -> !pointer.isEmpty())
                .map(pointer -> pointer.substring(1))
                .collect(Collectors.toSet());
    }

    /** What the answer holds is all in the example; the example may show more of it than there is to say this time. */
    private static void isLikeTheExample(Operation query, Answer answer) {
        if (query.path().startsWith("/api/queries/")) {
            assertThat(query.answer()).as("example of the answer to %s", query).isNotNull();
            isShown(answer.json(), Objects.requireNonNull(query.answer()), query.toString());
        }
    }

    private static void isShown(JsonNode actual, JsonNode example, String where) {
        if (actual.isObject() && example.isObject()) {
            for (Map.Entry<String, JsonNode> member : actual.properties()) {
                assertThat(example.has(member.getKey()))
                        .as("%s shows %s", where, member.getKey())
                        .isTrue();
                if (!NAMED_BY_DATA.contains(member.getKey())) {
                    isShown(member.getValue(), example.get(member.getKey()), where + "/" + member.getKey());
                }
            }
        } else if (actual.isArray() && example.isArray() && !example.isEmpty()) {
            actual.forEach(element -> isShown(element, example.get(0), where + "/0"));
        }
    }

    private static Stream<DynamicTest> examples(Operation command) {
        if (WITHOUT_DOCUMENT.contains(command.toString())) {
            return Stream.of(DynamicTest.dynamicTest(command.toString(), () -> {
                assertThat(command.body()).as("document of %s", command).isNull();
                sender().run(command, null);
            }));
        }
        if (command.examples().isEmpty()) {
            return Stream.of(DynamicTest.dynamicTest(command.toString(), () -> {
                throw new AssertionError("No example of " + command);
            }));
        }
        return command.examples().entrySet().stream()
                .map(example -> DynamicTest.dynamicTest(
                        (command + " " + example.getKey()).strip(), () -> sender().run(command, example.getValue())));
    }

    @Test
    void the_examples_of_all_filters_together_find_the_incident_that_the_description_tells() {
        Operation incidents = operation("POST /api/commands/incidents");
        sender().run(incidents, incidents.examples().values().iterator().next());
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !sender().ask(operation("GET /api/queries/involvements"))
                        .expect(200)
                        .json()
                        .get("rows")
                        .isEmpty());
    }

    private static Operation operation(String name) {
        return operations.stream()
                .filter(one -> one.toString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void every_route_of_the_api_is_described() {
        Set<String> described = operations.stream()
                .map(one -> anonymous(one.method() + " " + one.path()))
                .collect(Collectors.toSet());
        List<String> missing = new ArrayList<>(Objects.requireNonNull(running).bean(RoutePolicy.class).rules().stream()
                .filter(rule -> rule.pattern().startsWith("/api/"))
                .map(rule -> anonymous(rule.method() + " " + rule.pattern()))
                .toList());
        missing.removeAll(described);
        assertThat(missing).isEmpty();
    }

    @Test
    void everything_described_says_what_it_is_for_and_shows_nothing_of_how_it_is_made() {
        assertThat(operations.stream().filter(one -> one.summary().isBlank())).isEmpty();
        assertThat(operations.stream()
                        .filter(one -> one.parameters().stream()
                                .anyMatch(parameter ->
                                        Set.of("actor", "parameters", "http").contains(parameter.name()))))
                .isEmpty();
    }

    @Test
    void everything_described_says_who_may_and_what_it_answers_when_it_cannot() {
        assertThat(operations).allSatisfy(one -> {
            Set<String> answers = new TreeSet<>(Set.of("401", "503"));
            if (one.path().contains("{")) {
                answers.add("404");
            }
            for (Parameter parameter : one.parameters()) {
                switch (parameter.name()) {
                    case "Idempotency-Key" -> answers.addAll(Set.of("400", "409", "422"));
                    case "If-Match" -> answers.addAll(Set.of("412", "428"));
                    case "atLeastIndex" -> answers.add("409");
                    default -> {}
                }
            }
            assertThat(one.answers()).as(one.toString()).containsAll(answers);
            assertThat(one.description()).as(one.toString()).contains("Who may: ");
        });
        String description =
                Objects.requireNonNull(running).get("sysadmin", "/v3/api-docs").body();
        JsonNode root = JsonMapper.shared().readTree(description);
        Matcher reference = Pattern.compile("\"#(/components/[^\"]+)\"").matcher(description);
        while (reference.find()) {
            assertThat(root.at(reference.group(1)).isMissingNode())
                    .as(reference.group(1))
                    .isFalse();
        }
        assertThat(root.at(
                                "/components/responses/Overtaken/content/application~1problem+json/examples/stale-version/value/type")
                        .asString())
                .isEqualTo("urn:brightline:problem:stale-version");
    }

    @Test
    void nothing_is_said_here_of_commands_that_are_no_more() {
        Set<String> stale = new TreeSet<>(BeforeExamples.mentioned());
        commands().forEach(one -> stale.remove(ExampleSender.command(one)));
        assertThat(stale).isEmpty();
        Set<String> gone = new TreeSet<>(WITHOUT_DOCUMENT);
        commands().forEach(one -> gone.remove(one.toString()));
        assertThat(gone).isEmpty();
    }

    private static String anonymous(String route) {
        return route.replaceAll("\\{[^}]*}", "{}");
    }

    private static ExampleSender sender() {
        return Objects.requireNonNull(sender);
    }
}
