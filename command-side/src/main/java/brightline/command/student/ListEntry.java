package brightline.command.student;

import brightline.command.interaction.SchoolList;
import brightline.command.student.StudentState.Known;
import brightline.edge.keys.PersonalPart.FromList;
import brightline.edge.keys.PersonalPart.Identity;
import brightline.edge.keys.PersonalPart.Statistics;
import brightline.events.Code;
import brightline.events.SchoolCode;
import brightline.events.agency.AgencySettings;
import brightline.events.student.StudentEvent;
import brightline.events.student.StudentEvent.EnrolmentEnded;
import brightline.events.student.StudentEvent.StudentAlsoEnrolled;
import brightline.events.student.StudentEvent.StudentEnrolled;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A student's entry, as contacts take facts from it.
 *
 * @param events all of the entry, in their order
 * @param statistics as the list has them now
 */
record ListEntry(List<StudentEvent> events, Identity identity, Statistics statistics) implements SchoolList.Entry {
    ListEntry {
        events = List.copyOf(events);
    }

    @Override
    public FromList on(LocalDate day, LocalDate today, AgencySettings agency) {
        boolean perceived = agency.asksForPerception();
        Code grade = agency.schoolYear(day).equals(agency.schoolYear(today)) ? statistics.gradeBand() : null;
        return new FromList(
                homeSchool(day),
                grade,
                perceived ? null : identity.ageOn(day),
                perceived ? null : statistics.race(),
                perceived ? null : statistics.sex());
    }

    /** Where the student was enrolled on that day, as the list knows it now; null for nowhere. */
    private @Nullable SchoolCode homeSchool(LocalDate day) {
        List<StudentEvent> begun =
                events.stream().filter(event -> holds(event, day)).toList();
        return StudentDecider.evolve(begun) instanceof Known known && known.home() != null
                ? known.home().school()
                : null;
    }

    private static boolean holds(StudentEvent event, LocalDate day) {
        return switch (event) {
            case StudentEnrolled(var _, var _, var from) -> !from.isAfter(day);
            case StudentAlsoEnrolled(var _, var _, var from) -> !from.isAfter(day);
            case EnrolmentEnded(var _, var _, var lastDay) -> lastDay.isBefore(day);
            case StudentEvent.StudentRegistered _,
                    StudentEvent.IdentityChanged _,
                    StudentEvent.StatisticsRecorded _,
                    StudentEvent.StudentRenumbered _,
                    StudentEvent.NumberGivenUp _,
                    StudentEvent.StudentJoined _,
                    StudentEvent.StudentParted _ -> true;
        };
    }

    @Override
    public String toString() {
        return "[redacted]";
    }
}
