package brightline.browser;

import static org.assertj.core.api.Assertions.assertThat;

import brightline.edge.access.AccountRole;
import brightline.scenarios.RunningBrightline;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The coordinator records what has changed for officers and students, with the mistakes people make. */
class NamesRoomTest {
    static RunningBrightline brightline;
    static Chromium chromium;

    @BeforeAll
    static void start() {
        brightline = RunningBrightline.shared();
        brightline.account("naming", AccountRole.COORDINATOR, null);
        brightline
                .post("naming", "/api/commands/schools", Map.of("code", "NAMES", "name", "Names High School"))
                .expect(201);
        chromium = new Chromium();
    }

    @AfterAll
    static void stop() {
        chromium.close();
    }

    private static String officer(String star, String name) {
        return brightline
                .post("naming", "/api/commands/officers", Map.of("starNumber", star, "name", name, "capacity", "SRO"))
                .expect(201)
                .json()
                .get("officer")
                .asString();
    }

    private static void student(String number) {
        brightline
                .post(
                        "naming",
                        "/api/commands/students",
                        Map.of("number", number, "firstName", "Invented", "lastName", "Person", "homeSchool", "NAMES"))
                .expect(201);
    }

    private static long lastIndex() {
        return JdbcClient.create(brightline.bean(DataSource.class))
                .sql("select max(global_index) from log.domain_event_entry")
                .query(Long.class)
                .single();
    }

    /** Shows all that was recorded so far. */
    private static Page room(BrowserContext visitor, String query) {
        Page page = visitor.newPage();
        Chromium.signIn(page, "naming", brightline.password("naming"));
        page.navigate("/names?atLeastIndex=" + lastIndex() + query);
        return page;
    }

