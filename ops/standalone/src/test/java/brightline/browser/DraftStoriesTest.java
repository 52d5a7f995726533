package brightline.browser;

import static brightline.browser.EntryDesk.begin;
import static brightline.browser.EntryDesk.did;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was typed outlives the page, the session and the browser, is seen by nobody else, and is sent once. */
class DraftStoriesTest {
    @TempDir
    static Path directory;

    @TempDir
    Path profile;

    static EntryDesk desk;

    @BeforeAll
    static void start() {
        desk = new EntryDesk(directory);
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    @AfterEach
    void the_console_complained_of_nothing() {
        assertThat(desk.complaints()).isEmpty();
    }

    private static BrowserContext visitor() {
        return desk.chromium.visitor(desk.brightline.url());
    }

    /** Types an entry, and waits until the page says that it is kept. */
    private static void typed(Page page, String number) {
        begin(page, number, "phone");
        did(page, "A2_ESCORT", "A2_DETAIN");
        page.locator("#s1-last-name").fill("Netherby");
        page.locator("#line-text").getByText("school rule").waitFor();
        page.locator("#s1-narrative").fill("Kept through everything.");
        isSaved(page);
    }

    /** All that was typed is kept, to the last letter. */
    private static void isSaved(Page page) {
        page.locator("#saved[data-state=kept]")
                .getByText("Saved on this device")
                .waitFor();
    }

    private static void isBack(Page page, String number) {
        page.locator("[data-restored]").waitFor();
        assertThat(page.locator("#s1-number").inputValue()).isEqualTo(number);
        assertThat(page.locator("#s1-last-name").inputValue()).isEqualTo("Netherby");
        assertThat(page.locator("#s1-narrative").inputValue()).isEqualTo("Kept through everything.");
        assertThat(page.locator("[data-chosen]").innerText()).contains("1-8");
        assertThat(page.locator("#s1-action-A2_DETAIN").isChecked()).isTrue();
        assertThat(page.locator("#s1-imminent-no").isChecked()).isTrue();
        assertThat(page.locator("#school").inputValue()).isEqualTo("MAR");
    }

    @Test
    void reload_and_back_bring_the_entry_back_and_it_is_sent_once() {
        int before = desk.incidents();
        try (BrowserContext visitor = visitor()) {
            Page page = desk.entry(visitor, desk.adeyemi);
            typed(page, "MAR-0101");
            page.reload();
            isBack(page, "MAR-0101");
            page.navigate("/cases");
            page.goBack();
            isBack(page, "MAR-0101");
            EntryDesk.record(page);
            page.navigate("/entry");
            page.locator("#notices [data-incident]").first().waitFor();
            assertThat(page.locator("#s1-number").inputValue())
                    .as("recorded, so gone")
                    .isEmpty();
        }
        assertThat(desk.incidents()).isEqualTo(before + 1);
    }

    @Test
    void signing_out_keeps_it_for_the_account_and_from_any_other() {
        try (BrowserContext visitor = visitor()) {
            Page page = desk.entry(visitor, desk.adeyemi);
            typed(page, "MAR-0102");
            page.locator(".bl-account summary").click();
            page.getByText("Sign out").click();
            page.waitForURL(url -> url.contains("/sign-in"));

            Chromium.signIn(page, desk.okafor.account().username(), desk.okafor.firstPassword());
            page.navigate("/entry");
            page.locator("#s1-number").fill("MAR-9");
            isSaved(page);
            assertThat(page.locator("#notices").innerText()).isEmpty();
            String onDevice = String.valueOf(page.evaluate("""
                    new Promise(resolve => {
                      const open = indexedDB.open('brightline');
                      open.onsuccess = () => {
                        const all = open.result.transaction('kept').objectStore('kept').getAll();
                        all.onsuccess = () => resolve(all.result.map(row =>
                          JSON.stringify(row) + new TextDecoder('latin1').decode(row.sealed)).join('|'));
                      };
                    })
                    """));
            assertThat(onDevice).contains("draft").doesNotContain("Netherby", "MAR-0102", "Kept through");
            assertThat(String.valueOf(page.evaluate("JSON.stringify(localStorage) + JSON.stringify(sessionStorage)")))
                    .doesNotContain("Netherby", "MAR-0102");
            page.locator("#discard").click();
            page.getByText("Discard the entry").click();
            page.waitForURL(url -> url.endsWith("/entry"));

            page.locator(".bl-account summary").click();
            page.getByText("Sign out").click();
            page.waitForURL(url -> url.contains("/sign-in"));
            Chromium.signIn(page, desk.adeyemi.account().username(), desk.adeyemi.firstPassword());
            page.navigate("/entry");
            isBack(page, "MAR-0102");
        }
    }

    @Test
    void a_browser_killed_while_sending_brings_it_back_and_does_not_double_it() {
        int before = desk.incidents();
        AtomicReference<String> key = new AtomicReference<>("");
        try (BrowserContext device = desk.chromium.device(profile, desk.brightline.url())) {
            Page page = desk.entry(device, desk.adeyemi);
            typed(page, "MAR-0103");
            page.route(url -> url.endsWith("/api/commands/incidents"), route -> {
                key.set(route.request().headers().get("idempotency-key"));
                route.fetch();
                route.abort();
            });
            page.locator("#read-back").click();
            page.locator("#record").click();
            page.locator("#outcome").getByText("No answer yet").waitFor();
            kill(profile);
        } catch (PlaywrightException e) {
            // Its context cannot be closed any more.
            assertThat(e.getMessage()).contains("closed");
        }
        assertThat(desk.incidents()).as("it had arrived").isEqualTo(before + 1);
        try (BrowserContext device = desk.chromium.device(profile, desk.brightline.url())) {
            Page page = device.pages().getFirst();
            desk.watch(page);
            page.navigate("/entry");
            if (page.url().contains("/sign-in")) {
                Chromium.signIn(page, desk.adeyemi.account().username(), desk.adeyemi.firstPassword());
                page.navigate("/entry");
            }
            page.getByText("This entry was being recorded when the page closed").waitFor();
            assertThat(page.locator("#s1-last-name").inputValue()).isEqualTo("Netherby");
            String again = page.waitForRequest(
                            EntryDesk::records,
                            () -> page.getByText("Send it again").last().click())
                    .headers()
                    .get("idempotency-key");
            page.locator("#outcome").getByText("Recorded as BL-").waitFor();
            assertThat(again).isEqualTo(key.get());
        }
        assertThat(desk.incidents()).isEqualTo(before + 1);
    }

    /** Ends the browser of that profile, and no other, as a crash would: it says goodbye to nobody. */
    private static void kill(Path profile) {
        List<ProcessHandle> browser = ProcessHandle.current()
                .descendants()
                .filter(process -> Arrays.asList(process.info().arguments().orElse(new String[0]))
                        .contains("--user-data-dir=" + profile))
                .toList();
        assertThat(browser).isNotEmpty();
        browser.forEach(ProcessHandle::destroyForcibly);
        browser.forEach(process -> process.onExit().join());
    }

    @Test
    void after_the_session_ended_the_second_tab_leads_back_to_the_entry() {
        int before = desk.incidents();
        try (BrowserContext visitor = visitor()) {
            Page page = desk.entry(visitor, desk.adeyemi);
            typed(page, "MAR-0104");
            visitor.clearCookies();
            page.locator("#read-back").click();
            page.locator("#record").click();
            page.getByText("You are signed out").waitFor();

            Page second = visitor.waitForPage(
                    () -> page.getByText("Sign in (opens a new tab)").click());
            desk.watch(second);
            second.getByLabel("User name").fill(desk.adeyemi.account().username());
            second.locator("input[name=password]").fill(desk.adeyemi.firstPassword());
            second.locator("form button[type=submit]").first().click();
            second.getByText("Signed in. Go back to your entry").waitFor();
            assertThat(second.locator("#entry").isVisible())
                    .as("no second, empty form")
                    .isFalse();
            Chromium.judge(second, "entry-elsewhere");

            page.bringToFront();
            page.locator("#outcome").getByText("Record the contact").click();
            page.locator("#outcome").getByText("Recorded as BL-").waitFor();
        }
        assertThat(desk.incidents()).isEqualTo(before + 1);
    }

    @Test
    void two_tabs_keep_an_entry_each() {
        try (BrowserContext visitor = visitor()) {
            Page page = desk.entry(visitor, desk.adeyemi);
            typed(page, "MAR-0105");
            Page second = visitor.newPage();
            second.navigate("/entry");
            second.getByText("Log another contact here").click();
            second.locator("#s1-number").fill("MAR-0106");
            isSaved(second);
            page.locator("#s1-first-name").fill("Ada");
            isSaved(page);
            second.reload();
            second.locator("[data-elsewhere]").waitFor();
            second.getByText("Log another contact here").click();
            second.locator("[data-restored]").waitFor();
            assertThat(second.locator("#s1-number").inputValue()).isEqualTo("MAR-0106");
            second.close();
            page.reload();
            isBack(page, "MAR-0105");
            assertThat(page.locator("#s1-first-name").inputValue()).isEqualTo("Ada");
            assertThat(page.locator("#notices").innerText()).contains("One more entry is not recorded yet");
        }
    }

    @Test
    void discarding_asks_first_and_leaves_nothing() {
        try (BrowserContext visitor = visitor()) {
            Page page = desk.entry(visitor, desk.adeyemi);
            typed(page, "MAR-0107");
            page.locator("#discard").click();
            page.getByText("Keep it", new Page.GetByTextOptions().setExact(true))
                    .click();
            assertThat(page.locator("#s1-number").inputValue()).isEqualTo("MAR-0107");
            page.locator("#discard").click();
            page.getByText("Discard the entry").click();
            Locator number = page.locator("#s1-number");
            page.waitForCondition(() -> number.inputValue().isEmpty());
            page.reload();
            assertThat(number.inputValue()).isEmpty();
        }
    }

    @Test
    void a_browser_that_keeps_nothing_is_said_so_at_the_top() {
        try (BrowserContext visitor = visitor()) {
            visitor.addInitScript("Object.defineProperty(globalThis, 'indexedDB', { value: undefined })");
            Page page = desk.entry(visitor, desk.adeyemi);
            page.locator("#notices")
                    .getByText("Nothing you type is kept on this device")
                    .waitFor();
        }
    }
}
