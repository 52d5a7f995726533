package brightline.command.agreement;

import brightline.command.agreement.AgreementCommand.*;
import brightline.command.agreement.AgreementState.*;
import brightline.command.register.AgreementInForce;
import brightline.command.register.ReferenceRule;
import brightline.command.register.RegisterEdition;
import brightline.events.agreement.AgreementEvent;
import brightline.events.agreement.AgreementEvent.*;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

final class AgreementDecider {
    private AgreementDecider() {}

    /**
     * The events that follow; none when it is already so.
     *
     * @throws brightline.command.submission.CommandRejected naming the rule
     */
    static List<AgreementEvent> decide(AgreementCommand command, AgreementState state, RegisterEdition register) {
        return switch (state) {
            case Unknown _ -> {
                if (command instanceof DraftAgreement(var id, var kind, var title, var parties)) {
                    yield List.of(new AgreementDrafted(id, kind, title, parties));
                }
                throw ReferenceRule.AGREEMENT_UNKNOWN.broken();
            }
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
                    case WriteVersion version -> write(version, drafted.text());
                    case HearCommunity hearing -> hear(hearing, drafted.text());
                    case AdoptVersion adoption -> adopt(adoption, drafted.text());
                    case ProposeRuleSet proposal -> propose(proposal, drafted);
                    case TestRuleSet test -> test(test, drafted);
                    case ApproveRuleSet approval -> approve(approval, drafted);
                    case PutInForce put -> putInForce(put, drafted, register);
                    case EndAgreement end -> end(end, drafted);
                };
        };
    }

    private static List<AgreementEvent> write(WriteVersion command, Text text) {
        VersionWritten written = new VersionWritten(
                command.agreementId(),
                command.version(),
                command.writtenOn(),
                command.parties(),
                command.clauses(),
                command.sharing(),
                command.disciplineSection());
        if (text.versions().contains(written)) {
            return List.of();
        }
        if (command.version() != text.versions().size() + 1) {
            throw AgreementRule.VERSIONS_COUNT_UP.broken();
        }
        return List.of(written);
    }

    private static List<AgreementEvent> hear(HearCommunity command, Text text) {
        known(command.version(), text);
        CommunityHeard heard = new CommunityHeard(
                command.agreementId(), command.version(), command.group(), command.on(), command.changed());
        return text.heard().contains(heard) ? List.of() : List.of(heard);
    }

    private static List<AgreementEvent> adopt(AdoptVersion command, Text text) {
        known(command.version(), text);
        inOrder(command.from(), command.to());
        VersionAdopted adopted =
                new VersionAdopted(command.agreementId(), command.version(), command.from(), command.to());
        if (text.adopted().contains(adopted)) {
            return List.of();
        }
        if (text.adopted().stream()
                .anyMatch(one ->
                        stretch(one.from(), one.to(), one).overlaps(stretch(command.from(), command.to(), adopted)))) {
            throw AgreementRule.VERSIONS_OVERLAP.broken();
        }
        return List.of(adopted);
    }

    /** The days of an adoption; the number of a rule set says nothing here. */
    private static AgreementInForce stretch(LocalDate from, @Nullable LocalDate to, VersionAdopted adopted) {
        return new AgreementInForce(adopted.agreementId(), 0, from, to);
    }

    private static void known(int version, Text text) {
        if (version < 1 || version > text.versions().size()) {
            throw AgreementRule.VERSION_UNKNOWN.broken();
        }
    }

    private static void inOrder(LocalDate from, @Nullable LocalDate to) {
        if (to != null && to.isBefore(from)) {
            throw ReferenceRule.ENDS_BEFORE_IT_BEGINS.broken();
        }
    }

    private static List<AgreementEvent> propose(ProposeRuleSet command, Drafted drafted) {
        Proposal known = drafted.proposals().get(command.ruleSet());
        if (known == null) {
            return List.of(new RuleSetProposed(command.agreementId(), command.ruleSet(), command.on()));
        }
        if (known.on().equals(command.on())) {
            return List.of();
        }
        throw AgreementRule.RULE_SET_PROPOSED_ALREADY.broken();
    }

    private static List<AgreementEvent> test(TestRuleSet command, Drafted drafted) {
        inOrder(command.from(), command.to());
        RuleSetTested tested = new RuleSetTested(
                command.agreementId(),
                command.ruleSet(),
                command.on(),
                command.from(),
                command.to(),
                command.involvements(),
                command.changed());
        return proposal(command.ruleSet(), drafted).tests().contains(tested) ? List.of() : List.of(tested);
    }

    private static List<AgreementEvent> approve(ApproveRuleSet command, Drafted drafted) {
        Proposal proposal = proposal(command.ruleSet(), drafted);
        if (proposal.tests().isEmpty()) {
            throw AgreementRule.RULE_SET_NOT_TESTED.broken();
        }
        RuleSetApproved approved =
                new RuleSetApproved(command.agreementId(), command.ruleSet(), command.on(), command.by());
        if (proposal.approval() == null) {
            return List.of(approved);
        }
        if (approved.equals(proposal.approval())) {
            return List.of();
        }
        throw AgreementRule.RULE_SET_APPROVED_ALREADY.broken();
    }

    private static Proposal proposal(int ruleSet, Drafted drafted) {
        Proposal proposal = drafted.proposals().get(ruleSet);
        if (proposal == null) {
            throw AgreementRule.RULE_SET_NOT_PROPOSED.broken();
        }
        return proposal;
    }

    private static List<AgreementEvent> putInForce(PutInForce command, Drafted drafted, RegisterEdition register) {
        inOrder(command.from(), command.to());
        AgreementInForce wanted =
                new AgreementInForce(command.agreementId(), command.ruleSet(), command.from(), command.to());
        if (drafted.inForce().contains(wanted)) {
            return List.of();
        }
        Proposal proposal = drafted.proposals().get(command.ruleSet());
        if (proposal != null && proposal.approval() == null) {
            throw AgreementRule.RULE_SET_NOT_APPROVED.broken();
        }
        if (register.agreements().stream().anyMatch(wanted::overlaps)) {
            throw ReferenceRule.AGREEMENTS_OVERLAP.broken();
        }
        return List.of(new AgreementPutInForce(command.agreementId(), command.ruleSet(), command.from(), command.to()));
    }

    private static List<AgreementEvent> end(EndAgreement command, Drafted drafted) {
        LocalDate lastDay = command.lastDay();
        List<AgreementInForce> stretches = new ArrayList<>(drafted.inForce());
        drafted.text().adopted().forEach(one -> stretches.add(stretch(one.from(), one.to(), one)));
        List<AgreementInForce> beyond = stretches.stream()
                .filter(one -> one.to() == null || one.to().isAfter(lastDay))
                .toList();
        if (beyond.isEmpty()) {
            if (drafted.text().ends().contains(lastDay)
                    || stretches.stream().anyMatch(one -> lastDay.equals(one.to()))) {
                return List.of();
            }
            throw ReferenceRule.AGREEMENT_NOT_IN_FORCE.broken();
        }
        if (stretches.stream().allMatch(one -> one.from().isAfter(lastDay))) {
            throw ReferenceRule.ENDS_BEFORE_IT_BEGINS.broken();
        }
        return List.of(new AgreementEnded(command.agreementId(), lastDay));
    }

    static AgreementState evolve(AgreementState state, AgreementEvent event) {
        if (event instanceof AgreementDrafted(var _, var kind, var title, var parties)) {
            return new Drafted(kind, title, parties, List.of(), Text.NONE, Map.of());
        }
        if (!(state instanceof Drafted drafted)) {
            return state;
        }
        Text text = drafted.text();
        return switch (event) {
            case AgreementDrafted _ -> drafted;
            case VersionWritten written ->
                drafted.with(new Text(plus(text.versions(), written), text.heard(), text.adopted(), text.ends()));
            case CommunityHeard heard -> {
                Set<CommunityHeard> all = new HashSet<>(text.heard());
                all.add(heard);
                yield drafted.with(new Text(text.versions(), all, text.adopted(), text.ends()));
            }
            case VersionAdopted adopted ->
                drafted.with(new Text(text.versions(), text.heard(), plus(text.adopted(), adopted), text.ends()));
            case RuleSetProposed(var _, var ruleSet, var on) -> drafted.with(ruleSet, new Proposal(on, Set.of(), null));
            case RuleSetTested tested -> {
                Proposal proposal = drafted.proposals().get(tested.ruleSet());
                yield proposal == null ? drafted : drafted.with(tested.ruleSet(), proposal.with(tested));
            }
            case RuleSetApproved approved -> {
                Proposal proposal = drafted.proposals().get(approved.ruleSet());
                yield proposal == null
                        ? drafted
                        : drafted.with(approved.ruleSet(), new Proposal(proposal.on(), proposal.tests(), approved));
            }
            case AgreementPutInForce(var id, var ruleSet, var from, var to) ->
                bound(drafted, plus(drafted.inForce(), new AgreementInForce(id, ruleSet, from, to)));
            case AgreementEnded(var _, var lastDay) -> ended(drafted, lastDay);
        };
    }

    private static Drafted ended(Drafted drafted, LocalDate lastDay) {
        List<AgreementInForce> inForce = new ArrayList<>(drafted.inForce());
        inForce.removeIf(one -> one.from().isAfter(lastDay));
        inForce.replaceAll(one -> one.to() == null || one.to().isAfter(lastDay)
                ? new AgreementInForce(one.agreementId(), one.ruleSet(), one.from(), lastDay)
                : one);
        List<VersionAdopted> adopted = new ArrayList<>(drafted.text().adopted());
        adopted.removeIf(one -> one.from().isAfter(lastDay));
        adopted.replaceAll(one -> one.to() == null || one.to().isAfter(lastDay)
                ? new VersionAdopted(one.agreementId(), one.version(), one.from(), lastDay)
                : one);
        Set<LocalDate> ends = new HashSet<>(drafted.text().ends());
        ends.add(lastDay);
        return bound(
                drafted.with(new Text(drafted.text().versions(), drafted.text().heard(), adopted, ends)), inForce);
    }

    private static Drafted bound(Drafted drafted, List<AgreementInForce> inForce) {
        return new Drafted(
                drafted.kind(), drafted.title(), drafted.parties(), inForce, drafted.text(), drafted.proposals());
    }

    private static <T> List<T> plus(List<T> some, T another) {
        List<T> all = new ArrayList<>(some);
        all.add(another);
        return all;
    }
}
