package brightline.command.student;

import brightline.command.register.ReferenceRule;
import brightline.command.student.StudentCommand.*;
import brightline.command.student.StudentState.*;
import brightline.events.student.StudentEvent;
import brightline.events.student.StudentEvent.*;
import java.util.List;
import org.jspecify.annotations.Nullable;

final class StudentDecider {
    private StudentDecider() {}

    /** @throws brightline.command.submission.CommandRejected naming the rule that the command breaks */
    static List<StudentEvent> decide(StudentCommand command, StudentState state) {
        return switch (state) {
            case Unknown _ ->
                switch (command) {
                    case EnterStudent(var student, var subject, var identity) ->
                        List.of(new StudentRegistered(student, subject, identity));
                    case Join join -> List.of(new StudentJoined(join.studentId(), join.into(), join.correction()));
                    case Part _ -> List.of();
                    case ChangeIdentity _, Renumber _, GiveUp _, RecordStatistics _, Enrol _, EndEnrolment _ ->
                        throw ReferenceRule.STUDENT_UNKNOWN.broken();
                };
            case Joined joined -> decide(command, joined);
            case Known known -> decide(command, known);
        };
    }

    private static List<StudentEvent> decide(StudentCommand command, Joined joined) {
        return switch (command) {
            case Part(var student, var why) -> List.of(new StudentParted(student, joined.into(), why));
            case Join join when join.into().equals(joined.into()) -> List.of();
            case EnterStudent _, ChangeIdentity _, Renumber _, GiveUp _, Join _, RecordStatistics _ ->
                throw ReferenceRule.STUDENT_JOINED.broken();
            case Enrol _, EndEnrolment _ -> throw ReferenceRule.STUDENT_JOINED.broken();
        };
    }

    private static List<StudentEvent> decide(StudentCommand command, Known known) {
        return switch (command) {
            case EnterStudent _ -> List.of();
            case Renumber(var student, var identity, var from, var reason, var basis) ->
                identity.equals(known.identity())
                        ? List.of()
                        : List.of(new StudentRenumbered(student, identity, from, reason, basis));
            case GiveUp(var student, var identity, var lastDay, var reason, var basis) ->
                identity.equals(known.identity())
                        ? List.of()
                        : List.of(new NumberGivenUp(student, identity, lastDay, reason, basis));
            case Join(var student, var into, var why) -> List.of(new StudentJoined(student, into, why));
            case Part _ -> List.of();
            case ChangeIdentity(var student, var changed, var identity) ->
                changed.isEmpty() ? List.of() : List.of(new IdentityChanged(student, changed, identity));
            case RecordStatistics(var student, var changed, var statistics) ->
                changed.isEmpty() ? List.of() : List.of(new StatisticsRecorded(student, changed, statistics));
            case Enrol(var student, var school, var from) ->
                known.isAt(school) ? List.of() : List.of(new StudentEnrolled(student, school, from));
            case EndEnrolment end -> ended(end, known.enrolment());
        };
    }

    private static List<StudentEvent> ended(EndEnrolment end, @Nullable Enrolment enrolment) {
        if (enrolment == null || !enrolment.school().equals(end.school())) {
            return List.of();
        }
        if (end.lastDay().isBefore(enrolment.from())) {
            throw ReferenceRule.ENDS_BEFORE_IT_BEGINS.broken();
        }
        return List.of(new EnrolmentEnded(end.studentId(), end.school(), end.lastDay()));
    }

    static StudentState evolve(StudentState state, StudentEvent event) {
        return switch (state) {
            case Unknown _ ->
                switch (event) {
                    case StudentRegistered(var _, var subject, var identity) ->
                        new Known(subject, identity, null, null);
                    case StudentJoined(var _, var into, var _) -> new Joined(into, state);
                    case StudentEnrolled _, EnrolmentEnded _, IdentityChanged _, StudentRenumbered _ -> state;
                    case NumberGivenUp _, StudentParted _, StatisticsRecorded _ -> state;
                };
            case Joined(var _, var before) -> event instanceof StudentParted ? before : state;
            case Known(var subject, var identity, var statistics, var enrolment) ->
                switch (event) {
                    case StudentRegistered _, StudentParted _ -> state;
                    case StudentJoined(var _, var into, var _) -> new Joined(into, state);
                    case StudentRenumbered renumbered ->
                        new Known(subject, renumbered.identity(), statistics, enrolment);
                    case NumberGivenUp given -> new Known(subject, given.identity(), statistics, enrolment);
                    case StudentEnrolled(var _, var school, var from) ->
                        new Known(subject, identity, statistics, new Enrolment(school, from));
                    case EnrolmentEnded _ -> new Known(subject, identity, statistics, null);
                    case IdentityChanged(var _, var _, var now) -> new Known(subject, now, statistics, enrolment);
                    case StatisticsRecorded(var _, var _, var now) -> new Known(subject, identity, now, enrolment);
                };
        };
    }
}
