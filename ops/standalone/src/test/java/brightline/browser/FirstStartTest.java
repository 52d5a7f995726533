package brightline.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import brightline.benchmark.Api;
import brightline.edge.access.Account;
import brightline.edge.access.AccountRole;
import brightline.edge.access.Accounts;
import brightline.edge.access.ApiTokens;
import brightline.edge.access.Authenticator;
import brightline.edge.access.NewAccount;
import brightline.edge.access.TokenScope;
import brightline.scenarios.RunningBrightline;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
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
            page.getByRole(AriaRole.HEADING).getByText("coordinator").last().waitFor();
            assertThat(page.content()).doesNotContain(first);
            whereOthersKeepAccountsOneGrants("coordinator");

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

    /** Other tests of this class make system administrators; then what one asks waits for them. */
    private static void whereOthersKeepAccountsOneGrants(String username) {
        Accounts accounts = brightline.bean(Accounts.class);
        Account made = accounts.find(username).orElseThrow();
        accounts.assign(made.id(), made.rights());
    }

    /** The pages that nobody with a first password gets past. */
    private static void choose(Page page, String first) {
        assertThat(page.url()).endsWith("/password");
        page.locator("#current").fill(first);
        page.locator("#chosen").fill(CHOSEN);
        page.locator("#repeated").fill(CHOSEN);
        submit(page, "Change the password");
        page.getByText("Go on").click();
        page.waitForURL(url -> url.endsWith("/second-factor"));
        enrol(page);
    }

    /** The page that comes after it, and that nobody gets past either. */
    private static void enrol(Page page) {
        page.navigate("/settings");
        assertThat(page.url()).endsWith("/second-factor");
        page.locator("#code").fill(Authenticator.of(page.content()).code());
        submit(page, "Set it up");
        page.getByText("I have kept them: go on").click();
        page.waitForURL(url -> !url.contains("/second-factor"));
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

    @Test
    void a_token_of_an_account_is_ended_on_the_page_after_it_was_asked() {
        UUID analyst = brightline
                .bean(Accounts.class)
                .create("analyst-" + UUID.randomUUID(), AccountRole.ANALYST, null, Set.of())
                .account()
                .id();
        ApiTokens tokens = brightline.bean(ApiTokens.class);
        tokens.issue(analyst, Set.of(TokenScope.QUERIES), Duration.ofHours(1));
        try (BrowserContext visitor = chromium.visitor(brightline.url())) {
            Page page = signedIn(visitor, AccountRole.SYSADMIN);
            page.navigate("/accounts");
            Locator card = page.locator("form[data-api='/api/commands/accounts/%s/tokens/%s']"
                    .formatted(analyst, tokens.of(analyst).getFirst().id()));
            assertThat(card.isVisible()).isFalse();
            page.locator("details", new Page.LocatorOptions().setHas(card))
                    .locator("summary")
                    .click();
            card.locator("button").click();
            page.locator("dialog").getByText("Cancel").click();
            assertThat(tokens.of(analyst)).allMatch(ApiTokens.Listed::good);
            card.locator("button").click();
            Chromium.judge(page, "accounts-end-token");
            page.locator("dialog")
                    .getByText("End this token", new Locator.GetByTextOptions().setExact(true))
                    .click();
            card.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
            assertThat(tokens.of(analyst)).noneMatch(ApiTokens.Listed::good);
        }
    }

    /** Ten questions of the account wait for a table that somebody holds; the page is the eleventh. */
    @Test
    void an_account_that_asks_too_much_at_once_is_told_so_on_a_page() throws Exception {
        try (BrowserContext visitor = chromium.visitor(brightline.url());
                Connection held = brightline.bean(DataSource.class).getConnection();
                ExecutorService asking = Executors.newVirtualThreadPerTaskExecutor()) {
            String name = "asking-" + UUID.randomUUID();
            NewAccount analyst = brightline.bean(Accounts.class).create(name, AccountRole.ANALYST, null, Set.of());
            Page page = visitor.newPage();
            Chromium.signIn(page, name, analyst.firstPassword());
            choose(page, analyst.firstPassword());
            String token = brightline
                    .bean(ApiTokens.class)
                    .issue(analyst.account().id(), Set.of(TokenScope.QUERIES), Duration.ofHours(1))
                    .clear();
            held.setAutoCommit(false);
            try (Statement statement = held.createStatement()) {
                ResultSet row = statement.executeQuery(
                        "select table_schema from information_schema.tables where table_name = 'involvement_fact'");
                row.next();
                statement.execute("lock table " + row.getString(1) + ".involvement_fact in access exclusive mode");
            }
            Api api = Api.of(URI.create(brightline.url()));
            for (int n = 0; n < 10; n++) {
                asking.submit(() -> api.get(token, "/api/queries/involvements"));
            }
            MeterRegistry meters = brightline.bean(MeterRegistry.class);
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> meters.get("questions.waiting").gauge().value() == 8);
            assertThat(page.navigate("/dashboard").status()).isEqualTo(429);
            assertThat(page.locator("main").innerText()).contains("Too much at once", "Try again");
            Chromium.judge(page, "too-much-at-once");
            held.rollback();
            asking.shutdown();
            assertThat(asking.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
            page.getByText("Try again").click();
            page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1))
                    .first()
                    .waitFor();
            assertThat(page.locator("main").innerText()).doesNotContain("Too much at once");
        }
    }

    private static Page signedIn(BrowserContext visitor, AccountRole role) {
        String name = role.text() + "-" + UUID.randomUUID();
        String first = brightline
                .bean(Accounts.class)
                .create(name, role, null, Set.of())
                .firstPassword();
        Page page = visitor.newPage();
        Chromium.signIn(page, name, first);
        choose(page, first);
        return page;
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
