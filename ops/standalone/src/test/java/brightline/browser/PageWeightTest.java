package brightline.browser;

import static org.assertj.core.api.Assertions.assertThat;

import brightline.edge.access.AccountRole;
import brightline.edge.access.Action;
import brightline.query.pages.Rooms;
import brightline.scenarios.RunningBrightline;
import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the pages of every role cost on a patrol car's line, counted by the browser that loaded them. */
class PageWeightTest {
    /** On a first visit, headers included. */
    private static final int MOST_BYTES = 150_000;

    private static final int MOST_REQUESTS = 12;

    /** As the browser adds them up; above 0.1 readers lose their place. */
    private static final double MOST_SHIFT = 0.05;

    private static final int MOST_QUESTIONS = 6;

    /** The same for every role but for what stands above them, which each role's start page has too. */
    private static final List<String> OF_EVERYBODY = List.of("/password", "/how-we-count");

    static RunningBrightline brightline;
    static Chromium chromium;
    static final Map<AccountRole, String[]> accounts = new TreeMap<>();

    @BeforeAll
    static void start() {
        brightline = Demonstration.running().brightline();
        for (String[] account : Demonstration.running().accounts()) {
            accounts.putIfAbsent(AccountRole.of(account[0]), new String[] {account[1], account[2]});
        }
        chromium = new Chromium();
    }

    @AfterAll
    static void stop() {
        chromium.close();
    }

