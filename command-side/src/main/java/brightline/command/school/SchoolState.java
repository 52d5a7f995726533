package brightline.command.school;

import brightline.command.register.Worn;
import brightline.events.school.SchoolEvent.CodeGiven;
import brightline.events.school.SchoolEvent.EnrolmentCounted;
import brightline.events.school.SchoolEvent.ProgrammeStatusSet;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What decisions about a school need to remember. */
sealed interface SchoolState {
    record Unknown() implements SchoolState {}

    /**
     * @param provisional named by an import and confirmed by nobody yet
     * @param codes those it bears or bore, by their days
     * @param statuses by the day from which they hold
     * @param enrolments by their day
     */
    record Known(
            String name,
            boolean provisional,
            List<Worn> codes,
            Map<LocalDate, ProgrammeStatusSet> statuses,
            Map<LocalDate, EnrolmentCounted> enrolments)
            implements SchoolState {
        public Known {
            codes = List.copyOf(codes);
            statuses = Map.copyOf(statuses);
            enrolments = Map.copyOf(enrolments);
        }

        Known with(CodeGiven given) {
            return new Known(
                    name, provisional, Worn.given(codes, given.code().value(), given.from()), statuses, enrolments);
        }

        Known with(ProgrammeStatusSet status) {
            Map<LocalDate, ProgrammeStatusSet> all = new HashMap<>(statuses);
            all.put(status.from(), status);
            return new Known(name, provisional, codes, all, enrolments);
        }

        Known with(EnrolmentCounted counted) {
            Map<LocalDate, EnrolmentCounted> all = new HashMap<>(enrolments);
            all.put(counted.day(), counted);
            return new Known(name, provisional, codes, statuses, all);
        }
    }
}
