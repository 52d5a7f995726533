package brightline.command.student;

import static org.assertj.core.api.Assertions.assertThat;

import brightline.command.student.StudentRecorder.KnownBy;
import brightline.edge.keys.PersonalPart.Identity;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SamePersonTest {
    private static Identity identity(@Nullable String first, @Nullable String last, @Nullable String birth) {
        return new Identity("N-1", first, last, birth == null ? null : LocalDate.parse(birth));
    }

    @ParameterizedTest
    @CsvSource({
        // name and birth date both differ
        "Cleo,Dunmarrow,2010-01-20,Dario,Elmsworth,2013-06-30,true",
        "Cleo,Dunmarrow,2010-01-20,Cleo,Elmsworth,2013-06-30,true",
        "Ana,Lopez,2010-01-20,Ana Maria,Lopez,2013-06-30,true",
        // one of the two is the same
        "Cleo,Dunmarrow,2010-01-20,Cleo,Elmsworth,2010-01-20,false",
        "Cleo,Dunmarrow,2010-01-20,Dario,Elmsworth,2010-01-20,false",
        "Cleo,Dunmarrow,2010-01-20,Cleo,Dunmarrow,2010-01-02,false",
        // only one is given
        "Cleo,Dunmarrow,,Dario,Elmsworth,2013-06-30,true",
        "Cleo,Dunmarrow,,Cleo,Elmsworth,,true",
        "Ana,López,,ANA MARIA,Lopez,,false",
        "Seán,O’Dwyer,,Sean,ODwyer,,false",
        ",,2010-01-20,Cleo,Dunmarrow,2013-06-30,true",
        ",,2010-01-20,Cleo,Dunmarrow,,false"
    })
    void a_number_alone_tells_who_it_is_unless_name_and_birth_date_say_otherwise(
            String first,
            String last,
            String birth,
            String otherFirst,
            String otherLast,
            String otherBirth,
            boolean another) {
        assertThat(SamePerson.isAnother(
                        identity(first, last, birth), identity(otherFirst, otherLast, otherBirth), KnownBy.NUMBER))
                .isEqualTo(another);
    }

    @Test
    void the_sources_own_name_tells_who_it_is_unless_nothing_of_the_name_is_left() {
        Identity wren = identity("Wren", "Talbot", "2012-02-29");
        assertThat(SamePerson.isAnother(wren, identity("Wren", "Ruiz", "2012-02-28"), KnownBy.SOURCE))
                .isFalse();
        assertThat(SamePerson.isAnother(wren, identity("Talbot", "Wren", null), KnownBy.SOURCE))
                .isFalse();
        assertThat(SamePerson.isAnother(wren, identity("Otis", "Vale", "2012-02-29"), KnownBy.SOURCE))
                .isFalse();
        assertThat(SamePerson.isAnother(wren, identity("Otis", "Vale", "2014-09-09"), KnownBy.SOURCE))
                .isTrue();
        assertThat(SamePerson.isAnother(wren, identity("Otis", "Vale", "2014-09-09"), KnownBy.ENTRY))
                .as("whoever has the entry at hand")
                .isFalse();
        assertThat(SamePerson.isAnother(null, wren, KnownBy.NUMBER)).isFalse();
        assertThat(SamePerson.isAnother(wren, null, KnownBy.NUMBER)).isFalse();
    }
}
