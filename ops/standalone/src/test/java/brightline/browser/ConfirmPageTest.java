package brightline.browser;

import static org.assertj.core.api.Assertions.assertThat;

import brightline.edge.access.AccountRole;
import brightline.edge.access.Accounts;
import brightline.edge.access.Authenticator;
import brightline.edge.access.NewAccount;
import brightline.edge.access.OldProofs;
import brightline.scenarios.RunningBrightline;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Before what matters most somebody who signed in a while ago confirms that it is still them, and loses nothing by it. */
class ConfirmPageTest {
    static RunningBrightline brightline;
    static Chromium chromium;

    @BeforeAll
    static void start() {
        brightline = RunningBrightline.shared();
        chromium = new Chromium();
    }

    @AfterAll
    static void stop() {
        chromium.close();
    }

    private static NewAccount account(AccountRole role) {
        return brightline.bean(Accounts.class).create("c-" + UUID.randomUUID(), role, null, Set.of());
    }

    private static Page signedIn(BrowserContext visitor, NewAccount account) {
        Page page = visitor.newPage();
        Chromium.signIn(page, account.account().username(), account.firstPassword());
        return page;
    }

    private static void aWhileLater(NewAccount account) {
        OldProofs.of(brightline.context(), account.account().id());
    }

    private static void press(Page page, String label) {
        page.locator("main")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(label).setExact(true))
                .click();
    }

    @Test
    void a_page_asks_for_the_password_and_is_come_back_to() {
        NewAccount coordinator = account(AccountRole.COORDINATOR);
        String pair = "/names/clashes/" + UUID.randomUUID();
        try (BrowserContext visitor = chromium.visitor(brightline.url())) {
            Page page = signedIn(visitor, coordinator);
            page.navigate(pair);
            assertThat(page.url()).endsWith(pair);
            aWhileLater(coordinator);
            page.navigate("/names");
            assertThat(page.url()).endsWith("/names");
            page.navigate(pair);
            assertThat(page.url()).endsWith("/confirm-it-is-you");
            Chromium.judgeEverywhere(page, "confirm");
            page.locator("#proof").fill("not my password");
            page.locator("#proof").press("Enter");
            page.locator("[role=alert]").waitFor();
            assertThat(page.locator("[role=alert]").innerText()).contains("That is not your password.");
            Chromium.judge(page, "confirm-wrong");
            page.reload();
            page.locator("#proof").fill(coordinator.firstPassword());
            page.locator("#proof").press("Enter");
            page.waitForURL(url -> url.endsWith(pair));
            page.goBack();
            assertThat(page.locator("h1").first().isVisible()).isTrue();
        }
    }

    @Test
    void a_command_keeps_what_was_typed_and_is_sent_when_it_is_confirmed_in_another_tab() {
        NewAccount administrator = account(AccountRole.SYSADMIN);
        String name = "new-" + UUID.randomUUID();
        try (BrowserContext visitor = chromium.visitor(brightline.url())) {
            Page page = signedIn(visitor, administrator);
            page.navigate("/accounts");
            page.locator("#username").fill(name);
            page.locator("#role").selectOption("analyst");
            aWhileLater(administrator);
            press(page, "Make the account");
            page.getByText("Confirm that it is you").waitFor();
            Chromium.judge(page, "accounts-step-up");
            Page tab = visitor.waitForPage(
                    () -> page.getByText("Give your password or code").click());
            tab.locator("#proof").fill("not my password");
            press(tab, "Confirm");
            tab.locator("[role=alert]").waitFor();
            tab.locator("#proof").fill(administrator.firstPassword());
            press(tab, "Confirm");
            tab.locator("[role=status]").waitFor();
            assertThat(tab.locator("[role=status]").innerText()).contains("Close this tab");
            Chromium.judge(tab, "confirm-tab");
            tab.close();
            assertThat(page.locator("#username").inputValue()).isEqualTo(name);
            press(page, "Make the account");
            page.locator("[data-shown]").waitFor();
            assertThat(brightline.bean(Accounts.class).find(name)).isPresent();
        }
    }

    @Test
    void a_second_factor_is_replaced_by_who_shows_a_code_of_the_one_there_is() {
        NewAccount analyst = account(AccountRole.ANALYST);
        try (BrowserContext visitor = chromium.visitor(brightline.url())) {
            Page page = signedIn(visitor, analyst);
            aWhileLater(analyst);
            page.navigate("/second-factor");
            assertThat(page.url()).endsWith("/confirm-it-is-you");
            page.locator("#proof").fill(analyst.firstPassword());
            press(page, "Confirm");
            page.waitForURL(url -> url.endsWith("/second-factor"));
            Authenticator phone = Authenticator.of(page.content());
            page.locator("#code").fill(phone.code(-1));
            press(page, "Set it up");
            page.getByText("It is set up: from now on").waitFor();
            String kept = page.locator(".bl-codes code").first().innerText();
            aWhileLater(analyst);
            page.navigate("/second-factor");
            assertThat(page.url()).endsWith("/confirm-it-is-you");
            Chromium.judge(page, "confirm-by-code");
            page.locator("#proof").fill(phone.code());
            press(page, "Confirm");
            page.waitForURL(url -> url.endsWith("/second-factor"));
            page.getByText("Set up another app").click();
            Authenticator another = Authenticator.of(page.content());
            assertThat(another.code(9)).isNotEqualTo(phone.code(9));
            Chromium.judge(page, "second-factor-another");
            page.locator("#code").fill(another.wrong());
            press(page, "Set it up");
            page.locator("[role=alert]").waitFor();
            page.locator("#code").fill(another.code(-1));
            press(page, "Set it up");
            page.getByText("It is set up: from now on").waitFor();
            assertThat(page.locator(".bl-codes code").allInnerTexts())
                    .hasSize(10)
                    .doesNotContain(kept);
        }
        try (BrowserContext visitor = chromium.phone(brightline.url())) {
            Page page = visitor.newPage();
            page.navigate("/sign-in");
            page.getByLabel("User name").fill(analyst.account().username());
            page.locator("input[name=password]").fill(analyst.firstPassword());
            press(page, "Sign in");
            page.locator("#code").fill("abcde-fghjk");
            press(page, "Sign in");
            page.locator("[role=alert]").waitFor();
        }
    }
}
