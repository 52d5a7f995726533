package brightline.command.register;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfficerNameTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Dupree-Vance | DUPREE-VANCE
                    Dupree-Vance | dupree\u00A0-\u2009vance
                    Dupree \u2013 Vance | Dupree-Vance
                    Okonkwo | Okonkwo, A.
                    Okonkwo, Ada | OKONKWO,A
                    A. Reyes | a.reyes
                    """)
    void capitals_blanks_and_an_initial_make_no_other_name(String one, String other) {
        assertThat(OfficerName.same(one.translateEscapes(), other.translateEscapes()))
                .isTrue();
        assertThat(OfficerName.same(other.translateEscapes(), one.translateEscapes()))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Dupree | Dupree-Vance
                    Okonkwo, A. | Okonkwo, B.
                    Okonkwo, Ada | Okonkwo, B.
                    Okonkwo, Ada | Okonkwo
                    Okonkwo | Oldacre
                    """)
    void other_names_are_other_names(String one, String other) {
        assertThat(OfficerName.same(one, other)).isFalse();
        assertThat(OfficerName.same(other, one)).isFalse();
    }
}
