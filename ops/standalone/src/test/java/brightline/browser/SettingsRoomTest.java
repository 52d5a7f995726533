package brightline.browser;

import static org.assertj.core.api.Assertions.assertThat;

import brightline.edge.access.AccountRole;
import brightline.edge.access.Accounts;
import brightline.scenarios.RunningBrightline;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first page of a new installation, and two administrators at once. */
class SettingsRoomTest {
    @TempDir
    static Path directory;

    static RunningBrightline brightline;
    static Chromium chromium;
    static String password = "";

    @BeforeAll
    static void start() {
        brightline = new RunningBrightline(directory);
        password = brightline
                .bean(Accounts.class)
                .create("root", AccountRole.SYSADMIN, null, Set.of())
                .firstPassword();
        chromium = new Chromium();
    }

    @AfterAll
    static void stop() {
        chromium.close();
        brightline.close();
    }

    @Test
    void settings_come_first_and_nobody_overwrites_unseen_ones() {
        try (BrowserContext visitor = chromium.visitor(brightline.url())) {
            Page first = visitor.newPage();
            Chromium.signIn(first, "root", password);
            assertThat(first.url()).endsWith("/settings");
            assertThat(first.locator("h1").textContent()).contains("Welcome");

            record(first, " ");
            first.getByText("Name of the agency: must be given").waitFor();
            assertThat(first.locator("#name").getAttribute("aria-invalid")).isEqualTo("true");
            Chromium.judge(first, "settings-first-refused");
            first.locator("#jurisdiction").selectOption("colorado");
            record(first, "Lakemont Police");
            first.waitForURL(url -> url.endsWith("/first-steps"));
            first.navigate("/settings");
            assertThat(first.locator("h1").textContent()).isEqualTo("Settings of the agency");
            assertThat(first.locator("#jurisdiction").inputValue()).isEqualTo("colorado");

            Page second = visitor.newPage();
            second.navigate("/settings");
            assertThat(second.locator("#name").inputValue()).isEqualTo("Lakemont Police");
            record(second, "Lakemont Police Department");
            untilRecorded(second);

            record(first, "Lakemont PD");
            first.getByText("The record has changed since it was read").waitFor();
            assertThat(first.locator("#name").inputValue())
                    .as("nothing typed is lost")
                    .isEqualTo("Lakemont PD");
            Chromium.judge(first, "settings-overtaken");
            Page third = visitor.waitForPage(
                    () -> first.getByText("See what stands there now").click());
            assertThat(third.locator("#name").inputValue()).isEqualTo("Lakemont Police Department");
            tellsALastingFault(third);
        }
    }

    /** As every form does that speaks to the API. */
    private static void tellsALastingFault(Page page) {
        Chromium.fail(page, "**/api/commands/agency");
        record(page, "Lakemont Schools Police");
        page.getByText("No answer yet").waitFor();
        record(page, "Lakemont Schools Police");
        page.getByText("The fault is ours").waitFor();
        assertThat(page.locator("[role=alert]").innerText()).contains("2 times", "r-4711", "What you typed stays");
        assertThat(page.locator("#name").inputValue()).isEqualTo("Lakemont Schools Police");
        Chromium.judge(page, "settings-fault");
        page.unroute("**/api/commands/agency");
        record(page, "Lakemont Schools Police");
        untilRecorded(page);
    }

    private static void record(Page page, String name) {
        page.locator("#name").fill(name);
        page.locator("form[data-api] button[type=submit]").click();
    }

    /** Said once the page has been loaded again; the first page's own text speaks of what is recorded, too. */
    private static void untilRecorded(Page page) {
        page.getByText("Recorded.", new Page.GetByTextOptions().setExact(true)).waitFor();
    }
}
