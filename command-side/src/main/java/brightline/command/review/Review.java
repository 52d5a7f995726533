package brightline.command.review;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import brightline.events.ReviewId;
import brightline.events.review.ReviewEvent;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

@Aggregate(type = "Review")
class Review {
    @AggregateIdentifier
    private @Nullable ReviewId id;

    private ReviewState state = new ReviewState.Unknown();

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    ReviewAnswer on(ReviewCommand command) {
        ReviewDecider.decide(command, state).forEach(event -> AggregateLifecycle.apply(event));
        return new ReviewAnswer(command.reviewId());
    }

    @EventSourcingHandler
    void on(ReviewEvent event) {
        id = event.reviewId();
        state = ReviewDecider.evolve(state, event);
    }
}
