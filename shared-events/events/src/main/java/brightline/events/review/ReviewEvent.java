package brightline.events.review;

import brightline.events.Code;
import brightline.events.ComplaintId;
import brightline.events.EventName;
import brightline.events.IncidentId;
import brightline.events.InteractionId;
import brightline.events.OfficerId;
import brightline.events.ReviewId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can happen in a review: it is opened by the record itself, given to somebody, and closed with what was found. */
public sealed interface ReviewEvent {
    ReviewId reviewId();

    /** Why a review is opened. */
    enum Ground {
        /** A student was arrested. */
        ARREST,
        /** A fact is missing that the class depends on. */
        NEEDS_REVIEW,
        /** The class says that police did the school's discipline. */
        FLAGGED_CLASS,
        /** Somebody complained. */
        COMPLAINT,
        /** A contact was voided that had held an arrest or citation. */
        VOIDED_ARREST,
        /** A contact was voided that had held force or restraint, and no arrest. */
        VOIDED_FORCE,
        /** A contact was voided whose class had said that police did the school's discipline. */
        VOIDED_FLAGGED_CLASS
    }

    /**
     * One officer's part as the rules read it at that moment.
     *
     * @param officer null where the record names none
     * @param involvementClass name of the class
     * @param rule number of the rule that gave it, for example R02
     */
    record DerivedClass(@Nullable OfficerId officer, String involvementClass, String rule, int ruleSet) {}

    /**
     * Something was recorded that has to be looked at again.
     *
     * @param incidentId null for a complaint about one contact
     * @param interactionId null for a complaint about a whole incident
     * @param complaintId null unless the ground is a complaint
     * @param classes how the contact was read when the review was opened; empty for a complaint
     */
    @EventName("review.opened")
    record ReviewOpened(
            ReviewId reviewId,
            Ground ground,
            @Nullable IncidentId incidentId,
            @Nullable InteractionId interactionId,
            @Nullable ComplaintId complaintId,
            List<DerivedClass> classes)
            implements ReviewEvent {
        public ReviewOpened {
            classes = List.copyOf(classes);
        }
    }

    /** Somebody is to look at it. @param owner the account's user name */
    @EventName("review.assigned")
    record ReviewAssigned(ReviewId reviewId, String owner) implements ReviewEvent {}

    /**
     * Who reviewed it reads one officer's part otherwise than the rules do. Both stand side by side.
     *
     * @param interactionId the contact
     * @param derived what the rules said then
     * @param overriddenTo name of the class it should be
     * @param reason code list {@code override-reason}
     */
    @EventName("review.class-overridden")
    record ClassOverridden(
            ReviewId reviewId, InteractionId interactionId, DerivedClass derived, String overriddenTo, Code reason)
            implements ReviewEvent {}

    /** The review is over. @param conclusion code list {@code review-conclusion} */
    @EventName("review.closed")
    record ReviewClosed(ReviewId reviewId, Code conclusion) implements ReviewEvent {}
}
