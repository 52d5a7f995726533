package brightline.events.code;

import static org.assertj.core.api.Assertions.assertThat;

import brightline.events.Code;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EverydayWordsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @Test
    void are_of_codes_that_the_lists_know() {
        assertThat(EverydayWords.conductWithWords())
                .isNotEmpty()
                .allSatisfy(
                        code -> assertThat(CodeLists.standard().find(code, DAY)).isPresent());
    }

    @ParameterizedTest
    @CsvSource({
        "vape,cps-scc/2-7",
        "weed,cps-scc/4-15",
        "gun,cps-scc/6-1",
        "knife,cps-scc/4-12",
        "cell,cps-scc/1-8",
        "tardy,cps-scc/1-6",
        "skipping,cps-scc/1-5",
        "dress,cps-scc/2-5",
        "swearing,cps-scc/2-6",
        "fight,cps-scc/3-3",
        "threat,cps-scc/4-3",
        "touching,cps-scc/2-4",
        "graffiti,cps-scc/4-4",
        "trespass,cps-scc/4-9",
        "smoking,cps-scc/2-7",
        "cannabis,cps-scc/4-15",
        "profanity,cps-scc/2-6"
    })
    void lead_to_the_code(String word, String code) {
        assertThat(EverydayWords.of(Code.of(code))).contains(word);
    }

    @Test
    void have_nothing_for_a_code_that_needs_none() {
        assertThat(EverydayWords.of(Code.of("nibrs/40A"))).isEqualTo(List.of());
    }

    @Test
    void put_a_warning_before_a_station_adjustment_and_both_before_nothing() {
        assertThat(EverydayWords.order("WARN_VERBAL")).isLessThan(EverydayWords.order("STATION_INFORMAL"));
        assertThat(EverydayWords.order("STATION_INFORMAL")).isLessThan(EverydayWords.order("NO_ACTION"));
        assertThat(EverydayWords.order("no such outcome")).isGreaterThan(EverydayWords.order("NO_ACTION"));
    }

    @Test
    void offer_what_a_law_allows_only_where_it_holds() {
        assertThat(EverydayWords.isOffered("STATION_INFORMAL", "illinois")).isTrue();
        assertThat(EverydayWords.isOffered("STATION_INFORMAL", "california")).isFalse();
        assertThat(EverydayWords.isOffered("RJ_CIRCLE", "california")).isTrue();
    }
}