    @Test
    void a_first_visit_of_any_page_of_any_role_is_light_and_still_and_asks_no_other_host() {
        List<String> faults = new ArrayList<>();
        judgeFirstVisits(faults, null, List.of("/sign-in"));
        judgeFirstVisits(faults, cookiesOf(AccountRole.SUPERVISOR), OF_EVERYBODY);
        for (AccountRole role : AccountRole.values()) {
            String cookies = cookiesOf(role);
            judgeFirstVisits(faults, cookies, pagesOf(role, cookies));
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void a_second_visit_loads_nothing_again_that_pages_are_made_of() {
        try (BrowserContext visitor = chromium.visitor(brightline.url())) {
            Page page = visitor.newPage();
            page.navigate("/sign-in");
            page.waitForLoadState(LoadState.NETWORKIDLE);
            assertThat(assets(page, "true")).as("assets of the page").hasSizeGreaterThanOrEqualTo(4);
            assertThat(assets(page, "entry.transferSize === 0"))
                    .as("from the cache")
                    .isEmpty();

            page.navigate("/sign-in?again");
            page.waitForLoadState(LoadState.NETWORKIDLE);
            assertThat(assets(page, "true")).as("assets of the page").hasSizeGreaterThanOrEqualTo(4);
            assertThat(assets(page, "entry.transferSize > 0"))
                    .as("over the line")
                    .isEmpty();
        }
    }

    /** Each page with an empty cache, on a desk and on a phone. */
    private static void judgeFirstVisits(List<String> faults, @Nullable String cookies, List<String> paths) {
        for (String path : paths) {
            for (boolean phone : new boolean[] {false, true}) {
                try (BrowserContext visitor = phone
                        ? chromium.phone(brightline.url(), cookies)
                        : chromium.visitor(brightline.url(), cookies)) {
                    judgeFirstVisit(faults, visitor.newPage(), path, path + (phone ? " at 320" : " at 1280"));
                }
            }
        }
    }

    private static void judgeFirstVisit(List<String> faults, Page page, String path, String name) {
        slowLine(page);
        page.addInitScript("""
                window.shift = 0;
                new PerformanceObserver((list) => list.getEntries().forEach((entry) => {
                  window.shift += entry.hadRecentInput ? 0 : entry.value;
                })).observe({ type: 'layout-shift', buffered: true });
                """);
        List<String> requests = new ArrayList<>();
        page.onRequest(request -> requests.add(request.url()));
        List<Request> failed = new ArrayList<>();
        page.onRequestFailed(failed::add);
        page.navigate(path);
        page.waitForLoadState(LoadState.NETWORKIDLE);
        page.evaluate("() => document.fonts.ready.then(() =>"
                + " new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))");
        if (!page.url().startsWith(brightline.url() + path)) {
            faults.add(name + " leads to " + page.url());
        }
        long bytes = ((Number) page.evaluate("""
                [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
                  .reduce((sum, entry) => sum + entry.transferSize, 0)""")).longValue();
        double shift = ((Number) page.evaluate("window.shift")).doubleValue();
        if (bytes > MOST_BYTES || bytes < 1000) {
            faults.add(name + " weighs " + bytes + " bytes");
        }
        if (requests.size() > MOST_REQUESTS) {
            faults.add(name + " makes " + requests.size() + " requests: " + requests);
        }
        if (shift > MOST_SHIFT) {
            faults.add(name + " shifts by " + shift);
        }
        requests.stream()
                .filter(url -> !url.startsWith(brightline.url()) && !url.startsWith("data:"))
                .forEach(url -> faults.add(name + " asks " + url));
        failed.forEach(request -> faults.add(name + " misses " + request.url()));
    }

    /** 1.6 Mbit/s and 150 ms: what comes late comes visibly late. */
    private static void slowLine(Page page) {
        CDPSession session = page.context().newCDPSession(page);
        JsonObject line = new JsonObject();
        line.addProperty("offline", false);
        line.addProperty("latency", 150);
        line.addProperty("downloadThroughput", 200_000);
        line.addProperty("uploadThroughput", 100_000);
        session.send("Network.enable");
        session.send("Network.emulateNetworkConditions", line);
    }

    private static String cookiesOf(AccountRole role) {
        try (BrowserContext visitor = chromium.visitor(brightline.url())) {
            String[] account = accounts.get(role);
            assertThat(account).as("account of the role " + role).isNotNull();
            Chromium.signIn(visitor.newPage(), account[0], account[1]);
            return visitor.storageState();
        }
    }

    /** The start page, the role's rooms and what they lead to: the questions, the first case, an import. */
    private static List<String> pagesOf(AccountRole role, String cookies) {
        List<String> paths = new ArrayList<>(List.of("/"));
        Rooms.of(role).forEach(room -> paths.add(room.path()));
        if (Action.OPEN_FIRST_STEPS.roles().contains(role)) {
            paths.add("/first-steps");
        }
        try (BrowserContext visitor = chromium.visitor(brightline.url(), cookies)) {
            Page page = visitor.newPage();
            if (Rooms.of(role).contains(Rooms.IMPORTS)) {
                sendWhatCannotBeRead(page);
            }
            for (Rooms room : List.of(Rooms.CASES, Rooms.DASHBOARD, Rooms.IMPORTS, Rooms.REPLAYS)) {
                if (Rooms.of(role).contains(room)) {
                    page.navigate(room.path());
                    page.waitForLoadState(LoadState.NETWORKIDLE);
                    page.locator("main a[href^='" + room.path() + "/']").all().stream()
                            .limit(room == Rooms.DASHBOARD ? MOST_QUESTIONS : 1)
                            .forEach(link -> paths.add(link.getAttribute("href")));
                }
            }
        }
        return paths;
    }

    /** Changes nothing that others count, and has its page. */
    private static void sendWhatCannotBeRead(Page page) {
        page.navigate(Rooms.IMPORTS.path());
        FilePayload file = new FilePayload("nothing.csv", "text/csv", "no,columns\n".getBytes(StandardCharsets.UTF_8));
        assertThat(page.request()
                        .post(
                                "/api/commands/imports",
                                RequestOptions.create()
                                        .setHeader(
                                                "X-CSRF-TOKEN",
                                                String.valueOf(page.locator("meta[name=_csrf]")
                                                        .getAttribute("content")))
                                        .setHeader("Idempotency-Key", String.valueOf(UUID.randomUUID()))
                                        .setMultipart(FormData.create()
                                                .set("format", "brightline-roster")
                                                .set("file", file)))
                        .status())
                .isEqualTo(202);
    }

    @SuppressWarnings("unchecked")
    private static List<String> assets(Page page, String which) {
        return (List<String>) page.evaluate("performance.getEntriesByType('resource').filter((entry) =>"
                + " entry.name.includes('/assets/') && (" + which + ")).map((entry) => entry.name)");
    }
}
