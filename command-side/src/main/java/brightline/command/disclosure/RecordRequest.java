package brightline.command.disclosure;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import brightline.command.follow.RecordedStreams;
import brightline.command.follow.SealedTexts;
import brightline.events.RequestId;
import brightline.events.SecretRef;
import brightline.events.interaction.InteractionRecord;
import brightline.events.request.RequestEvent;
import brightline.events.request.RequestEvent.RequestReceived;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

@Aggregate(type = "RecordRequest")
class RecordRequest {
    @AggregateIdentifier
    private @Nullable RequestId id;

    private RecordRequestState state = new RecordRequestState.Unknown();

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    RequestAnswer on(RecordRequestCommand command, SealedTexts texts, RecordedStreams streams) {
        RecordRequestDecider.decide(command, state, (request, text) -> seal(request, text, texts, streams))
                .forEach(event -> AggregateLifecycle.apply(event));
        return new RequestAnswer(command.requestId());
    }

    private static SecretRef seal(RequestReceived request, String text, SealedTexts texts, RecordedStreams streams) {
        InteractionRecord record = Objects.requireNonNull(
                streams.read(request.interactionId().toString()).contact());
        return texts.underCase(record.subject(), text);
    }

    @EventSourcingHandler
    void on(RequestEvent event) {
        id = event.requestId();
        state = RecordRequestDecider.evolve(state, event);
    }
}
