package brightline.command.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brightline.command.agreement.AgreementCommand.DraftAgreement;
import brightline.command.agreement.AgreementCommand.EndAgreement;
import brightline.command.agreement.AgreementCommand.PutInForce;
import brightline.command.register.AgreementInForce;
import brightline.command.register.ReferenceRule;
import brightline.command.register.Registers;
import brightline.command.submission.CommandRejected;
import brightline.events.AgreementId;
import brightline.events.agreement.AgreementEvent;
import brightline.events.agreement.AgreementEvent.AgreementDrafted;
import brightline.events.agreement.AgreementEvent.AgreementEnded;
import brightline.events.agreement.AgreementEvent.AgreementPutInForce;
import brightline.events.agreement.AgreementEvent.Kind;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AgreementTest {
    private static final AgreementId MOU = new AgreementId(UUID.randomUUID());
    private static final AgreementId EARLIER = new AgreementId(UUID.randomUUID());
    private static final LocalDate AUGUST = LocalDate.of(2025, 8, 1);
    private static final LocalDate DECEMBER = LocalDate.of(2025, 12, 31);
    private static final AgreementDrafted DRAFTED =
            new AgreementDrafted(MOU, Kind.MOU, "MOU 2025", List.of("District", "Police"));
    private static final AgreementPutInForce IN_FORCE = new AgreementPutInForce(MOU, 2, AUGUST, null);

    @Test
    void is_drafted_once() {
        DraftAgreement draft = new DraftAgreement(MOU, Kind.MOU, "MOU 2025", List.of("District", "Police"));
        assertThat(decide(draft)).isEqualTo(List.of(DRAFTED));
        assertThat(decide(draft, DRAFTED)).isEmpty();
        refused(
                ReferenceRule.AGREEMENT_DRAFTED_DIFFERENTLY,
                new DraftAgreement(MOU, Kind.DIRECTIVE, "Directive", List.of()),
                DRAFTED);
    }

    @Test
    void binds_on_days_on_which_no_other_agreement_binds() {
        assertThat(decide(new PutInForce(MOU, 2, AUGUST, null), DRAFTED)).isEqualTo(List.of(IN_FORCE));
        assertThat(decide(new PutInForce(MOU, 2, AUGUST, null), DRAFTED, IN_FORCE))
                .isEmpty();
        refused(ReferenceRule.AGREEMENTS_OVERLAP, new PutInForce(MOU, 2, AUGUST.minusDays(1), null), DRAFTED);
        refused(ReferenceRule.ENDS_BEFORE_IT_BEGINS, new PutInForce(MOU, 2, DECEMBER, AUGUST), DRAFTED);
        refused(ReferenceRule.AGREEMENT_UNKNOWN, new PutInForce(MOU, 2, AUGUST, null));
    }

    @Test
    void ends_on_a_last_day() {
        AgreementEnded ended = new AgreementEnded(MOU, DECEMBER);
        assertThat(decide(new EndAgreement(MOU, DECEMBER), DRAFTED, IN_FORCE)).isEqualTo(List.of(ended));
        assertThat(decide(new EndAgreement(MOU, DECEMBER), DRAFTED, IN_FORCE, ended))
                .isEmpty();
        refused(ReferenceRule.AGREEMENT_NOT_IN_FORCE, new EndAgreement(MOU, DECEMBER), DRAFTED);
        refused(ReferenceRule.ENDS_BEFORE_IT_BEGINS, new EndAgreement(MOU, AUGUST.minusDays(1)), DRAFTED, IN_FORCE);
    }

    private static void refused(ReferenceRule rule, AgreementCommand command, AgreementEvent... given) {
        assertThatThrownBy(() -> decide(command, given))
                .isInstanceOfSatisfying(
                        CommandRejected.class,
                        refusal -> assertThat(refusal.rule()).isEqualTo(rule));
    }

    private static List<AgreementEvent> decide(AgreementCommand command, AgreementEvent... given) {
        AgreementState state = new AgreementState.Unknown();
        for (AgreementEvent event : given) {
            state = AgreementDecider.evolve(state, event);
        }
        return AgreementDecider.decide(
                command,
                state,
                Registers.with(
                        List.of(),
                        List.of(),
                        List.of(new AgreementInForce(EARLIER, 1, LocalDate.of(2020, 1, 1), AUGUST.minusDays(1)))));
    }
}
