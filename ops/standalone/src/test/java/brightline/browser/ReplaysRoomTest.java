package brightline.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import brightline.edge.access.AccountRole;
import brightline.edge.access.Accounts;
import brightline.scenarios.RunningBrightline;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The system administrator rebuilds the figures from the record, watches, is told what was compared, and decides. */
class ReplaysRoomTest {
    private static final LocatorAssertions.ContainsTextOptions PATIENTLY =
            new LocatorAssertions.ContainsTextOptions().setTimeout(120_000);

    @TempDir
    static Path directory;

    static RunningBrightline brightline;
    static Chromium chromium;
    static final Map<AccountRole, String> passwords = new EnumMap<>(AccountRole.class);

    @BeforeAll
    static void start() {
        brightline = new RunningBrightline(directory);
        brightline.account("register", AccountRole.COORDINATOR, null);
        brightline
                .post("register", "/api/commands/schools", Map.of("code", "MAR", "name", "Marlow High School"))
                .expect(201);
        for (AccountRole role : List.of(AccountRole.SYSADMIN, AccountRole.AUDITOR)) {
            passwords.put(
                    role,
                    brightline
                            .bean(Accounts.class)
                            .create(role.text(), role, null, Set.of())
                            .firstPassword());
        }
        chromium = new Chromium();
    }

    @AfterAll
    static void stop() {
        chromium.close();
        brightline.close();
    }

    private static Page room(BrowserContext visitor, AccountRole role, List<String> errors) {
        Page page = visitor.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                errors.add(message.text());
            }
        });
        Chromium.signIn(page, role.text(), String.valueOf(passwords.get(role)));
        page.navigate("/replays");
        return page;
    }

    private static Locator press(Page page, String label) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(label).setExact(true));
    }

    private static JdbcClient database() {
        return JdbcClient.create(brightline.bean(DataSource.class));
    }

    @Test
    void a_rebuild_is_started_watched_compared_and_discarded_after_asking() {
        List<String> errors = new ArrayList<>();
        try (BrowserContext wide = chromium.visitor(brightline.url());
                BrowserContext narrow = chromium.phone(brightline.url());
                BrowserContext other = chromium.visitor(brightline.url())) {
            Page page = room(wide, AccountRole.SYSADMIN, errors);
            Chromium.judge(page, "replays-none");
            press(page, "Start a rebuild").dblclick();
            page.waitForURL(url -> url.matches(".*/replays/[-0-9a-f]{36}"));
            assertThat(page.locator("[data-state]").first().innerText()).isIn("Rebuild started.", "");
            assertThat(page.locator("body")).not().containsText("Done.");
            assertThat(page.locator("#progress"))
                    .containsText("The same: every rebuilt figure and every row equals the live one.", PATIENTLY);
            assertThat(page.locator("#progress")).containsText("It took");
            assertThat(page.locator("section table tbody tr").first())
                    .containsText("Contacts, counted once per officer");
            assertThat(page.locator("details#rows")).not().hasAttribute("open", "");
            Chromium.judge(page, "replay-same");
            page.locator("details#rows summary").click();
            assertThat(page.locator("details#rows")).containsText("Timelines of cases");
            assertThat(database()
                            .sql("select count(*) from rm.replay where state <> 'FAILED'")
                            .query(Long.class)
                            .single())
                    .isEqualTo(1);

            Page list = room(narrow, AccountRole.SYSADMIN, errors);
            assertThat(list.locator("#list")).containsText("A rebuild waits for your decision");
            assertThat(press(list, "Start a rebuild")).hasCount(0);
            Chromium.judge(list, "replays-waiting-phone-dark");
            Page auditor = room(other, AccountRole.AUDITOR, errors);
            assertThat(auditor.locator("#list")).containsText("Compared, waiting for a decision");
            auditor.locator("#list th a").first().click();
            assertThat(auditor.locator("#progress")).containsText("The same");
            assertThat(auditor.locator("main form")).hasCount(0);

            press(page, "Discard the rebuild").click();
            assertThat(page.locator("dialog"))
                    .containsText("Its tables are removed, the live figures stay as they are");
            Chromium.judge(page, "replay-ask");
            page.locator("dialog").getByText("Cancel").click();
            assertThat(page.locator("dialog")).hasCount(0);
            assertThat(page.locator("#progress")).containsText("Decide");
            press(page, "Discard the rebuild").click();
            page.keyboard().press("Escape");
            assertThat(page.locator("dialog")).hasCount(0);
            press(page, "Discard the rebuild").click();
            page.locator("dialog")
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Discard the rebuild"))
                    .click();
            assertThat(page.locator("#progress")).containsText("Discarded: the live figures stayed");
            list.reload();
            Chromium.judge(list, "replays-again-phone-dark");
            assertThat(press(list, "Start a rebuild")).isVisible();
        }
        assertThat(errors).isEmpty();
    }

    @Test
    void nothing_is_said_to_be_compared_before_it_is_and_the_pages_refresh_by_themselves() {
        List<String> errors = new ArrayList<>();
        JdbcClient database = database();
        database.sql("""
                        insert into rm.replay (replay_id, actor, idempotency_key, state, started_at)
                        values ('00000000-0000-4000-8000-000000000001', 'sysadmin', 'a-key-of-a-test', 'RUNNING',
                                clock_timestamp() - interval '30 seconds')
                        """).update();
        database.sql("""
                        insert into rm.replay_part (replay_id, projection, schema, horizon, position)
                        values ('00000000-0000-4000-8000-000000000001', 'involvement', 'rm_involvement_r9999', 40000, 10000)
                        """).update();
        try (BrowserContext wide = chromium.visitor(brightline.url());
                BrowserContext narrow = chromium.phone(brightline.url())) {
            Page list = room(wide, AccountRole.AUDITOR, errors);
            assertThat(list.locator("#list tbody tr").first()).containsText("Rebuilding, 25% of the events read");
            assertThat(list.locator("#list tbody tr").first()).containsText("not compared yet");
            Page page = room(narrow, AccountRole.SYSADMIN, errors);
            page.navigate("/replays/00000000-0000-4000-8000-000000000001");
            assertThat(page.locator("#progress")).containsText("Rebuilding: 25% of the events read");
            assertThat(page.locator("#progress")).containsText("10,000 of 40,000 readings");
            assertThat(page.locator("#progress")).containsText("more to read, then the comparison");
            Chromium.judge(page, "replay-running-phone-dark");
            database.sql("""
                            update rm.replay_part set position = 20000
                             where replay_id = '00000000-0000-4000-8000-000000000001'
                            """).update();
            assertThat(page.locator("#progress")).containsText("Rebuilding: 50% of the events read");
            assertThat(list.locator("#list tbody tr").first()).containsText("50%");
            Chromium.judge(list, "replays-running");
            database.sql("""
                            update rm.replay set state = 'FAILED', ended_at = clock_timestamp()
                             where replay_id = '00000000-0000-4000-8000-000000000001'
                            """).update();
            assertThat(page.locator("#progress")).containsText("Stopped before it was done");
            assertThat(list.locator("#list tbody tr").first()).containsText("Stopped before it was done");
            assertThat(page.locator("[data-refresh]")).hasCount(0);
        }
        assertThat(errors).isEmpty();
    }
}
