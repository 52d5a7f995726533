package brightline.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import brightline.edge.access.AccountRole;
import brightline.edge.access.Accounts;
import brightline.edge.access.NewAccount;
import brightline.scenarios.RunningBrightline;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The analyst's figures over two falls of one agency, before and under its agreement, and a file of earlier stops whose officers'
 * assignment nobody stated.
 */
class FigureRoomsTest {
    private static final Path STOPS = Path.of("..", "samples", "california-stops-sample.csv");
    private static final int LINES = 120;
    private static final List<String> PAGES = List.of(
            "/dashboard",
            "/dashboard/routine?groupBy=tier",
            "/dashboard/started",
            "/dashboard/schools?school=MAR&school=LAK",
            "/dashboard/arrests",
            "/dashboard/missing",
            "/dashboard/line",
            "/how-we-count");

    @TempDir
    static Path directory;

    static RunningBrightline brightline;
    static Chromium chromium;
    static final Map<AccountRole, String> passwords = new EnumMap<>(AccountRole.class);

    @BeforeAll
    static void start() throws Exception {
        brightline = new RunningBrightline(directory);
        brightline.now(Instant.parse("2024-08-20T14:00:00Z"));
        brightline.account("listing", AccountRole.COORDINATOR, null, "MAR", "LAK");
        post("/api/commands/schools", Map.of("code", "MAR", "name", "Marlow High School"));
        post("/api/commands/schools", Map.of("code", "LAK", "name", "Lakebend Elementary School"));
        String officer = post(
                "/api/commands/officers",
                Map.of("starNumber", "4711", "name", "Adeyemi", "capacity", "SRO"),
                "officer");
        brightline.account("officer", AccountRole.SRO, officer, "MAR", "LAK");
        for (int i = 0; i < 12; i++) {
            contact("MAR", "2024-10-%02dT15:00:00Z".formatted(i + 1), i < 6);
        }
        String agreement = post(
                "/api/commands/agreements",
                Map.of("kind", "MOU", "title", "Agreement", "parties", List.of("Police", "Schools")),
                "agreement");
        post("/api/commands/agreements/" + agreement + "/in-force", Map.of("ruleSet", 1, "from", "2025-08-01"));
        for (int i = 0; i < 15; i++) {
            contact("MAR", "2025-10-%02dT15:00:00Z".formatted(i + 1), i < 3);
        }
        contact("LAK", "2025-10-20T15:00:00Z", true);
        takeIn();
        for (AccountRole role : AccountRole.values()) {
            NewAccount made = brightline.bean(Accounts.class).create("a-" + role.text(), role, null, Set.of("MAR"));
            passwords.put(role, made.firstPassword());
        }
        chromium = new Chromium();
    }

    @AfterAll
    static void stop() {
        chromium.close();
        brightline.close();
    }

    private static void post(String path, Map<String, ?> body) {
        brightline.post("listing", path, body).expect(path.endsWith("in-force") ? 200 : 201);
    }

    private static String post(String path, Map<String, ?> body, String id) {
        return brightline.post("listing", path, body).expect(201).json().get(id).asString();
    }

    /**
     * A phone that staff asked about: turned over to the dean, or the rule enforced by the officer, who was shown the line first and
     * unticked handcuffs after it.
     */
    private static void contact(String school, String at, boolean handled) {
        Instant occurred = Instant.parse(at);
        brightline.now(occurred.plus(Duration.ofHours(1)));
        Map<String, Object> action =
                handled ? Map.of("code", "D_ENFORCE_RULE") : Map.of("code", "A0_REFER_BACK", "referredTo", "DEAN");
        brightline
                .post(
                        "officer",
                        "/api/commands/incidents",
                        Map.of(
                                "occurredAt",
                                at,
                                "school",
                                school,
                                "place",
                                "HALLWAY",
                                "inSession",
                                "YES",
                                "students",
                                List.of(Map.of(
                                        "role",
                                        "SUBJECT",
                                        "initiator",
                                        "STAFF_REQUEST",
                                        "requestedBy",
                                        "TEACHER",
                                        "conduct",
                                        List.of("cps-scc/1-8"),
                                        "imminentThreat",
                                        "NO",
                                        "actions",
                                        List.of(action),
                                        "adviceShown",
                                        List.of(Map.of(
                                                "shownAt",
                                                at,
                                                "class",
                                                "ROUTINE_DISCIPLINE",
                                                "rule",
                                                "R02",
                                                "ruleSet",
                                                1,
                                                "actions",
                                                List.of("A2_HANDCUFF"))),
                                        "unticked",
                                        handled
                                                ? List.of(Map.of(
                                                        "code", "A2_HANDCUFF",
                                                        "untickedAt", at,
                                                        "reason", "MISTAP"))
                                                : List.of()))))
                .expect(201);
    }

