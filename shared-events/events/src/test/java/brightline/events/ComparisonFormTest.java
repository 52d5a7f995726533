package brightline.events;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComparisonFormTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "s-101",
                " S-101\t",
                "\u00a0S-101\u2003",
                "S\u2013101",
                "S\u2212101",
                "\uff33-\uff11\uff10\uff11",
                "S\u200b-101",
                "\u200eS-101\u202c",
                "S-1\ufe0f01",
                "\ufeffS-101"
            })
    void what_nobody_can_tell_apart_is_one(String written) {
        assertThat(ComparisonForm.of(written)).isEqualTo("S-101");
    }

    @ParameterizedTest
    @CsvSource({"S-101,S101", "0622,622", "A 1,A1", "L,I", "O1,01"})
    void what_can_be_told_apart_is_two(String one, String other) {
        assertThat(ComparisonForm.same(one, other)).isFalse();
    }

    @Test
    void forms_are_forms_of_themselves() {
        for (String written : new String[] {"stra\u00dfe", "\ufb01", "\u0130stanbul", "\u1e9e", "a\u0345"}) {
            String form = ComparisonForm.of(written);
            assertThat(ComparisonForm.of(form)).isEqualTo(form);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.02610E+13", "1,98765e+13", "-2E+5", "2.0\u00a0E+13 "})
    void a_number_that_a_spreadsheet_shortened_is_known(String written) {
        assertThat(ComparisonForm.isShortened(written.replace("\u00a0", ""))).isTrue();
        assertThat(ComparisonForm.isShortened("2E13")).isFalse();
        assertThat(ComparisonForm.isShortened("H22-E+A")).isFalse();
    }
}
