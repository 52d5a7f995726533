package brightline.command.agency;

import brightline.command.submission.AnsweredBy;
import brightline.command.submission.StreamCommand;
import brightline.events.Code;
import brightline.events.agency.AgencyEvent;
import brightline.events.agency.AgencyEvent.RequiredTopic;
import brightline.events.agency.AgencySettings;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What can be asked of the agency. Days are days of the agency's zone. */
public sealed interface AgencyCommand extends StreamCommand {
    /** There is one agency per installation. */
    @TargetAggregateIdentifier
    default String stream() {
        return AgencyEvent.STREAM;
    }

    /**
     * Says how the agency counts and what binds it.
     *
     * @param versionSeen of the agency's stream, as its sender read it; null where nothing had been recorded of the agency
     */
    record ChangeSettings(@Nullable Long versionSeen, AgencySettings settings)
            implements AgencyCommand, AnsweredBy<SettingsAnswer> {}

    /** @param from first day, included */
    record DesignateCoordinator(String name, LocalDate from) implements AgencyCommand, AnsweredBy<ProgrammeAnswer> {}

    /** @param lastDay included */
    record EndCoordination(LocalDate lastDay) implements AgencyCommand, AnsweredBy<ProgrammeAnswer> {}

    /** @see brightline.events.agency.AgencyEvent.ProgrammeRulesSet */
    record SetProgrammeRules(LocalDate from, List<Code> eligibilityRules, List<RequiredTopic> topics)
            implements AgencyCommand, AnsweredBy<ProgrammeAnswer> {
        public SetProgrammeRules {
            eligibilityRules = List.copyOf(eligibilityRules);
            topics = List.copyOf(topics);
        }
    }
}
