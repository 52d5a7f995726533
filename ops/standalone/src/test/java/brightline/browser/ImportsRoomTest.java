package brightline.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import brightline.command.imports.oneroster.OneRosterZip;
import brightline.edge.access.AccountRole;
import brightline.edge.access.Accounts;
import brightline.scenarios.RunningBrightline;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A coordinator sends files, right ones and wrong ones, and is told what became of them. */
class ImportsRoomTest {
    private static final Path STOPS = Path.of("..", "samples", "california-stops-sample.csv");
    private static final LocatorAssertions.HasTextOptions PATIENTLY =
            new LocatorAssertions.HasTextOptions().setTimeout(120_000);

    @TempDir
    static Path directory;

    static RunningBrightline brightline;
    static Chromium chromium;
    static final Map<String, String> passwords = new TreeMap<>();

    @BeforeAll
    static void start() {
        brightline = new RunningBrightline(directory);
        brightline.account("register", AccountRole.COORDINATOR, null);
        brightline
                .post("register", "/api/commands/schools", Map.of("code", "MAR", "name", "Marlow High School"))
                .expect(201);
        for (AccountRole role : List.of(AccountRole.COORDINATOR, AccountRole.SUPERVISOR)) {
            passwords.put(
                    role.text(),
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

    private static Page room(BrowserContext visitor, String role, String path, List<String> errors) {
        Page page = visitor.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                errors.add(message.text());
            }
        });
        Chromium.signIn(page, role, String.valueOf(passwords.get(role)));
        page.navigate(path);
        return page;
    }

