package brightline.command.review;

import brightline.command.submission.AnsweredBy;
import brightline.command.submission.Commuting;
import brightline.command.submission.StreamCommand;
import brightline.events.Code;
import brightline.events.ComplaintId;
import brightline.events.IncidentId;
import brightline.events.InteractionId;
import brightline.events.ReviewId;
import brightline.events.review.ReviewEvent.DerivedClass;
import brightline.events.review.ReviewEvent.Ground;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What can be asked about a review. In either order the same follows, or the later one is refused by a rule. */
sealed interface ReviewCommand extends StreamCommand, Commuting, AnsweredBy<ReviewAnswer> {
    @TargetAggregateIdentifier
    ReviewId reviewId();

    /** By the desk, for what was recorded. A review that is there already is left as it is. */
    record OpenReview(
            ReviewId reviewId,
            Ground ground,
            @Nullable IncidentId incidentId,
            @Nullable InteractionId interactionId,
            @Nullable ComplaintId complaintId,
            List<DerivedClass> classes)
            implements ReviewCommand {
        public OpenReview {
            classes = List.copyOf(classes);
        }
    }

    /** @param owner user name of an account */
    record AssignReview(ReviewId reviewId, String owner) implements ReviewCommand {}

    /**
     * @param derived what the rules say of that officer's part now; null if there is no such part
     * @param to name of the class
     */
    record OverrideClass(ReviewId reviewId, @Nullable DerivedClass derived, String to, Code reason)
            implements ReviewCommand {}

    record CloseReview(ReviewId reviewId, Code conclusion) implements ReviewCommand {}
}
