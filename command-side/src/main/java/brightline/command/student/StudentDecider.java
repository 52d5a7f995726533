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
                    case ChangeIdentity _, RecordStatistics _, Enrol _, EndEnrolment _ ->
                        throw ReferenceRule.STUDENT_UNKNOWN.broken();
                };
            case Known known -> decide(command, known);
        };
    }

    private static List<StudentEvent> decide(StudentCommand command, Known known) {
        return switch (command) {
            case EnterStudent _ -> List.of();
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
                event instanceof StudentRegistered(var _, var subject, var identity)
                        ? new Known(subject, identity, null, null)
                        : state;
            case Known(var subject, var identity, var statistics, var enrolment) ->
                switch (event) {
                    case StudentRegistered _ -> state;
                    case StudentEnrolled(var _, var school, var from) ->
                        new Known(subject, identity, statistics, new Enrolment(school, from));
                    case EnrolmentEnded _ -> new Known(subject, identity, statistics, null);
                    case IdentityChanged(var _, var _, var now) -> new Known(subject, now, statistics, enrolment);
                    case StatisticsRecorded(var _, var _, var now) -> new Known(subject, identity, now, enrolment);
                };
        };
    }
}