    private static void choose(Page page, String format) {
        page.locator("#format option[value='" + format + "']")
                .waitFor(new Locator.WaitForOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
        page.locator("#format").selectOption(format);
    }

    private static FilePayload file(String name, String content) {
        return new FilePayload(name, "text/csv", content.getBytes(StandardCharsets.UTF_8));
    }

    private static Locator fact(Page page, String name) {
        return page.locator("[data-fact='" + name + "']");
    }

    @Test
    void a_file_of_stops_is_sent_once_watched_to_its_end_and_told_whole() {
        List<String> errors = new ArrayList<>();
        try (BrowserContext wide = chromium.visitor(brightline.url());
                BrowserContext narrow = chromium.phone(brightline.url())) {
            Page page = room(wide, "coordinator", "/imports", errors);
            page.getByText("Send the file").click();
            assertThat(page.locator("#format-error")).hasText("Choose the format of the file.");
            assertThat(page.locator("#file-error")).hasText("Choose the file to send.");
            assertThat(page.locator("#format")).isFocused();
            assertThat(page.locator("fieldset[data-assume]")).isHidden();

            choose(page, "brightline-roster");
            page.locator("#file").setInputFiles(STOPS);
            assertThat(page.locator("#file-error")).containsText("does not name star_number, school, from");
            choose(page, "oneroster-1.2");
            assertThat(page.locator("#file-error")).containsText("This is not a zip");
            page.getByText("Send the file").click();
            assertThat(page.locator("#file")).isFocused();
            Chromium.judge(page, "imports-wrong-file");
            assertThat(page.url()).endsWith("/imports");

            choose(page, "california-stop-data");
            assertThat(page.locator("#file-error")).hasCount(0);
            assertThat(page.locator("fieldset[data-assume]")).isVisible();
            page.locator("label[for=assume-no]").click();
            page.getByText("Send the file").dblclick();
            page.waitForURL(url -> url.contains("/imports/"));
            assertThat(page.locator("strong[data-state]")).hasText("Done: 787 of 2,015 records taken in", PATIENTLY);
            assertThat(fact(page, "lines")).hasText("2,015");
            assertThat(fact(page, "recorded")).hasText("787");
            assertThat(fact(page, "duplicates")).hasText("5");
            assertThat(fact(page, "outOfScope")).hasText("1,223");
            assertThat(page.locator("[data-reasons] li")).hasText(new String[] {
                "1,055: The person is not a student", "168: A student, but not on the grounds of a K-12 school"
            });
            assertThat(page.locator("[data-errors]")).isHidden();
            assertThat(fact(page, "fileName")).hasText("california-stops-sample.csv");
            assertThat(fact(page, "formatTitle")).hasText("California stop data (RIPA)");
            assertThat(fact(page, "sentBy")).hasText("coordinator");
            assertThat(fact(page, "assumeImminent")).hasText("assumed: no immediate threat");
            Locator ways = page.locator("[data-holds=CONTACTS]");
            assertThat(ways).isVisible();
            assertThat(ways.locator("a[href='/cases']")).hasCount(0);
            assertThat(ways).containsText("Supervisor");
            Chromium.judge(page, "import-done");
            Page phone = room(narrow, "coordinator", page.url(), errors);
            assertThat(phone.locator("strong[data-state]")).containsText("Done");
            Chromium.judge(phone, "import-done-phone-dark");

            page.navigate("/imports");
            assertThat(page.locator("[data-imports] tbody tr")
                            .filter(new Locator.FilterOptions().setHasText("california-stops-sample.csv"))
                            .locator("td"))
                    .containsText(new String[] {
                        "California stop data (RIPA)", "by coordinator", "Done", "2,015", "787", "0", "5", "1,223", "0"
                    });
            choose(page, "california-stop-data");
            page.locator("#file").setInputFiles(STOPS);
            page.locator("label[for=assume-no]").click();
            page.getByText("Send the file").click();
            page.waitForURL(url -> url.contains("/imports/"));
            assertThat(page.getByText("This file was sent before")).isVisible();
            assertThat(Promises.broken(page)).isEmpty();
            assertThat(Promises.ofTheModel(page)).isEmpty();

            page.locator("[data-holds=CONTACTS] a[href^='/dashboard']").click();
            assertThat(page.locator(".bl-about")).containsText("787 contacts counted once per officer");
            assertThat(page.locator(".bl-answer__left-out")).hasCount(0);

            Page supervisor = room(chromium.visitor(brightline.url()), "supervisor", "/entry", errors);
            assertThat(supervisor.locator("body")).not().containsText("Harbor High");
        }
        assertThat(errors).isEmpty();
    }

    @Test
    void a_file_in_another_encoding_with_its_names_in_capitals_is_sent_and_what_is_noted_is_shown() {
        List<String> errors = new ArrayList<>();
        try (BrowserContext wide = chromium.visitor(brightline.url())) {
            Page page = room(wide, "coordinator", "/imports", errors);
            choose(page, "brightline-roster");
            String roster = "STAR_NUMBER,NAME,CAPACITY,SCHOOL,FROM\r7171,Zo\u00eb Pe\u00f1a,SRO,MAR,2025-08-18\r"
                    + "07171,Zo\u00eb Pe\u00f1a,SRO,MAR,2025-08-18\r";
            page.locator("#file")
                    .setInputFiles(new FilePayload(
                            "officers.csv",
                            "text/csv",
                            roster.getBytes(java.nio.charset.Charset.forName("windows-1252"))));
            assertThat(page.locator("#file-error")).hasCount(0);
            page.getByText("Send the file").click();
            page.waitForURL(url -> url.contains("/imports/"));
            assertThat(page.locator("strong[data-state]")).hasText("Done: 1 of 2 records taken in", PATIENTLY);
            assertThat(page.locator("[data-notes] li"))
                    .hasText(
                            "The file is not in UTF-8 and was read as Windows-1252: see whether its names with accents are right.");
            assertThat(page.locator("[data-why-rejected] tbody"))
                    .containsText("differs from a known star by leading zeros only");
            Chromium.judge(page, "import-noted");
        }
        assertThat(errors).isEmpty();
    }

    @Test
    void a_file_is_tried_first_nothing_is_recorded_and_the_same_file_is_taken_in_after() {
        List<String> errors = new ArrayList<>();
        try (BrowserContext wide = chromium.visitor(brightline.url());
                BrowserContext narrow = chromium.phone(brightline.url())) {
            Page page = room(wide, "coordinator", "/imports", errors);
            choose(page, "brightline-enrolment");
            page.locator("#file")
                    .setInputFiles(file("to-try.csv", "school,day,total\nMAR,2025-10-02,900\nNIL,2025-10-02,1\n"));
            page.getByText("Try it first").dblclick();
            page.waitForURL(url -> url.contains("/imports/"));
            assertThat(page.locator("strong[data-state]"))
                    .hasText("Tried, and nothing was recorded: 1 of 2 records would be taken in", PATIENTLY);
            assertThat(page.locator("main")).containsText("Would be recorded");
            assertThat(page.locator("main")).containsText("What would become of its records");
            assertThat(fact(page, "recorded")).hasText("1");
            assertThat(page.locator("#errors-heading")).hasText("Records that would be rejected");
            assertThat(page.locator("[data-each-rejected] tbody tr")).hasCount(1);
            assertThat(page.locator("[data-holds=ENROLLMENT]")).isHidden();
            assertThat(page.locator("[data-do=resume]")).isHidden();
            assertThat(page.locator("[data-tried]")).containsText("the file is kept until");
            Chromium.judge(page, "import-tried");
            Page phone = room(narrow, "coordinator", page.url(), errors);
            assertThat(phone.locator("[data-do=take]")).isVisible();
            Chromium.judge(phone, "import-tried-phone-dark");
            phone.navigate("/imports");
            Locator listed = phone.locator("[data-imports] tbody tr")
                    .filter(new Locator.FilterOptions().setHasText("to-try.csv"));
            assertThat(listed).hasCount(1);
            assertThat(listed).containsText("Tried, not recorded");

            page.locator("[data-do=take]").click();
            assertThat(page.locator("strong[data-state]")).hasText("Done: 1 of 2 records taken in", PATIENTLY);
            assertThat(page.locator("[data-do=take]")).isHidden();
            assertThat(page.locator("[data-again]")).isHidden();
            assertThat(fact(page, "fileName")).hasText("to-try.csv");
            assertThat(page.locator("[data-holds=ENROLLMENT]")).isVisible();
        }
        assertThat(errors).isEmpty();
    }

    private static FilePayload roster(String name, String... students) {
        OneRosterZip zip = OneRosterZip.bulk().with("manifest.csv", "source.systemCode,LEAVERS\n");
        for (String student : students) {
            zip = zip.with("users.csv", "u-%1$s,,,%1$s,Leaver,LEA-%1$s,09,\n".formatted(student))
                    .with("roles.csv", "r-%1$s,,,u-%1$s,primary,student,2026-08-17,,o-1\n".formatted(student));
        }
        return new FilePayload(name, "application/zip", zip.bytes());
    }

    private static void send(Page page, FilePayload roster) {
        page.navigate("/imports");
        choose(page, "oneroster-1.2");
        page.locator("#file").setInputFiles(roster);
        page.getByText("Send the file").click();
        page.waitForURL(url -> url.contains("/imports/"));
        assertThat(page.locator("strong[data-state]"))
                .containsText("Done", new LocatorAssertions.ContainsTextOptions().setTimeout(120_000));
    }

    /** An Enter or a reload records nothing, and a way back shows what was recorded. */
    @Test
    void who_is_missing_from_a_whole_roster_is_listed_by_number_chosen_and_ended_with_a_day_and_once() {
        List<String> errors = new ArrayList<>();
        try (BrowserContext wide = chromium.visitor(brightline.url());
                BrowserContext narrow = chromium.phone(brightline.url())) {
            Page page = room(wide, "coordinator", "/imports", errors);
            send(page, roster("autumn.zip", "Ada", "Ben", "Cem", "Dov"));
            Locator missing = page.locator("[data-missing]");
            assertThat(page.locator(".bl-waiting")).hasCount(0);
            assertThat(missing).isHidden();

            send(page, roster("winter.zip", "Cem"));
            assertThat(missing).isVisible();
            assertThat(missing.locator("[data-missing-count]")).hasText("3 students");
            assertThat(missing.locator("tbody tr")).hasCount(3);
            Locator ada = missing.locator("tbody tr").filter(new Locator.FilterOptions().setHasText("LEA-Ada"));
            assertThat(ada).containsText("Marlow High School");
            assertThat(ada).containsText("2026-08-17");
            assertThat(missing).not().containsText("Leaver");
            Chromium.judge(page, "import-missing");
            Page phone = room(narrow, "coordinator", page.url(), errors);
            assertThat(phone.locator("[data-missing-count]")).hasText("3 students");
            Chromium.judge(phone, "import-missing-phone-dark");

            List<String> sent = new ArrayList<>();
            page.onRequest(request -> {
                if (request.url().endsWith("/departures")) {
                    sent.add(request.postData());
                }
            });
            Locator chosen = missing.locator("form").first();
            Locator all = missing.locator("form").last();
            chosen.locator("button[type=submit]").click();
            page.locator("dialog button[value=yes]").click();
            assertThat(chosen.locator("[data-problem]")).containsText("Last day of those you chose: must be given");
            page.locator("#chosen-last-day").fill("2026-11-20");
            page.locator("#chosen-last-day").press("Enter");
            assertThat(page.locator("dialog")).hasCount(0);
            chosen.locator("button[type=submit]").click();
            page.locator("dialog").getByText("Cancel").click();
            assertThat(page.locator("dialog")).hasCount(0);
            assertThat(sent).isEmpty();
            chosen.locator("button[type=submit]").click();
            page.locator("dialog button[value=yes]").click();
            assertThat(chosen.locator("[data-problem]")).containsText("Choose at least one student");
            assertThat(missing.locator("tbody tr")).hasCount(3);

            missing.locator("input[type=checkbox]").first().focus();
            ada.locator("input").press("Space");
            chosen.locator("button[type=submit]").click();
            page.locator("dialog button[value=yes]").click();
            assertThat(page.locator("[data-said]"))
                    .containsText("Recorded: the students you chose are no longer enrolled.");
            assertThat(missing.locator("[data-missing-count]")).hasText("2 students");
            assertThat(missing.locator("tbody tr")).hasCount(2);
            assertThat(missing).not().containsText("LEA-Ada");
            page.reload();
            assertThat(missing.locator("tbody tr")).hasCount(2);
            page.goBack();
            page.goForward();
            assertThat(missing.locator("tbody tr")).hasCount(2);
            assertThat(sent).hasSize(1);

            page.locator("#missing-last-day").fill("2026-11-21");
            all.locator("button[type=submit]").click();
            page.locator("dialog button[value=yes]").click();
            assertThat(page.locator("[data-said]")).containsText("Recorded: they are no longer enrolled.");
            assertThat(page.locator("strong[data-state]")).containsText("Done");
            assertThat(page.locator(".bl-waiting")).hasCount(0);
            assertThat(missing).isHidden();

            page.reload();
            assertThat(page.locator("strong[data-state]")).containsText("Done");
            assertThat(page.locator(".bl-waiting")).hasCount(0);
            assertThat(missing).isHidden();
            assertThat(sent).hasSize(2);
            Map<String, String> lastDays =
                    Map.of("Ada", "2026-11-20", "Ben", "2026-11-21", "Cem", "", "Dov", "2026-11-21");
            lastDays.forEach((student, day) -> await().atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> {
                        var found = brightline
                                .post("register", "/api/queries/students/search", Map.of("number", "LEA-" + student))
                                .expect(200)
                                .json()
                                .get("students")
                                .get(0);
                        assertThat(found.get("enrolled").asBoolean())
                                .as(student)
                                .isEqualTo(day.isEmpty());
                        assertThat(found.get("lastDay").asString(""))
                                .as(student)
                                .isEqualTo(day);
                    }));
        }
        assertThat(errors).isEmpty();
    }

