package brightline.command.student;

import brightline.command.RandomHistories;
import brightline.command.register.ReferenceRule;
import brightline.command.student.StudentCommand.ChangeIdentity;
import brightline.command.student.StudentCommand.EndEnrolment;
import brightline.command.student.StudentCommand.Enrol;
import brightline.command.student.StudentCommand.EnrolAlso;
import brightline.command.student.StudentCommand.EnterStudent;
import brightline.command.student.StudentCommand.Join;
import brightline.command.student.StudentCommand.Part;
import brightline.command.student.StudentCommand.RecordStatistics;
import brightline.command.submission.Rule;
import brightline.events.Code;
import brightline.events.Correction;
import brightline.events.SchoolCode;
import brightline.events.SecretId;
import brightline.events.SecretRef;
import brightline.events.StudentId;
import brightline.events.SubjectHandle;
import brightline.events.student.StudentEvent;
import brightline.events.student.StudentEvent.IdentityPart;
import brightline.events.student.StudentEvent.StatisticsPart;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.UUID;

class StudentHistoriesTest extends RandomHistories<StudentCommand, StudentState, StudentEvent> {
    private static final Correction WHY =
            new Correction(Code.of("correction-reason/DOUBLE_ENTRY"), Code.of("correction-basis/AUDIT"), null);

    @Override
    protected StudentState begin() {
        return new StudentState.Unknown();
    }

    /** What changed is told by whoever compared the personal parts; said again, nothing has. */
    @Override
    protected StudentCommand command(Random random, StudentState state) {
        StudentId student = new StudentId(stream());
        SchoolCode school = new SchoolCode(random.nextBoolean() ? "MAR" : "QUI");
        LocalDate day = LocalDate.of(2025, 8, 1).plusDays(random.nextInt(300));
        SecretRef secret = new SecretRef(new SecretId(new UUID(7, random.nextInt(4))), "00");
        return switch (random.nextInt(10)) {
            case 0 -> new EnterStudent(student, new SubjectHandle(new UUID(8, 1)), secret);
            case 1 -> new ChangeIdentity(student, List.of(IdentityPart.NAME), secret);
            case 2 -> new RecordStatistics(student, List.of(StatisticsPart.GRADE_BAND), secret);
            case 5 -> new Join(student, new StudentId(new UUID(9, random.nextInt(2))), WHY);
            case 6, 7 -> new Part(student, WHY);
            case 3, 4 -> new Enrol(student, school, day);
            case 8 -> new EnrolAlso(student, school, day);
            default -> new EndEnrolment(student, school, day);
        };
    }

    @Override
    protected List<StudentEvent> decide(StudentCommand command, StudentState state) {
        return StudentDecider.decide(asCompared(command, state), state);
    }

    private static StudentCommand asCompared(StudentCommand command, StudentState state) {
        return switch (command) {
            case ChangeIdentity(var student, var _, var identity)
            when state instanceof StudentState.Known known && known.identity().equals(identity) ->
                new ChangeIdentity(student, List.of(), identity);
            case RecordStatistics(var student, var _, var statistics)
            when state instanceof StudentState.Known known && statistics.equals(known.statistics()) ->
                new RecordStatistics(student, List.of(), statistics);
            default -> command;
        };
    }

    @Override
    protected StudentState evolve(StudentState state, StudentEvent event) {
        return StudentDecider.evolve(state, event);
    }

    @Override
    protected Collection<? extends Rule> rules() {
        return List.of(
                ReferenceRule.STUDENT_UNKNOWN, ReferenceRule.STUDENT_JOINED, ReferenceRule.ENDS_BEFORE_IT_BEGINS);
    }
}
