package brightline.browser;

import static org.assertj.core.api.Assertions.assertThat;

import brightline.edge.access.AccountRole;
import brightline.edge.access.Accounts;
import brightline.scenarios.RunningBrightline;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.SelectOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A case is read step by step, and corrected where it is read. */
class CaseRoomTest {
    private static final Instant LOGGED = Instant.parse("2026-03-02T16:30:00Z");

    @TempDir
    static Path directory;

    static RunningBrightline brightline;
    static Chromium chromium;
    static final Map<String, String> passwords = new HashMap<>();
    static String officer;
    static final List<String> consoleErrors = new ArrayList<>();

    @BeforeAll
    static void start() {
        brightline = new RunningBrightline(directory);
        brightline.now(Instant.parse("2026-03-02T14:00:00Z"));
        brightline.account("listing", AccountRole.COORDINATOR, null, "MAR", "QUI");
        brightline.account("counting", AccountRole.ANALYST, null);
        for (String[] school : new String[][] {{"MAR", "Marlow High School"}, {"QUI", "Quillfeather High School"}}) {
            brightline
                    .post("listing", "/api/commands/schools", Map.of("code", school[0], "name", school[1]))
                    .expect(201);
        }
        officer = brightline
                .post(
                        "listing",
                        "/api/commands/officers",
                        Map.of("starNumber", "4711", "name", "Adeyemi", "capacity", "SRO"))
                .expect(201)
                .json()
                .get("officer")
                .asString();
        brightline.account("logging", AccountRole.SRO, officer, "MAR", "QUI");
        visitor("adeyemi", AccountRole.SRO, officer);
        visitor("sergeant", AccountRole.SUPERVISOR, null);
        visitor("auditor", AccountRole.AUDITOR, null);
        chromium = new Chromium();
    }

    @AfterAll
    static void stop() {
        chromium.close();
        brightline.close();
    }

    private static void visitor(String username, AccountRole role, @Nullable String officer) {
        passwords.put(
                username,
                brightline
                        .bean(Accounts.class)
                        .create(username, role, officer == null ? null : UUID.fromString(officer), Set.of("MAR", "QUI"))
                        .firstPassword());
    }

    /** A recorded contact. */
    private record Contact(String id, long version, String number) {
        String page() {
            return "/cases/" + id;
        }
    }

    /** A phone, searched for by the officer at a teacher's request. */
    private static Contact phone(Instant recorded, String student) {
        return recorded(
                recorded,
                Map.of(
                        "role",
                        "SUBJECT",
                        "student",
                        Map.of("number", student, "firstName", "Ada", "lastName", "Quill"),
                        "initiator",
                        "STAFF_REQUEST",
                        "requestedBy",
                        "TEACHER",
                        "conduct",
                        List.of("cps-scc/1-8"),
                        "imminentThreat",
                        "NO",
                        "actions",
                        List.of(Map.of("code", "A2_SEARCH_PERSON")),
                        "outcome",
                        "NO_ACTION"));
    }

    private static Contact recorded(Instant moment, Object... students) {
        brightline.now(moment);
        JsonNode made = brightline
                .post(
                        "logging",
                        "/api/commands/incidents",
                        Map.of(
                                "occurredAt",
                                "2026-03-02T10:15:00-06:00",
                                "school",
                                "MAR",
                                "place",
                                "CLASSROOM",
                                "inSession",
                                "YES",
                                "students",
                                List.of(students)))
                .expect(201)
                .json();
        settled();
        return new Contact(
                made.at("/interactions/0/id").asString(),
                made.at("/interactions/0/version").asLong(),
                made.get("number").asString());
    }

    private static long newest() {
        return JdbcClient.create(brightline.bean(DataSource.class))
                .sql("select max(global_index) from log.domain_event_entry")
                .query(Long.class)
                .single();
    }

    private static void settled() {
        brightline
                .get("counting", "/api/queries/routine-discipline?atLeastIndex=" + newest())
                .expect(200);
    }

    /** School discipline handled by police, as counted now. */
    private static int figure(String school) {
        return brightline
                .get(
                        "counting",
                        "/api/queries/routine-discipline?school=%s&atLeastIndex=%d".formatted(school, newest()))
                .expect(200)
                .json()
                .at("/rows/0/numerator")
                .asInt(0);
    }

    /** Distinct students, as counted now. */
    private static long students() {
        return brightline
                .get("counting", "/api/queries/involvements?atLeastIndex=" + newest())
                .expect(200)
                .json()
                .at("/rows/0/students")
                .asLong(0);
    }

