package brightline.events.school;

import brightline.events.EventName;
import brightline.events.ImportId;
import brightline.events.SchoolCode;

/** What can happen to a school. */
public sealed interface SchoolEvent {
    SchoolCode school();

    /** A school of the district, entered by a person. */
    @EventName("school.registered")
    record SchoolRegistered(SchoolCode school, String name) implements SchoolEvent {}

    /** An import named a school nobody had registered; a coordinator confirms or renames it by registering it. */
    @EventName("school.provisionally-registered")
    record SchoolProvisionallyRegistered(SchoolCode school, String name, ImportId importId) implements SchoolEvent {}
}