    @Test
    void a_long_import_is_stopped_and_goes_on_by_the_keyboard() {
        List<String> errors = new ArrayList<>();
        String contacts = IntStream.rangeClosed(1, 6_000)
                .mapToObj("I%d,STOPPED,1,MAR,,2026-03-02T10:16:00-06:00,WITNESS\n"::formatted)
                .collect(Collectors.joining(
                        "", "record_id,source,person_number,school,school_name,occurred_at,role\n", ""));
        try (BrowserContext wide = chromium.visitor(brightline.url());
                BrowserContext narrow = chromium.phone(brightline.url())) {
            Page page = room(wide, "coordinator", "/imports", errors);
            choose(page, "brightline-csv");
            page.locator("#file").setInputFiles(file("many.csv", contacts));
            page.getByText("Send the file").click();
            page.waitForURL(url -> url.contains("/imports/"));
            assertThat(page.locator("[data-left]"))
                    .hasText(Pattern.compile("How long this takes is not known yet|About .* left"));
            Locator stop = page.locator("[data-do=stop]");
            Locator resume = page.locator("[data-do=resume]");
            assertThat(resume).isHidden();
            stop.focus();
            page.keyboard().press("Enter");
            assertThat(page.locator("strong[data-state]"))
                    .hasText(Pattern.compile("Stopped after [0-9,]+ records, [0-9]+% of the file, by coordinator"));
            assertThat(stop).isHidden();
            assertThat(resume).isFocused();
            assertThat(page.locator("[data-what-now]")).containsText("the file is kept until");
            assertThat(page.locator("[data-left]")).isEmpty();
            Chromium.judge(page, "import-stopped");
            Page phone = room(narrow, "coordinator", page.url(), errors);
            assertThat(phone.locator("strong[data-state]")).containsText("Stopped after");
            assertThat(phone.locator("[data-do=resume]")).isVisible();
            Chromium.judge(phone, "import-stopped-phone-dark");
            phone.navigate("/imports");
            assertThat(phone.locator("[data-imports] tbody tr")
                            .filter(new Locator.FilterOptions().setHasText("many.csv")))
                    .containsText("Stopped");

            page.keyboard().press("Enter");
            assertThat(stop).isVisible();
            assertThat(stop).isFocused();
            assertThat(page.locator("strong[data-state]")).hasText("Done: 6,000 of 6,000 records taken in", PATIENTLY);
            assertThat(stop).isHidden();
            assertThat(resume).isHidden();
            assertThat(page.locator(".bl-said")).isFocused();
        }
        assertThat(errors).isEmpty();
    }

