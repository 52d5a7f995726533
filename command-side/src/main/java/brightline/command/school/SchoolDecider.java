package brightline.command.school;

import brightline.command.register.ReferenceRule;
import brightline.command.school.SchoolCommand.RegisterProvisionally;
import brightline.command.school.SchoolCommand.RegisterSchool;
import brightline.command.school.SchoolState.Provisional;
import brightline.command.school.SchoolState.Registered;
import brightline.command.school.SchoolState.Unknown;
import brightline.events.agency.AgencyEvent;
import brightline.events.school.SchoolEvent;
import brightline.events.school.SchoolEvent.SchoolProvisionallyRegistered;
import brightline.events.school.SchoolEvent.SchoolRegistered;
import java.util.List;

final class SchoolDecider {
    private SchoolDecider() {}

    /** @throws brightline.command.submission.CommandRejected if the code is one of ours */
    static List<SchoolEvent> decide(SchoolCommand command, SchoolState state) {
        if (command.school().value().equals(AgencyEvent.STREAM)) {
            throw ReferenceRule.SCHOOL_CODE_RESERVED.broken();
        }
        return switch (command) {
            case RegisterSchool(var school, var name) ->
                switch (state) {
                    case Registered(var known) when known.equals(name) -> List.of();
                    case Unknown _, Provisional _, Registered _ -> List.of(new SchoolRegistered(school, name));
                };
            case RegisterProvisionally(var school, var name, var importId) ->
                switch (state) {
                    case Unknown _ -> List.of(new SchoolProvisionallyRegistered(school, name, importId));
                    case Provisional _, Registered _ -> List.of();
                };
        };
    }

    static SchoolState evolve(SchoolState state, SchoolEvent event) {
        return switch (event) {
            case SchoolRegistered registered -> new Registered(registered.name());
            case SchoolProvisionallyRegistered _ -> new Provisional();
        };
    }
}
