package brightline.command.school;

import brightline.events.ImportId;
import brightline.events.SchoolCode;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked about a school. */
public sealed interface SchoolCommand {
    @TargetAggregateIdentifier
    SchoolCode school();

    /** Enters a school, confirms a provisional one, or gives one another name. */
    record RegisterSchool(SchoolCode school, String name) implements SchoolCommand {}

    /** Enters a school that an import names, until a person confirms it. */
    record RegisterProvisionally(SchoolCode school, String name, ImportId importId) implements SchoolCommand {}
}
