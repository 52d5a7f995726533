package brightline.browser;

import static brightline.browser.EntryDesk.begin;
import static brightline.browser.EntryDesk.choose;
import static brightline.browser.EntryDesk.did;
import static org.assertj.core.api.Assertions.assertThat;

import brightline.edge.access.AccountRole;
import brightline.edge.access.Accounts;
import brightline.edge.access.NewAccount;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What an officer does on the entry page, with the mistakes that hands make. */
class EntryStoriesTest {
    @TempDir
    static Path directory;

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

    private static Page entry(BrowserContext visitor) {
        return desk.entry(visitor, desk.adeyemi);
    }

    private static List<String> codes(JsonNode actions) {
        return actions.valueStream()
                .map(action -> action.get("code").asString())
                .toList();
    }

    private static void lineSays(Page page, String words) {
        page.locator("#line-text").getByText(words).first().waitFor();
    }

    @Test
    void handing_back_after_handcuffs_and_a_search_keeps_all_three_and_the_class() {
        try (BrowserContext visitor = visitor()) {
            Page page = entry(visitor);
            begin(page, "MAR-0007", "phone");
            did(page, "A2_SEARCH_PERSON", "A2_HANDCUFF");
            lineSays(page, "school rule");
            page.locator("#line-to").selectOption("DEAN");
            page.locator("#line-do").click();
            page.locator("#line-done").getByText("All of it stays").waitFor();
            assertThat(page.locator("#line-done-text").innerText()).contains("Dean");
            Chromium.picture(page, "entry-line");
            assertThat(page.locator("#s1-outcome").inputValue()).isEqualTo("REFER_BACK");

            Response answered = page.waitForResponse(
                    response -> EntryDesk.records(response.request()),
                    () -> assertThat(codes(EntryDesk.record(page).at("/students/0/actions")))
                            .containsExactly("A2_SEARCH_PERSON", "A2_HANDCUFF", "A0_REFER_BACK"));
            assertThat(answered.text()).contains("\"class\":\"ROUTINE_DISCIPLINE\"");
            String interaction = page.locator("#outcome a[href^='/cases/']")
                    .getAttribute("href")
                    .substring(7);
            // Seen on the page first: it waits until the timeline holds the contact.
            page.locator("#outcome a[href^='/cases/']").click();
            page.getByText("Handed over to the school after: Searched person, Handcuffs or other restraint.")
                    .waitFor();
            assertThat(desk.brightline
                            .get("auditor", "/api/queries/cases/" + interaction + "/timeline")
                            .expect(200)
                            .body())
                    .contains("Searched person", "Handcuffs");
            assertThat(page.locator("main").innerText()).doesNotContain(".m..");
        }
    }

    @Test
    void the_hand_back_can_be_undone_and_leaves_what_was_stated() {
        try (BrowserContext visitor = visitor()) {
            Page page = entry(visitor);
            begin(page, "MAR-0008", "phone");
            did(page, "A2_ESCORT");
            page.locator("#s1-outcome").selectOption("WARN_VERBAL");
            page.locator("#line-do").click();
            assertThat(page.locator("#s1-outcome").inputValue()).isEqualTo("WARN_VERBAL");
            page.locator("#line-undo").click();
            assertThat(page.locator("#s1-action-A0_REFER_BACK").isChecked()).isFalse();
            assertThat(page.locator("#s1-action-A2_ESCORT").isChecked()).isTrue();
            assertThat(page.locator("#s1-outcome").inputValue()).isEqualTo("WARN_VERBAL");
        }
    }

    @Test
    void enter_records_nothing_in_any_field() {
        int before = desk.incidents();
        try (BrowserContext visitor = visitor()) {
            Page page = entry(visitor);
            begin(page, "MAR-0011", "phone");
            did(page, "A0_REFER_BACK", "A1_ADVICE", "A2_QUESTION", "A2_FORCE", "A3_ARREST");
            choose(page, "s1-arrest-possible-yes");
            page.locator("[data-add-attempt]").click();
            page.evaluate("document.querySelectorAll('#entry details').forEach(fold => { fold.open = true; })");
            Locator fields = page.locator("#entry input:visible, #entry select:visible, #entry textarea:visible");
            int count = fields.count();
            assertThat(count).isGreaterThan(80);
            for (int i = 0; i < count; i++) {
                Locator field = fields.nth(i);
                field.focus();
                field.press("Enter");
                if ("SELECT".equals(field.evaluate("field => field.tagName"))) {
                    field.press("Escape");
                }
                assertThat(page.locator("#reading").isVisible()).isFalse();
            }
            assertThat(page.locator("#outcome").innerText()).isEmpty();
        }
        assertThat(desk.incidents()).isEqualTo(before);
    }

