package brightline.edge.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StrictJsonTest {
    private final JsonMapper json = StrictJson.mapper();

    private Problem refusal(String text, TypeReference<?> type) {
        return JsonProblems.of(catchThrowableOfType(JacksonException.class, () -> json.readValue(text, type)));
    }

    @Test
    void stops_at_nesting_and_lengths_that_no_document_of_ours_has() {
        var tree = new TypeReference<JsonNode>() {};
        assertThat(refusal("[".repeat(33) + "]".repeat(33), tree).code()).isEqualTo("body-beyond-limits");
        assertThat(refusal("1".repeat(41), tree).code()).isEqualTo("body-beyond-limits");
        assertThat(refusal("{\"" + "a".repeat(80_000) + "\":1}", tree).code()).isEqualTo("body-beyond-limits");
        assertThat(refusal("\"" + "a".repeat(500_000) + "\"", tree).code()).isEqualTo("body-beyond-limits");
    }

    @Test
    void names_no_key_of_a_map_for_it_is_part_of_what_was_sent() {
        Problem problem = refusal("{\"Quintanilla\":\"x\"}", new TypeReference<Map<String, Integer>>() {});
        assertThat(problem.errors())
                .singleElement()
                .extracting(FieldProblem::pointer)
                .isEqualTo("/*");
    }
}
