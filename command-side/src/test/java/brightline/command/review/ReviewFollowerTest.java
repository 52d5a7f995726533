package brightline.command.review;

import static org.assertj.core.api.Assertions.assertThat;

import brightline.command.ContactWithAction;
import org.junit.jupiter.api.Test;

class ReviewFollowerTest {
    @Test
    void an_arrest_on_paper_is_an_arrest_to_a_review() {
        assertThat(ContactWithAction.ofEveryCode(ReviewFollower::holdsArrest))
                .containsExactlyInAnyOrder("A3_ARREST", "A3_STATION_ADJ", "A3_CITE");
    }
}
