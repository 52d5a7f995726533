package brightline.command.referral;

import brightline.command.submission.AnsweredBy;
import brightline.command.submission.Commuting;
import brightline.command.submission.StreamCommand;
import brightline.events.CounterpartId;
import brightline.events.IncidentId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be said about a police record without a referral. */
sealed interface CounterpartCommand extends StreamCommand, Commuting, AnsweredBy<CounterpartAnswer> {
    @TargetAggregateIdentifier
    CounterpartId counterpartId();

    /** @param owner user name of the account that is to look for the school's referral */
    record AssignCounterpartOwner(CounterpartId counterpartId, IncidentId incidentId, String owner)
            implements CounterpartCommand {}
}
