package brightline.command.accounts;

import static brightline.command.accounts.AccountRule.DECIDE_FIRST;
import static brightline.command.accounts.AccountRule.LAST_SYSADMIN;
import static brightline.command.accounts.AccountRule.NOTHING_WAITS;
import static brightline.command.accounts.AccountRule.OWN_RIGHTS;
import static brightline.command.accounts.AccountRule.SECOND_PERSON;

import brightline.command.Decisions;
import brightline.command.accounts.AccountCommand.*;
import brightline.events.AccountId;
import brightline.events.OfficerId;
import brightline.events.TokenId;
import brightline.events.account.AccountEvent;
import brightline.events.account.AccountEvent.*;
import brightline.events.account.AccountRights;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AccountDeciderTest {
    private static final AccountId ID = new AccountId(new UUID(0, 1));
    private static final AccountId ADA = new AccountId(new UUID(0, 2));
    private static final AccountId BEN = new AccountId(new UUID(0, 3));
    private static final OfficerId OFFICER = new OfficerId(new UUID(0, 4));

    private static final AccountRights CLERK = rights("clerk", "MAR");
    private static final AccountRights WIDER = rights("clerk", "MAR", "ORC");
    private static final AccountRights AUDITOR = rights("auditor");
    private static final AccountRights SYSADMIN = rights("sysadmin");
    private static final AccountMade MADE = new AccountMade(ID);
    private static final RightsAssigned IS_CLERK = new RightsAssigned(ID, CLERK);
    private static final RightsAsked ASKED = new RightsAsked(ID, AUDITOR, ADA);
    private static final RightsGivenAlone ALONE = new RightsGivenAlone(ID, AUDITOR, ADA);

    private final Decisions<AccountCommand, AccountState, AccountEvent> account =
            new Decisions<>(AccountState.UNKNOWN, AccountDecider::decide, AccountDecider::evolve);

    private static AccountRights rights(String role, String... schools) {
        return AccountRights.of(role, null, List.of(schools), null);
    }

    /** Somebody beside whom another is there. */
    private static By with(@Nullable AccountId asker) {
        return new By(asker, true, false);
    }

    /** Somebody beside whom nobody is there. */
    private static By alone(AccountId asker) {
        return new By(asker, false, false);
    }

    @Test
    void that_is_made_has_no_rights_before_a_second_person_grants_them() {
        account.givenNothing().when(new MakeAccount(ID, AUDITOR, with(ADA))).then(MADE, ASKED);
        account.given(MADE, ASKED)
                .when(new GrantRights(ID, with(BEN)))
                .thenEachTime(new RightsGranted(ID, AUDITOR, BEN));
        account.given(MADE, ASKED, new RightsGranted(ID, AUDITOR, BEN))
                .when(new GrantRights(ID, with(BEN)))
                .thenRefused(NOTHING_WAITS);
    }

    @Test
    void is_decided_about_neither_by_who_asked_nor_by_itself() {
        for (AccountId one : List.of(ADA, ID)) {
            account.given(MADE, ASKED).when(new GrantRights(ID, with(one))).thenRefused(SECOND_PERSON);
            account.given(MADE, ASKED).when(new RefuseRights(ID, with(one))).thenRefused(SECOND_PERSON);
            account.given(MADE, ALONE).when(new GrantRights(ID, with(one))).thenRefused(SECOND_PERSON);
            account.given(MADE, ALONE).when(new RefuseRights(ID, with(one))).thenRefused(SECOND_PERSON);
        }
    }

    @Test
    void cannot_be_asked_for_otherwise_before_what_waits_is_decided() {
        for (AccountEvent waits : List.of(ASKED, ALONE)) {
            account.given(MADE, waits)
                    .when(new AssignRights(ID, SYSADMIN, with(ADA)))
                    .thenRefused(DECIDE_FIRST);
        }
        account.given(MADE, ASKED)
                .when(new AssignRights(ID, AUDITOR, with(ADA)))
                .thenNothing();
    }

    @Test
    void that_keeps_accounts_takes_two_as_well() {
        account.givenNothing()
                .when(new MakeAccount(ID, SYSADMIN, with(ADA)))
                .then(MADE, new RightsAsked(ID, SYSADMIN, ADA));
    }

    @Test
    void has_what_one_gave_alone_until_the_next_confirms_or_takes_it_away() {
        account.givenNothing().when(new MakeAccount(ID, AUDITOR, alone(ADA))).then(MADE, ALONE);
        account.given(MADE, ALONE).when(new GrantRights(ID, with(BEN))).thenEachTime(new RightsConfirmed(ID, BEN));
        account.given(MADE, ALONE)
                .when(new RefuseRights(ID, with(BEN)))
                .thenEachTime(new RightsTakenAway(ID, null, BEN));
        account.given(MADE, ALONE, new RightsTakenAway(ID, null, BEN))
                .when(new AssignRights(ID, AUDITOR, with(ADA)))
                .then(ASKED);
    }

    @Test
    void falls_back_to_what_it_had_by_two_when_what_one_gave_alone_is_taken_away() {
        account.given(MADE, IS_CLERK, ALONE, new RightsGivenAlone(ID, rights("auditor", "MAR"), ADA))
                .when(new RefuseRights(ID, with(BEN)))
                .thenEachTime(new RightsTakenAway(ID, CLERK, BEN));
    }

    @Test
    void keeps_its_rights_while_more_is_asked_and_when_that_is_refused() {
        RightsAsked more = new RightsAsked(ID, WIDER, ADA);
        account.given(MADE, IS_CLERK)
                .when(new AssignRights(ID, WIDER, with(ADA)))
                .then(more);
        account.given(MADE, IS_CLERK, more)
                .when(new RefuseRights(ID, with(BEN)))
                .thenEachTime(new RightsRefused(ID, WIDER, BEN));
        account.given(MADE, IS_CLERK, more, new RightsRefused(ID, WIDER, BEN))
                .when(new AssignRights(ID, CLERK, with(ADA)))
                .thenNothing();
    }

    @Test
    void that_is_to_reach_less_or_belongs_elsewhere_needs_nobody_else() {
        AccountRights none = rights("clerk");
        account.given(MADE, IS_CLERK)
                .when(new AssignRights(ID, none, with(ADA)))
                .then(new RightsAssigned(ID, none));
        AccountRights unit = AccountRights.of("clerk", null, List.of("MAR"), "REC-2");
        account.given(MADE, IS_CLERK)
                .when(new AssignRights(ID, unit, with(ADA)))
                .then(new RightsAssigned(ID, unit));
        AccountRights officer = AccountRights.of("clerk", OFFICER, List.of("MAR"), null);
        account.given(MADE, IS_CLERK)
                .when(new AssignRights(ID, officer, with(ADA)))
                .then(new RightsAsked(ID, officer, ADA));
    }

    @Test
    void stays_to_be_confirmed_when_it_is_to_reach_less() {
        AccountRights less = rights("auditor");
        account.given(MADE, new RightsGivenAlone(ID, rights("auditor", "MAR"), ADA), new RightsAssigned(ID, less))
                .when(new GrantRights(ID, with(BEN)))
                .thenEachTime(new RightsConfirmed(ID, BEN));
    }

    @Test
    void asked_for_while_somebody_else_was_there_is_given_alone_once_nobody_is() {
        account.given(MADE, ASKED)
                .when(new AssignRights(ID, AUDITOR, with(ADA)))
                .thenNothing();
        account.given(MADE, ASKED)
                .when(new AssignRights(ID, AUDITOR, alone(ADA)))
                .then(ALONE);
    }

    @Test
    void is_never_changed_by_itself() {
        account.given(MADE, IS_CLERK)
                .when(new AssignRights(ID, WIDER, with(ID)))
                .thenRefused(OWN_RIGHTS);
        account.given(MADE, IS_CLERK)
                .when(new AssignRights(ID, rights("clerk"), with(ID)))
                .thenRefused(OWN_RIGHTS);
    }

    @Test
    void of_the_installation_itself_needs_nobody() {
        account.givenNothing()
                .when(new MakeAccount(ID, SYSADMIN, new By(null, false, true)))
                .then(MADE, new RightsAssigned(ID, SYSADMIN));
    }

    @Test
    void that_is_the_last_to_keep_accounts_stays_open() {
        By last = new By(ID, false, true);
        account.given(MADE, new RightsAssigned(ID, SYSADMIN))
                .when(new CloseAccount(ID, last))
                .thenRefused(LAST_SYSADMIN);
        account.given(MADE, new RightsAssigned(ID, SYSADMIN))
                .when(new AssignRights(ID, AUDITOR, new By(ADA, false, true)))
                .thenRefused(LAST_SYSADMIN);
        account.given(MADE, IS_CLERK)
                .when(new CloseAccount(ID, new By(ADA, false, true)))
                .then(new AccountClosed(ID));
    }

    @Test
    void that_is_closed_is_asked_nothing_any_more() {
        account.given(MADE, ASKED, new AccountClosed(ID))
                .when(new GrantRights(ID, with(BEN)))
                .thenRefused(NOTHING_WAITS);
    }

    @Test
    void that_is_opened_again_has_what_it_had_by_two_again() {
        RightsAsked again = new RightsAsked(ID, CLERK, ADA);
        account.given(MADE, IS_CLERK, new AccountClosed(ID))
                .when(new ReopenAccount(ID, with(ADA)))
                .then(new AccountReopened(ID), again);
        account.given(MADE, IS_CLERK, new AccountClosed(ID), new AccountReopened(ID), again)
                .when(new GrantRights(ID, with(ADA)))
                .thenRefused(SECOND_PERSON);
        account.given(MADE, IS_CLERK, new AccountClosed(ID))
                .when(new ReopenAccount(ID, alone(ADA)))
                .then(new AccountReopened(ID), new RightsGivenAlone(ID, CLERK, ADA));
        account.given(MADE, IS_CLERK, new AccountClosed(ID))
                .when(new ReopenAccount(ID, new By(null, true, false)))
                .then(new AccountReopened(ID), new RightsAssigned(ID, CLERK));
        account.given(MADE, ASKED, new AccountClosed(ID))
                .when(new ReopenAccount(ID, with(ADA)))
                .then(new AccountReopened(ID));
        account.given(MADE, IS_CLERK).when(new ReopenAccount(ID, with(ADA))).thenNothing();
    }

    @Test
    void that_one_gave_alone_and_closed_falls_back_to_nothing_when_opened_again() {
        account.given(MADE, IS_CLERK, ALONE, new AccountClosed(ID))
                .when(new ReopenAccount(ID, with(ADA)))
                .then(new AccountReopened(ID), ASKED);
        account.given(MADE, IS_CLERK, ALONE, new AccountClosed(ID), new AccountReopened(ID), ASKED)
                .when(new RefuseRights(ID, with(BEN)))
                .thenEachTime(new RightsRefused(ID, AUDITOR, BEN));
        account.given(
                        MADE,
                        IS_CLERK,
                        ALONE,
                        new AccountClosed(ID),
                        new AccountReopened(ID),
                        ASKED,
                        new RightsRefused(ID, AUDITOR, BEN))
                .when(new RefuseRights(ID, with(BEN)))
                .thenRefused(NOTHING_WAITS);
    }

    @Test
    void is_found_once() {
        account.givenNothing().when(new RecordFoundAccount(ID, CLERK, false)).then(new AccountFound(ID, CLERK, false));
        account.given(MADE).when(new RecordFoundAccount(ID, CLERK, true)).thenNothing();
        account.given(new AccountFound(ID, CLERK, false))
                .when(new ReopenAccount(ID, with(ADA)))
                .then(new AccountReopened(ID), new RightsAsked(ID, CLERK, ADA));
    }

    @Test
    void has_all_that_lets_somebody_in_on_record() {
        Instant noon = Instant.parse("2026-03-02T18:00:00Z");
        TokenId token = new TokenId(new UUID(0, 9));
        account.given(MADE, IS_CLERK).when(new RecordPasswordReset(ID)).thenEachTime(new PasswordReset(ID));
        account.given(MADE, IS_CLERK).when(new RecordPasswordChange(ID)).thenEachTime(new PasswordChanged(ID));
        account.given(MADE, IS_CLERK)
                .when(new RecordToken(ID, token, List.of("queries"), noon))
                .thenEachTime(new TokenMade(ID, token, List.of("queries"), noon));
        account.given(MADE, IS_CLERK).when(new RecordTokenEnd(ID, token)).thenEachTime(new TokenEnded(ID, token));
        account.given(MADE, IS_CLERK).when(new RecordSecondFactor(ID)).thenEachTime(new SecondFactorSet(ID));
        account.given(MADE, IS_CLERK).when(new RecordSecondFactorReset(ID)).thenEachTime(new SecondFactorReset(ID));
    }
}