    private static void takeIn() throws IOException, InterruptedException {
        String csv = Files.readAllLines(STOPS).stream().limit(LINES).collect(Collectors.joining("\n"));
        String body = "--b\r\nContent-Disposition: form-data; name=\"format\"\r\n\r\ncalifornia-stop-data\r\n"
                + "--b\r\nContent-Disposition: form-data; name=\"assumeImminent\"\r\n\r\nno\r\n"
                + "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"stops.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n" + csv + "\r\n--b--\r\n";
        HttpResponse<String> accepted = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(brightline.url() + "/api/commands/imports"))
                                .header("Authorization", "Bearer " + brightline.token("listing"))
                                .header("Content-Type", "multipart/form-data; boundary=b")
                                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
        String location = accepted.headers().firstValue("Location").orElseThrow();
        await().atMost(Duration.ofMinutes(2))
                .until(() -> !brightline
                        .get("listing", location)
                        .expect(200)
                        .json()
                        .get("state")
                        .asString()
                        .equals("RUNNING"));
        long last = JdbcClient.create(brightline.bean(DataSource.class))
                .sql("select max(global_index) from log.domain_event_entry")
                .query(Long.class)
                .single();
        brightline
                .get("listing", "/api/queries/involvements?atLeastIndex=" + last)
                .expect(200);
    }

    private static Page signedIn(BrowserContext visitor, AccountRole role) {
        Page page = visitor.newPage();
        Chromium.signIn(page, "a-" + role.text(), String.valueOf(passwords.get(role)));
        return page;
    }

    private static long involvements(String filters) {
        return brightline
                .get("listing", "/api/queries/involvements?" + filters)
                .expect(200)
                .json()
                .at("/rows/0/count")
                .asLong();
    }

    @Test
    void the_default_says_first_what_is_outside_and_not_stated_brings_it_in() {
        long notStated = involvements("officerCapacity=NOT_STATED");
        assertThat(notStated).isPositive();
        assertThat(brightline
                        .get("listing", "/api/queries/routine-discipline?officerCapacity=SRO")
                        .expect(200)
                        .json()
                        .at("/notes/0")
                        .asString())
                .isEqualTo(
                        "%d contacts are not in this view: %1$d assignment that day not stated.".formatted(notStated));
        try (BrowserContext visitor = chromium.visitor(brightline.url())) {
            Page page = signedIn(visitor, AccountRole.ANALYST);
            page.navigate("/dashboard");
            String answer = page.locator(".bl-answer").innerText();
            assertThat(answer)
                    .containsSubsequence(
                            (notStated + 12) + " contacts are not in this view: " + notStated
                                    + " assignment that day not stated, 12 before Aug 1, 2025.",
                            "Since the agreement of Aug 1, 2025: in 25 of 100 contacts (10 to 50)",
                            "In the school year before it: 50 of 100 (25 to 75), 6 of 12 contacts. A comparison, not a cause.",
                            "4 of 16 contacts");
            assertThat((Integer) page.evaluate("document.documentElement.scrollHeight"))
                    .as("two screens")
                    .isLessThanOrEqualTo(1800);

            page.getByText("Change what is shown").click();
            page.getByLabel("Assignment that day").selectOption("NOT_STATED");
            page.locator("#from").fill("2022-01-01");
            page.getByText("Apply", new Page.GetByTextOptions().setExact(true)).click();
            page.waitForURL(url -> url.contains("officerCapacity=NOT_STATED"));
            assertThat(page.locator(".bl-answer").innerText())
                    .contains("28 contacts are not in this view: 28 school resource officer.")
                    .contains("Contacts whose officer’s assignment that day is not stated at all schools");
            assertThat(page.locator(".bl-about").innerText())
                    .contains(notStated + " contacts counted once per officer");
        }
    }

    @Test
    void every_page_of_figures_is_there_for_everybody_and_whole_on_paper() {
        List<String> errors = new ArrayList<>();
        List<Throwable> found = new ArrayList<>();
        try (BrowserContext visitor = chromium.visitor(brightline.url())) {
            Page page = signedIn(visitor, AccountRole.SUPERVISOR);
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    errors.add(page.url() + " " + message.text());
                }
            });
            for (String path : PAGES) {
                try {
                    page.navigate(path);
                    Chromium.judgeEverywhere(
                            page, "figures" + path.replaceAll("\\?.*", "").replace('/', '-'));
                    wholeOnPaper(page, path);
                } catch (AssertionError | RuntimeException e) {
                    found.add(e);
                }
            }
        }
        assertThat(found).isEmpty();
        assertThat(errors).isEmpty();
    }

    /** Letter, portrait, with half an inch around: 7.5 inches are 720 CSS pixels. */
    private static void wholeOnPaper(Page page, String path) {
        page.setViewportSize(720, 960);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.evaluate("""
                () => [...document.querySelectorAll('main table, main svg, main th, main td')]
                  .filter(part => { const box = part.getBoundingClientRect();
                                    return box.width === 0 || box.right > document.documentElement.clientWidth + 1; })
                  .map(part => part.outerHTML.slice(0, 120))""")).as(path + " is cut on paper").isEqualTo(List.of());
        for (Locator part : page.locator(".bl-definitions dd, .bl-paper").all()) {
            assertThat(part.isVisible()).as(path + ": " + part.innerText()).isTrue();
        }
        if (path.startsWith("/dashboard")) {
            assertThat(page.locator(".bl-definitions dd").count()).isPositive();
            // The same view: several schools stand in one parameter there.
            assertThat(page.locator(".bl-paper").innerText())
                    .contains("Made ", page.url().replace("&school=", ","));
            assertThat(page.locator(".bl-filters").isVisible()).isFalse();
        }
        assertThat(page.pdf(new Page.PdfOptions().setFormat("Letter"))).isNotEmpty();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        page.setViewportSize(1280, 900);
    }

    @Test
    void a_table_and_its_file_hold_the_same_numbers() {
        try (BrowserContext visitor = chromium.visitor(brightline.url())) {
            Page page = signedIn(visitor, AccountRole.ANALYST);
            page.navigate("/dashboard/schools?from=2024-08-01&officerCapacity=SRO");
            Map<String, List<String>> seen = new LinkedHashMap<>();
            for (Locator row : page.locator(".bl-figure__table tbody tr").all()) {
                List<String> cells = row.locator("td").allInnerTexts();
                seen.put(row.locator("th").innerText(), cells.subList(0, 3));
            }
            assertThat(seen).containsOnlyKeys("Lakebend Elementary School", "Marlow High School");
            String csv = page.request()
                    .get(page.locator(".bl-csv a").first().getAttribute("href"))
                    .text();
            assertThat(csv).contains("Filters,", "Not in this view,", "Definition of ", "As known,");
            Map<String, List<String>> filed = new LinkedHashMap<>();
            csv.lines().filter(line -> seen.containsKey(line.split(",", -1)[0])).forEach(line -> {
                String[] cells = line.split(",", -1);
                String share = new BigDecimal(cells[3]).movePointRight(2).setScale(1, RoundingMode.HALF_UP) + "%";
                filed.put(
                        cells[0],
                        List.of(
                                marked(cells[1]),
                                marked(cells[2]),
                                Integer.parseInt(cells[2]) < 10 ? "too few" : share));
            });
            assertThat(filed).isEqualTo(seen);
        }
    }

    /** As the table shows a count below the threshold of the agency. */
    private static String marked(String count) {
        int number = Integer.parseInt(count);
        return number > 0 && number < 10 ? count + "*" : count;
    }

    /** What the officer's page says of changes after the line: a count by school and officer, for those it names. */
    @Test
    void supervisors_and_auditors_are_told_what_was_unticked_after_the_line_and_nobody_else_is() {
        for (AccountRole role : List.of(AccountRole.SUPERVISOR, AccountRole.AUDITOR)) {
            try (BrowserContext visitor = chromium.visitor(brightline.url())) {
                Page page = signedIn(visitor, role);
                page.navigate("/dashboard");
                page.getByText("What was unticked after the line?").click();
                page.waitForURL(url -> url.contains("/dashboard/line"));
                assertThat(page.locator("h1").innerText())
                        .isEqualTo("In 4 of 16 contacts in which the line was shown, something was unticked after it."
                                + " A count, never a finding by itself.");
                Map<String, List<String>> told = new LinkedHashMap<>();
                for (Locator row : page.locator(".bl-figure__table tbody tr").all()) {
                    told.put(row.locator("th").innerText(), row.locator("td").allInnerTexts());
                }
                assertThat(told)
                        .containsEntry("Lakebend Elementary School, Adeyemi", List.of("1*", "1*", "1*", "0", "0"))
                        .containsEntry("Marlow High School, Adeyemi", List.of("3*", "15", "3*", "0", "0"));
                page.navigate("/dashboard/line?asKnownOn=2025-10-02");
                assertThat(page.locator("h1").innerText()).startsWith("In 2 of 2 contacts");
                assertThat(page.locator(".bl-figure").innerText()).doesNotContain("%");
            }
        }
        try (BrowserContext visitor = chromium.visitor(brightline.url())) {
            Page page = signedIn(visitor, AccountRole.ANALYST);
            assertThat(page.navigate("/dashboard/line").status()).isEqualTo(404);
            page.navigate("/dashboard");
            assertThat(page.locator("main").innerText()).doesNotContain("unticked");
        }
    }

    @Test
    void a_code_that_is_none_is_an_error_at_its_field() {
        try (BrowserContext visitor = chromium.visitor(brightline.url())) {
            Page page = signedIn(visitor, AccountRole.ANALYST);
            page.navigate("/dashboard/schools?school=XXX&from=2025-08-01");
            assertThat(page.locator("#school-error").innerText()).startsWith("No school is on record");
            assertThat(page.locator("#from").inputValue()).isEqualTo("2025-08-01");
            assertThat(page.locator(".bl-figure").count()).isZero();
            page.getByRole(AriaRole.ALERT).locator("a").click();
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("school");
            Chromium.judge(page, "figures-wrong");
        }
    }

    /** Whoever is shown a link may follow it; and only who may open contacts is led to them. */
    @Test
    void no_link_of_figures_is_refused() {
        for (AccountRole role :
                List.of(AccountRole.ANALYST, AccountRole.COORDINATOR, AccountRole.SUPERVISOR, AccountRole.AUDITOR)) {
            try (BrowserContext visitor = chromium.visitor(brightline.url())) {
                Page page = signedIn(visitor, role);
                Set<String> links = new TreeSet<>();
                for (String path : List.of("/dashboard", "/dashboard/schools?officerCapacity=ALL")) {
                    page.navigate(path);
                    page.locator("main a").all().forEach(link -> links.add(withoutPlace(link.getAttribute("href"))));
                }
                links.remove("");
                for (String link : links) {
                    assertThat(page.request().get(link).status())
                            .as(role + " follows " + link)
                            .isEqualTo(200);
                }
                assertThat(links.stream().anyMatch(link -> link.startsWith("/cases?")))
                        .as(role + " is led to contacts")
                        .isEqualTo(role == AccountRole.SUPERVISOR || role == AccountRole.AUDITOR);
            }
        }
    }

    private static String withoutPlace(@Nullable String href) {
        return href == null ? "" : href.replaceAll("#.*", "");
    }
}
