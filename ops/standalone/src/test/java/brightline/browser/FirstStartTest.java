package brightline.browser;

import static org.assertj.core.api.Assertions.assertThat;

import brightline.edge.access.AccountRole;
import brightline.edge.access.Accounts;
import brightline.scenarios.RunningBrightline;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An empty installation, from the first sign-in to the first contact, by pages and by the requests that pages name. */
class FirstStartTest {
    @TempDir
    static Path directory;

    private static final String CHOSEN = "harbor lantern tuesday";

    static RunningBrightline brightline;
    static Chromium chromium;
    static String password;

    @BeforeAll
    static void start() {
        brightline = RunningBrightline.inEarnest(directory);
        password = brightline
                .bean(Accounts.class)
                .create("sysadmin", AccountRole.SYSADMIN, null, Set.of())
                .firstPassword();
        chromium = new Chromium();
    }

    @AfterAll
    static void stop() {
        chromium.close();
        brightline.close();
    }

    @Test
    void settings_lead_on_until_a_contact_is_recorded() {
        List<String> console = new ArrayList<>();
        try (BrowserContext visitor = chromium.visitor(brightline.url())) {
            Page page = visitor.newPage();
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    console.add(message.text());
                }
            });
            Chromium.signIn(page, "sysadmin", password);
            choose(page, password);
            assertThat(page.url()).endsWith("/settings");

            page.locator("#late-hours").fill("abc");
            page.locator("#school-year-month").selectOption("--02");
            page.locator("#school-year-day").selectOption("-30");
            submit(page, "Record the settings");
            page.getByText("Not recorded yet. 3 things are missing or wrong.").waitFor();
            assertThat(page.locator("[data-problem] li").allInnerTexts())
                    .containsExactlyInAnyOrder(
                            "Name of the agency: must be given",
                            "An entry is late after (hours): must be a whole number from 1 to 8,760",
                            "School year begins: is no day of that month");
            Chromium.judge(page, "settings-three-mistakes");

            page.locator("#name").fill("Lakemont Police");
            page.locator("#late-hours").fill("48");
            page.locator("#identifier-1").fill(" CA0980100 ");
            page.locator("#school-year-month").selectOption("--07");
            page.locator("#school-year-day").selectOption("-01");
            submit(page, "Record the settings");
            page.waitForURL(url -> url.endsWith("/first-steps"));
            assertThat(states(page)).startsWith("true", "false", "false");
            Chromium.judge(page, "first-steps");
            page.navigate("/settings");
            assertThat(page.locator("#identifier-1").inputValue()).isEqualTo("CA0980100");
            assertThat(page.locator("#identifier-2").inputValue()).isEmpty();
            page.navigate("/first-steps");

            page.getByRole(AriaRole.MAIN)
                    .getByText("Accounts", new Locator.GetByTextOptions().setExact(true))
                    .last()
                    .click();
            page.waitForURL(url -> url.endsWith("/accounts"));
            page.locator("#username").fill("no room");
            submit(page, "Make the account");
            page.getByText("Role: must be given").waitFor();
            page.locator("#role").selectOption("coordinator");
            submit(page, "Make the account");
            page.getByText("User name: A username has letters").waitFor();
            page.locator("#username").fill("coordinator");
            submit(page, "Make the account");
            page.locator("[data-shown]").waitFor();
            String first = page.locator("[data-shown]").innerText();
            Chromium.judge(page, "accounts-made");
            page.getByText("I have it: show the list again").click();
            page.getByRole(AriaRole.HEADING).getByText("coordinator").waitFor();
            assertThat(page.content()).doesNotContain(first);

            theRequestsThatThePageNames();
            page.navigate("/first-steps");
            assertThat(states(page)).containsExactly("true", "true", "true", "true", "true", "false", "false");
            theCoordinatorSignsIn(first);
            page.navigate("/");
            assertThat(page.getByText("Still open:").innerText())
                    .contains("Students", "First contact")
                    .doesNotContain("Accounts", "Schools");
        }
        assertThat(console).allMatch(line -> line.contains("400"), "only what was refused on purpose");
    }

    /** The page that nobody with a first password gets past. */
    private static void choose(Page page, String first) {
        assertThat(page.url()).endsWith("/password");
        page.locator("#current").fill(first);
        page.locator("#chosen").fill(CHOSEN);
        page.locator("#repeated").fill(CHOSEN);
        submit(page, "Change the password");
        page.getByText("Go on").click();
        page.waitForURL(url -> !url.contains("/password"));
    }

    @Test
    void the_list_of_first_steps_is_readable_on_a_phone() {
        try (BrowserContext phone = chromium.phone(brightline.url())) {
            Page page = phone.newPage();
            String name = "reader-" + UUID.randomUUID();
            String first = brightline
                    .bean(Accounts.class)
                    .create(name, AccountRole.SYSADMIN, null, Set.of())
                    .firstPassword();
            Chromium.signIn(page, name, first);
            Chromium.judge(page, "password-phone-dark");
            choose(page, first);
            for (String path : List.of("/settings", "/first-steps", "/accounts")) {
                page.navigate(path);
                Chromium.judge(page, path.substring(1) + "-phone-dark");
            }
        }
    }

    private static void submit(Page page, String label) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(label).setExact(true))
                .click();
    }

    private static List<String> states(Page page) {
        return page.locator("[data-step]").all().stream()
                .map(step -> String.valueOf(step.getAttribute("data-done")))
                .toList();
    }

    /** A school, an officer with a school, an agreement: as the page writes them, for the coordinator. */
    private static void theRequestsThatThePageNames() {
        brightline.account("program", AccountRole.COORDINATOR, null);
        brightline
                .post("program", "/api/commands/schools", Map.of("code", "MAR", "name", "Marlow High School"))
                .expect(201);
        String officer = brightline
                .post(
                        "program",
                        "/api/commands/officers",
                        Map.of("starNumber", "4100", "name", "Adeyemi", "capacity", "SRO"))
                .expect(201)
                .json()
                .get("officer")
                .asString();
        brightline
                .post(
                        "program",
                        "/api/commands/officers/" + officer + "/assignments",
                        Map.of("school", "MAR", "from", "2025-08-17"))
                .expect(200);
        String agreement = brightline
                .post(
                        "program",
                        "/api/commands/agreements",
                        Map.of(
                                "kind",
                                "MOU",
                                "title",
                                "Agreement on officers in schools",
                                "parties",
                                List.of("Police", "District")))
                .expect(201)
                .json()
                .get("agreement")
                .asString();
        brightline
                .post(
                        "program",
                        "/api/commands/agreements/" + agreement + "/in-force",
                        Map.of("ruleSet", 1, "from", "2025-08-01"))
                .expect(200);
    }

    private static void theCoordinatorSignsIn(String first) {
        try (BrowserContext visitor = chromium.visitor(brightline.url())) {
            Page page = visitor.newPage();
            Chromium.signIn(page, "coordinator", first);
            choose(page, first);
            page.navigate("/first-steps");
            assertThat(page.locator("[data-step=CONTACT] a").getAttribute("href"))
                    .isEqualTo("/entry");
            assertThat(page.locator("[data-step=AGREEMENT]").innerText())
                    .contains("In force: Agreement on officers in schools.");
            page.locator("[data-step=CONTACT] a").click();
            page.waitForURL(url -> url.endsWith("/entry"));
            assertThat(page.locator("#school option").allInnerTexts()).contains("Marlow High School");
        }
    }
}
