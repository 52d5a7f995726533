package brightline.command.review;

import brightline.command.review.ReviewCommand.*;
import brightline.command.review.ReviewState.*;
import brightline.events.OfficerId;
import brightline.events.review.ReviewEvent;
import brightline.events.review.ReviewEvent.*;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

final class ReviewDecider {
    private ReviewDecider() {}

    /**
     * The events that follow; none when it is already so.
     *
     * @throws brightline.command.submission.CommandRejected naming the rule
     */
    static List<ReviewEvent> decide(ReviewCommand command, ReviewState state) {
        return switch (state) {
            case Unknown _ ->
                switch (command) {
                    case OpenReview(var id, var ground, var incident, var contact, var complaint, var classes) ->
                        List.of(new ReviewOpened(id, ground, incident, contact, complaint, classes));
                    case AssignReview _, OverrideClass _, CloseReview _ -> throw ReviewRule.REVIEW_UNKNOWN.broken();
                };
            case Open open ->
                switch (command) {
                    case OpenReview _ -> List.of();
                    case AssignReview(var id, var owner) ->
                        owner.equals(open.owner()) ? List.of() : List.of(new ReviewAssigned(id, owner));
                    case OverrideClass override -> override(override, open);
                    case CloseReview(var id, var conclusion) -> List.of(new ReviewClosed(id, conclusion));
                };
            case Closed(var before, var conclusion) -> {
                boolean alreadySo =
                        switch (command) {
                            case OpenReview _ -> true;
                            case AssignReview assign -> assign.owner().equals(before.owner());
                            case OverrideClass override -> isSo(override, before);
                            case CloseReview close -> close.conclusion().equals(conclusion);
                        };
                if (!alreadySo) {
                    throw ReviewRule.REVIEW_CLOSED.broken();
                }
                yield List.of();
            }
        };
    }

    private static List<ReviewEvent> override(OverrideClass command, Open open) {
        if (open.interactionId() == null) {
            throw ReviewRule.OVERRIDE_NEEDS_A_CONTACT.broken();
        }
        DerivedClass derived = command.derived();
        if (derived == null) {
            throw ReviewRule.OFFICER_HAS_NO_PART.broken();
        }
        if (isSo(command, open)) {
            return List.of();
        }
        if (derived.involvementClass().equals(command.to())) {
            throw ReviewRule.OVERRIDE_CHANGES_NOTHING.broken();
        }
        return List.of(
                new ClassOverridden(command.reviewId(), open.interactionId(), derived, command.to(), command.reason()));
    }

    private static boolean isSo(OverrideClass command, Open open) {
        DerivedClass derived = command.derived();
        return derived != null
                && new Overridden(command.to(), command.reason())
                        .equals(open.overrides().get(Optional.ofNullable(derived.officer())));
    }

    static ReviewState evolve(ReviewState state, ReviewEvent event) {
        if (event instanceof ReviewOpened opened) {
            return new Open(opened.interactionId(), null, Map.of());
        }
        if (!(state instanceof Open open)) {
            return state;
        }
        return switch (event) {
            case ReviewOpened _ -> open;
            case ReviewAssigned(var _, var owner) -> new Open(open.interactionId(), owner, open.overrides());
            case ClassOverridden(var _, var _, var derived, var to, var reason) -> {
                Map<Optional<OfficerId>, Overridden> overrides = new HashMap<>(open.overrides());
                overrides.put(Optional.ofNullable(derived.officer()), new Overridden(to, reason));
                yield new Open(open.interactionId(), open.owner(), overrides);
            }
            case ReviewClosed(var _, var conclusion) -> new Closed(open, conclusion);
        };
    }
}