    private static Page room(BrowserContext visitor, String username, String path) {
        Page page = visitor.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("status of 4")) {
                consoleErrors.add(message.text());
            }
        });
        page.onPageError(consoleErrors::add);
        Chromium.signIn(page, username, String.valueOf(passwords.get(username)));
        page.navigate(path);
        return page;
    }

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    private static Locator field(Page page, String label) {
        return page.locator("#mend").getByLabel(label, new Locator.GetByLabelOptions().setExact(true));
    }

    private static void why(Page page, String reason, String basis) {
        field(page, "Reason").selectOption(reason);
        field(page, "How it was found").selectOption(basis);
    }

    private static void look(Page page) {
        press(page, "Show what it changes");
        page.getByText("This will be recorded").waitFor();
    }

    private static void record(Page page) {
        press(page, "Record");
        page.locator("[data-case-done]:not(:empty)").waitFor();
    }

    private static String known(Page page, String label) {
        return page.locator(".bl-known tr:has(th:text-is('" + label + "'))").innerText();
    }

    /** The steps of that title: what the program does by rule, such as opening a review, makes steps of its own. */
    private static Locator steps(Page page, String title) {
        return page.locator(".bl-story > li:has(h3 a:text-is('" + title + "'))");
    }

    /** Number of the step shown. */
    private static int place(Page page) {
        return Integer.parseInt(page.locator(".bl-steps__place").innerText().replaceAll("Step (\\d+) of .*", "$1"));
    }

    @Test
    void an_officer_corrects_the_own_contact_and_class_and_figure_move_and_both_values_stay() {
        Contact contact = phone(LOGGED, "C-1");
        int before = figure("MAR");
        brightline.now(Instant.parse("2026-03-02T18:05:00Z"));
        try (BrowserContext wide = chromium.visitor(brightline.url())) {
            Page page = room(wide, "adeyemi", contact.page());
            assertThat(page.locator("#mend").innerText())
                    .contains("your contact")
                    .doesNotContain("It was another school", "Same incident as");
            press(page, "Correct a fact");
            field(page, "Which fact").selectOption("conduct");
            field(page, "Code").selectOption("cps-scc/4-12");
            field(page, "Code").press("Enter");
            press(page, "Show what it changes");
            page.locator("[data-problem] a").first().waitFor();
            assertThat(page.locator("[data-problem]").innerText()).contains("Reason: must be chosen");
            why(page, "WRONG_CODE", "OWN_REVIEW");
            long events = newest();
            field(page, "Note").fill("seen on camera");
            field(page, "How it was found").press("Enter");
            look(page);
            assertThat(page.locator("[data-review]").innerText())
                    .contains("1-8", "4-12", "rule R13", "rule R11", "What it does", "In the figures it leaves");
            assertThat(newest()).as("nothing is recorded before Record").isEqualTo(events);
            Chromium.judge(page, "case-correction");
            Chromium.fail(page, "**/corrections");
            press(page, "Record");
            page.getByText("No answer yet").waitFor();
            press(page, "Record");
            page.getByText("The fault is ours").waitFor();
            assertThat(page.locator("[data-problem]").innerText())
                    .as("trying again does not help")
                    .contains("2 times", "r-4711", "What you typed stays");
            page.unroute("**/corrections");
            consoleErrors.removeIf(error -> error.contains("status of 500"));
            record(page);
            assertThat(steps(page, "The contact was logged").count()).isEqualTo(1);
            assertThat(steps(page, "Corrected: what the student did").innerText())
                    .contains("(1-8)", "(4-12)", "Wrong code chosen", "It is read as");
            String step = steps(page, "Corrected: what the student did")
                    .getAttribute("id")
                    .replace("step-", "step ");
            assertThat(known(page, "What the student did")).contains("before:", "(1-8)", "(4-12)", step + ", event");
            assertThat(known(page, "School in session")).contains("step 1");
            Chromium.judge(page, "case-corrected");
        }
        assertThat(figure("MAR")).isEqualTo(before - 1);
        try (BrowserContext narrow = chromium.phone(brightline.url())) {
            Page page = room(narrow, "auditor", contact.page());
            assertThat(page.locator("#mend").count())
                    .as("an auditor corrects nothing")
                    .isZero();
            Chromium.judge(page, "case-corrected-phone-dark");
        }
        assertThat(consoleErrors).isEmpty();
    }

    private static void student(String number, String last, String born, boolean another) {
        brightline
                .post(
                        "listing",
                        "/api/commands/students",
                        Map.of(
                                "number",
                                number,
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

    @Test
    void a_number_of_two_asks_which_of_them_it_was() {
        brightline
                .post(
                        "listing",
                        "/api/commands/officers/" + officer + "/assignments",
                        Map.of("school", "MAR", "from", "2025-08-18"))
                .expect(200);
        student("W-2", "Quill", "2010-05-01", false);
        student("w-2", "Vale", "2012-02-29", true);
        Contact contact = phone(LOGGED, "W-1");
        try (BrowserContext wide = chromium.visitor(brightline.url())) {
            brightline.now(Instant.parse("2026-03-02T19:00:00Z"));
            Page page = room(wide, "adeyemi", contact.page());
            press(page, "It was another student");
            Locator which = page.getByLabel("Which of them");
            assertThat(which.isVisible()).isFalse();
            field(page, "Student number").fill("W-2");
            why(page, "WRONG_STUDENT", "SCHOOL_REPORT");
            look(page);
            press(page, "Record");
            page.getByText("is the number of several students").waitFor();
            assertThat(which.innerText()).contains("Quill", "Vale");
            Chromium.judge(page, "case-several");
            which.selectOption(new SelectOption().setIndex(2));
            look(page);
            record(page);
            assertThat(known(page, "The student")).contains("Another student than was first recorded");
        }
        assertThat(consoleErrors).isEmpty();
    }

    @Test
    void a_void_and_another_school_and_another_student_are_recorded_through_the_page() {
        Contact contact = phone(LOGGED, "C-2");
        phone(LOGGED, "C-3");
        int atMarlow = figure("MAR");
        int atQuillfeather = figure("QUI");
        try (BrowserContext wide = chromium.visitor(brightline.url())) {
            brightline.now(Instant.parse("2026-03-02T19:00:00Z"));
            Page page = room(wide, "sergeant", contact.page());
            press(page, "It was another school");
            field(page, "School").selectOption("QUI");
            why(page, "WRONG_SCHOOL", "SUPERVISOR_REVIEW");
            look(page);
            assertThat(page.locator("[data-review]").innerText())
                    .contains("leaves the figures of Marlow High School", "counted at Quillfeather High School");
            record(page);
            assertThat(known(page, "School")).contains("before: Marlow High School", "Quillfeather High School");
            assertThat(figure("MAR")).isEqualTo(atMarlow - 1);
            assertThat(figure("QUI")).isEqualTo(atQuillfeather + 1);

            long students = students();
            press(page, "It was another student");
            field(page, "Student number").fill("C-3");
            field(page, "Last name").fill("Netherby");
            why(page, "WRONG_STUDENT", "SCHOOL_REPORT");
            look(page);
            record(page);
            assertThat(steps(page, "It was another student").count()).isEqualTo(1);
            assertThat(students()).as("both contacts are now of one").isEqualTo(students - 1);
            assertThat(known(page, "The student")).contains("Another student than was first recorded");
            assertThat(page.content()).doesNotContain("Netherby", "C-3");

            press(page, "Void");
            why(page, "TEST_ENTRY", "SUPERVISOR_REVIEW");
            look(page);
            assertThat(page.locator("[data-review]").innerText()).contains("counted in no figure", "rule R00");
            record(page);
            assertThat(page.locator("h1").innerText()).startsWith("Voided: it counts nowhere.");
            assertThat(page.locator("#mend").innerText()).contains("takes no more corrections");
            assertThat(figure("QUI")).isEqualTo(atQuillfeather);
            assertThat(steps(page, "It was another school").innerText()).contains("Wrong school");
            assertThat(steps(page, "Voided").innerText()).contains("Test entry");
        }
        assertThat(consoleErrors).isEmpty();
    }

    @Test
    void something_is_added_and_two_entries_of_one_incident_are_linked() {
        Contact first = phone(LOGGED, "C-4");
        Contact second = phone(LOGGED.plusSeconds(60), "C-5");
        brightline.now(Instant.parse("2026-03-02T20:00:00Z"));
        try (BrowserContext narrow = chromium.phone(brightline.url())) {
            Page page = room(narrow, "sergeant", second.page());
            press(page, "Add something");
            press(page, "Add one use of force");
            field(page, "Kind").selectOption("HANDCUFFS");
            why(page, "LEFT_OUT", "BODY_CAMERA");
            look(page);
            Chromium.judge(page, "case-adding-phone-dark");
            record(page);
            assertThat(known(page, "Force or restraint")).contains("Handcuffs");
            assertThat(steps(page, "Something was added").count()).isEqualTo(1);

            press(page, "Same incident as …");
            field(page, "The entry that was there first").fill("99999");
            why(page, "DOUBLE_ENTRY", "SUPERVISOR_REVIEW");
            press(page, "Show what it changes");
            page.getByText("there is no other incident of this number").waitFor();
            field(page, "The entry that was there first").fill(first.number().replaceFirst(".*-0*", ""));
            look(page);
            record(page);
            assertThat(known(page, "Entered twice: counts as")).contains(first.number());

            page.navigate("/cases");
            page.locator("#mark").selectOption("LINKED");
            press(page, "Find");
            page.waitForURL(url -> url.contains("mark=LINKED"));
            assertThat(page.locator("main tbody").innerText()).contains(second.number());
            assertThat(page.locator("main tbody tr").count())
                    .isEqualTo(page.locator("main tbody tr:has(.usa-tag:text-is('linked'))")
                            .count());
        }
        assertThat(consoleErrors).isEmpty();
    }

    @Test
    void a_contact_of_two_officers_is_read_for_each_of_them() {
        String bartosz = brightline
                .post(
                        "listing",
                        "/api/commands/officers",
                        Map.of("starNumber", "4712", "name", "Bartosz", "capacity", "PATROL"))
                .expect(201)
                .json()
                .get("officer")
                .asString();
        Contact contact = recorded(
                LOGGED,
                Map.of(
                        "role",
                        "SUBJECT",
                        "student",
                        Map.of("number", "C-13"),
                        "initiator",
                        "STAFF_REQUEST",
                        "requestedBy",
                        "TEACHER",
                        "conduct",
                        List.of("cps-scc/1-8"),
                        "imminentThreat",
                        "NO",
                        "actions",
                        List.of(
                                Map.of("code", "A1_ADVICE"),
                                Map.of("code", "A2_HANDCUFF", "officer", bartosz, "capacity", "PATROL"))));
        try (BrowserContext wide = chromium.visitor(brightline.url())) {
            Page page = room(wide, "auditor", contact.page());
            assertThat(page.locator(".bl-classed").count()).isEqualTo(2);
            assertThat(page.locator(".bl-classed").allInnerTexts())
                    .anyMatch(text -> text.contains("Adeyemi") && !text.contains("School discipline handled"))
                    .anyMatch(text -> text.contains("Bartosz") && text.contains("School discipline handled by police"));
            assertThat(page.locator(".bl-known").innerText()).contains("Bartosz");
        }
        assertThat(consoleErrors).isEmpty();
    }

    @Test
    void an_overtaken_correction_keeps_what_was_typed_and_shows_what_stands_now() {
        Contact contact = phone(LOGGED, "C-6");
        brightline.now(Instant.parse("2026-03-02T21:00:00Z"));
        try (BrowserContext wide = chromium.visitor(brightline.url())) {
            Page page = room(wide, "adeyemi", contact.page());
            press(page, "Correct a fact");
            field(page, "Which fact").selectOption("ended");
            field(page, "How it ended").selectOption("WARN_VERBAL");
            why(page, "WRONG_CODE", "OWN_REVIEW");
            look(page);
            brightline
                    .edit(
                            "logging",
                            "/api/commands/interactions/" + contact.id() + "/corrections",
                            contact.version(),
                            Map.of(
                                    "outcome",
                                    "GUARDIAN_RELEASE",
                                    "reason",
                                    "NEW_INFORMATION",
                                    "basis",
                                    "SCHOOL_REPORT"))
                    .expect(200);
            settled();
            press(page, "Record");
            page.getByText("Somebody changed this case since you opened it").waitFor();
            assertThat(page.locator("[data-problem]").innerText()).contains("Release to parent or guardian");
            assertThat(field(page, "How it ended").inputValue()).isEqualTo("WARN_VERBAL");
            assertThat(page.getByText("This will be recorded").count()).isZero();
            look(page);
            assertThat(page.locator("[data-review]").innerText())
                    .contains("Release to parent or guardian", "Verbal warning");
            record(page);
            assertThat(known(page, "How it ended")).contains("Verbal warning", "Release to parent or guardian");
            assertThat(steps(page, "Corrected: how it ended").count()).isEqualTo(2);
        }
        assertThat(consoleErrors).isEmpty();
    }

    @Test
    void steps_go_by_submission_and_a_moment_is_typed_in_local_time() {
        Contact contact = phone(LOGGED, "C-7");
        brightline.now(Instant.parse("2026-03-04T15:00:00Z"));
        brightline
                .edit(
                        "logging",
                        "/api/commands/interactions/" + contact.id() + "/corrections",
                        contact.version(),
                        Map.of("conduct", List.of("cps-scc/4-12"), "reason", "WRONG_CODE", "basis", "OWN_REVIEW"))
                .expect(200);
        settled();
        try (BrowserContext wide = chromium.visitor(brightline.url())) {
            Page page = room(wide, "auditor", contact.page());
            int all = page.locator(".bl-story > li").count();
            assertThat(place(page)).isEqualTo(all);
            for (int at = all - 1; at >= 1; at--) {
                page.locator("a[rel=prev]").click();
                page.getByText("Step %d of %d".formatted(at, all)).waitFor();
            }
            assertThat(page.locator("a[rel=prev]").count()).isZero();
            assertThat(page.locator(".bl-known tbody tr").count()).isGreaterThan(8);
            assertThat(steps(page, "Corrected: what the student did").count())
                    .as("what was not yet known is marked, not hidden")
                    .isEqualTo(1);
            assertThat(page.locator(".bl-story > li").last().innerText()).containsIgnoringCase("not yet known");
            assertThat(known(page, "What the student did")).doesNotContain("4-12");
            Chromium.judge(page, "case-first-step");

            page.locator("#asKnownOn").fill("the day before yesterday");
            page.locator("#asKnownOn").press("Enter");
            page.locator("#asKnownOn-error").waitFor();
            assertThat(place(page)).as("the page stays where it was").isEqualTo(1);
            assertThat(known(page, "What the student did")).doesNotContain("4-12");
            assertThat(page.locator("#asKnownOn").inputValue()).isEqualTo("the day before yesterday");
            Chromium.judge(page, "case-wrong-moment");

            page.locator("#asKnownOn").fill("Mar 4, 2026 9:00 a.m.");
            page.locator("#asKnownOn").press("Enter");
            page.waitForURL(url -> url.contains("Mar+4"));
            assertThat(known(page, "What the student did")).contains("4-12");
            page.locator("#asKnownOn").fill("3/3/2026");
            page.locator("#asKnownOn").press("Enter");
            page.waitForURL(url -> url.contains("3%2F3"));
            assertThat(known(page, "What the student did")).contains("1-8").doesNotContain("4-12");
            page.locator("#asKnownOn").fill("Mar 1, 2026");
            page.locator("#asKnownOn").press("Enter");
            page.getByText("Nothing was known yet").waitFor();
            Chromium.judge(page, "case-nothing-known");

            page.navigate(contact.page() + "?step=1");
            assertThat(page.locator(".bl-answer__first").innerText())
                    .as("before the class")
                    .startsWith("No agreement was in force on that day");
            page.locator("[data-figures]").click();
            assertThat(page.locator("#asKnownOn").inputValue()).isEqualTo("Mar 2, 2026, 10:30 a.m.");
            assertThat(page.locator(".bl-answer__sentence").innerText())
                    .contains("as known at Mar 2, 2026, 10:30 a.m.");
            page.getByText("Change what is shown").click();
            page.locator("#asKnownOn").fill("Mar 2, 2026");
            page.getByText("Apply", new Page.GetByTextOptions().setExact(true)).click();
            page.locator(".bl-answer__sentence")
                    .getByText("as known at the end of Mar 2, 2026")
                    .waitFor();
            assertThat(page.locator("#asKnownOn").inputValue()).isEqualTo("Mar 2, 2026");
            page.getByText("Change what is shown").click();
            page.locator("#asKnownOn").fill("some day");
            page.getByText("Apply", new Page.GetByTextOptions().setExact(true)).click();
            assertThat(page.locator("#asKnownOn-error").innerText()).contains("no date and time");
            assertThat(page.locator("#asKnownOn").inputValue()).isEqualTo("some day");

            page.navigate(contact.page());
            assertThat(page.evaluate("""
                            () => [...document.querySelectorAll('.bl-known__source a')].filter((source) => {
                              const [, step, index] = source.textContent.match(/^step (\\d+), event (\\d+)$/);
                              return document.getElementById(`event-${index}`)?.closest('li').id !== `step-${step}`;
                            }).map((source) => source.textContent)""")).as("sources that stand elsewhere").isEqualTo(List.of());
            page.locator(".bl-known a").first().click();
            assertThat(page.locator("tr:target").isVisible())
                    .as("the event a fact cites unfolds")
                    .isTrue();

            page.navigate(contact.page());
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(page.locator(".bl-print-only").innerText()).contains(contact.page(), "as it stood Mar 4, 2026");
            assertThat(page.locator(".bl-events-of table").last().isVisible())
                    .as("events are printed without unfolding them")
                    .isTrue();
            assertThat(page.locator(".bl-steps").isVisible()).isFalse();
        }
        assertThat(consoleErrors).isEmpty();
    }

    /** Every form of a case, every fact of it: Enter in a field records nothing, and what the forms promise is there. */
    @Test
    void enter_in_a_field_of_a_case_form_sends_nothing() {
        Contact contact = phone(LOGGED, "C-12");
        try (BrowserContext wide = chromium.visitor(brightline.url())) {
            Page page = room(wide, "sergeant", contact.page());
            List<String> sent = new ArrayList<>();
            page.onRequest(request -> {
                if (!request.method().equals("GET")) {
                    sent.add(request.url());
                }
            });
            int fields = 0;
            for (Locator opens : page.locator("[data-mend]").all()) {
                opens.click();
                assertThat(Promises.broken(page)).isEmpty();
                Locator which = field(page, "Which fact");
                int facts = which.count() == 0 ? 1 : which.locator("option").count();
                for (int fact = 0; fact < facts; fact++) {
                    if (which.count() > 0) {
                        which.selectOption(new SelectOption().setIndex(fact));
                    }
                    for (Locator one : page.locator("#mend form input:visible").all()) {
                        one.press("Enter");
                        fields++;
                    }
                }
                assertThat(page.locator("#mend [data-problem]").innerText()).isEmpty();
                page.getByText("Leave it as it is").click();
            }
            assertThat(fields).isGreaterThan(20);
            assertThat(sent).isEmpty();
        }
        assertThat(consoleErrors).isEmpty();
    }

    @Test
    void the_list_finds_corrected_voided_linked_and_late_records_and_tells_students_apart() {
        Map<String, Object> witness = Map.of("role", "WITNESS", "student", Map.of("number", "C-9"));
        Contact both = recorded(
                Instant.parse("2026-03-06T16:30:00Z"),
                Map.of(
                        "role",
                        "SUBJECT",
                        "conduct",
                        List.of("cps-scc/1-3"),
                        "actions",
                        List.of(Map.of("code", "A1_ADVICE", "imminentThreat", "NO"))),
                witness);
        Contact corrected = phone(LOGGED, "C-10");
        brightline
                .edit(
                        "logging",
                        "/api/commands/interactions/" + corrected.id() + "/void",
                        corrected.version(),
                        Map.of("reason", "TEST_ENTRY", "basis", "OWN_REVIEW"))
                .expect(200);
        settled();
        try (BrowserContext wide = chromium.visitor(brightline.url())) {
            Page page = room(wide, "auditor", "/cases?number=" + both.number().replaceFirst(".*-0*", ""));
            assertThat(page.locator("main tbody tr").count()).isEqualTo(2);
            assertThat(page.locator("main tbody").innerText())
                    .contains("(1-3)", "About this student", "Witness", "logged late");
            Chromium.judge(page, "cases-found");
            page.locator("#number").fill("");
            page.locator("#mark").selectOption("LATE");
            press(page, "Find");
            page.waitForURL(url -> url.contains("mark=LATE"));
            assertThat(page.locator("main tbody").innerText())
                    .contains(both.number())
                    .doesNotContain(corrected.number());
            page.locator("#mark").selectOption("VOIDED");
            press(page, "Find");
            page.waitForURL(url -> url.contains("mark=VOIDED"));
            assertThat(page.locator("main tbody").innerText())
                    .contains(corrected.number(), "voided")
                    .doesNotContain(both.number());
            page.navigate("/cases?class=NO_CLASS&school=NOWHERE&mark=EATEN");
            assertThat(page.locator(".usa-error-message").count()).isEqualTo(3);
            Chromium.judge(page, "cases-wrong");
        }
        assertThat(consoleErrors).isEmpty();
    }
}
