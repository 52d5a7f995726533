package brightline.command.school;

import brightline.events.school.SchoolEvent.EnrolmentCounted;
import brightline.events.school.SchoolEvent.ProgrammeStatusSet;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** What decisions about a school need to remember. */
sealed interface SchoolState {
    record Unknown() implements SchoolState {}

    /**
     * @param provisional named by an import and confirmed by nobody yet
     * @param statuses by the day from which they hold
     * @param enrolments by their day
     */
    record Known(
            String name,
            boolean provisional,
            Map<LocalDate, ProgrammeStatusSet> statuses,
            Map<LocalDate, EnrolmentCounted> enrolments)
            implements SchoolState {
        public Known {
            statuses = Map.copyOf(statuses);
            enrolments = Map.copyOf(enrolments);
        }

        Known with(ProgrammeStatusSet status) {
            Map<LocalDate, ProgrammeStatusSet> all = new HashMap<>(statuses);
            all.put(status.from(), status);
            return new Known(name, provisional, all, enrolments);
        }

        Known with(EnrolmentCounted counted) {
            Map<LocalDate, EnrolmentCounted> all = new HashMap<>(enrolments);
            all.put(counted.day(), counted);
            return new Known(name, provisional, statuses, all);
        }
    }
}
