package brightline.browser;

import static org.assertj.core.api.Assertions.assertThat;

import brightline.edge.access.AccountRole;
import brightline.edge.access.Accounts;
import brightline.edge.access.NewAccount;
import brightline.scenarios.RunningBrightline;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two system administrators make, change and close an account together. */
class AccountsRoomTest {
    static RunningBrightline brightline;
    static Chromium chromium;

    @BeforeAll
    static void start() {
        brightline = Demonstration.running().brightline();
        chromium = new Chromium();
    }

    @AfterAll
    static void stop() {
        chromium.close();
    }

    private static NewAccount sysadmin(String name) {
        return brightline
                .bean(Accounts.class)
                .create(
                        name + "-" + UUID.randomUUID().toString().substring(0, 8),
                        AccountRole.SYSADMIN,
                        null,
                        Set.of());
    }

    private static Page signedIn(BrowserContext visitor, NewAccount account) {
        Page page = visitor.newPage();
        Chromium.signIn(page, account.account().username(), account.firstPassword());
        page.navigate("/accounts");
        return page;
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    @Test
    void a_clerk_is_made_by_two_and_the_schools_changed_by_two_before_one_closes_it() {
        String name = "records-" + UUID.randomUUID().toString().substring(0, 8);
        try (BrowserContext first = chromium.visitor(brightline.url());
                BrowserContext second = chromium.visitor(brightline.url())) {
            NewAccount ada = sysadmin("ada");
            Page asks = signedIn(first, ada);
            Page decides = signedIn(second, sysadmin("ben"));

            asks.locator("#username").fill(name);
            asks.locator("#role").selectOption("clerk");
            asks.locator("#unit").fill("Records");
            button(asks, "Make the account").click();
            asks.locator("[data-problem] a[href='#unit']").waitFor();
            asks.locator("#unit").fill("REC-2");
            button(asks, "Make the account").click();
            asks.locator("[data-shown]").waitFor();
            asks.getByText("I have it: show the list again").click();
            Locator waits = asks.locator("section[aria-labelledby='waiting-title'] li")
                    .filter(new Locator.FilterOptions().setHasText(name));
            assertThat(waits.innerText())
                    .contains(
                            "Records clerk; unit REC-2",
                            "Nothing: nobody can sign in",
                            ada.account().username())
                    .contains("Another system administrator decides.");

            decides.reload();
            Chromium.judgeEverywhere(decides, "accounts-waiting");
            button(decides, "Grant: " + name).click();
            button(decides, "Grant: " + name)
                    .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));

            asks.reload();
            asks.getByText("Change " + name + ", and what happened to it").click();
            asks.locator("#school-MAR").check();
            button(asks, "Change the account").click();
            asks.getByText("Asked for", new Page.GetByTextOptions().setExact(true))
                    .waitFor();
            Chromium.judgeEverywhere(asks, "account");
            decides.navigate(asks.url());
            button(decides, "Grant: " + name).click();
            decides.getByText("Granted by a second person: Records clerk; school MAR; unit REC-2.")
                    .waitFor();
            assertThat(decides.locator("#school-MAR").isChecked()).isTrue();

            decides.navigate("/accounts");
            button(decides, "Close " + name).click();
            button(decides, "Open again " + name).waitFor();
            asks.reload();
            assertThat(asks.locator("dl").first().innerText()).contains("Closed");
            assertThat(asks.locator("ol").innerText())
                    .contains(
                            "The account was made.",
                            "Asked for: Records clerk; unit REC-2.",
                            "The account was closed.",
                            "by " + ada.account().username());
        }
    }

    @Test
    void a_new_password_by_somebody_else_is_told_to_its_owner_once() {
        NewAccount ada = sysadmin("ada");
        NewAccount owner = sysadmin("owner");
        String password;
        try (BrowserContext visitor = chromium.visitor(brightline.url())) {
            Page page = signedIn(visitor, ada);
            button(page, "New password for " + owner.account().username()).click();
            page.locator("[data-shown]").waitFor();
            password = page.locator("[data-shown]").innerText();
        }
        try (BrowserContext visitor = chromium.visitor(brightline.url())) {
            Page page = visitor.newPage();
            Chromium.signIn(page, owner.account().username(), password);
            Locator told = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Your account"));
            assertThat(told.innerText())
                    .contains("Your account was given a new password by "
                            + ada.account().username() + ": ");
            Chromium.judge(page, "password-given-told");
            page.navigate("/");
            assertThat(told.count()).isZero();
        }
    }

    @Test
    void the_own_account_is_changed_by_others() {
        try (BrowserContext visitor = chromium.visitor(brightline.url())) {
            NewAccount own = sysadmin("own");
            Page page = signedIn(visitor, own);
            page.navigate("/accounts/" + own.account().id());
            page.getByText("You are signed in with this account.").waitFor();
            assertThat(button(page, "Change the account").count()).isZero();
            Chromium.judgeEverywhere(page, "account-own");
        }
    }
}
