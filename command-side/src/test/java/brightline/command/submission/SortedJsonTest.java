package brightline.command.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SortedJsonTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\": 1, \"b\": [true, {\"c\": \"x\"}]} | {\"b\":[true,{\"c\":\"x\"}],\"a\":1}",
                "{\"a\": 1, \"b\": null} | {\"a\": 1}",
                "{\"a\": {\"b\": null}} | {\"a\": {}}",
                "[1, 10, 0.5, 0] | [1.0, 1e1, 5e-1, -0.00]",
                "[12345678901234567890.5] | [12345678901234567890.50]",
                "\"Zo\\u00eb\" | \"Zoë\"",
                "{\"a\": 1, \"a\": 2} | {\"a\": 2}",
                "{\"a\": 1, \"a\": null} | {}",
                "` ` | {}"
            })
    void what_reads_alike_is_written_alike(String one, String other) {
        assertThat(sorted(one)).isEqualTo(sorted(other));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\": 1} | {\"a\": 2}",
                "{\"a\": 1} | {\"a\": \"1\"}",
                "{\"a\": true} | {\"a\": \"true\"}",
                "{\"a\": \"\"} | {}",
                "[1, 2] | [2, 1]",
                "[null, 1] | [1]",
                "{\"a\": {\"b\": 1}} | {\"b\": {\"a\": 1}}",
                "[0.1] | [0.10000000000000001]",
                "[1e99999999999] | [1e99999999998]",
                "{} | []",
                "{} | null"
            })
    void what_says_something_else_is_written_otherwise(String one, String other) {
        assertThat(sorted(one)).isNotEqualTo(sorted(other));
    }

    @Test
    void the_spelling_is_json_with_its_fields_in_order() {
        assertThat(sorted(" {\"b\": [1.50, null, \"x\\\"\"], \"a\": {\"d\": false, \"c\": 1000}, \"e\": null} "))
                .isEqualTo("{\"a\":{\"c\":1E+3,\"d\":false},\"b\":[1.5,null,\"x\\\"\"]}");
    }

    @Test
    void what_is_no_json_stands_as_it_is() {
        assertThat(sorted("school: MAR\nminutes: 45\n")).isEqualTo("school: MAR\nminutes: 45\n");
    }

    private static String sorted(String json) {
        return SortedJson.of(json.getBytes(StandardCharsets.UTF_8));
    }
}
