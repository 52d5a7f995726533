package brightline.command.incident;

import brightline.command.RandomHistories;
import brightline.command.incident.IncidentCommand.AddInteraction;
import brightline.command.incident.IncidentCommand.CorrectSchool;
import brightline.command.incident.IncidentCommand.LinkIncident;
import brightline.command.incident.IncidentCommand.OpenIncident;
import brightline.command.submission.Rule;
import brightline.events.Code;
import brightline.events.Correction;
import brightline.events.IncidentId;
import brightline.events.InteractionId;
import brightline.events.SchoolCode;
import brightline.events.Source;
import brightline.events.Stated;
import brightline.events.incident.IncidentEvent;
import brightline.events.incident.IncidentEvent.IncidentOpened;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;

class IncidentHistoriesTest extends RandomHistories<IncidentCommand, IncidentState, IncidentEvent> {
    private static final Correction WHY =
            new Correction(Code.of("correction-reason/OTHER"), Code.of("correction-basis/OTHER"), null);

    @Override
    protected IncidentState begin() {
        return new IncidentState.Unrecorded();
    }

    @Override
    protected IncidentCommand command(Random random, IncidentState state) {
        IncidentId incident = new IncidentId(stream());
        SchoolCode school = new SchoolCode(random.nextBoolean() ? "MAR" : "QUI");
        return switch (random.nextInt(6)) {
            case 0, 1 ->
                new OpenIncident(new IncidentOpened(
                        incident,
                        "BL-2026-" + stream().getLeastSignificantBits(),
                        school,
                        Code.of("place/HALLWAY"),
                        Stated.YES,
                        Instant.parse("2026-03-02T16:00:00Z"),
                        List.of(),
                        List.of(),
                        Source.ENTERED));
            case 2 -> new AddInteraction(incident, new InteractionId(new UUID(3, random.nextInt(3))));
            case 3 -> new CorrectSchool(incident, school, WHY);
            default ->
                new LinkIncident(
                        incident,
                        random.nextInt(4) == 0 ? incident : new IncidentId(new UUID(4, random.nextInt(2))),
                        random.nextInt(4) == 0,
                        random.nextInt(4) == 0,
                        WHY);
        };
    }

    @Override
    protected List<IncidentEvent> decide(IncidentCommand command, IncidentState state) {
        return IncidentDecider.decide(command, state);
    }

    @Override
    protected IncidentState evolve(IncidentState state, IncidentEvent event) {
        return IncidentDecider.evolve(state, event);
    }

    @Override
    protected Collection<? extends Rule> rules() {
        // Whether an entry can still be undone is asked of the log before anything is decided.
        return EnumSet.complementOf(EnumSet.of(
                IncidentRule.UNDO_BY_ITS_AUTHOR_ONLY,
                IncidentRule.UNDO_TIME_OVER,
                IncidentRule.CHANGED_SINCE_RECORDED));
    }
}