    /** The form that the button of these words sends. */
    private static Locator form(Page page, String button) {
        return page.locator("form")
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByText(button, new Page.GetByTextOptions().setExact(true))));
    }

    private static void why(Locator form, String reason) {
        form.locator("select[name=reason]").selectOption(reason);
        form.locator("select[name=basis]").selectOption("OTHER");
    }

    private static void send(Locator form) {
        form.locator("button[type=submit]").click();
    }

    @Test
    void a_school_gets_another_code_with_a_day_and_a_reason_and_no_other_schools() {
        brightline
                .post("naming", "/api/commands/schools", Map.of("code", "CODES", "name", "Codes High School"))
                .expect(201);
        try (BrowserContext visitor = chromium.visitor(brightline.url());
                BrowserContext narrow = chromium.phone(brightline.url())) {
            Page page = room(visitor, "");
            page.locator("#school").selectOption("CODES");
            page.getByText("Show the school").click();
            page.waitForURL(url -> url.contains("school=CODES"));
            Locator form = form(page, "Record the code");
            page.locator("#code").press("Enter");
            send(form);
            page.getByText("3 things are missing or wrong").waitFor();
            form.locator("#code").fill("NAMES");
            form.locator("#code-since").fill("2026-01-05");
            why(form, "CHANGED");
            send(form);
            page.getByText("This code is another school").waitFor();
            Chromium.judge(page, "names-code-taken");
            form.locator("#code").fill("C-0131");
            send(form);
            page.getByText("the school bears the new code").waitFor();
            assertThat(page.locator("dl.bl-facts").innerText())
                    .contains("Code CODES", "from the beginning until 2026-01-04", "Code C-0131", "from 2026-01-05");
            page.reload();
            assertThat(page.locator("#code").inputValue())
                    .as("nothing is sent again")
                    .isEmpty();
            page.navigate("/names");
            page.goBack();
            assertThat(page.locator("dl.bl-facts").innerText()).contains("Code C-0131");
            page.navigate("/names?school=nobody");
            assertThat(page.locator("dl.bl-facts").count()).isZero();
            Page phone = room(narrow, "&school=CODES");
            assertThat(phone.locator("dl.bl-facts").innerText()).contains("Code C-0131");
            Chromium.judge(phone, "names-school-phone-dark");
        }
    }

    @Test
    void an_officer_gets_another_name_and_star_and_the_star_goes_to_somebody_else() {
        String okonkwo = officer("N-4103", "Okonkwo");
        String oldacre = officer("N-4200", "Oldacre");
        try (BrowserContext visitor = chromium.visitor(brightline.url());
                BrowserContext narrow = chromium.phone(brightline.url())) {
            Page page = room(visitor, "");
            page.locator("#officer").selectOption(okonkwo);
            page.getByText("Show", new Page.GetByTextOptions().setExact(true)).click();
            page.waitForURL(url -> url.contains("officer="));

            page.locator("#name").press("Enter");
            send(form(page, "Record the name"));
            page.getByText("4 things are missing or wrong").waitFor();
            Chromium.judge(page, "names-refused");
            page.locator("#name").fill("Okonkwo-Bell");
            page.locator("#name-since").fill("2026-01-02");
            why(form(page, "Record the name"), "CHANGED");
            send(form(page, "Record the name"));
            page.getByText("the officer goes by the new name").waitFor();
            assertThat(page.locator("dl.bl-facts").innerText()).contains("Okonkwo-Bell");
            page.reload();
            assertThat(page.locator("#name").inputValue())
                    .as("nothing is sent again")
                    .isEmpty();

            Page other = room(narrow, "&officer=" + oldacre);
            Locator star = form(other, "Record the star");
            star.locator("#star").fill("N-4103");
            star.locator("#star-since").fill("2026-01-05");
            why(star, "CHANGED");
            send(star);
            other.getByText("Another officer wears this star then").waitFor();
            assertThat(other.locator("#star").inputValue())
                    .as("nothing typed is lost")
                    .isEqualTo("N-4103");
            Chromium.judge(other, "names-star-taken-phone-dark");

            Locator last = form(page, "Record the last day");
            last.locator("#last-since").fill("2026-01-04");
            why(last, "CHANGED");
            send(last);
            page.getByText("the star may be another officer’s").waitFor();
            assertThat(page.locator("dl.bl-facts").innerText()).contains("until 2026-01-04");
            assertThat(form(page, "Record the last day").count()).isZero();
            send(star);
            other.getByText("the officer wears the new star").waitFor();
            assertThat(other.locator("dl.bl-facts").innerText())
                    .contains("from the beginning until 2026-01-04", "from 2026-01-05");

            page.navigate("/names");
            page.goBack();
            assertThat(page.locator("dl.bl-facts").innerText()).contains("Okonkwo-Bell");
            page.navigate("/names?officer=nobody");
            assertThat(page.locator("dl.bl-facts").count()).isZero();
        }
    }

    @Test
    void a_student_gets_another_number_and_two_entries_are_joined_and_parted() {
        for (String number : List.of("N-1", "N-2")) {
            student(number);
        }
        try (BrowserContext visitor = chromium.visitor(brightline.url());
                BrowserContext narrow = chromium.phone(brightline.url())) {
            Page page = room(visitor, "");
            Locator numbers = form(page, "Record the number");
            send(numbers);
            page.getByText("Number on record: must be given").waitFor();
            numbers.locator("#renumber-of").fill("N-99");
            numbers.locator("#renumber-of").press("Enter");
            send(numbers);
            page.getByText("leads to no entry of the district’s list").waitFor();
            numbers.locator("#renumber-of").fill("N-1");
            numbers.locator("#renumber-to").fill("N-2");
            numbers.locator("#renumber-since").fill("2026-01-02");
            why(numbers, "CHANGED");
            send(numbers);
            page.getByText("join the two entries").waitFor();
            Chromium.judge(page, "names-number-taken");
            numbers.locator("#renumber-to").fill("N-3");
            send(numbers);
            page.getByText("the new number finds the student").waitFor();
            assertThat(page.url()).doesNotContain("N-3");

            Page phone = room(narrow, "");
            Locator joins = form(phone, "Join the two");
            joins.locator("#join-of").fill("n-3");
            joins.locator("#join-with").fill("N-2");
            why(joins, "DOUBLE_ENTRY");
            send(joins);
            phone.getByText("the two are one student from now on").waitFor();
            Chromium.judge(phone, "names-joined-phone-dark");

            Locator partings = form(page, "Part the two");
            partings.locator("#part-of").fill("N-1");
            partings.locator("#part-from").fill("N-4");
            why(partings, "WRONG_STUDENT");
            send(partings);
            page.getByText("These two are not joined").waitFor();
            partings.locator("#part-from").fill("N-2");
            send(partings);
            page.getByText("the two are two students again").waitFor();
        }
    }

    @Test
    void two_under_one_number_are_looked_at_side_by_side_and_decided_about() {
        for (String person : List.of("Ada Quill 2010-05-01", "Otis Vale 2012-02-29")) {
            String[] who = person.split(" ");
            brightline
                    .post(
                            "naming",
                            "/api/commands/students",
                            Map.of(
                                    "number",
                                    "N-777",
                                    "firstName",
                                    who[0],
                                    "lastName",
                                    who[1],
                                    "birthDate",
                                    who[2],
                                    "anotherPerson",
                                    who[0].equals("Otis")))
                    .expect(201);
        }
        try (BrowserContext visitor = chromium.visitor(brightline.url())) {
            Page page = room(visitor, "");
            Locator list = page.getByText("Waiting for a decision, the oldest first");
            list.waitFor();
            assertThat(page.locator("main").innerText()).doesNotContain("Otis", "Quill");
            page.locator("table").getByText("Look at both").last().press("Enter");
            page.waitForURL(url -> url.contains("/names/clashes/"));
            assertThat(page.locator("#pair").innerText()).contains("Quill", "Vale", "May 1, 2010", "(differs)");
            assertThat(page.url()).doesNotContain("Quill", "N-777");
            Chromium.judge(page, "names-clash");

            Locator decision = form(page, "Record the decision");
            send(decision);
            page.getByText("3 things are missing or wrong").waitFor();
            decision.locator("#finding").selectOption("SAME");
            why(decision, "NEW_INFORMATION");
            send(decision);
            page.getByText("Decided: One child").waitFor();
            page.getByText("it is decided who the two are").waitFor();
            page.reload();
            Locator back = form(page, "Take the decision back");
            why(back, "NEW_INFORMATION");
            send(back);
            page.getByText("Are these two one child?").waitFor();
            page.navigate("/names");
            page.getByText("It was decided before").first().waitFor();
            page.goBack();
            page.getByText("Are these two one child?").waitFor();
            decision = form(page, "Record the decision");
            decision.locator("#finding").selectOption("DIFFERENT");
            why(decision, "NEW_INFORMATION");
            send(decision);
            page.getByText("Decided: Two children").waitFor();

            Locator renumber = form(page, "Record the number");
            renumber.locator("#renumber-of").fill("N-777");
            renumber.locator("#renumber-to").fill("N-778");
            renumber.locator("#renumber-since").fill("2026-01-02");
            why(renumber, "CHANGED");
            send(renumber);
            page.getByText("Two students have this number").waitFor();
            renumber.locator("input[type=radio]").last().check();
            send(renumber);
            page.getByText("the new number finds the student").waitFor();
        }
        assertThat(JdbcClient.create(brightline.bean(DataSource.class))
                        .sql("select count(*) from access.read_audit where action = 'student-clash'")
                        .query(Long.class)
                        .single())
                .as("each look is on record")
                .isPositive();
    }

    @Test
    void more_than_fifty_pairs_under_one_number_are_told_and_all_that_were_decided_are_found() {
        for (int i = 0; i < 11; i++) {
            brightline
                    .post(
                            "naming",
                            "/api/commands/students",
                            Map.of(
                                    "number",
                                    "N-900",
                                    "firstName",
                                    "Invented",
                                    "lastName",
                                    "Person" + i,
                                    "birthDate",
                                    LocalDate.of(2010, 1, 1).plusDays(i).toString(),
                                    "anotherPerson",
                                    i > 0))
                    .expect(201);
        }
        try (BrowserContext visitor = chromium.visitor(brightline.url())) {
            Page page = room(visitor, "");
            page.getByText(Pattern.compile("These are the oldest of 5[5-9] that wait"))
                    .waitFor();
            long decided = decideAll();
            page.navigate("/names?atLeastIndex=" + decided);
            page.getByText("No one waits here").waitFor();
            page.locator("summary").getByText("Decided").click();
            assertThat(page.locator("#decided li").count()).isEqualTo(50);
            page.getByText("Decided earlier").click();
            page.waitForURL(url -> url.contains("before="));
            page.locator("#decided li").first().waitFor();
            assertThat(page.locator("#decided li").count()).isBetween(5, 20);
            assertThat(page.getByText("Decided earlier").count()).isZero();
        }
    }

    /** @return what to see it at */
    private static long decideAll() {
        brightline
                .get("naming", "/api/queries/clashes?state=OPEN&limit=200&atLeastIndex=" + lastIndex())
                .expect(200)
                .json()
                .get("items")
                .forEach(clash -> brightline
                        .edit(
                                "naming",
                                "/api/commands/clashes/" + clash.get("clashId").asString() + "/decision",
                                clash.get("version").asLong(),
                                Map.of("finding", "DIFFERENT", "reason", "NEW_INFORMATION", "basis", "OTHER"))
                        .expect(200));
        return lastIndex();
    }
}
