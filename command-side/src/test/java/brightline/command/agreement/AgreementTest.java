package brightline.command.agreement;

import brightline.command.Decisions;
import brightline.command.agreement.AgreementCommand.DraftAgreement;
import brightline.command.agreement.AgreementCommand.EndAgreement;
import brightline.command.agreement.AgreementCommand.PutInForce;
import brightline.command.register.AgreementInForce;
import brightline.command.register.ReferenceRule;
import brightline.command.register.Registers;
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

    private final Decisions<AgreementCommand, AgreementState, AgreementEvent> agreement = new Decisions<>(
            new AgreementState.Unknown(),
            (command, state) -> AgreementDecider.decide(
                    command,
                    state,
                    Registers.with(
                            List.of(),
                            List.of(),
                            List.of(new AgreementInForce(EARLIER, 1, LocalDate.of(2020, 1, 1), AUGUST.minusDays(1))))),
            AgreementDecider::evolve);

    @Test
    void is_drafted_once() {
        DraftAgreement draft = new DraftAgreement(MOU, Kind.MOU, "MOU 2025", List.of("District", "Police"));
        agreement.givenNothing().when(draft).then(DRAFTED);
    }

    @Test
    void is_not_drafted_again_as_another() {
        agreement
                .given(DRAFTED)
                .when(new DraftAgreement(MOU, Kind.DIRECTIVE, "Directive", List.of()))
                .thenRefused(ReferenceRule.AGREEMENT_DRAFTED_DIFFERENTLY);
    }

    @Test
    void binds_on_days_on_which_no_other_agreement_binds() {
        agreement.given(DRAFTED).when(new PutInForce(MOU, 2, AUGUST, null)).then(IN_FORCE);
    }

    @Test
    void does_not_bind_while_another_does() {
        agreement
                .given(DRAFTED)
                .when(new PutInForce(MOU, 2, AUGUST.minusDays(1), null))
                .thenRefused(ReferenceRule.AGREEMENTS_OVERLAP);
    }

    @Test
    void binds_from_a_first_day_to_a_later_one() {
        agreement
                .given(DRAFTED)
                .when(new PutInForce(MOU, 2, DECEMBER, AUGUST))
                .thenRefused(ReferenceRule.ENDS_BEFORE_IT_BEGINS);
    }

    @Test
    void binds_only_once_it_was_drafted() {
        agreement
                .givenNothing()
                .when(new PutInForce(MOU, 2, AUGUST, null))
                .thenRefused(ReferenceRule.AGREEMENT_UNKNOWN);
    }

    @Test
    void ends_on_a_last_day() {
        AgreementEnded ended = new AgreementEnded(MOU, DECEMBER);
        agreement.given(DRAFTED, IN_FORCE).when(new EndAgreement(MOU, DECEMBER)).then(ended);
    }

    @Test
    void ends_only_once_it_was_in_force() {
        agreement
                .given(DRAFTED)
                .when(new EndAgreement(MOU, DECEMBER))
                .thenRefused(ReferenceRule.AGREEMENT_NOT_IN_FORCE);
    }

    @Test
    void does_not_end_before_it_began() {
        agreement
                .given(DRAFTED, IN_FORCE)
                .when(new EndAgreement(MOU, AUGUST.minusDays(1)))
                .thenRefused(ReferenceRule.ENDS_BEFORE_IT_BEGINS);
    }
}
