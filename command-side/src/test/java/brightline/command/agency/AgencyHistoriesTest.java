package brightline.command.agency;

import brightline.command.RandomHistories;
import brightline.command.agency.AgencyCommand.ChangeSettings;
import brightline.command.agency.AgencyCommand.DesignateCoordinator;
import brightline.command.agency.AgencyCommand.EndCoordination;
import brightline.command.agency.AgencyCommand.SetProgrammeRules;
import brightline.command.submission.Rule;
import brightline.events.Code;
import brightline.events.agency.AgencyEvent;
import brightline.events.agency.AgencyEvent.RequiredTopic;
import brightline.events.agency.AgencySettings;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Random;

class AgencyHistoriesTest extends RandomHistories<AgencyCommand, AgencyState, AgencyEvent> {
    @Override
    protected AgencyState begin() {
        return AgencyState.NEW;
    }

    @Override
    protected AgencyCommand command(Random random, AgencyState state) {
        LocalDate day = LocalDate.of(2025, 8, 1).plusDays(random.nextInt(20));
        return switch (random.nextInt(5)) {
            case 0 -> new ChangeSettings(null, AgencySettings.DEFAULT);
            case 1, 2 -> new DesignateCoordinator(random.nextBoolean() ? "R. Okafor" : "S. Lindqvist", day);
            case 3 -> new EndCoordination(day);
            default ->
                new SetProgrammeRules(
                        day,
                        random.nextBoolean() ? List.of() : List.of(Code.of("eligibility-rule/SUSTAINED_FINDING")),
                        List.of(new RequiredTopic(Code.of("training-topic/LEGAL"), null)));
        };
    }

    @Override
    protected List<AgencyEvent> decide(AgencyCommand command, AgencyState state) {
        return AgencyDecider.decide(command, state);
    }

    @Override
    protected AgencyState evolve(AgencyState state, AgencyEvent event) {
        return AgencyDecider.evolve(state, event);
    }

    @Override
    protected Collection<? extends Rule> rules() {
        return List.of(AgencyRule.values());
    }
}
