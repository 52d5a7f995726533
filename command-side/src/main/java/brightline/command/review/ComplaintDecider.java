package brightline.command.review;

import brightline.command.review.ComplaintCommand.ReceiveComplaint;
import brightline.command.review.ComplaintState.Received;
import brightline.command.review.ComplaintState.Unknown;
import brightline.events.review.ComplaintEvent;
import brightline.events.review.ComplaintEvent.ComplaintReceived;
import java.util.List;

final class ComplaintDecider {
    private ComplaintDecider() {}

    /**
     * The events that follow; none when it is already so.
     *
     * @throws brightline.command.submission.CommandRejected naming the rule
     */
    static List<ComplaintEvent> decide(ComplaintCommand command, ComplaintState state) {
        return switch (command) {
            case ReceiveComplaint(var id, var incident, var interaction, var kind, var receivedAt, var now) -> {
                ComplaintReceived received = new ComplaintReceived(id, incident, interaction, kind, receivedAt);
                yield switch (state) {
                    case Received(var as) -> {
                        if (!as.equals(received)) {
                            throw ReviewRule.COMPLAINT_RECORDED_DIFFERENTLY.broken();
                        }
                        yield List.of();
                    }
                    case Unknown _ -> {
                        if (receivedAt.isAfter(now)) {
                            throw ReviewRule.COMPLAINT_NOT_YET_RECEIVED.broken();
                        }
                        yield List.of(received);
                    }
                };
            }
        };
    }

    static ComplaintState evolve(ComplaintState state, ComplaintEvent event) {
        return switch (event) {
            case ComplaintReceived received -> new Received(received);
        };
    }
}
