package brightline.command.student;

import brightline.command.register.ReferenceRule;
import brightline.command.student.StudentCommand.*;
import brightline.command.student.StudentState.*;
import brightline.events.SecretRef;
import brightline.events.SubjectHandle;
import brightline.events.student.StudentEvent;
import brightline.events.student.StudentEvent.*;
import java.util.ArrayList;
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
                    case ChangeIdentity _,
                            Renumber _,
                            GiveUp _,
                            RecordStatistics _,
                            Enrol _,
                            EnrolAlso _,
                            EndEnrolment _ -> throw ReferenceRule.STUDENT_UNKNOWN.broken();
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
            case Enrol _, EnrolAlso _, EndEnrolment _ -> throw ReferenceRule.STUDENT_JOINED.broken();
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
                known.isHome(school) ? List.of() : List.of(new StudentEnrolled(student, school, from));
            case EnrolAlso also -> enrolledAlso(also, known);
            case EndEnrolment end -> ended(end, known.at(end.school()).orElse(null));
        };
    }

    private static List<StudentEvent> enrolledAlso(EnrolAlso also, Known known) {
        if (known.at(also.school()).isPresent()) {
            return List.of();
        }
        return List.of(
                known.home() == null
                        ? new StudentEnrolled(also.studentId(), also.school(), also.from())
                        : new StudentAlsoEnrolled(also.studentId(), also.school(), also.from()));
    }

    private static List<StudentEvent> ended(EndEnrolment end, @Nullable Enrolment enrolment) {
        if (enrolment == null) {
            return List.of();
        }
        if (end.lastDay().isBefore(enrolment.from())) {
            throw ReferenceRule.ENDS_BEFORE_IT_BEGINS.broken();
        }
        return List.of(new EnrolmentEnded(end.studentId(), end.school(), end.lastDay()));
    }

    /** What follows from all events of one entry. */
    static StudentState evolve(List<StudentEvent> events) {
        StudentState state = new Unknown();
        for (StudentEvent event : events) {
            state = evolve(state, event);
        }
        return state;
    }

    static StudentState evolve(StudentState state, StudentEvent event) {
        return switch (state) {
            case Unknown _ ->
                switch (event) {
                    case StudentRegistered(var _, var subject, var identity) ->
                        new Known(subject, identity, null, null, List.of());
                    case StudentJoined(var _, var into, var _) -> new Joined(into, state);
                    case StudentEnrolled _, StudentAlsoEnrolled _, EnrolmentEnded _, IdentityChanged _ -> state;
                    case StudentRenumbered _, NumberGivenUp _, StudentParted _, StatisticsRecorded _ -> state;
                };
            case Joined(var _, var before) -> event instanceof StudentParted ? before : state;
            case Known known -> evolve(known, event);
        };
    }

    private static StudentState evolve(Known known, StudentEvent event) {
        SubjectHandle subject = known.subject();
        SecretRef identity = known.identity();
        SecretRef statistics = known.statistics();
        Enrolment home = known.home();
        List<Enrolment> others = known.others();
        return switch (event) {
            case StudentRegistered _, StudentParted _ -> known;
            case StudentJoined(var _, var into, var _) -> new Joined(into, known);
            case StudentEnrolled(var _, var school, var from) ->
                new Known(subject, identity, statistics, new Enrolment(school, from), known.othersThan(school));
            case StudentAlsoEnrolled(var _, var school, var from) -> {
                List<Enrolment> more = new ArrayList<>(known.othersThan(school));
                more.add(new Enrolment(school, from));
                yield new Known(subject, identity, statistics, home, List.copyOf(more));
            }
            case EnrolmentEnded(var _, var school, var _) ->
                new Known(subject, identity, statistics, known.isHome(school) ? null : home, known.othersThan(school));
            case IdentityChanged(var _, var _, var now) -> new Known(subject, now, statistics, home, others);
            case StudentRenumbered renumbered -> new Known(subject, renumbered.identity(), statistics, home, others);
            case NumberGivenUp given -> new Known(subject, given.identity(), statistics, home, others);
            case StatisticsRecorded(var _, var _, var now) -> new Known(subject, identity, now, home, others);
        };
    }
}
