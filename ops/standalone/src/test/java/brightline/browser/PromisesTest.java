package brightline.browser;

import static org.assertj.core.api.Assertions.assertThat;

import brightline.edge.access.AccountRole;
import brightline.query.pages.AnswerableRequest;
import brightline.query.pages.Rooms;
import brightline.scenarios.RunningBrightline;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.RequestOptions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whatever a page says that one can do there is so, for the role that reads it. */
class PromisesTest {
    /** Enough of each page of a list: its records look alike. */
    private static final int SAME_SHAPE = 2;

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{27}");

    static RunningBrightline brightline;
    static Chromium chromium;
    static final Map<AccountRole, String[]> accounts = new TreeMap<>();

    @BeforeAll
    static void start() {
        brightline = Demonstration.running().brightline();
        for (String[] account : Demonstration.running().accounts()) {
            accounts.put(AccountRole.of(account[0]), account);
        }
        chromium = new Chromium();
    }

    @AfterAll
    static void stop() {
        chromium.close();
    }

    private Page signedIn(BrowserContext visitor, AccountRole role, List<String> broken) {
        Page page = visitor.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                broken.add(role + " " + page.url() + " console: " + message.text());
            }
        });
        page.onPageError(error -> broken.add(role + " " + page.url() + " script: " + error));
        String[] account = Objects.requireNonNull(accounts.get(role));
        Chromium.signIn(page, account[1], account[2]);
        return page;
    }

    @Test
    void every_link_form_and_promise_of_every_page_holds_for_its_role() {
        List<String> broken = new ArrayList<>();
        for (AccountRole role : AccountRole.values()) {
            try (BrowserContext visitor = chromium.visitor(brightline.url())) {
                walk(role, signedIn(visitor, role, broken), broken);
            }
        }
        assertThat(broken).isEmpty();
    }

    private static void walk(AccountRole role, Page page, List<String> broken) {
        Set<String> seen = new LinkedHashSet<>();
        Map<String, Integer> shapes = new TreeMap<>();
        Deque<String> ahead = new ArrayDeque<>(List.of("/"));
        while (!ahead.isEmpty()) {
            String path = ahead.removeFirst();
            String shape = ID.matcher(path.replaceAll("\\?.*", "?")).replaceAll("{id}");
            if (!seen.add(path) || shapes.merge(shape, 1, Integer::sum) > SAME_SHAPE) {
                continue;
            }
            if (!path.startsWith("/v3/") && !path.matches("/(api|assets)/.*|.*\\.csv(\\?.*)?")) {
                var answer = page.navigate(path);
                if (answer == null || !answer.ok()) {
                    broken.add(role + " " + path + " is answered " + (answer == null ? "not at all" : answer.status()));
                    continue;
                }
                ahead.addAll(links(page));
                forms(role, page, path, broken);
                Stream.concat(Promises.broken(page).stream(), Promises.ofTheModel(page).stream())
                        .forEach(one -> broken.add(role + " " + one));
                paper(role, page, path, broken);
            } else {
                int status = page.request().get(path).status();
                if (status / 100 != 2) {
                    broken.add(role + " " + path + " is answered " + status);
                }
            }
        }
        for (Rooms room : Rooms.of(role)) {
            if (!seen.contains(room.path())) {
                broken.add(role + " is not shown the way to " + room.path());
            }
        }
    }

    /** Links within the application, in the order of the page, without the part after #. */
    private static List<String> links(Page page) {
        Object found = page.evaluate("""
                () => [...document.querySelectorAll('a[href]')]
                  .filter((link) => link.origin === location.origin && !link.getAttribute('href').startsWith('#'))
                  .map((link) => link.pathname + link.search)
                """);
        return ((List<?>) found).stream().map(String::valueOf).toList();
    }

    /**
     * A form's target is there for the role: it refuses an empty body, if anything, and not the person or the address. A field may be
     * called action, so attributes are asked and not properties.
     */
    private static void forms(AccountRole role, Page page, String path, List<String> broken) {
        Object found = page.evaluate("""
                () => [...document.querySelectorAll('form')].map((form) => form.dataset.api !== undefined
                  ? (form.dataset.method ?? 'POST') + ' ' + form.dataset.api
                  : (form.getAttribute('method') ?? 'GET').toUpperCase() + ' '
                    + new URL(form.getAttribute('action') ?? location.href, location.href).pathname)
                """);
        for (Object one : new LinkedHashSet<>((List<?>) found)) {
            String[] target = String.valueOf(one).split(" ", 2);
            if (target[1].equals("/sign-out") || ID.matcher(target[1]).find()) {
                continue;
            }
            int status = asked(page, target[0], target[1]);
            if (status == 401 || status == 403 || status == 404 || status == 405 || status >= 500) {
                broken.add(role + " " + path + ": the form to " + one + " is answered " + status);
            }
        }
    }

    /** The answer to a request as the page's reader; with an empty body where it is to change something. */
    private static int asked(Page page, String method, String path) {
        return method.equals("GET")
                ? page.request().get(path).status()
                : page.request()
                        .fetch(
                                path,
                                RequestOptions.create()
                                        .setMethod(method)
                                        .setHeader("Content-Type", "application/json")
                                        .setHeader("X-CSRF-TOKEN", csrf(page))
                                        .setData("[]"))
                        .status();
    }

    /** No table or chart is cut on letter paper, which holds 7.5 inches of text. */
    private static void paper(AccountRole role, Page page, String path, List<String> broken) {
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        page.setViewportSize(720, 960);
        Object cut = page.evaluate("""
                () => [...document.querySelectorAll('main table, main svg[role=img]')]
                  .filter((one) => one.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
                  .map((one) => one.caption?.textContent ?? one.getAttribute('aria-label') ?? one.tagName)
                """);
        for (Object one : (List<?>) cut) {
            broken.add(role + " " + path + ": on paper the right edge is cut off: " + one);
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        page.setViewportSize(1280, 900);
    }

    private static String csrf(Page page) {
        return String.valueOf(page.locator("meta[name=_csrf]").getAttribute("content"));
    }

    @Test
    void nobody_is_told_that_there_is_no_room_and_what_works_by_request_is_described() {
        String api = brightlineDescription();
        for (AccountRole role : List.of(AccountRole.PROVIDER, AccountRole.SCHOOL_ADMIN, AccountRole.CLERK)) {
            List<String> broken = new ArrayList<>();
            try (BrowserContext visitor = chromium.visitor(brightline.url())) {
                Page page = signedIn(visitor, role, broken);
                assertThat(page.locator("h1").innerText()).isEqualTo("Your pages are not built yet");
                assertThat(page.locator("main").innerText()).doesNotContainIgnoringCase("no room");
                for (AnswerableRequest one : AnswerableRequest.of(role)) {
                    assertThat(page.locator("main").innerText()).contains(one.method() + " " + one.path());
                    assertThat(api).contains("\"" + one.path() + "\"");
                    assertThat(asked(page, one.method(), one.path().replace("{id}", String.valueOf(UUID.randomUUID()))))
                            .as(role + " asks " + one)
                            .isNotIn(401, 403, 405)
                            .isLessThan(500);
                }
                Chromium.judge(page, "start-" + role.text());
            }
        }
    }

    private static String brightlineDescription() {
        brightline.account("describing", AccountRole.AUDITOR, null);
        return brightline.get("describing", "/v3/api-docs").expect(200).body();
    }

    @Test
    void what_the_line_says_a_supervisor_is_shown_is_shown_to_supervisors_and_auditors_alone() {
        for (AccountRole role : AccountRole.values()) {
            boolean told = role == AccountRole.SUPERVISOR || role == AccountRole.AUDITOR;
            try (BrowserContext visitor = chromium.visitor(brightline.url())) {
                Page page = signedIn(visitor, role, new ArrayList<>());
                if (role == AccountRole.SRO) {
                    page.navigate("/entry");
                    page.locator("#line details summary").click();
                    assertThat(page.locator("#line").innerText()).contains("shown to a supervisor");
                }
                page.navigate("/dashboard");
                assertThat(page.locator("main a[href^='/dashboard/line']").count())
                        .as(role.text())
                        .isEqualTo(told ? 1 : 0);
                assertThat(page.request().get("/dashboard/line").status())
                        .as(role.text())
                        .isEqualTo(told ? 200 : Rooms.DASHBOARD.roles().contains(role) ? 404 : 403);
            }
        }
    }

    /** What is sent by its button is sent by nothing else. */
    @Test
    void enter_in_a_field_of_a_form_that_records_sends_nothing() {
        Map<AccountRole, List<String>> pages = Map.of(
                AccountRole.SYSADMIN, List.of("/settings", "/accounts", "/replays", "/care", "/password"),
                AccountRole.COORDINATOR, List.of("/imports", "/names"));
        pages.forEach((role, paths) -> {
            try (BrowserContext visitor = chromium.visitor(brightline.url())) {
                Page page = signedIn(visitor, role, new ArrayList<>());
                List<String> sent = new ArrayList<>();
                page.onRequest(request -> {
                    if (!request.method().equals("GET")) {
                        sent.add(request.method() + " " + request.url());
                    }
                });
                int fields = 0;
                for (String path : paths) {
                    page.navigate(path);
                    page.evaluate("document.querySelectorAll('main details').forEach(fold => { fold.open = true; })");
                    assertThat(page.locator("main form:not([method=get]):not([data-api], [data-by-button])")
                                    .count())
                            .as(path)
                            .isZero();
                    page.locator("main input[type=password]").all().forEach(field -> field.fill("none of it is real"));
                    for (Locator field : page.locator("main form:not([method=get]) input:visible:not([type=file])")
                            .all()) {
                        field.press("Enter");
                        fields++;
                    }
                    assertThat(page.locator("[data-problem]:not(:empty), .usa-error-message")
                                    .count())
                            .as(path + " found something wrong with what it was not to send")
                            .isZero();
                    assertThat(page.url()).endsWith(path);
                }
                assertThat(fields).isPositive();
                assertThat(sent).as(role.text()).isEmpty();
            }
        });
    }

    @Test
    void a_page_that_is_not_the_readers_keeps_the_way_to_those_that_are() {
        try (BrowserContext visitor = chromium.visitor(brightline.url())) {
            Page page = signedIn(visitor, AccountRole.ANALYST, new ArrayList<>());
            assertThat(page.navigate("/cases").status()).isEqualTo(403);
            for (String place :
                    List.of("nav a[href='/dashboard']", "main a[href='/dashboard']", "form[action='/sign-out']")) {
                assertThat(page.locator(place).count()).as(place).isPositive();
            }
            Chromium.judge(page, "error-403");
            assertThat(page.navigate("/nowhere").status()).isEqualTo(404);
            assertThat(page.locator("nav a[href='/dashboard']").count()).isPositive();
            assertThat(page.locator("header").innerText()).contains("Ridgemont Police Department");
            Chromium.judge(page, "error-404");
        }
    }

    @Test
    void the_demonstration_greets_nobody_with_an_alarm() {
        for (AccountRole role : AccountRole.values()) {
            try (BrowserContext visitor = chromium.visitor(brightline.url())) {
                Page page = signedIn(visitor, role, new ArrayList<>());
                assertThat(page.url()).as(role.text()).endsWith("/");
                assertThat(page.locator("main .usa-alert").count())
                        .as(role.text())
                        .isZero();
            }
        }
    }
}
