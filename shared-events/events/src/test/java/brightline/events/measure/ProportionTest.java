package brightline.events.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Worked numbers of the definitions of M1, M2 and M10, to the last digit. */
class ProportionTest {
    @ParameterizedTest
    @CsvSource({
        "21, 36, 0.5833, 0.4220, 0.7286",
        "6, 15, 0.4000, 0.1982, 0.6425",
        "27, 36, 0.7500, 0.5893, 0.8625",
        "9, 60, 0.1500, 0.0810, 0.2611",
        "14, 60, 0.2333, 0.1444, 0.3544",
        "12, 24, 0.5000, 0.3143, 0.6857",
        "18, 25, 0.7200, 0.5242, 0.8572"
    })
    void has_the_value_and_the_wilson_interval_of_the_definition(
            long numerator, long denominator, String value, String low, String high) {
        Proportion share = new Proportion(numerator, denominator);
        assertThat(share.value()).isEqualTo(value);
        var interval = Objects.requireNonNull(share.interval());
        assertThat(interval.low()).isEqualTo(low);
        assertThat(interval.high()).isEqualTo(high);
    }

    @Test
    void of_nothing_is_no_number() {
        assertThat(new Proportion(0, 0).value()).isNull();
        assertThat(new Proportion(0, 0).interval()).isNull();
    }

    @Test
    void all_or_none_stay_within_zero_and_one() {
        assertThat(Objects.requireNonNull(new Proportion(0, 7).interval()).low())
                .isEqualTo("0.0000");
        assertThat(Objects.requireNonNull(new Proportion(7, 7).interval()).high())
                .isEqualTo("1.0000");
    }

    @Test
    void is_a_part_of_its_whole() {
        assertThatThrownBy(() -> new Proportion(2, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
