package brightline.events.code;

import static org.assertj.core.api.Assertions.assertThat;

import brightline.events.Code;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ArrestKindTest {
    private static final LocalDate DAY = LocalDate.parse("2026-12-01");

    @Test
    void seven_codes_of_all_lists_are_an_arrest() {
        Map<String, ArrestKind> arrests = new TreeMap<>();
        for (String list : CodeLists.standard().names()) {
            for (CodeEntry entry : CodeLists.standard().validOn(list, DAY)) {
                ArrestKind kind = ArrestKind.of(entry.key());
                if (kind != ArrestKind.NONE) {
                    arrests.put(entry.key().toString(), kind);
                }
            }
        }
        assertThat(arrests)
                .isEqualTo(Map.of(
                        "police-action/A3_ARREST", ArrestKind.CUSTODIAL,
                        "police-action/A3_STATION_ADJ", ArrestKind.CUSTODIAL,
                        "police-action/A3_CITE", ArrestKind.PAPER,
                        "ca-result/ROS_CUSTODIAL_WARRANT", ArrestKind.CUSTODIAL,
                        "ca-result/ROS_CUSTODIAL_WITHOUT_WARRANT", ArrestKind.CUSTODIAL,
                        "ca-result/ROS_CITATION", ArrestKind.PAPER,
                        "ca-result/ROS_IN_FIELD_CITE_RELEASE", ArrestKind.PAPER));
    }

    @Test
    void each_list_says_custodial_or_paper_and_nothing_else() {
        assertThat(List.of("police-action", "ca-result"))
                .flatExtracting(list -> CodeLists.standard().validOn(list, DAY))
                .extracting(entry -> entry.attribute("arrest"))
                .containsOnly("custodial", "paper", null);
    }

    @Test
    void a_code_no_list_knows_is_no_arrest() {
        assertThat(ArrestKind.of(Code.of("police-action/A9_UNKNOWN"))).isEqualTo(ArrestKind.NONE);
    }
}
