package brightline.events.referral;

import brightline.events.CounterpartId;
import brightline.events.EventName;
import brightline.events.IncidentId;

/** What can happen to a police record that says the school turned to police while no referral of the school is linked to it. */
public sealed interface CounterpartEvent {
    CounterpartId counterpartId();

    /** Somebody looks for the school's referral. @param owner user name of the account */
    @EventName("counterpart.owner-assigned")
    record CounterpartOwnerAssigned(CounterpartId counterpartId, IncidentId incidentId, String owner)
            implements CounterpartEvent {}
}
