package brightline.command.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import brightline.command.ContactWithAction;
import brightline.events.deadline.DeadlineRule;
import brightline.events.deadline.DeadlineRule.Trigger;
import brightline.events.deadline.DeadlineRules;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeadlineFollowerTest {
    @Test
    void custody_sets_the_deadlines_of_an_arrest_and_a_citation_those_of_a_ticket() {
        assertThat(setOffBy(Trigger.ARREST)).containsExactlyInAnyOrder("A3_ARREST", "A3_STATION_ADJ");
        assertThat(setOffBy(Trigger.TICKET)).containsExactly("A3_CITE");
    }

    private static List<String> setOffBy(Trigger trigger) {
        DeadlineRule rule = DeadlineRules.standard().stream()
                .filter(one -> one.trigger() == trigger)
                .findFirst()
                .orElseThrow();
        return ContactWithAction.ofEveryCode(
                record -> DeadlineFollower.triggered(rule, record).isPresent());
    }
}
