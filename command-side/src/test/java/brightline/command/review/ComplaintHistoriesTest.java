package brightline.command.review;

import brightline.command.RandomHistories;
import brightline.command.review.ComplaintCommand.ReceiveComplaint;
import brightline.command.submission.Rule;
import brightline.events.Code;
import brightline.events.ComplaintId;
import brightline.events.IncidentId;
import brightline.events.review.ComplaintEvent;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.UUID;

class ComplaintHistoriesTest extends RandomHistories<ComplaintCommand, ComplaintState, ComplaintEvent> {
    private static final Instant NOW = Instant.parse("2026-03-02T16:00:00Z");

    @Override
    protected ComplaintState begin() {
        return new ComplaintState.Unknown();
    }

    @Override
    protected ComplaintCommand command(Random random, ComplaintState state) {
        return new ReceiveComplaint(
                new ComplaintId(stream()),
                new IncidentId(new UUID(0, 2)),
                null,
                Code.of("complaint-kind/PARENT_COMPLAINT"),
                NOW.plusSeconds(random.nextInt(5) - 2),
                NOW);
    }

    @Override
    protected List<ComplaintEvent> decide(ComplaintCommand command, ComplaintState state) {
        return ComplaintDecider.decide(command, state);
    }

    @Override
    protected ComplaintState evolve(ComplaintState state, ComplaintEvent event) {
        return ComplaintDecider.evolve(state, event);
    }

    @Override
    protected Collection<? extends Rule> rules() {
        return List.of(ReviewRule.COMPLAINT_NOT_YET_RECEIVED, ReviewRule.COMPLAINT_RECORDED_DIFFERENTLY);
    }
}
