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
        InteractionId interactionId, @Nullable OfficerId officer, Row row, List<Reading> classes) {
    InvolvementFact {
        classes = List.copyOf(classes);
    }

    /**
     * What one rule set makes of it.
     *
     * @param counts whether figures count it; of the records that tell of one officer and one student in one incident one does
     */
    record Reading(Classification classification, boolean counts) {}
}
