package brightline.command.imports.oneroster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RosterGradeTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "IT",
                "PR",
                "PK",
                "TK",
                "KG",
                "K",
                "kf",
                "PK3",
                "-1",
                "0",
                "00",
                "Kindergarten",
                "Pre-K",
                "1",
                "01",
                "2nd",
                "Grade 2"
            })
    void kindergarten_and_what_is_before_it_and_just_after(String word) {
        assertThat(RosterGrade.of(word)).isEqualTo(new RosterGrade("PK-2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"09", "9", "9th", "9th grade", "12", "Senior"})
    void high_school(String word) {
        assertThat(RosterGrade.of(word)).isEqualTo(new RosterGrade("9-12"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"13", "PS", "UG", "Other", "AE", "ungraded"})
    void known_and_of_no_band(String word) {
        assertThat(RosterGrade.of(word)).isEqualTo(new RosterGrade(""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SP", "14", "99", "K-5", "9-12", "purple", "", "-9"})
    void what_nobody_knows(String word) {
        assertThat(RosterGrade.of(word)).isNull();
    }
}
