package brightline.query.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import brightline.edge.problem.FieldProblem;
import brightline.edge.problem.ProblemException;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

class QuestionsTest {
    private static final UUID ID = UUID.fromString("0b0c1a5e-8a3c-3b5e-9c55-0a6f6f1d2c3b");
    private final Questions questions = new Questions(List.of());

    enum Kind {
        SMALL,
        LARGE
    }

    record Question(
            @Filter(value = "Which kind", example = "LARGE", where = "t.kind = :kind") @Nullable
            Kind kind,

            @Filter(
                    value = "open or closed",
                    where = "t.state = :state",
                    oneOf = {"open", "closed"})
            @Nullable
            String state,

            @Filter(value = "Whose", where = "t.owner = :owner") @Nullable
            String owner,

            @Filter(value = "What it is about", where = "t.about = :about") @Nullable
            UUID about,

            @Filter("First day") @Nullable LocalDate from,

            @Filter(value = "Older than", example = "3", most = 10) @Nullable
            Integer days,

            @Filter(value = "Read or not", where = "t.read = :read") @Nullable
            Boolean read,

            Paging paging) {}

    record Needing(
            @Filter(value = "Which kind", needed = true) Kind kind) {}

    private static MultiValueMap<String, String> given(String... given) {
        MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
        for (int i = 0; i < given.length; i += 2) {
            parameters.add(given[i], given[i + 1]);
        }
        return parameters;
    }

    private List<FieldProblem> faults(Class<?> question, String... given) {
        return catchThrowableOfType(ProblemException.class, () -> questions.read(question, given(given)))
                .problem()
                .errors();
    }

    @Test
    void a_question_is_read_from_its_parameters() {
        Question question = questions.read(
                Question.class,
                given("kind", "LARGE", "state", "open", "about", ID.toString(), "from", "2026-03-02", "days", "3"));
        assertThat(question)
                .isEqualTo(new Question(
                        Kind.LARGE, "open", null, ID, LocalDate.of(2026, 3, 2), 3, null, new Paging(null, null)));
    }

    @Test
    void what_is_empty_is_not_asked() {
        assertThat(questions
                        .read(Question.class, given("owner", "", "limit", ""))
                        .owner())
                .isNull();
    }

    @Test
    void all_that_is_wrong_is_said_at_once_with_what_it_must_be() {
        assertThat(faults(
                        Question.class,
                        "kind",
                        "medium",
                        "state",
                        "OPEN",
                        "owner",
                        "a;b",
                        "about",
                        "me",
                        "from",
                        "soon",
                        "days",
                        "11",
                        "read",
                        "yes",
                        "limit",
                        "201"))
                .extracting(fault -> fault.pointer() + " " + fault.reason())
                .containsExactly(
                        "?kind must be SMALL or LARGE",
                        "?state must be open or closed",
                        "?owner must be a word without signs other than . _ @ / -",
                        "?about must be an id",
                        "?from must be " + Times.DAY,
                        "?days must be a number from 0 to 10",
                        "?read must be true or false",
                        "?limit must be a number from 1 to 200");
    }

    @Test
    void a_parameter_that_is_not_taken_is_refused_without_its_name() {
        assertThat(faults(Question.class, "Quintanilla", "1"))
                .containsExactly(new FieldProblem("", "unknown-parameter", "a parameter is not known here"));
    }

    @Test
    void what_is_needed_must_be_given() {
        assertThat(faults(Needing.class))
                .containsExactly(new FieldProblem("?kind", "missing", "must be given: SMALL or LARGE"));
    }

    @Test
    void each_filter_that_was_given_is_a_condition() {
        Conditions conditions = Conditions.of(questions.read(
                Question.class, given("kind", "SMALL", "about", ID.toString(), "read", "true", "days", "3")));
        assertThat(conditions.sql()).isEqualTo("true and t.kind = :kind and t.about = :about and t.read = :read");
        assertThat(conditions.values())
                .containsOnly(Map.entry("kind", "SMALL"), Map.entry("about", ID), Map.entry("read", true));
    }

    @Test
    void the_description_says_of_each_parameter_what_it_may_be() {
        List<Parameter> described = Questions.described(Question.class);
        assertThat(described)
                .extracting(Parameter::getName)
                .containsExactly("kind", "state", "owner", "about", "from", "days", "read", "cursor", "limit");
        assertThat(described.getFirst().getSchema().getEnum()).hasToString("[SMALL, LARGE]");
        assertThat(described.get(5).getExample()).isEqualTo(3);
        assertThat(described.getLast().getSchema().getMaximum()).isEqualTo("200");
    }

    @Test
    void a_list_goes_on_behind_the_place_that_a_cursor_names() {
        Order order = Order.latestFirst().byMoment("t.at").byId("t.id");
        Instant at = Instant.parse("2026-03-02T17:00:00Z");
        assertThat(order.sql()).isEqualTo("t.at desc, t.id desc");
        String cursor = Order.written(List.of(at.toString(), ID.toString()));
        Conditions next = Conditions.none().of(new Paging(cursor, 2), order);
        assertThat(next.sql()).isEqualTo("true and (t.at, t.id) < (:after0, :after1)");
        assertThat(next.values())
                .containsEntry("after0", Timestamp.from(at))
                .containsEntry("after1", ID)
                .containsEntry("atMost", 3);
    }

    @Test
    void a_cursor_of_another_list_is_refused() {
        Order order = Order.oldestFirst().byIndex("t.begun_index");
        assertThat(Order.written(List.of("4711"))).isEqualTo("4711");
        assertThatThrownBy(() -> Conditions.none().of(new Paging("zzz", null), order))
                .isInstanceOf(ProblemException.class);
    }
}
