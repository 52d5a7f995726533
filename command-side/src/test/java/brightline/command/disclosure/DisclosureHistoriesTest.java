package brightline.command.disclosure;

import brightline.command.RandomHistories;
import brightline.command.disclosure.DisclosureCommand.AskForNotice;
import brightline.command.disclosure.DisclosureCommand.RecordDisclosure;
import brightline.command.disclosure.DisclosureCommand.SendNotice;
import brightline.command.submission.Rule;
import brightline.events.Code;
import brightline.events.DisclosureId;
import brightline.events.InteractionId;
import brightline.events.disclosure.DisclosureEvent;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.UUID;

class DisclosureHistoriesTest extends RandomHistories<DisclosureCommand, DisclosureState, DisclosureEvent> {
    private static final Instant NOW = Instant.parse("2026-03-02T16:00:00Z");

    private DisclosureId disclosure() {
        return new DisclosureId(stream());
    }

    @Override
    protected DisclosureState begin() {
        return new DisclosureState.Unknown();
    }

    @Override
    protected DisclosureCommand command(Random random, DisclosureState state) {
        Instant at = NOW.plusSeconds(random.nextInt(9) - 6);
        return switch (random.nextInt(5)) {
            case 0 ->
                new RecordDisclosure(
                        disclosure(),
                        new InteractionId(new UUID(0, 2)),
                        Code.of("disclosure-recipient/SCHOOL"),
                        Code.of("disclosure-basis/CONSENT"),
                        List.of(Code.of("disclosure-part/REPORT")),
                        at,
                        NOW);
            case 1, 2 -> new AskForNotice(disclosure(), Code.of("notice-cause/VOIDED"), at);
            default -> new SendNotice(disclosure(), at, Code.of("notice-manner/LETTER"), NOW);
        };
    }

    @Override
    protected List<DisclosureEvent> decide(DisclosureCommand command, DisclosureState state) {
        return DisclosureDecider.decide(command, state);
    }

    @Override
    protected DisclosureState evolve(DisclosureState state, DisclosureEvent event) {
        return DisclosureDecider.evolve(state, event);
    }

    @Override
    protected Collection<? extends Rule> rules() {
        return List.of(DisclosureRule.values());
    }
}
