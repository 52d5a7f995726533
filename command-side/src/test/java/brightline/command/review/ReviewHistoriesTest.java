package brightline.command.review;

import brightline.command.RandomHistories;
import brightline.command.review.ReviewCommand.AssignReview;
import brightline.command.review.ReviewCommand.CloseReview;
import brightline.command.review.ReviewCommand.OpenReview;
import brightline.command.review.ReviewCommand.OverrideClass;
import brightline.command.submission.Rule;
import brightline.events.Code;
import brightline.events.IncidentId;
import brightline.events.InteractionId;
import brightline.events.OfficerId;
import brightline.events.ReviewId;
import brightline.events.review.ReviewEvent;
import brightline.events.review.ReviewEvent.DerivedClass;
import brightline.events.review.ReviewEvent.Ground;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.UUID;

class ReviewHistoriesTest extends RandomHistories<ReviewCommand, ReviewState, ReviewEvent> {
    private static final InteractionId CONTACT = new InteractionId(new UUID(0, 2));
    private static final DerivedClass NAMED =
            new DerivedClass(new OfficerId(new UUID(0, 3)), "ROUTINE_DISCIPLINE", "R02", 1);
    private static final DerivedClass UNNAMED = new DerivedClass(null, "NEEDS_REVIEW", "R20", 1);

    private ReviewId review() {
        return new ReviewId(stream());
    }

    @Override
    protected ReviewState begin() {
        return new ReviewState.Unknown();
    }

    @Override
    protected ReviewCommand command(Random random, ReviewState state) {
        return switch (random.nextInt(8)) {
            case 0 ->
                new OpenReview(
                        review(),
                        Ground.COMPLAINT,
                        new IncidentId(new UUID(0, 4)),
                        random.nextBoolean() ? CONTACT : null,
                        null,
                        List.of(NAMED));
            case 1, 2 -> new AssignReview(review(), random.nextBoolean() ? "one" : "other");
            case 3, 4, 5, 6 ->
                new OverrideClass(
                        review(),
                        switch (random.nextInt(3)) {
                            case 0 -> NAMED;
                            case 1 -> UNNAMED;
                            default -> null;
                        },
                        random.nextBoolean() ? "ROUTINE_DISCIPLINE" : "SAFETY_RESPONSE",
                        Code.of(random.nextBoolean() ? "override-reason/OTHER" : "override-reason/RULE_DOES_NOT_FIT"));
            default ->
                random.nextInt(4) == 0
                        ? new CloseReview(review(), Code.of("review-conclusion/RIGHT_AS_RECORDED"))
                        : new AssignReview(review(), "third");
        };
    }

    @Override
    protected List<ReviewEvent> decide(ReviewCommand command, ReviewState state) {
        return ReviewDecider.decide(command, state);
    }

    @Override
    protected ReviewState evolve(ReviewState state, ReviewEvent event) {
        return ReviewDecider.evolve(state, event);
    }

    @Override
    protected Collection<? extends Rule> rules() {
        return List.of(
                ReviewRule.REVIEW_UNKNOWN,
                ReviewRule.REVIEW_CLOSED,
                ReviewRule.OVERRIDE_NEEDS_A_CONTACT,
                ReviewRule.OFFICER_HAS_NO_PART,
                ReviewRule.OVERRIDE_CHANGES_NOTHING);
    }
}
