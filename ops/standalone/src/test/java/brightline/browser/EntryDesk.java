package brightline.browser;

import brightline.edge.access.AccountRole;
import brightline.edge.access.Accounts;
import brightline.edge.access.NewAccount;
import brightline.scenarios.RunningBrightline;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A running Brightline of one school with two officers, and the hands of whoever logs a contact there. */
final class EntryDesk implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    final RunningBrightline brightline;
    final Chromium chromium = new Chromium();
    final NewAccount adeyemi;
    final NewAccount okafor;
    private final List<String> complaints = new ArrayList<>();

    EntryDesk(Path directory) {
        brightline = new RunningBrightline(directory);
        brightline.now(Instant.parse("2026-11-30T16:10:00Z"));
        brightline.account("coordinator", AccountRole.COORDINATOR, null, "MAR");
        brightline.account("auditor", AccountRole.AUDITOR, null, "MAR");
        brightline
                .post("coordinator", "/api/commands/schools", Map.of("code", "MAR", "name", "Marlow High School"))
                .expect(201);
        adeyemi = officer("adeyemi", "4711");
        okafor = officer("okafor", "4712");
    }

    private NewAccount officer(String name, String star) {
        String id = brightline
                .post(
                        "coordinator",
                        "/api/commands/officers",
                        Map.of("starNumber", star, "name", name, "capacity", "SRO"))
                .expect(201)
                .json()
                .get("officer")
                .asString();
        brightline
                .post(
                        "coordinator",
                        "/api/commands/officers/" + id + "/assignments",
                        Map.of("school", "MAR", "from", "2026-08-17"))
                .expect(200);
        return brightline.bean(Accounts.class).create(name, AccountRole.SRO, UUID.fromString(id), Set.of("MAR"));
    }

    /** Signs in and comes to the entry page, as far as it is ready to be typed into. */
    Page entry(BrowserContext visitor, NewAccount account) {
        Page page = visitor.newPage();
        watch(page);
        Chromium.signIn(page, account.account().username(), account.firstPassword());
        page.navigate("/entry");
        return page;
    }

    /** Notes what the console complains of, apart from requests that a test cuts off or that end for want of a session. */
    void watch(Page page) {
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
    }

    List<String> complaints() {
        return complaints;
    }

    /** A staff request about a student and a conduct, without danger; nothing done yet. */
    static void begin(Page page, String number, String conduct) {
        page.locator("#school").selectOption("MAR");
        choose(page, "s1-initiator-STAFF_REQUEST");
        choose(page, "s1-requestedBy-TEACHER");
        page.locator("#s1-number").fill(number);
        page.locator("#s1-conduct").fill(conduct);
        page.locator("#s1-conduct").press("Tab");
        choose(page, "s1-imminent-no");
    }

    /** Takes one choice of a question, or ticks what was done. */
    static void choose(Page page, String id) {
        page.locator("label:has(#" + id + ")").click();
    }

    static void did(Page page, String... actions) {
        for (String action : actions) {
            choose(page, "s1-action-" + action);
        }
    }

    /** Reads back and records. @return what was sent */
    static JsonNode record(Page page) {
        page.locator("#read-back").click();
        page.locator("#reading").waitFor();
        Request request = page.waitForRequest(
                EntryDesk::records, () -> page.locator("#record").click());
        page.locator("#outcome").getByText("Recorded as BL-").waitFor();
        return JSON.readTree(request.postData());
    }

    static boolean records(Request request) {
        return request.method().equals("POST") && request.url().endsWith("/api/commands/incidents");
    }

    /** How many incidents are on record. */
    int incidents() {
        return JdbcClient.create(brightline.bean(DataSource.class))
                .sql("select count(*) from log.domain_event_entry where payload_type = 'incident.opened'")
                .query(Integer.class)
                .single();
    }

    @Override
    public void close() {
        chromium.close();
        brightline.close();
    }
}