    @Test
    void a_file_that_can_never_be_read_says_so_and_a_damaged_record_is_counted_and_listed() throws IOException {
        List<String> errors = new ArrayList<>();
        try (BrowserContext wide = chromium.visitor(brightline.url());
                BrowserContext narrow = chromium.phone(brightline.url())) {
            Page page = room(wide, "coordinator", "/imports", errors);
            choose(page, "california-stop-data");
            String header = Files.readAllLines(Path.of("..", "samples", "california-stops-sample.csv"))
                    .getFirst();
            page.locator("#file").setInputFiles(file("cut.csv", header + "\n" + "\u0000".repeat(1_000)));
            page.getByText("Send the file").click();
            page.waitForURL(url -> url.contains("/imports/"));
            assertThat(page.locator("strong[data-state]"))
                    .hasText("This file cannot be read as California stop data (RIPA)", PATIENTLY);
            assertThat(page.locator("[data-why]"))
                    .containsText("Why: it is no text: it holds bytes that stand for no letter");
            assertThat(page.locator("[data-expected]")).containsText("whose first line names its columns");
            assertThat(page.locator("main")).not().containsText("Send the same file again");
            assertThat(page.locator("[data-errors]")).isHidden();
            assertThat(fact(page, "rejected")).hasText("0");
            Chromium.judge(page, "import-cannot-be-read");

            page.navigate("/imports");
            choose(page, "brightline-enrolment");
            page.locator("#file")
                    .setInputFiles(file("counts.csv", "school,day,total\nMAR,2025-10-01,900\nNIL,2025-10-01,1\n"));
            assertThat(page.locator("fieldset[data-assume]")).isHidden();
            page.getByText("Send the file").click();
            page.waitForURL(url -> url.contains("/imports/"));
            assertThat(page.locator("strong[data-state]")).hasText("Done: 1 of 2 records taken in", PATIENTLY);
            assertThat(fact(page, "rejected")).hasText("1");
            assertThat(page.locator("[data-each-rejected] tbody tr")).hasCount(1);
            assertThat(page.locator("[data-why-rejected] tbody tr td"))
                    .hasText(new String[] {"no school with this code is registered", "1", "3"});
            assertThat(page.locator("dd[data-assume]")).isHidden();
            Chromium.judge(page, "import-rejected");
            Page phone = room(narrow, "coordinator", page.url(), errors);
            assertThat(phone.locator("[data-each-rejected] tbody tr")).hasCount(1);
            Chromium.judge(phone, "import-rejected-phone-dark");
            assertThat((Double) phone.evaluate("""
                            new Promise(done => new PerformanceObserver(seen => done(seen.getEntries()
                                .filter(one => !one.hadRecentInput).reduce((sum, one) => sum + one.value, 0) + 0.0001))
                              .observe({type: 'layout-shift', buffered: true}) || setTimeout(done, 500, 0.0001))""")).isLessThan(0.05);
        }
        assertThat(errors).isEmpty();
    }

