package brightline.browser;

import static org.assertj.core.api.Assertions.assertThat;

import brightline.edge.access.AccountRole;
import brightline.edge.access.Accounts;
import brightline.edge.access.NewAccount;
import brightline.scenarios.RunningBrightline;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Choosing a password: at the first sign-in, with the mistakes people make, and whenever its owner likes. */
class PasswordPageTest {
    private static final String CHOSEN = "harbor lantern tuesday";

    @TempDir
    static Path directory;

    static RunningBrightline brightline;
    static Chromium chromium;

    @BeforeAll
    static void start() {
        brightline = RunningBrightline.inEarnest(directory, "--brightline.access.second-factor=offered");
        chromium = new Chromium();
    }

    @AfterAll
    static void stop() {
        chromium.close();
        brightline.close();
    }

    private static NewAccount account() {
        return brightline.bean(Accounts.class).create("u-" + UUID.randomUUID(), AccountRole.ANALYST, null, Set.of());
    }

    private static void signIn(Page page, NewAccount account) {
        Chromium.signIn(page, account.account().username(), account.firstPassword());
    }

    private static void fill(Page page, String current, String chosen, String repeated) {
        page.locator("#current").fill(current);
        page.locator("#chosen").fill(chosen);
        page.locator("#repeated").fill(repeated);
        page.locator("main button[type=submit]").click();
    }

    @Test
    void a_first_password_opens_one_page_until_its_owner_has_chosen_another() {
        NewAccount account = account();
        String first = account.firstPassword();
        try (BrowserContext visitor = chromium.visitor(brightline.url())) {
            Page page = visitor.newPage();
            signIn(page, account);
            assertThat(page.url()).endsWith("/password");
            assertThat(page.locator("main").innerText())
                    .contains("Choose your own now; everything else waits for that.");
            Chromium.judge(page, "password-first");
            page.navigate("/dashboard");
            assertThat(page.url()).endsWith("/password");
            APIResponse refused = page.request().get("/api/queries/inbox");
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.text()).contains("urn:brightline:problem:password-must-be-changed");

            fill(page, "not the one I was given", CHOSEN, CHOSEN);
            assertThat(page.locator("[role=alert]").innerText()).contains("not your current password");
            assertThat(page.locator("#current").getAttribute("aria-invalid")).isEqualTo("true");
            assertThat(page.locator("#current").getAttribute("aria-describedby"))
                    .isEqualTo("fault");
            Chromium.judge(page, "password-wrong");
            fill(page, first, "short", "short");
            assertThat(page.locator("[role=alert]").innerText()).contains("12 characters or more");
            fill(page, first, CHOSEN, CHOSEN + "s");
            assertThat(page.locator("[role=alert]").innerText()).contains("not the same");
            fill(page, first, "aaaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaaa");
            assertThat(page.locator("[role=alert]").innerText()).contains("five different characters");
            fill(page, first, first, first);
            assertThat(page.locator("[role=alert]").innerText()).contains("is the old one");
            assertThat(page.content()).doesNotContain(first);
            page.reload();
            assertThat(page.url()).endsWith("/password");

            String sessionBefore = session(visitor);
            fill(page, first, CHOSEN, CHOSEN);
            assertThat(page.locator("[role=status]").first().innerText()).contains("Your password is changed.");
            assertThat(session(visitor)).isNotEqualTo(sessionBefore);
            Chromium.judge(page, "password-changed");
            page.getByText("Go on").click();
            page.waitForURL(url -> !url.contains("/password"));
            assertThat(page.request().get("/api/queries/inbox").status()).isEqualTo(200);
            page.navigate("/password?changed=true");
            assertThat(page.locator("main").innerText()).doesNotContain("is changed");
        }
        try (BrowserContext later = chromium.visitor(brightline.url())) {
            Page page = later.newPage();
            Chromium.signIn(page, account.account().username(), CHOSEN);
            assertThat(page.url()).doesNotContain("/password");
        }
    }

    private static String session(BrowserContext context) {
        return context.cookies().stream()
                .filter(cookie -> cookie.name.equals("brightline"))
                .map(cookie -> cookie.value)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void who_has_a_password_of_their_own_changes_it_from_the_menu_and_other_sessions_end() {
        NewAccount account = account();
        brightline.bean(Accounts.class).changePassword(account.account().id(), account.firstPassword(), CHOSEN);
        try (BrowserContext desk = chromium.visitor(brightline.url());
                BrowserContext elsewhere = chromium.visitor(brightline.url())) {
            Page page = desk.newPage();
            Page other = elsewhere.newPage();
            Chromium.signIn(page, account.account().username(), CHOSEN);
            Chromium.signIn(other, account.account().username(), CHOSEN);
            page.locator(".bl-account summary").click();
            page.getByText("Change password").click();
            page.waitForURL(url -> url.endsWith("/password"));
            fill(page, CHOSEN, "copper meadow friday", "copper meadow friday");
            page.getByText("Your password is changed.").waitFor();
            other.navigate("/how-we-count");
            assertThat(other.url()).contains("/sign-in");
            page.navigate("/how-we-count");
            assertThat(page.url()).endsWith("/how-we-count");
        }
    }
}
