package brightline.command.review;

import brightline.command.Decisions;
import brightline.command.review.ComplaintCommand.ReceiveComplaint;
import brightline.command.review.ReviewCommand.AssignReview;
import brightline.command.review.ReviewCommand.CloseReview;
import brightline.command.review.ReviewCommand.OpenReview;
import brightline.command.review.ReviewCommand.OverrideClass;
import brightline.events.Code;
import brightline.events.ComplaintId;
import brightline.events.IncidentId;
import brightline.events.InteractionId;
import brightline.events.OfficerId;
import brightline.events.ReviewId;
import brightline.events.review.ComplaintEvent;
import brightline.events.review.ComplaintEvent.ComplaintReceived;
import brightline.events.review.ReviewEvent;
import brightline.events.review.ReviewEvent.ClassOverridden;
import brightline.events.review.ReviewEvent.DerivedClass;
import brightline.events.review.ReviewEvent.Ground;
import brightline.events.review.ReviewEvent.ReviewAssigned;
import brightline.events.review.ReviewEvent.ReviewClosed;
import brightline.events.review.ReviewEvent.ReviewOpened;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReviewDeciderTest {
    private static final ReviewId ID = new ReviewId(new UUID(0, 1));
    private static final InteractionId CONTACT = new InteractionId(new UUID(0, 2));
    private static final IncidentId INCIDENT = new IncidentId(new UUID(0, 3));
    private static final ComplaintId COMPLAINT = new ComplaintId(new UUID(0, 4));
    private static final DerivedClass ROUTINE =
            new DerivedClass(new OfficerId(new UUID(0, 5)), "ROUTINE_DISCIPLINE", "R02", 1);
    private static final DerivedClass UNNAMED = new DerivedClass(null, "ROUTINE_DISCIPLINE", "R02", 1);
    private static final Code FACTS = Code.of("override-reason/FACTS_NOT_RECORDED");
    private static final Code RIGHT = Code.of("review-conclusion/RIGHT_AS_RECORDED");
    private static final Instant NOON = Instant.parse("2026-03-02T18:00:00Z");

    private static final ReviewOpened OPENED =
            new ReviewOpened(ID, Ground.FLAGGED_CLASS, INCIDENT, CONTACT, null, List.of(ROUTINE));
    private static final ClassOverridden OVERRIDDEN =
            new ClassOverridden(ID, CONTACT, ROUTINE, "SAFETY_RESPONSE", FACTS);
    private static final ReviewClosed CLOSED = new ReviewClosed(ID, RIGHT);

    private final Decisions<ReviewCommand, ReviewState, ReviewEvent> review =
            new Decisions<>(new ReviewState.Unknown(), ReviewDecider::decide, ReviewDecider::evolve);
    private final Decisions<ComplaintCommand, ComplaintState, ComplaintEvent> complaint =
            new Decisions<>(new ComplaintState.Unknown(), ComplaintDecider::decide, ComplaintDecider::evolve);

    @Test
    void opens_once_whatever_is_found_of_the_contact_later() {
        var open = new OpenReview(ID, Ground.FLAGGED_CLASS, INCIDENT, CONTACT, null, List.of(ROUTINE));
        review.givenNothing().when(open).then(OPENED);
        var later = new OpenReview(ID, Ground.FLAGGED_CLASS, INCIDENT, CONTACT, null, List.of(UNNAMED));
        review.given(OPENED).when(later).thenNothing();
        review.given(OPENED, CLOSED).when(open).thenNothing();
    }

    @Test
    void belongs_to_whom_it_was_given_last() {
        review.given(OPENED).when(new AssignReview(ID, "quill")).then(new ReviewAssigned(ID, "quill"));
        review.given(OPENED, new ReviewAssigned(ID, "quill"))
                .when(new AssignReview(ID, "rowan"))
                .then(new ReviewAssigned(ID, "rowan"));
    }

    @Test
    void keeps_the_derived_class_beside_the_override() {
        review.given(OPENED)
                .when(new OverrideClass(ID, ROUTINE, "SAFETY_RESPONSE", FACTS))
                .then(OVERRIDDEN);
        review.given(OPENED, OVERRIDDEN)
                .when(new OverrideClass(ID, ROUTINE, "LE_DISCRETION", FACTS))
                .then(new ClassOverridden(ID, CONTACT, ROUTINE, "LE_DISCRETION", FACTS));
    }

    @Test
    void overrides_the_part_of_an_officer_who_is_not_named_apart_from_the_others() {
        review.given(OPENED, OVERRIDDEN)
                .when(new OverrideClass(ID, UNNAMED, "SAFETY_RESPONSE", FACTS))
                .then(new ClassOverridden(ID, CONTACT, UNNAMED, "SAFETY_RESPONSE", FACTS));
    }

    @Test
    void overrides_only_what_the_rules_say_otherwise_of_somebody_who_took_part() {
        review.given(OPENED)
                .when(new OverrideClass(ID, ROUTINE, "ROUTINE_DISCIPLINE", FACTS))
                .thenRefused(ReviewRule.OVERRIDE_CHANGES_NOTHING);
        review.given(OPENED)
                .when(new OverrideClass(ID, null, "SAFETY_RESPONSE", FACTS))
                .thenRefused(ReviewRule.OFFICER_HAS_NO_PART);
        var ofAnIncident = new ReviewOpened(ID, Ground.COMPLAINT, INCIDENT, null, COMPLAINT, List.of());
        review.given(ofAnIncident)
                .when(new OverrideClass(ID, ROUTINE, "SAFETY_RESPONSE", FACTS))
                .thenRefused(ReviewRule.OVERRIDE_NEEDS_A_CONTACT);
    }

    @Test
    void closed_changes_no_more() {
        review.given(OPENED).when(new CloseReview(ID, RIGHT)).then(CLOSED);
        var closed = review.given(OPENED, new ReviewAssigned(ID, "quill"), OVERRIDDEN, CLOSED);
        closed.when(new AssignReview(ID, "quill")).thenNothing();
        closed.when(new AssignReview(ID, "rowan")).thenRefused(ReviewRule.REVIEW_CLOSED);
        closed.when(new OverrideClass(ID, ROUTINE, "SAFETY_RESPONSE", FACTS)).thenNothing();
        closed.when(new OverrideClass(ID, ROUTINE, "LE_DISCRETION", FACTS)).thenRefused(ReviewRule.REVIEW_CLOSED);
        closed.when(new CloseReview(ID, Code.of("review-conclusion/TRAINING_GIVEN")))
                .thenRefused(ReviewRule.REVIEW_CLOSED);
    }

    @Test
    void that_nobody_opened_is_unknown() {
        var nothing = review.givenNothing();
        nothing.when(new AssignReview(ID, "quill")).thenRefused(ReviewRule.REVIEW_UNKNOWN);
        nothing.when(new OverrideClass(ID, ROUTINE, "SAFETY_RESPONSE", FACTS)).thenRefused(ReviewRule.REVIEW_UNKNOWN);
        nothing.when(new CloseReview(ID, RIGHT)).thenRefused(ReviewRule.REVIEW_UNKNOWN);
    }

    @Test
    void a_complaint_is_received_once_and_not_before_it_is_made() {
        Code parent = Code.of("complaint-kind/PARENT_COMPLAINT");
        var received = new ComplaintReceived(COMPLAINT, INCIDENT, null, parent, NOON);
        complaint
                .givenNothing()
                .when(new ReceiveComplaint(COMPLAINT, INCIDENT, null, parent, NOON, NOON))
                .then(received);
        complaint
                .givenNothing()
                .when(new ReceiveComplaint(COMPLAINT, INCIDENT, null, parent, NOON.plusSeconds(1), NOON))
                .thenRefused(ReviewRule.COMPLAINT_NOT_YET_RECEIVED);
        complaint
                .given(received)
                .when(new ReceiveComplaint(COMPLAINT, null, CONTACT, parent, NOON, NOON))
                .thenRefused(ReviewRule.COMPLAINT_RECORDED_DIFFERENTLY);
    }
}
