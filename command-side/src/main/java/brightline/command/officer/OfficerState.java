package brightline.command.officer;

import brightline.events.Code;
import brightline.events.SchoolCode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What decisions about an officer need to remember. */
sealed interface OfficerState {
    record Unknown() implements OfficerState {}

    record Known(String starNumber, String name, Code capacity, List<Assignment> assignments) implements OfficerState {
        public Known {
            assignments = List.copyOf(assignments);
        }
    }

    /** @param lastDay included; null while open */
    record Assignment(
            SchoolCode school, LocalDate from, @Nullable LocalDate lastDay) {
        boolean reaches(LocalDate day) {
            return lastDay == null || !lastDay.isBefore(day);
        }
    }
}
