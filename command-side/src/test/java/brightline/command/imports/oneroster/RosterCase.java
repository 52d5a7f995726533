package brightline.command.imports.oneroster;

import static org.assertj.core.api.Assertions.assertThat;

import brightline.command.imports.ImportProgram;
import brightline.command.imports.file.ImportStatus;
import brightline.command.imports.file.ImportStatus.State;
import brightline.command.register.ReferenceRegister;
import brightline.command.school.SchoolAnswer;
import brightline.command.school.SchoolCommand.RegisterSchool;
import brightline.command.submission.Commands;
import brightline.command.submission.Request;
import brightline.edge.keys.PersonalPart.Identity;
import brightline.edge.keys.PersonalPart.Statistics;
import brightline.edge.keys.PersonalParts;
import brightline.edge.keys.StudentIndex;
import brightline.events.SchoolCode;
import brightline.events.SecretRef;
import brightline.events.Stated;
import brightline.events.student.StudentEvent;
import brightline.events.student.StudentEvent.*;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;

/** A program with the schools MAR and QUI that takes rosters in, and what a test asks of it. */
final class RosterCase implements AutoCloseable {
    final ImportProgram program = new ImportProgram();

    RosterCase() {
        for (String school : List.of("MAR", "QUI")) {
            program.context
                    .getBean(Commands.class)
                    .send(
                            new RegisterSchool(new SchoolCode(school), school),
                            SchoolAnswer.class,
                            Request.inside("coordinator"));
        }
    }

    /** In the agency's zone. */
    LocalDate today() {
        return Instant.now()
                .atZone(program.context
                        .getBean(ReferenceRegister.class)
                        .current()
                        .agency()
                        .zone())
                .toLocalDate();
    }

    ImportStatus take(OneRosterZip zip) {
        ImportStatus status = program.take(zip.stream(), OneRosterCsv.NAME, Stated.MISSING);
        assertThat(status.state()).as(String.valueOf(status.failure())).isEqualTo(State.DONE);
        return status;
    }

    boolean isThere(String number) {
        return !program.context.getBean(StudentIndex.class).find(number).isEmpty();
    }

    List<StudentEvent> eventsOf(String number) {
        List<StudentEvent> events = new ArrayList<>();
        program.context
                .getBean(EventStore.class)
                .readEvents(program.context
                        .getBean(StudentIndex.class)
                        .find(number)
                        .getFirst()
                        .toString())
                .forEachRemaining(message -> events.add((StudentEvent) message.getPayload()));
        return events;
    }

    /** Schools and first days, the home school first. */
    List<String> schoolsOf(String number) {
        List<String> schools = new ArrayList<>();
        for (StudentEvent event : eventsOf(number)) {
            switch (event) {
                case StudentEnrolled(var _, var school, var from) -> {
                    // The home school before it is left.
                    if (!schools.isEmpty()) {
                        schools.removeFirst();
                    }
                    schools.removeIf(one -> one.startsWith(school + " "));
                    schools.addFirst(school + " " + from);
                }
                case StudentAlsoEnrolled(var _, var school, var from) -> schools.add(school + " " + from);
                case EnrolmentEnded(var _, var school, var _) -> schools.removeIf(one -> one.startsWith(school + " "));
                case StudentRegistered _, IdentityChanged _, StatisticsRecorded _ -> {}
                case StudentRenumbered _, NumberGivenUp _, StudentJoined _, StudentParted _ -> {}
            }
        }
        return schools;
    }

    /** The last day of the last enrolment that ended; null where none did. */
    @Nullable
    LocalDate leftOn(String number) {
        return eventsOf(number).reversed().stream()
                .filter(EnrolmentEnded.class::isInstance)
                .map(event -> ((EnrolmentEnded) event).lastDay())
                .findFirst()
                .orElse(null);
    }

    Identity identityOf(String number) {
        SecretRef reference = null;
        for (StudentEvent event : eventsOf(number)) {
            if (event instanceof StudentRegistered registered) {
                reference = registered.identity();
            } else if (event instanceof IdentityChanged changed) {
                reference = changed.identity();
            }
        }
        return program.context
                .getBean(PersonalParts.class)
                .open(Objects.requireNonNull(reference), Identity.class)
                .orElseThrow();
    }

    @Nullable
    Statistics statisticsOf(String number) {
        return eventsOf(number).reversed().stream()
                .filter(StatisticsRecorded.class::isInstance)
                .map(event -> program.context
                        .getBean(PersonalParts.class)
                        .open(((StatisticsRecorded) event).statistics(), Statistics.class)
                        .orElseThrow())
                .findFirst()
                .orElse(null);
    }

    @Override
    public void close() {
        program.close();
    }
}
