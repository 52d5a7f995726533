package brightline.command.disclosure;

import brightline.command.disclosure.RecordRequestCommand.*;
import brightline.command.disclosure.RecordRequestState.Received;
import brightline.command.disclosure.RecordRequestState.Unknown;
import brightline.events.Code;
import brightline.events.SecretRef;
import brightline.events.request.RequestEvent;
import brightline.events.request.RequestEvent.*;
import java.util.List;
import java.util.function.BiFunction;

final class RecordRequestDecider {
    private static final Code GRANTED = Code.of("request-decision/GRANTED");

    private RecordRequestDecider() {}

    /**
     * The events that follow; none when it is already so. A statement once added is the statement, whatever is sent again.
     *
     * @param seal keeps a statement beside the record of the request, once it is decided that it is taken
     * @throws brightline.command.submission.CommandRejected naming the rule
     */
    static List<RequestEvent> decide(
            RecordRequestCommand command,
            RecordRequestState state,
            BiFunction<RequestReceived, String, SecretRef> seal) {
        return switch (state) {
            case Unknown _ ->
                switch (command) {
                    case ReceiveRequest receive -> {
                        if (receive.receivedAt().isAfter(receive.now())) {
                            throw RecordRequestRule.REQUESTED_IN_THE_FUTURE.broken();
                        }
                        yield List.of(received(receive));
                    }
                    case DecideRequest _, AddStatement _ -> throw RecordRequestRule.REQUEST_UNKNOWN.broken();
                };
            case Received request ->
                switch (command) {
                    case ReceiveRequest receive -> {
                        if (!request.as().equals(received(receive))) {
                            throw RecordRequestRule.REQUEST_RECORDED_DIFFERENTLY.broken();
                        }
                        yield List.of();
                    }
                    case DecideRequest decide -> decided(decide, request);
                    case AddStatement add -> statement(add, request, seal);
                };
        };
    }

    private static RequestReceived received(ReceiveRequest command) {
        return new RequestReceived(
                command.requestId(), command.interactionId(), command.kind(), command.from(), command.receivedAt());
    }

    private static List<RequestEvent> decided(DecideRequest command, Received request) {
        RequestDecided decided = new RequestDecided(command.requestId(), command.decision(), command.decidedOn());
        if (decided.equals(request.decided())) {
            return List.of();
        }
        if (request.decided() != null) {
            throw RecordRequestRule.DECIDED_ALREADY.broken();
        }
        if (command.decidedOn()
                .isBefore(request.as().receivedAt().atZone(command.zone()).toLocalDate())) {
            throw RecordRequestRule.DECIDED_BEFORE_RECEIVED.broken();
        }
        return List.of(decided);
    }

    private static List<RequestEvent> statement(
            AddStatement command, Received request, BiFunction<RequestReceived, String, SecretRef> seal) {
        RequestDecided decided = request.decided();
        if (decided == null || decided.decision().equals(GRANTED)) {
            throw RecordRequestRule.STATEMENT_AFTER_DECISION.broken();
        }
        return request.withStatement()
                ? List.of()
                : List.of(new StatementAdded(command.requestId(), seal.apply(request.as(), command.statement())));
    }

    static RecordRequestState evolve(RecordRequestState state, RequestEvent event) {
        return switch (event) {
            case RequestReceived received -> new Received(received, null, false);
            case RequestDecided decided ->
                state instanceof Received(var as, var _, var with) ? new Received(as, decided, with) : state;
            case StatementAdded _ ->
                state instanceof Received(var as, var decided, var _) ? new Received(as, decided, true) : state;
        };
    }
}
