package brightline.events;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsForNothingTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "NULL",
                " n/a ",
                "Unknown",
                "unk",
                "000000",
                "0",
                "-9",
                "-999",
                "99999",
                "#N/A",
                "#REF!",
                "-",
                ".",
                "---",
                "\u2014",
                "?",
                "none",
                "(null)",
                "N\u200b/A",
                "No  ID",
                "tbd",
                "xxx",
                "0.0"
            })
    void is_no_number(String written) {
        assertThat(WordsForNothing.isNoNumber(written)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"S-101", "9", "1000", "900", "A0", "X1", "100000", "N1", "NULL-1", "1-9"})
    void is_a_number(String written) {
        assertThat(WordsForNothing.isNoNumber(written)).isFalse();
    }

    @Test
    void a_school_may_be_called_by_three_letters_that_are_no_number() {
        assertThat(WordsForNothing.isNoCode("NA")).isFalse();
        assertThat(WordsForNothing.isNoCode("99")).isFalse();
        assertThat(WordsForNothing.isNoCode("N/A")).isTrue();
        assertThat(WordsForNothing.isNoCode("#REF!")).isTrue();
        assertThat(WordsForNothing.isNoCode("null")).isTrue();
    }

    @Test
    void somebody_may_be_called_null_and_not_null_null() {
        assertThat(WordsForNothing.isNoName("Christopher", "Null")).isFalse();
        assertThat(WordsForNothing.isNoName("NULL", "null")).isTrue();
        assertThat(WordsForNothing.isNoName(null, "Unknown")).isTrue();
        assertThat(WordsForNothing.isNoName("張", null)).isFalse();
    }
}