    @Test
    void a_code_that_is_typed_and_left_with_tab_is_recorded() {
        try (BrowserContext visitor = visitor()) {
            Page page = entry(visitor);
            begin(page, "MAR-0012", "1-8");
            did(page, "A1_ADVICE");
            assertThat(EntryDesk.record(page).at("/students/0/conduct/0").asString())
                    .isEqualTo("cps-scc/1-8");
        }
    }

    @Test
    void text_that_is_no_code_is_an_error_beside_the_field_and_stops_the_read_back() {
        try (BrowserContext visitor = visitor()) {
            Page page = entry(visitor);
            begin(page, "MAR-0013", "1-8 zebra");
            assertThat(page.locator("#s1-conduct").inputValue()).isEqualTo("1-8 zebra");
            assertThat(page.locator("#s1-conduct-error").innerText()).contains("1-8 zebra", "no conduct");
            did(page, "A1_ADVICE");
            page.locator("#read-back").click();
            assertThat(page.locator("#errors").innerText()).contains("One thing is missing");
            page.locator("#errors a").click();
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("s1-conduct");

            page.locator("#s1-conduct").fill("vape");
            page.locator("h1").click();
            assertThat(page.locator("#s1-conduct-error").innerText())
                    .as("left by a click, not chosen")
                    .contains("vape");
            page.locator("#s1-conduct").fill("vape");
            page.keyboard().press("Enter");
            assertThat(page.locator("#s1-conduct-error").count()).isZero();
            assertThat(page.locator("[data-chosen]").innerText()).contains("2-7");
        }
    }

    @Test
    void the_words_of_officers_find_the_code() {
        try (BrowserContext visitor = visitor()) {
            Page page = entry(visitor);
            List.of(
                            "weed 4-15",
                            "gun 6-1",
                            "knife 4-12",
                            "cell 1-8",
                            "tardy 1-6",
                            "skipping 1-5",
                            "dress code 2-5",
                            "swearing 2-6",
                            "fight 3-3",
                            "threat 4-3",
                            "touching 2-4",
                            "graffiti 4-4",
                            "trespass 4-9",
                            "smoking 2-7")
                    .forEach(pair -> {
                        int parted = pair.lastIndexOf(' ');
                        page.locator("#s1-conduct").fill(pair.substring(0, parted));
                        List<String> hits = page.locator("#s1-conduct-list [role=option] strong")
                                .allInnerTexts();
                        assertThat(hits)
                                .as(pair)
                                .contains(pair.substring(parted + 1))
                                .hasSizeLessThanOrEqualTo(8);
                    });
        }
    }

