package brightline.command.agency;

import brightline.events.agency.AgencyEvent;
import brightline.events.agency.AgencySettings;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked of the agency. */
public sealed interface AgencyCommand {
    /** There is one agency per installation. */
    @TargetAggregateIdentifier
    default String stream() {
        return AgencyEvent.STREAM;
    }

    /** Says how the agency counts and what binds it. */
    record ChangeSettings(AgencySettings settings) implements AgencyCommand {}
}
