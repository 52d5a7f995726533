package brightline.query.involvement;

import brightline.events.InteractionId;
import brightline.events.OfficerId;
import brightline.events.rules.Classification;
import brightline.query.projection.Row;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The facts of one officer in one interaction at one time.
 *
 * @param row in the columns of the table of facts, without key and versions
 * @param classes one per installed rule set
 */
record InvolvementFact(
        InteractionId interactionId, @Nullable OfficerId officer, Row row, List<Classification> classes) {
    InvolvementFact {
        classes = List.copyOf(classes);
    }
}
