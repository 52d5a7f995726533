package brightline.command.officer;

import brightline.command.submission.StreamCommand;
import brightline.events.Code;
import brightline.events.OfficerId;
import brightline.events.SchoolCode;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked about an officer. Days are days of the agency's zone. */
public sealed interface OfficerCommand extends StreamCommand {
    @TargetAggregateIdentifier
    OfficerId officerId();

    /** @param capacity code list {@code capacity}: the usual one */
    record RegisterOfficer(OfficerId officerId, String starNumber, String name, Code capacity)
            implements OfficerCommand {}

    record ChangeCapacity(OfficerId officerId, Code capacity) implements OfficerCommand {}

    /** @param from first day at the school, included */
    record StartAssignment(OfficerId officerId, SchoolCode school, LocalDate from) implements OfficerCommand {}

    /** @param lastDay last day at the school, included */
    record EndAssignment(OfficerId officerId, SchoolCode school, LocalDate lastDay) implements OfficerCommand {}
}