    @Test
    void a_yes_or_no_can_be_taken_back() {
        try (BrowserContext visitor = visitor()) {
            Page page = entry(visitor);
            begin(page, "MAR-0014", "phone");
            did(page, "A1_ADVICE");
            choose(page, "in-session-yes");
            choose(page, "in-session-none");
            choose(page, "s1-imminent-none");
            JsonNode sent = EntryDesk.record(page);
            assertThat(sent.get("inSession").isNull()).isTrue();
            assertThat(sent.at("/students/0/imminentThreat").isNull()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"1280,900", "1024,768", "360,740"})
    void the_line_is_in_view_while_ticking_and_for_an_arrest_to_the_end(int width, int height) {
        try (BrowserContext visitor = visitor()) {
            Page page = entry(visitor);
            page.setViewportSize(width, height);
            page.locator("#school").selectOption("MAR");
            choose(page, "s1-initiator-DISPATCH");
            page.locator("#s1-number").fill("MAR-0015");
            page.locator("#s1-conduct").fill("90C");
            page.locator("#s1-conduct").press("Tab");
            choose(page, "s1-imminent-no");
            for (String action : List.of("A1_ADVICE", "A2_ESCORT", "A2_DETAIN", "D_ENFORCE_RULE", "A3_ARREST")) {
                page.waitForResponse(
                        response -> response.url().endsWith("/api/commands/advice") && response.status() == 200,
                        () -> did(page, action));
                inView(page, page.locator("#s1-action-" + action));
            }
            did(page, "D_ENFORCE_RULE");
            lineSays(page, "public-order");
            String said = page.locator("#line-text").innerText();
            choose(page, "s1-arrest-possible-yes");
            inView(page, page.locator("#s1-arrest-possible-yes"));
            page.locator("#s1-outcome").selectOption("ARREST_PETITION");
            page.locator("#s1-why-WARN_VERBAL").selectOption("NOT_ELIGIBLE");
            for (String field : List.of("#s1-why-WARN_VERBAL", "#s1-outcome", "#s1-narrative")) {
                page.locator(field).focus();
                inView(page, page.locator(field));
            }
            assertThat(page.locator("#line-text").innerText()).isEqualTo(said);

            page.waitForResponse(
                    "**/api/commands/advice", () -> page.locator("#line-do").click());
            page.locator("#line-done-text").getByText("All of it stays").waitFor();
            String handed = page.locator("#line-done-text").innerText();
            assertThat(handed).contains("Dean");
            String withHandOver = page.locator("#line-text").innerText();
            page.locator("#read-back").click();
            for (Locator part : List.of(page.locator("#reading-facts dt").first(), page.locator("#record"))) {
                part.scrollIntoViewIfNeeded();
                page.locator("#record").focus();
                inView(page, page.locator("#record"), "#reading-line");
            }
            assertThat(page.locator("#reading-line-text").innerText())
                    .as("the last that is seen before it is recorded")
                    .startsWith(withHandOver)
                    .endsWith(handed);
        }
    }

    private static void inView(Page page, Locator field) {
        inView(page, field, "#line");
    }

    /** The answer stands in the window, and what is being answered is not under it. */
    private static void inView(Page page, Locator field, String where) {
        int height = page.viewportSize().height;
        BoundingBox bar = Objects.requireNonNull(page.locator(where).boundingBox());
        BoundingBox line = Objects.requireNonNull(page.locator(where + "-text").boundingBox());
        assertThat(line.y).isGreaterThanOrEqualTo(0);
        assertThat(line.y + line.height).isLessThanOrEqualTo(height);
        BoundingBox asked = Objects.requireNonNull(field.boundingBox());
        boolean beside = bar.x > asked.x + asked.width;
        assertThat(beside || asked.y < bar.y).as("the bar covers the field").isTrue();
    }

    @Test
    void an_arrest_without_alternatives_leads_to_the_open_question() {
        try (BrowserContext visitor = visitor()) {
            Page page = entry(visitor);
            begin(page, "MAR-0016", "90C");
            did(page, "A3_ARREST");
            assertThat(page.locator("#s1-alternatives").isVisible()).isTrue();
            assertThat(page.locator("#s1-alternatives select").first().getAttribute("id"))
                    .as("doing nothing is not what is offered first")
                    .isEqualTo("s1-why-WARN_VERBAL");
            page.locator("#read-back").click();
            assertThat(page.locator("#errors").innerText()).contains("Not recorded yet. Two things are missing.");
            page.locator("#errors a").nth(1).click();
            assertThat(page.evaluate("document.activeElement.closest('fieldset').id"))
                    .isEqualTo("s1-alternatives");

            choose(page, "s1-arrest-possible-yes");
            page.locator("#s1-why-WARN_VERBAL").selectOption("NOT_ELIGIBLE");
            page.route(
                    url -> url.endsWith("/api/commands/incidents"),
                    route -> route.fulfill(new Route.FulfillOptions()
                            .setStatus(400)
                            .setContentType("application/problem+json")
                            .setBody("""
                                    {"type": "urn:brightline:problem:invalid", "title": "The request has fields that are not right",
                                     "errors": [{"pointer": "/students/0/actions/0/startedAt", "code": "in-the-future", "reason": "x"},
                                                {"pointer": "/students/0/alternativesConsidered", "code": "reason-missing", "reason": "y"}]}
                                    """)));
            page.locator("#read-back").click();
            page.locator("#record").click();
            page.locator("#errors a").first().waitFor();
            assertThat(page.locator("#errors").innerText())
                    .contains("Not recorded yet. Two things are not right.", "still here");
            page.locator("#errors a").nth(1).click();
            assertThat(page.evaluate("document.activeElement.closest('fieldset').id"))
                    .isEqualTo("s1-alternatives");
        }
    }

    @Test
    void what_is_done_after_midnight_belongs_to_the_next_day_and_the_day_is_shown_and_asked() {
        try (BrowserContext visitor = visitor()) {
            Page page = entry(visitor);
            begin(page, "MAR-0018", "weed");
            page.locator("#occurred-at").fill("2026-11-29T23:30");
            did(page, "A2_QUESTION");
            page.getByLabel("Questioning began at").fill("23:45");
            page.getByLabel("and ended at").fill("00:15");
            page.getByText("Add an attempt to reach a parent or guardian").click();
            Locator attempt =
                    page.locator("[data-rows=noticeAttempts] > [data-row]").first();
            assertThat(attempt.getByLabel("Which day?").isVisible()).isFalse();
            attempt.getByLabel("At", new Locator.GetByLabelOptions().setExact(true))
                    .fill("00:02");
            attempt.getByLabel("How").selectOption("PHONE");
            attempt.getByLabel("Result").selectOption("REACHED");
            assertThat(attempt.getByLabel("Which day?").isVisible()).isTrue();
            assertThat(attempt.getByLabel("Which day?")
                            .locator("option:checked")
                            .innerText())
                    .isEqualTo("Mon, Nov 30, the next day");
            page.locator("#read-back").click();
            page.locator("#reading").waitFor();
            assertThat(page.locator("#reading-facts").innerText())
                    .contains("Nov 30, 2026, 12:02 a.m., By telephone")
                    .contains("11:45 p.m. to Nov 30, 2026, 12:15 a.m.");
            page.locator("#change").click();
            JsonNode student = EntryDesk.record(page).at("/students/0");
            assertThat(student.at("/questioning/noticeAttempts/0/at").asString())
                    .isEqualTo("2026-11-30T00:02:00-06:00");
            assertThat(student.at("/questioning/endedAt").asString()).isEqualTo("2026-11-30T00:15:00-06:00");
        }
    }

    @Test
    void a_lasting_fault_of_ours_is_told_as_such_and_the_entry_can_be_carried_away() {
        try (BrowserContext visitor = visitor()) {
            Page page = entry(visitor);
            begin(page, "MAR-0019", "weed");
            did(page, "A0_PRESENCE");
            Chromium.fail(page, "**/api/commands/incidents");
            page.locator("#read-back").click();
            page.locator("#record").click();
            page.getByText("No answer yet").waitFor();
            page.locator("#outcome button").click();
            page.getByText("The fault is ours").waitFor();
            assertThat(page.locator("[role=alert]").innerText()).contains("2 times", "r-4711");
            assertThat(page.locator("#entry-as-text").inputValue())
                    .contains("MAR-0019", "Marlow")
                    .doesNotContain("undefined");
            page.unroute("**/api/commands/incidents");
            page.getByText("Try again").click();
            page.locator("#outcome").getByText("Recorded as BL-").waitFor();
        }
    }

    @Test
    void each_choice_opens_its_own_questions() {
        try (BrowserContext visitor = visitor()) {
            Page page = entry(visitor);
            begin(page, "MAR-0017", "weed");
            did(page, "A2_QUESTION", "A2_FORCE", "A2_SEIZE");
            assertThat(page.getByLabel("Questioning began at").isVisible()).isTrue();
            Locator force = page.locator("[data-follow-ups] > [data-code=A2_FORCE]");
            force.getByLabel("Kind of force or restraint").selectOption("PHYSICAL_HOLD");
            force.getByLabel("Why").selectOption("FLIGHT");
            force.getByLabel("Began at").fill("10:02");
            page.locator("[data-follow-ups] > [data-code=A2_SEIZE]")
                    .getByLabel("On what basis?")
                    .selectOption("CONSENT");
            JsonNode student = EntryDesk.record(page).at("/students/0");
            assertThat(student.at("/force/0/kind").asString()).isEqualTo("PHYSICAL_HOLD");
            assertThat(student.at("/force/0/action").asInt()).isEqualTo(2);
            assertThat(student.at("/force/0/startedAt").asString()).isEqualTo("2026-11-30T10:02:00-06:00");
            assertThat(student.at("/actions/2/legalBasis").asString()).isEqualTo("CONSENT");
        }
    }

    @Test
    void unticking_after_the_line_was_shown_asks_why_and_is_recorded() {
        try (BrowserContext visitor = visitor()) {
            Page page = entry(visitor);
            begin(page, "MAR-0018", "phone");
            did(page, "A2_ESCORT", "A2_HANDCUFF");
            lineSays(page, "school rule");
            page.locator("#s1-action-A2_HANDCUFF").press("Space");
            Locator asked = page.locator(".bl-ask");
            assertThat(asked.innerText()).contains("Why?", "kept with the record");
            page.locator("#read-back").click();
            assertThat(page.locator("#errors").innerText()).contains("was unticked");
            asked.getByText("Keep it ticked").click();
            assertThat(page.locator("#s1-action-A2_HANDCUFF").isChecked()).isTrue();

            page.locator("#s1-action-A2_HANDCUFF").press("Space");
            page.keyboard().press("Tab");
            assertThat(page.evaluate("document.activeElement.closest('.bl-ask') !== null"))
                    .isEqualTo(true);
            page.keyboard().press("Enter");
            assertThat(asked.count()).isZero();
            did(page, "A2_ESCORT");
            did(page, "A1_ADVICE");
            JsonNode student = EntryDesk.record(page).at("/students/0");
            assertThat(codes(student.get("actions"))).containsExactly("A1_ADVICE");
            assertThat(codes(student.get("unticked"))).containsExactly("A2_HANDCUFF", "A2_ESCORT");
            assertThat(student.at("/unticked/0/reason").asString()).isEqualTo("MISTAP");
            assertThat(student.at("/unticked/1/reason").isNull()).isTrue();
            assertThat(student.get("adviceShown")
                            .valueStream()
                            .map(shown -> shown.get("class").asString()))
                    .contains("ROUTINE_DISCIPLINE");
            assertThat(student.at("/adviceShown")
                            .valueStream()
                            .anyMatch(shown -> shown.get("actions").toString().contains("A2_ESCORT")))
                    .isTrue();
        }
    }

    @Test
    void what_was_recorded_can_be_undone_for_ten_minutes_also_after_a_reload() {
        try (BrowserContext visitor = visitor()) {
            Page page = entry(visitor);
            begin(page, "MAR-0019", "phone");
            did(page, "A1_ADVICE");
            EntryDesk.record(page);
            assertThat(page.locator("#outcome").innerText()).contains("minutes left", "Receipt");
            page.reload();
            Locator notice = page.locator("#notices [data-incident]").first();
            notice.waitFor();
            String number = notice.innerText().replaceAll("(?s).*?(BL-\\d{4}-\\d{5}).*", "$1");
            notice.getByText("Undo", new Locator.GetByTextOptions().setExact(true))
                    .click();
            page.getByText(number + " was undone").waitFor();

            begin(page, "MAR-0020", "phone");
            did(page, "A1_ADVICE");
            EntryDesk.record(page);
            page.locator("#outcome")
                    .getByText("Undo", new Locator.GetByTextOptions().setExact(true))
                    .click();
            page.locator("#outcome").getByText("was undone").waitFor();
            page.getByText("Go back to what you entered").click();
            assertThat(page.locator("#s1-number").inputValue()).isEqualTo("MAR-0020");
            assertThat(page.locator("#read-back").isVisible()).isTrue();
        }
    }

    @Test
    void the_same_contact_again_is_asked_about() {
        try (BrowserContext visitor = visitor()) {
            Page page = entry(visitor);
            begin(page, "MAR-0021", "phone");
            did(page, "A1_ADVICE");
            EntryDesk.record(page);
            page.locator("#outcome a.usa-button").click();
            page.locator("#notices [data-incident]").first().waitFor();
            begin(page, "MAR-0021", "phone");
            did(page, "A1_ADVICE");
            page.locator("#read-back").click();
            page.locator("#outcome").getByText("You logged this at").waitFor();
            assertThat(page.locator("#reading").isVisible()).isFalse();
            page.getByText("Another one: read it back").click();
            page.locator("#reading").waitFor();
        }
    }

    @Test
    void another_student_is_asked_only_who_it_is() {
        try (BrowserContext visitor = visitor()) {
            Page page = entry(visitor);
            begin(page, "MAR-0022", "fight");
            did(page, "A2_ESCORT");
            page.locator("#add-student").click();
            page.locator("[data-student]").nth(1).getByLabel("Student number").fill("MAR-0023");
            JsonNode sent = EntryDesk.record(page);
            assertThat(sent.at("/students/1/student/number").asString()).isEqualTo("MAR-0023");
            assertThat(sent.at("/students/1/conduct")).isEqualTo(sent.at("/students/0/conduct"));
            assertThat(codes(sent.at("/students/1/actions"))).containsExactly("A2_ESCORT");
            assertThat(sent.at("/students/1/initiator").asString()).isEqualTo("STAFF_REQUEST");
        }
    }

    @Test
    void a_student_whose_handcuffs_were_ticked_is_not_removed_in_silence() {
        try (BrowserContext visitor = visitor()) {
            Page page = entry(visitor);
            begin(page, "MAR-0025", "fight");
            page.locator("#add-student").click();
            Locator second = page.locator("[data-student]").nth(1);
            second.getByLabel("Student number").fill("MAR-0026");
            page.waitForResponse(
                    "**/api/commands/advice",
                    () -> second.locator("label:has([value=A2_HANDCUFF])").click());
            page.locator("#line:not([data-side=none])").waitFor();
            Locator remove = second.getByText("Remove this student");
            remove.click();
            Locator asked = second.locator(".bl-ask");
            assertThat(asked.innerText()).contains("Handcuffs", "belongs on record");
            assertThat(page.locator("[data-student]").count()).isEqualTo(2);
            asked.getByText("Keep this student").click();
            assertThat(second.locator("[value=A2_HANDCUFF]").isChecked()).isTrue();

            second.locator("[value=A2_HANDCUFF]").press("Space");
            second.locator("[data-ask=A2_HANDCUFF]").getByText("Keep it ticked").click();
            remove.click();
            asked.getByText("not part of it").click();
            assertThat(page.locator("[data-student]").count()).isEqualTo(1);

            page.locator("#add-student").click();
            page.locator("[data-student]")
                    .nth(1)
                    .getByText("Remove this student")
                    .click();
            assertThat(page.locator("[data-student]").count())
                    .as("of whom nothing was ticked")
                    .isEqualTo(1);
        }
    }

    @Test
    void under_an_agreement_the_line_cites_its_section_also_at_the_read_back() {
        String agreement = desk.brightline
                .post(
                        "coordinator",
                        "/api/commands/agreements",
                        Map.of("kind", "MOU", "title", "Fall agreement", "parties", List.of("Police", "Schools")))
                .expect(201)
                .json()
                .get("agreement")
                .asString();
        String path = "/api/commands/agreements/" + agreement;
        desk.brightline
                .post("coordinator", path + "/in-force", Map.of("ruleSet", 1, "from", "2026-09-01", "to", "2026-09-30"))
                .expect(200);
        desk.brightline
                .post(
                        "coordinator",
                        path + "/versions",
                        Map.of(
                                "version",
                                1,
                                "writtenOn",
                                "2026-08-01",
                                "parties",
                                List.of("Police", "Schools"),
                                "clauses",
                                Map.of("ROLES", Map.of("present", "YES", "section", "2")),
                                "disciplineSection",
                                "4"))
                .expect(200);
        desk.brightline
                .post("coordinator", path + "/adoptions", Map.of("version", 1, "from", "2026-09-01"))
                .expect(200);
        try (BrowserContext visitor = visitor()) {
            Page page = entry(visitor);
            page.locator("#occurred-at").fill("2026-09-15T10:05");
            begin(page, "MAR-0040", "phone");
            did(page, "A2_ESCORT");
            lineSays(page, "Fall agreement sec. 4 assigns this to the school");
            assertThat(page.locator("#line-text").innerText()).doesNotContain("No agreement");
            assertThat(page.locator("#line-why").innerText())
                    .isEqualTo("Fall agreement of Sep 1, 2026, section 4. Why?");
            page.locator("#read-back").click();
            assertThat(page.locator("#reading-line-text").innerText()).contains("Fall agreement sec. 4");
        }
    }

    /** The card of what was recorded promises each role what that role may do. */
    @ParameterizedTest
    @EnumSource(names = {"SRO", "SUPERVISOR", "COORDINATOR"})
    void what_is_promised_after_recording_is_kept_for_the_role(AccountRole role) {
        try (BrowserContext visitor = visitor()) {
            Page page = visitor.newPage();
            NewAccount account = role == AccountRole.SRO
                    ? desk.adeyemi
                    : desk.brightline.bean(Accounts.class).create("logs-" + role.text(), role, null, Set.of("MAR"));
            page.clock().install();
            Chromium.signIn(page, account.account().username(), account.firstPassword());
            page.navigate("/entry");
            if (role != AccountRole.SRO) {
                page.locator("#officer").selectOption(new SelectOption().setIndex(1));
            }
            assertThat(Promises.broken(page)).isEmpty();
            begin(page, "MAR-003" + role.ordinal(), "phone");
            did(page, "A1_ADVICE");
            page.locator("#read-back").click();
            page.locator("#reading").waitFor();
            assertThat(Promises.broken(page)).isEmpty();
            page.locator("#record").click();
            page.locator("#outcome").getByText("Recorded as BL-").waitFor();
            assertThat(page.locator("#outcome").innerText()).contains("minutes left");
            assertThat(Promises.broken(page)).isEmpty();
            page.clock().fastForward(660_000);
            page.locator("#outcome").getByText("are over").waitFor();
            assertThat(Promises.broken(page)).isEmpty();
            assertThat(page.locator("#outcome").innerText())
                    .contains(
                            role == AccountRole.COORDINATOR
                                    ? "The officer or a supervisor can still correct it"
                                    : "It can still be corrected on its case");
        }
    }

    @Test
    void that_no_agreement_is_in_force_is_said_first() {
        try (BrowserContext visitor = visitor()) {
            Page page = entry(visitor);
            BoundingBox said =
                    Objects.requireNonNull(page.locator("#no-agreement").boundingBox());
            BoundingBox form = Objects.requireNonNull(page.locator("#entry").boundingBox());
            assertThat(said.y).isLessThan(form.y);
            begin(page, "MAR-0024", "phone");
            did(page, "A2_ESCORT");
            lineSays(page, "No agreement is in force");
            assertThat(page.locator("#line-text p").first().innerText()).startsWith("No agreement is in force.");
            page.locator("#read-back").click();
            assertThat(page.locator("#reading-line-text p").first().innerText())
                    .startsWith("No agreement is in force.");
        }
    }

    @Test
    void the_first_visit_shifts_hardly_anything() {
        try (BrowserContext visitor = visitor()) {
            visitor.addInitScript("""
                    window.shifted = 0;
                    new PerformanceObserver(list => {
                      for (const shift of list.getEntries()) { if (!shift.hadRecentInput) { window.shifted += shift.value; } }
                    }).observe({ type: 'layout-shift', buffered: true });
                    """);
            Page page = entry(visitor);
            page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
            assertThat(((Number) page.evaluate("window.shifted")).doubleValue()).isLessThanOrEqualTo(0.05);
        }
    }

    @ParameterizedTest
    @CsvSource({"1280,900", "320,640"})
    void every_state_is_accessible_in_light_and_dark(int width, int height) {
        try (BrowserContext visitor = visitor()) {
            Page page = entry(visitor);
            page.setViewportSize(width, height);
            judge(page, "entry-empty", width);
            page.locator("#read-back").click();
            page.locator("#errors a").first().waitFor();
            judge(page, "entry-errors", width);
            begin(page, "MAR-" + width, "90C");
            did(page, "A2_QUESTION", "A2_SEARCH_PERSON", "A2_HANDCUFF", "A3_ARREST");
            lineSays(page, "public-order");
            page.locator("#line-do").click();
            page.locator("#line-done").waitFor();
            did(page, "A2_SEARCH_PERSON");
            judge(page, "entry-advised", width);
            page.locator(".bl-ask").getByText("Keep it ticked").click();
            choose(page, "s1-arrest-possible-no");
            page.locator("#read-back").click();
            page.locator("#reading").waitFor();
            judge(page, "entry-read-back", width);
            page.locator("#record").click();
            page.locator("#outcome").getByText("Recorded as BL-").waitFor();
            judge(page, "entry-recorded", width);
        }
    }

    private static void judge(Page page, String name, int width) {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            Chromium.judge(page, name + "-" + width + "-" + scheme.name().toLowerCase(java.util.Locale.ROOT));
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    @Test
    void what_is_tapped_on_a_phone_is_large_enough() {
        try (BrowserContext visitor = desk.chromium.phone(desk.brightline.url())) {
            Page page = entry(visitor);
            did(page, "A2_HANDCUFF", "A3_ARREST");
            @SuppressWarnings("unchecked")
            List<String> small = (List<String>) page.evaluate("""
                    [...document.querySelectorAll('#entry .bl-chip, #entry button, #entry select, #entry summary, #entry input:not([type=radio], [type=checkbox])')]
                      .filter(one => one.checkVisibility() && one.getBoundingClientRect().height < 44)
                      .map(one => one.outerHTML.slice(0, 80))
                    """);
            assertThat(small).isEmpty();
        }
    }

    private static void student(String number, String first, String last, String born, boolean another) {
        desk.brightline
                .post(
                        "coordinator",
                        "/api/commands/students",
                        Map.of(
                                "number",
                                number,
                                "firstName",
                                first,
                                "lastName",
                                last,
                                "birthDate",
                                born,
                                "homeSchool",
                                "MAR",
                                "anotherPerson",
                                another))
                .expect(201);
    }

    private static void send(Page page) {
        page.locator("#read-back").click();
        page.locator("#reading").waitFor();
        page.locator("#record").click();
    }

    @Test
    void a_number_of_two_asks_which_of_them_it_was_and_loses_nothing_typed() {
        student("MAR-2222", "Ada", "Quill", "2010-05-01", false);
        student("mar-2222", "Otis", "Vale", "2012-02-29", true);
        try (BrowserContext visitor = visitor()) {
            Page page = entry(visitor);
            begin(page, "MAR-2222", "phone");
            did(page, "A1_ADVICE");
            send(page);
            page.locator("#errors")
                    .getByText("is the number of several students")
                    .waitFor();
            page.locator("[data-found] label").nth(1).waitFor();
            assertThat(page.locator("[data-found] label").allInnerTexts())
                    .anyMatch(label -> label.contains("Vale, Otis"))
                    .anyMatch(label -> label.contains("Quill, Ada"));
            Chromium.judge(page, "entry-several");
            page.locator("[data-found] label:has-text('Vale, Otis')").click();
            assertThat(page.locator("#s1-last-name").inputValue()).isEqualTo("Vale");
            JsonNode sent = EntryDesk.record(page);
            assertThat(sent.at("/students/0/student/birthDate").asString()).isEqualTo("2012-02-29");
            assertThat(sent.at("/students/0/student/entry").asString()).isNotEmpty();
        }
    }

    @Test
    void another_person_under_a_known_number_is_recorded_apart_once_that_is_said() {
        student("MAR-3333", "Ada", "Quill", "2010-05-01", false);
        try (BrowserContext visitor = visitor()) {
            Page page = entry(visitor);
            begin(page, "MAR-3333", "phone");
            page.locator("#s1-first-name").fill("Otis");
            page.locator("#s1-last-name").fill("Vale");
            page.locator("#s1-birth-date").fill("2012-02-29");
            did(page, "A1_ADVICE");
            assertThat(page.locator("#s1-another").isVisible()).isFalse();
            send(page);
            page.locator("#errors")
                    .getByText("is the number of another student")
                    .waitFor();
            page.locator("#s1-another").selectOption("YES");
            page.locator("#read-back").click();
            page.locator("#reading")
                    .getByText("another person than the one known under this number")
                    .waitFor();
            page.locator("#record").click();
            page.locator("#outcome").getByText("Recorded as BL-").waitFor();
        }
        assertThat(desk.brightline
                        .get(
                                "coordinator",
                                "/api/queries/inbox?atLeastIndex="
                                        + JdbcClient.create(desk.brightline.bean(DataSource.class))
                                                .sql("select max(global_index) from log.domain_event_entry")
                                                .query(Long.class)
                                                .single())
                        .expect(200)
                        .body())
                .contains("\"kind\":\"clash\"");
    }
}
