package brightline.command.officer;

import brightline.command.officer.OfficerCommand.*;
import brightline.command.officer.OfficerState.*;
import brightline.command.register.ReferenceRule;
import brightline.command.register.RegisterEdition;
import brightline.command.register.Worn;
import brightline.events.officer.OfficerEvent;
import brightline.events.officer.OfficerEvent.*;
import java.util.List;
import java.util.Set;

/** Decides about an officer; name and star, service at schools and standing have deciders of their own. */
final class OfficerDecider {
    private OfficerDecider() {}

    /**
     * The events that follow; none when it is already so.
     *
     * @throws brightline.command.submission.CommandRejected naming the rule
     */
    static List<OfficerEvent> decide(OfficerCommand command, OfficerState state, RegisterEdition register) {
        return switch (state) {
            case Unknown _ -> {
                if (command instanceof RegisterOfficer registration) {
                    yield IdentityDecider.register(registration, register);
                }
                throw ReferenceRule.OFFICER_UNKNOWN.broken();
            }
            case Known known ->
                switch (command) {
                    case RegisterOfficer(var _, var star, var name, var capacity) -> {
                        if (known.starNumber().equals(star)
                                && known.name().equals(name)
                                && known.capacity().equals(capacity)) {
                            yield List.of();
                        }
                        throw ReferenceRule.OFFICER_REGISTERED_DIFFERENTLY.broken();
                    }
                    case RenameOfficer rename -> IdentityDecider.rename(rename, known);
                    case GiveStar star -> IdentityDecider.give(star, known, register);
                    case GiveUpStar star -> IdentityDecider.giveUp(star, known);
                    case ChangeCapacity(var officer, var capacity) ->
                        known.capacity().equals(capacity) ? List.of() : List.of(new CapacityChanged(officer, capacity));
                    case StartAssignment start -> ServiceDecider.start(start, known, register);
                    case EndAssignment end -> ServiceDecider.end(end, known);
                    case GivePost post -> ServiceDecider.post(post, known);
                    case ConfirmAssignment confirmation -> ServiceDecider.confirm(confirmation, known);
                    case WithdrawAssignment withdrawal -> ServiceDecider.withdraw(withdrawal, known);
                    case RecordScreening screening -> StandingDecider.screen(screening, known.standing());
                    case ReceiveComplaint complaint -> StandingDecider.receive(complaint, known.standing());
                    case AssessComplaint assessment -> StandingDecider.assess(assessment, known.standing());
                    case FindOnComplaint finding -> StandingDecider.find(finding, known.standing());
                    case CompleteTraining training -> StandingDecider.complete(training, known.standing());
                    case WaiveTraining waiver -> StandingDecider.waive(waiver, known.standing());
                    case WithdrawTraining withdrawal -> StandingDecider.withdraw(withdrawal, known.standing());
                    case AcknowledgeAgreement acknowledgement ->
                        StandingDecider.acknowledge(acknowledgement, known.standing(), register);
                };
        };
    }

    static OfficerState evolve(OfficerState state, OfficerEvent event) {
        if (event instanceof OfficerRegistered(var _, var star, var name, var capacity)) {
            return new Known(
                    star, name, capacity, List.of(new Worn(star, null, null)), List.of(), Set.of(), Standing.NONE);
        }
        if (!(state instanceof Known known)) {
            return state;
        }
        return switch (event) {
            case OfficerRegistered _ -> known;
            case OfficerRenamed renamed -> known.named(renamed.name());
            case StarGiven given ->
                known.wearing(given.starNumber(), Worn.given(known.stars(), given.starNumber(), given.from()));
            case StarGivenUp given -> known.wearing(known.starNumber(), Worn.givenUp(known.stars(), given.lastDay()));
            case CapacityChanged(var _, var capacity) -> known.with(capacity);
            case AssignmentStarted started -> ServiceDecider.evolve(known, started);
            case AssignmentEnded ended -> ServiceDecider.evolve(known, ended);
            case PostGiven given -> ServiceDecider.evolve(known, given);
            case AssignmentConfirmed confirmed -> ServiceDecider.evolve(known, confirmed);
            case AssignmentWithdrawn withdrawn -> ServiceDecider.evolve(known, withdrawn);
            case OfficerScreened screened -> known.with(known.standing().with(screened));
            case ComplaintReceived received -> known.with(StandingDecider.evolve(known.standing(), received));
            case ComplaintAssessed assessed -> known.with(StandingDecider.evolve(known.standing(), assessed));
            case ComplaintFound found -> known.with(StandingDecider.evolve(known.standing(), found));
            case TrainingCompleted completed -> known.with(StandingDecider.evolve(known.standing(), completed));
            case TrainingWaived waived -> known.with(StandingDecider.evolve(known.standing(), waived));
            case TrainingWithdrawn withdrawn -> known.with(StandingDecider.evolve(known.standing(), withdrawn));
            case AgreementAcknowledged acknowledged ->
                known.with(StandingDecider.evolve(known.standing(), acknowledged));
        };
    }
}
