package brightline.browser;

import static org.assertj.core.api.Assertions.assertThat;

import brightline.edge.access.AccountRole;
import brightline.edge.access.Accounts;
import brightline.query.projection.Horizons;
import brightline.scenarios.RunningBrightline;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rooms of the officer, the analyst and the auditor over some months of an invented agency, wide and narrow, light and dark. */
class FirstRoomsTest {
    /** Of 900 pixels each. */
    private static final int TWO_SCREENS = 1800;

    static RunningBrightline brightline;
    static Chromium chromium;
    static final Map<String, String> passwords = new TreeMap<>();

    @BeforeAll
    static void start() {
        brightline = Demonstration.running().brightline();
        for (String[] account : Demonstration.running().accounts()) {
            passwords.put(account[1], account[2]);
        }
        brightline.account("counting", AccountRole.ANALYST, null);
        brightline.account("listing", AccountRole.COORDINATOR, null);
        chromium = new Chromium();
    }

    @AfterAll
    static void stop() {
        chromium.close();
    }

    private Page room(BrowserContext visitor, String username, String path) {
        Page page = visitor.newPage();
        Chromium.signIn(page, username, String.valueOf(passwords.get(username)));
        page.navigate(path);
        return page;
    }

    @Test
    void every_room_is_there_for_its_role_and_for_everybody() {
        List<String[]> rooms = List.of(
                new String[] {"analyst", "/dashboard"},
                new String[] {"auditor", "/cases"},
                new String[] {"coordinator", "/imports"},
                new String[] {"sysadmin", "/replays"},
                new String[] {"sysadmin", "/settings"},
                new String[] {"adeyemi", "/entry"});
        List<Throwable> found = new ArrayList<>();
        for (String[] room : rooms) {
            try (BrowserContext visitor = chromium.visitor(brightline.url())) {
                Chromium.judgeEverywhere(room(visitor, room[0], room[1]), room[1].substring(1));
            } catch (AssertionError | RuntimeException e) {
                found.add(e);
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void an_officer_logs_a_contact_on_the_page_and_the_figures_move() {
        int before = routineContacts();
        String number;
        try (BrowserContext visitor = chromium.visitor(brightline.url())) {
            Page page = room(visitor, "adeyemi", "/entry");
            page.locator("#read-back").click();
            page.locator("#errors a").first().waitFor();

            EntryDesk.begin(page, "MAR-0007", "phone");
            page.locator("#s1-last-name").fill("Netherby");
            EntryDesk.did(page, "D_ENFORCE_RULE");
            page.locator("#line[data-side=school]").waitFor();
            EntryDesk.record(page);
            assertThat(page.locator("#outcome a.usa-button")
                            .evaluate(
                                    "link => getComputedStyle(link).color !== getComputedStyle(link).backgroundColor"))
                    .as("the words of the button can be seen")
                    .isEqualTo(true);
            number = page.locator("#outcome").innerText().replaceAll("(?s).*?(BL-\\d{4}-\\d{5}).*", "$1");
        }
        assertThat(routineContacts()).isEqualTo(before + 1);

        try (BrowserContext visitor = chromium.visitor(brightline.url())) {
            Page page = room(visitor, "auditor", "/cases?number=" + number);
            page.locator("main table a[href*='/cases/']").first().click();
            page.waitForURL(url -> url.contains("/cases/"));
            page.locator(".bl-story h3 a").first().click();
            page.getByText("Step 1 of").waitFor();
            Chromium.judge(page, "case-stepped");
        }
    }

    @Test
    void an_officer_finds_the_student_instead_of_typing() {
        for (String[] name : new String[][] {{"L-7001", "Vesper"}, {"L-7002", "Véronique"}}) {
            String index = brightline
                    .post(
                            "listing",
                            "/api/commands/students",
                            Map.of(
                                    "number",
                                    name[0],
                                    "firstName",
                                    name[1],
                                    "lastName",
                                    "Quillon",
                                    "birthDate",
                                    "2010-05-01",
                                    "homeSchool",
                                    "MAR",
                                    "statistics",
                                    Map.of("gradeBand", "9-12")))
                    .expect(201)
                    .response()
                    .headers()
                    .firstValue("Brightline-Index")
                    .orElseThrow();
            assertThat(brightline.bean(Horizons.class).await("students", Long.parseLong(index), Duration.ofSeconds(60)))
                    .isTrue();
        }
        List<BrowserContext> visitors = List.of(chromium.visitor(brightline.url()), chromium.phone(brightline.url()));
        for (BrowserContext visitor : visitors) {
            try (visitor) {
                Page page = room(visitor, "adeyemi", "/entry");
                page.locator("#s1-find").fill("quillon ver");
                page.keyboard().press("Enter");
                page.locator("[data-found] label").first().waitFor();
                assertThat(page.locator("[data-found] label").allInnerTexts())
                        .singleElement()
                        .asString()
                        .contains("Quillon, Véronique", "grades 9-12");
                page.keyboard().press("Tab");
                page.keyboard().press("Tab");
                page.keyboard().press("Space");
                page.getByText("The fields below are filled in").waitFor();
                assertThat(page.locator("#s1-number").inputValue()).isEqualTo("L-7002");
                assertThat(page.locator("#s1-last-name").inputValue()).isEqualTo("Quillon");
                assertThat(page.locator("#s1-birth-date").inputValue()).isEqualTo("2010-05-01");
                assertThat(page.locator("#s1-home-school").inputValue()).isEqualTo("MAR");
                assertThat(page.locator("#s1-grade-band").inputValue()).isEqualTo("9-12");
                Chromium.judge(page, "entry-found-" + visitors.indexOf(visitor));

                page.locator("#s1-find").fill("L-9999");
                page.locator("[data-find]").click();
                page.getByText("Nobody of your schools was found").waitFor();
                assertThat(page.url()).doesNotContain("9999");
            }
        }
    }

    /** On the front page each picture leads to the page with its table. */
    @Test
    void every_chart_of_the_analyst_has_its_table_and_its_page_is_at_most_two_screens() {
        try (BrowserContext visitor = chromium.visitor(brightline.url())) {
            Page page = room(visitor, "analyst", "/dashboard");
            assertThat(page.locator("svg[role=img]").count()).isGreaterThanOrEqualTo(2);
            assertThat(page.locator(".bl-questions section:has(svg[role=img]):not(:has(h2 a[href^='/dashboard/']))")
                            .count())
                    .isZero();
            assertThat(height(page)).as("the front page").isLessThanOrEqualTo(TWO_SCREENS);
            for (String question : List.of("routine", "started", "schools", "arrests", "missing")) {
                page.navigate("/dashboard/" + question);
                assertThat(page.locator("section.bl-figure table caption").count())
                        .as(question)
                        .isPositive();
                assertThat(page.locator("section.bl-figure:has(svg[role=img]):not(:has(table caption))")
                                .count())
                        .as(question)
                        .isZero();
            }
            page.navigate("/dashboard/schools");
            assertThat(page.locator(".bl-figure__table tbody tr").count()).isGreaterThanOrEqualTo(4);
            assertThat(height(page)).as("the question of the schools").isLessThanOrEqualTo(TWO_SCREENS);
        }
    }

    private static int height(Page page) {
        return (Integer) page.evaluate("document.documentElement.scrollHeight");
    }

    /** Routine discipline at Marlow as the analyst counts it now, everything recorded so far included. */
    private static int routineContacts() {
        long index = JdbcClient.create(brightline.bean(DataSource.class))
                .sql("select max(global_index) from log.domain_event_entry")
                .query(Long.class)
                .single();
        return brightline
                .get("counting", "/api/queries/routine-discipline?school=MAR&atLeastIndex=" + index)
                .expect(200)
                .json()
                .at("/rows/0/numerator")
                .asInt();
    }

    @Test
    void an_auditor_steps_through_a_case() {
        try (BrowserContext visitor = chromium.visitor(brightline.url())) {
            Page page = room(visitor, "auditor", "/cases");
            page.locator("main table a[href*='/cases/']").first().click();
            page.waitForURL(url -> url.contains("/cases/"));
            Chromium.judge(page, "case");
            assertThat(page.locator("main table").count()).isPositive();
        }
    }

    /** The role of an account decides its rooms: others are refused. */
    @Test
    void a_room_is_closed_to_other_roles() {
        assertThat(brightline.bean(Accounts.class).find("clerk").orElseThrow().role())
                .isEqualTo(AccountRole.CLERK);
        try (BrowserContext visitor = chromium.visitor(brightline.url())) {
            Page page = visitor.newPage();
            Chromium.signIn(page, "clerk", String.valueOf(passwords.get("clerk")));
            assertThat(page.navigate("/dashboard").status()).isEqualTo(403);
            Chromium.judge(page, "refused");
        }
    }
}
