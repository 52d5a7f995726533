package brightline.events.roster;

import brightline.events.Code;
import brightline.events.EventName;
import brightline.events.RosterListId;
import brightline.events.SchoolCode;
import java.time.LocalDate;
import java.util.List;

/** What can happen to one side's list of officers at schools. Whether the two sides agree is measured, never recorded (M8). */
public sealed interface RosterEvent {
    RosterListId listId();

    /**
     * An officer who stands on a list.
     *
     * @param starNumber as the list has it; whether an officer is registered under it is not asked here
     */
    record RosterLine(String starNumber, SchoolCode school) {}

    /**
     * One side's list as it stood on a day. Received again with other lines, the later one holds for that day.
     *
     * @param side code list {@code roster-side}: whose list it is
     * @param day the day whose state the list shows, in the agency's zone
     * @param lines each officer once at a school, sorted
     */
    @EventName("roster.list-received")
    record RosterListReceived(RosterListId listId, Code side, LocalDate day, List<RosterLine> lines)
            implements RosterEvent {
        public RosterListReceived {
            lines = List.copyOf(lines);
        }
    }
}
