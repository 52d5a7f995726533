package brightline.query.involvement;

import static org.assertj.core.api.Assertions.assertThat;

import brightline.events.Code;
import brightline.events.Stated;
import brightline.events.code.CodeEntry;
import brightline.events.code.CodeLists;
import brightline.events.interaction.PoliceAction;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class ArrestDecisionTest {
    private static final LocalDate DAY = LocalDate.parse("2026-12-01");
    private static final CodeLists LISTS = CodeLists.standard();

    @Test
    void custody_and_citation_are_read_of_our_own_actions_and_of_imported_results() {
        assertThat(actions(done -> ArrestDecision.isCustodial(done, null, DAY, LISTS)))
                .containsExactlyInAnyOrder(
                        "police-action/A3_ARREST",
                        "police-action/A3_STATION_ADJ",
                        "ca-result/ROS_CUSTODIAL_WARRANT",
                        "ca-result/ROS_CUSTODIAL_WITHOUT_WARRANT");
        assertThat(actions(done -> ArrestDecision.isCited(done, null, DAY, LISTS)))
                .containsExactlyInAnyOrder(
                        "police-action/A3_CITE", "ca-result/ROS_CITATION", "ca-result/ROS_IN_FIELD_CITE_RELEASE");
    }

    @Test
    void an_outcome_that_cannot_be_without_custody_or_a_ticket_says_it_was_there() {
        assertThat(outcomes(outcome -> ArrestDecision.isCustodial(List.of(), outcome, DAY, LISTS)))
                .containsExactlyInAnyOrder(
                        "JISC", "STATION_INFORMAL", "STATION_FORMAL", "PROBATION_ADJ", "ARREST_PETITION");
        assertThat(outcomes(outcome -> ArrestDecision.isCited(List.of(), outcome, DAY, LISTS)))
                .containsExactlyInAnyOrder("NOTICE_TO_APPEAR", "MUNI_TICKET");
    }

    private static List<String> actions(Predicate<Collection<PoliceAction>> asked) {
        return List.of("police-action", "ca-result").stream()
                .flatMap(list -> LISTS.validOn(list, DAY).stream())
                .map(CodeEntry::key)
                .filter(code -> asked.test(
                        List.of(new PoliceAction(1, code, null, null, Stated.NO, null, null, null, null, null))))
                .map(Code::toString)
                .toList();
    }

    private static List<String> outcomes(Predicate<Code> asked) {
        return LISTS.validOn("outcome", DAY).stream()
                .filter(entry -> asked.test(entry.key()))
                .map(CodeEntry::code)
                .toList();
    }
}