    @Test
    void each_format_shows_its_columns_and_a_sample_that_is_taken_in_whole() {
        List<String> errors = new ArrayList<>();
        try (BrowserContext wide = chromium.visitor(brightline.url());
                BrowserContext narrow = chromium.phone(brightline.url())) {
            Page page = room(wide, "coordinator", "/imports", errors);
            Locator roster = page.locator("#format-brightline-roster");
            roster.locator("summary").first().click();
            assertThat(roster.locator("th[scope=row]").first()).hasText("star_number");
            assertThat(roster).containsText("SRO");
            Chromium.judge(page, "imports-columns");
            Download sample =
                    page.waitForDownload(() -> roster.getByText("Sample (.csv)").click());
            assertThat(sample.suggestedFilename()).isEqualTo("sample-brightline-roster.csv");
            choose(page, "brightline-roster");
            Path saved = directory.resolve("sample.csv");
            sample.saveAs(saved);
            page.locator("#file").setInputFiles(saved);
            page.getByText("Send the file").click();
            page.waitForURL(url -> url.contains("/imports/"));
            assertThat(page.locator("strong[data-state]")).hasText("Done: 1 of 1 records taken in", PATIENTLY);
            Page phone = room(narrow, "coordinator", "/imports", errors);
            phone.locator("#format-brightline-roster summary").first().click();
            Chromium.judge(phone, "imports-columns-phone-dark");
        }
        assertThat(errors).isEmpty();
    }
}
