package brightline.command.disclosure;

import brightline.command.RandomHistories;
import brightline.command.disclosure.RecordRequestCommand.AddStatement;
import brightline.command.disclosure.RecordRequestCommand.DecideRequest;
import brightline.command.disclosure.RecordRequestCommand.ReceiveRequest;
import brightline.command.submission.Rule;
import brightline.events.Code;
import brightline.events.InteractionId;
import brightline.events.RequestId;
import brightline.events.SecretId;
import brightline.events.SecretRef;
import brightline.events.request.RequestEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.UUID;

class RecordRequestHistoriesTest extends RandomHistories<RecordRequestCommand, RecordRequestState, RequestEvent> {
    private static final Instant NOW = Instant.parse("2026-03-02T16:00:00Z");

    private RequestId request() {
        return new RequestId(stream());
    }

    @Override
    protected RecordRequestState begin() {
        return new RecordRequestState.Unknown();
    }

    @Override
    protected RecordRequestCommand command(Random random, RecordRequestState state) {
        return switch (random.nextInt(4)) {
            case 0 ->
                new ReceiveRequest(
                        request(),
                        new InteractionId(new UUID(0, 2)),
                        Code.of("request-kind/AMEND"),
                        Code.of("request-from/PARENT"),
                        NOW.plusSeconds(random.nextInt(4) - 2),
                        NOW);
            case 1 ->
                new DecideRequest(
                        request(),
                        Code.of(random.nextBoolean() ? "request-decision/REFUSED" : "request-decision/GRANTED"),
                        LocalDate.parse("2026-03-01").plusDays(random.nextInt(3)),
                        ZoneOffset.UTC);
            default -> new AddStatement(request(), "We see it differently");
        };
    }

    @Override
    protected List<RequestEvent> decide(RecordRequestCommand command, RecordRequestState state) {
        return RecordRequestDecider.decide(
                command, state, (_, _) -> new SecretRef(new SecretId(new UUID(0, 3)), "00ff"));
    }

    @Override
    protected RecordRequestState evolve(RecordRequestState state, RequestEvent event) {
        return RecordRequestDecider.evolve(state, event);
    }

    @Override
    protected Collection<? extends Rule> rules() {
        return List.of(RecordRequestRule.values());
    }
}
