package brightline.command.referral;

import brightline.events.IncidentId;

/** Who looks for the school's referral to that police record. */
public record CounterpartAnswer(IncidentId incident, String owner) {}
