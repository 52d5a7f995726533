package brightline.events;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonNameTest {
    @Test
    void what_nobody_sees_is_left_out() {
        assertThat(PersonName.of(" \u202eTurned\u202c ")).isEqualTo("Turned");
        assertThat(PersonName.of("\ufeffAround\u200b\u200fby\u2069")).isEqualTo("Aroundby");
        assertThat(PersonName.of("\u200e \u200f")).isNull();
        assertThat(PersonName.of("")).isNull();
        assertThat(PersonName.of(null)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Édá Ødegaard-Łuczak", "O’Hare", "Kaʻula", "張偉", "مریم", "می\u200cخواهم", "n\u0303"})
    void what_is_written_stays(String name) {
        assertThat(PersonName.of(name)).isEqualTo(name);
    }
}
