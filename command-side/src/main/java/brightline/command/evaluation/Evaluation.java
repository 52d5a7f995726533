package brightline.command.evaluation;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import brightline.command.follow.SealedTexts;
import brightline.events.EvaluationId;
import brightline.events.SubjectHandle;
import brightline.events.evaluation.EvaluationEvent;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

@Aggregate(type = "Evaluation")
class Evaluation {
    @AggregateIdentifier
    private @Nullable EvaluationId id;

    private EvaluationState state = new EvaluationState.Unknown();

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    EvaluationAnswer on(EvaluationCommand command, SealedTexts texts) {
        EvaluationDecider.decide(command, state, (of, text) -> texts.underItsOwn(new SubjectHandle(of.value()), text))
                .forEach(event -> AggregateLifecycle.apply(event));
        return new EvaluationAnswer(command.evaluationId());
    }

    @EventSourcingHandler
    void on(EvaluationEvent event) {
        id = event.evaluationId();
        state = EvaluationDecider.evolve(state, event);
    }
}
