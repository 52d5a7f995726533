package brightline.command.agreement;

import brightline.command.RandomHistories;
import brightline.command.agreement.AgreementCommand.AdoptVersion;
import brightline.command.agreement.AgreementCommand.ApproveRuleSet;
import brightline.command.agreement.AgreementCommand.DraftAgreement;
import brightline.command.agreement.AgreementCommand.EndAgreement;
import brightline.command.agreement.AgreementCommand.HearCommunity;
import brightline.command.agreement.AgreementCommand.ProposeRuleSet;
import brightline.command.agreement.AgreementCommand.PutInForce;
import brightline.command.agreement.AgreementCommand.TestRuleSet;
import brightline.command.agreement.AgreementCommand.WriteVersion;
import brightline.command.register.AgreementInForce;
import brightline.command.register.ReferenceRule;
import brightline.command.register.RegisterEdition;
import brightline.command.register.Registers;
import brightline.command.submission.Rule;
import brightline.events.AgreementId;
import brightline.events.Code;
import brightline.events.Stated;
import brightline.events.agreement.AgreementEvent;
import brightline.events.agreement.AgreementEvent.Clause;
import brightline.events.agreement.AgreementEvent.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

class AgreementHistoriesTest extends RandomHistories<AgreementCommand, AgreementState, AgreementEvent> {
    private static final AgreementId ID = new AgreementId(new UUID(0, 1));
    private static final AgreementId OTHER = new AgreementId(new UUID(0, 2));
    private static final LocalDate AUGUST = LocalDate.of(2025, 8, 1);
    /** Another agreement binds in September. */
    private static final AgreementInForce SEPTEMBER =
            new AgreementInForce(OTHER, 1, LocalDate.of(2025, 9, 1), LocalDate.of(2025, 9, 30));

    @Override
    protected AgreementState begin() {
        return new AgreementState.Unknown();
    }

    @Override
    protected AgreementCommand command(Random random, AgreementState state) {
        LocalDate day = AUGUST.plusDays(random.nextInt(20));
        int ruleSet = 1 + random.nextInt(2);
        return switch (random.nextInt(12)) {
            case 0 -> new DraftAgreement(ID, Kind.MOU, random.nextInt(3) == 0 ? "MOU B" : "MOU", List.of("Police"));
            case 1, 2 ->
                new WriteVersion(
                        ID,
                        1 + random.nextInt(4),
                        AUGUST,
                        List.of("Police"),
                        List.of(new Clause(
                                Code.of("agreement-clause/ROLES"), Stated.values()[random.nextInt(3)], null)),
                        List.of(),
                        random.nextBoolean() ? "4" : null);
            case 3 -> new HearCommunity(ID, 1 + random.nextInt(3), Code.of("community-group/STUDENTS"), day, null);
            case 4, 5 -> new AdoptVersion(ID, 1 + random.nextInt(3), day, to(random, day));
            case 6 -> new ProposeRuleSet(ID, ruleSet, AUGUST.plusDays(random.nextInt(2)));
            case 7 -> new TestRuleSet(ID, ruleSet, day, AUGUST, to(random, AUGUST, day), 10, 1);
            case 8 -> new ApproveRuleSet(ID, ruleSet, AUGUST.plusDays(random.nextInt(2)), "Both");
            case 9, 10 -> new PutInForce(ID, ruleSet, day, to(random, day));
            default -> new EndAgreement(ID, day);
        };
    }

    private static @Nullable LocalDate to(Random random, LocalDate from) {
        return random.nextInt(3) == 0 ? null : from.plusDays(random.nextInt(10) - 2);
    }

    private static LocalDate to(Random random, LocalDate from, LocalDate otherwise) {
        return random.nextInt(6) == 0 ? from.minusDays(1) : otherwise;
    }

    /** The register holds what binds, as the decision's own transaction keeps it. */
    @Override
    protected List<AgreementEvent> decide(AgreementCommand command, AgreementState state) {
        List<AgreementInForce> inForce = new ArrayList<>(List.of(SEPTEMBER));
        if (state instanceof AgreementState.Drafted drafted) {
            inForce.addAll(drafted.inForce());
        }
        RegisterEdition register = Registers.with(List.of(), List.of(), inForce);
        return AgreementDecider.decide(command, state, register);
    }

    @Override
    protected AgreementState evolve(AgreementState state, AgreementEvent event) {
        return AgreementDecider.evolve(state, event);
    }

    @Override
    protected Collection<? extends Rule> rules() {
        List<Rule> rules = new ArrayList<>(List.of(AgreementRule.values()));
        rules.addAll(List.of(
                ReferenceRule.AGREEMENT_UNKNOWN,
                ReferenceRule.AGREEMENT_DRAFTED_DIFFERENTLY,
                ReferenceRule.AGREEMENT_NOT_IN_FORCE,
                ReferenceRule.AGREEMENTS_OVERLAP,
                ReferenceRule.ENDS_BEFORE_IT_BEGINS));
        return rules;
    }
}
