package brightline.command.agreement;

import brightline.command.agreement.AgreementCommand.DraftAgreement;
import brightline.command.agreement.AgreementCommand.EndAgreement;
import brightline.command.agreement.AgreementCommand.PutInForce;
import brightline.command.agreement.AgreementState.Drafted;
import brightline.command.agreement.AgreementState.Unknown;
import brightline.command.register.AgreementInForce;
import brightline.command.register.ReferenceRule;
import brightline.command.register.RegisterEdition;
import brightline.events.agreement.AgreementEvent;
import brightline.events.agreement.AgreementEvent.AgreementDrafted;
import brightline.events.agreement.AgreementEvent.AgreementEnded;
import brightline.events.agreement.AgreementEvent.AgreementPutInForce;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

final class AgreementDecider {
    private AgreementDecider() {}

    /**
     * The events that follow; none when it is already so.
     *
     * @throws brightline.command.submission.CommandRejected naming the rule
     */
    static List<AgreementEvent> decide(AgreementCommand command, AgreementState state, RegisterEdition register) {
        return switch (state) {
            case Unknown _ ->
                switch (command) {
                    case DraftAgreement(var id, var kind, var title, var parties) ->
                        List.of(new AgreementDrafted(id, kind, title, parties));
                    case PutInForce _, EndAgreement _ -> throw ReferenceRule.AGREEMENT_UNKNOWN.broken();
                };
            case Drafted drafted ->
                switch (command) {
                    case DraftAgreement(var _, var kind, var title, var parties) -> {
                        if (drafted.kind() == kind
                                && drafted.title().equals(title)
                                && drafted.parties().equals(parties)) {
                            yield List.of();
                        }
                        throw ReferenceRule.AGREEMENT_DRAFTED_DIFFERENTLY.broken();
                    }
                    case PutInForce put -> putInForce(put, drafted, register);
                    case EndAgreement end -> end(end, drafted);
                };
        };
    }

    private static List<AgreementEvent> putInForce(PutInForce command, Drafted drafted, RegisterEdition register) {
        if (command.to() != null && command.to().isBefore(command.from())) {
            throw ReferenceRule.ENDS_BEFORE_IT_BEGINS.broken();
        }
        AgreementInForce wanted =
                new AgreementInForce(command.agreementId(), command.ruleSet(), command.from(), command.to());
        if (drafted.inForce().contains(wanted)) {
            return List.of();
        }
        if (register.agreements().stream().anyMatch(wanted::overlaps)) {
            throw ReferenceRule.AGREEMENTS_OVERLAP.broken();
        }
        return List.of(new AgreementPutInForce(command.agreementId(), command.ruleSet(), command.from(), command.to()));
    }

    private static List<AgreementEvent> end(EndAgreement command, Drafted drafted) {
        LocalDate lastDay = command.lastDay();
        List<AgreementInForce> beyond = drafted.inForce().stream()
                .filter(one -> one.to() == null || one.to().isAfter(lastDay))
                .toList();
        if (beyond.isEmpty()) {
            if (drafted.inForce().stream().anyMatch(one -> lastDay.equals(one.to()))) {
                return List.of();
            }
            throw ReferenceRule.AGREEMENT_NOT_IN_FORCE.broken();
        }
        if (drafted.inForce().stream().allMatch(one -> one.from().isAfter(lastDay))) {
            throw ReferenceRule.ENDS_BEFORE_IT_BEGINS.broken();
        }
        return List.of(new AgreementEnded(command.agreementId(), lastDay));
    }

    static AgreementState evolve(AgreementState state, AgreementEvent event) {
        if (event instanceof AgreementDrafted(var _, var kind, var title, var parties)) {
            return new Drafted(kind, title, parties, List.of());
        }
        if (!(state instanceof Drafted drafted)) {
            return state;
        }
        List<AgreementInForce> inForce = new ArrayList<>(drafted.inForce());
        switch (event) {
            case AgreementDrafted _ -> {}
            case AgreementPutInForce(var id, var ruleSet, var from, var to) ->
                inForce.add(new AgreementInForce(id, ruleSet, from, to));
            case AgreementEnded(var _, var lastDay) -> {
                inForce.removeIf(one -> one.from().isAfter(lastDay));
                inForce.replaceAll(one -> one.to() == null || one.to().isAfter(lastDay)
                        ? new AgreementInForce(one.agreementId(), one.ruleSet(), one.from(), lastDay)
                        : one);
            }
        }
        return new Drafted(drafted.kind(), drafted.title(), drafted.parties(), inForce);
    }
}
