package brightline.events.officer;

import brightline.events.Code;
import brightline.events.EventName;
import brightline.events.OfficerId;
import brightline.events.SchoolCode;
import java.time.LocalDate;

/** What can happen to an officer as far as schools are concerned. Officers are public officials: their names are clear. */
public sealed interface OfficerEvent {
    OfficerId officerId();

    /**
     * The officer is known to the programme.
     *
     * @param starNumber the badge number
     * @param capacity code list {@code capacity}: the usual one; each action carries its own
     */
    @EventName("officer.registered")
    record OfficerRegistered(OfficerId officerId, String starNumber, String name, Code capacity)
            implements OfficerEvent {}

    /** The officer now usually acts in another capacity. */
    @EventName("officer.capacity-changed")
    record CapacityChanged(OfficerId officerId, Code capacity) implements OfficerEvent {}

    /** The officer serves a school from that day on, that day included. */
    @EventName("officer.assignment-started")
    record AssignmentStarted(OfficerId officerId, SchoolCode school, LocalDate from) implements OfficerEvent {}

    /** The officer's last day at the school. */
    @EventName("officer.assignment-ended")
    record AssignmentEnded(OfficerId officerId, SchoolCode school, LocalDate lastDay) implements OfficerEvent {}
}
