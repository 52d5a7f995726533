package brightline.events.agency;

import brightline.events.Code;
import brightline.events.EventName;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can happen to the installation itself. Days are days of the agency's zone. */
public sealed interface AgencyEvent {
    /** The stream all of them stand in: there is one agency per installation. */
    String STREAM = "agency";

    /** The agency said how it counts and what binds it. Takes effect for all records, earlier ones too. */
    @EventName("agency.settings-changed")
    record SettingsChanged(AgencySettings settings) implements AgencyEvent {}

    /**
     * Somebody coordinates the programme of officers in schools from that day on.
     *
     * @param name a public official's, and so in clear
     */
    @EventName("agency.coordinator-designated")
    record CoordinatorDesignated(String name, LocalDate from) implements AgencyEvent {}

    /** The coordinator's last day. Until another is designated there is none, which every reader is told. */
    @EventName("agency.coordinator-ended")
    record CoordinatorEnded(LocalDate lastDay) implements AgencyEvent {}

    /**
     * What the agency asks of officers in schools from a day on, in the place of what it asked before. Set again for the same day,
     * the later one holds. Before any was set, the shipped lists hold as they are marked.
     *
     * @param eligibilityRules code list {@code eligibility-rule}: those that are applied
     * @param topics in which an officer has to be trained to be current (M9)
     */
    @EventName("agency.programme-rules-set")
    record ProgrammeRulesSet(LocalDate from, List<Code> eligibilityRules, List<RequiredTopic> topics)
            implements AgencyEvent {
        public ProgrammeRulesSet {
            eligibilityRules = List.copyOf(eligibilityRules);
            topics = List.copyOf(topics);
        }
    }

    /**
     * A topic that is asked for.
     *
     * @param topic code list {@code training-topic}, or {@code agency-topic} for one of the agency's own
     * @param name of a topic of the agency's own; null where the code list names it
     */
    record RequiredTopic(Code topic, @Nullable String name) {}
}
