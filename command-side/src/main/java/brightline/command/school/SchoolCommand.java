package brightline.command.school;

import brightline.command.submission.AnsweredBy;
import brightline.command.submission.Creates;
import brightline.command.submission.StreamCommand;
import brightline.events.Code;
import brightline.events.ImportId;
import brightline.events.SchoolCode;
import brightline.events.school.SchoolEvent.GroupCount;
import brightline.events.school.SchoolEvent.Vote;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What can be asked about a school. Days are days of the agency's zone. */
public sealed interface SchoolCommand extends StreamCommand, AnsweredBy<SchoolAnswer> {
    @TargetAggregateIdentifier
    SchoolCode school();

    /** Enters a school, confirms a provisional one, or gives one another name. */
    record RegisterSchool(SchoolCode school, String name) implements SchoolCommand, Creates<SchoolAnswer> {}

    /** Enters a school that an import names, until a person confirms it. */
    record RegisterProvisionally(SchoolCode school, String name, ImportId importId) implements SchoolCommand {}

    /** @param from first day; null where the code on record was never the school's */
    record GiveCode(
            SchoolCode school, SchoolCode code, @Nullable LocalDate from, Code reason, Code basis)
            implements SchoolCommand {}

    /** @see brightline.events.school.SchoolEvent.ProgrammeStatusSet */
    record SetProgrammeStatus(
            SchoolCode school,
            Code status,
            LocalDate from,
            @Nullable Vote vote) implements SchoolCommand {}

    /** @see brightline.events.school.SchoolEvent.EnrolmentCounted */
    record CountEnrolment(SchoolCode school, LocalDate day, int total, List<GroupCount> groups)
            implements SchoolCommand {
        public CountEnrolment {
            groups = List.copyOf(groups);
        }
    }
}
