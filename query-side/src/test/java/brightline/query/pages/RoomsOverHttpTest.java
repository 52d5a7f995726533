package brightline.query.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import brightline.edge.access.AccessConfiguration;
import brightline.edge.access.AccountRole;
import brightline.edge.access.Accounts;
import brightline.edge.access.AccountsWithoutLog;
import brightline.edge.access.NewAccount;
import brightline.events.Code;
import brightline.events.OfficerId;
import brightline.events.interaction.CorrectedFact;
import brightline.events.interaction.InteractionEvent.InteractionCorrected;
import brightline.events.interaction.InteractionEvent.SourceRecorded;
import brightline.query.Contact;
import brightline.query.QueryProgram;
import brightline.query.Story;
import brightline.query.figures.Dimension;
import brightline.query.pages.dashboard.Measures;
import brightline.query.replay.Replay;
import brightline.query.replay.Replays;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;

/** The rooms with a database behind them. */
class RoomsOverHttpTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    static QueryProgram program;
    static Contact gun;
    static final Map<AccountRole, String> SIGN_IN = new EnumMap<>(AccountRole.class);

    @BeforeAll
    static void start() {
        program = QueryProgram.start(
                WebApplicationType.SERVLET,
                List.of("server.port=0", "brightline.demo=true"),
                AccessConfiguration.class,
                AccountsWithoutLog.class);
        Story story = program.story().recordedAt("2026-03-02T17:00:00Z");
        story.school("MAR", "Marlow HS")
                .school("H24-A", "Jefferson Elementary")
                .school("H24-B", "jefferson  Elementary");
        OfficerId adeyemi = story.officer("Adeyemi");
        OfficerId castellane = story.officer("Castellane");
        gun = Contact.of(adeyemi)
                .conduct("cps-scc/6-1")
                .action("A2_SEIZE")
                .student("p", "BLACK")
                .also(id -> new SourceRecorded(id, "brightline-csv", "OLD-LOG|2019/0417-B|1", List.of(), Map.of()));
        story.incident("MAR", gun);
        story.incident(
                "MAR",
                Contact.of(castellane)
                        .at("2026-03-02T15:00:00Z")
                        .conduct("cps-scc/1-8")
                        .action("D_ENFORCE_RULE"));
        story.recordedAt("2026-03-03T17:00:00Z")
                .submit(new InteractionCorrected(
                        gun.id(), new CorrectedFact.Conduct(List.of(Code.of("cps-scc/4-12"))), Story.BECAUSE));
        program.settle();
        for (AccountRole role : AccountRole.values()) {
            NewAccount made = program.bean(Accounts.class)
                    .create(role.text(), role, role == AccountRole.SRO ? castellane.value() : null, Set.of("MAR"));
            String pair = role.text() + ":" + made.firstPassword();
            SIGN_IN.put(role, "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
        }
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    private static HttpResponse<String> send(AccountRole role, String path) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + program.property("local.server.port") + path))
                .header("Accept", "text/html")
                .header("Authorization", SIGN_IN.getOrDefault(role, ""))
                .build();
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String page(AccountRole role, String path) {
        HttpResponse<String> response = send(role, path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body();
    }

    /** It would go on with no session, after the password was changed. */
    @Test
    void a_password_is_changed_in_a_session_and_not_by_a_program() throws Exception {
        String signIn = SIGN_IN.getOrDefault(AccountRole.CLERK, "");
        String first = new String(
                        Base64.getDecoder().decode(signIn.substring("Basic ".length())), StandardCharsets.UTF_8)
                .split(":", 2)[1];
        HttpRequest change = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + program.property("local.server.port") + "/password"))
                .header("Authorization", signIn)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "current=" + first + "&chosen=harbor+lantern+tuesday&repeated=harbor+lantern+tuesday"))
                .build();
        assertThat(HTTP.send(change, BodyHandlers.ofString()).statusCode()).isEqualTo(403);
        page(AccountRole.CLERK, "/");
    }

    @Test
    void the_figures_answer_first_with_their_scope_notes_and_questions() {
        String html =
                page(AccountRole.ANALYST, "/dashboard?from=2026-03-01&to=&school=MAR&groupBy=school&id=Heliotrope");
        assertThat(html)
                .as("what is no filter")
                .doesNotContain("Heliotrope")
                .contains("/dashboard?from=2026-03-01&amp;school=MAR&amp;groupBy=school");
        assertThat(html)
                .contains("2 incidents, 2 contacts", "since Mar 1, 2026", "Marlow HS", "No agreement is in force")
                .contains(
                        "too few contacts to tell a share. In 1 of 2",
                        "Is the line holding?",
                        "What instead of arrest?");
        assertThat(page(AccountRole.AUDITOR, "/dashboard?asKnownOn=2026-03-01")).contains("No contact in this choice");
        for (String groupBy :
                List.of("homeSchool", "officerCapacity", "month", "schoolYear", "initiator", "tier", "gradeBand")) {
            assertThat(page(
                            AccountRole.SUPERVISOR,
                            "/dashboard/routine?from=2026-03-01&officerCapacity=ALL&groupBy=" + groupBy))
                    .contains("By month", "Download this table");
        }
        for (String question : List.of("started", "schools", "arrests", "missing")) {
            assertThat(page(AccountRole.COORDINATOR, "/dashboard/" + question + "?from=2026-03-01&school=MAR"))
                    .contains("<table", "of 100", "Download this table", "How we count");
        }
        assertThat(page(AccountRole.ANALYST, "/dashboard/arrests?from=2026-03-01"))
                .containsPattern("<h1>No decision of this view says that an arrest was possible");
        assertThat(send(AccountRole.ANALYST, "/dashboard/heliotrope").statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_number_opens_its_contacts_for_those_who_may_and_for_nobody_else() {
        String view = "/dashboard/schools?from=2026-03-01&officerCapacity=ALL";
        assertThat(page(AccountRole.AUDITOR, view)).contains("/cases?class=ROUTINE_DISCIPLINE&amp;school=MAR");
        assertThat(page(AccountRole.ANALYST, view)).doesNotContain("/cases");
        assertThat(page(AccountRole.COORDINATOR, view)).doesNotContain("/cases");
        assertThat(page(AccountRole.AUDITOR, view + "&race=BLACK")).doesNotContain("/cases?class");
    }

    @Test
    void a_table_is_a_file_with_the_same_numbers() {
        HttpResponse<String> file =
                send(AccountRole.ANALYST, "/dashboard/schools/by-school.csv?from=2026-03-01&officerCapacity=ALL");
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(file.body()).contains("Filters,", "Definition of ", "Marlow HS,1,2,0.5,0.0945,0.9055");
        assertThat(send(AccountRole.ANALYST, "/dashboard/schools/heliotrope.csv")
                        .statusCode())
                .isEqualTo(404);
        assertThat(send(AccountRole.SRO, "/dashboard/schools/by-school.csv").statusCode())
                .isEqualTo(403);
    }

    @Test
    void everybody_may_read_how_we_count() {
        for (AccountRole role : AccountRole.values()) {
            assertThat(page(role, "/how-we-count")).contains("R02W", "R17", "edition " + Measures.EDITION);
        }
    }

    @Test
    void a_filter_that_cannot_be_read_is_named_and_kept() {
        assertThat(page(AccountRole.COORDINATOR, "/dashboard?from=yesterday&school=MAR&groupBy=officer&ruleSet=99"))
                .contains("id=\"from-error\"", "id=\"groupBy-error\"", "id=\"ruleSet-error\"", "value=\"yesterday\"")
                .contains("value=\"99\" selected", "No figures", "From: Enter the first day as a date.")
                .doesNotContain("not in this view");
        assertThat(page(AccountRole.COORDINATOR, "/dashboard?school=XXX"))
                .contains("No school is on record under the code in the address", "id=\"school-error\"")
                .doesNotContain("No contact in this choice");
        assertThat(page(AccountRole.COORDINATOR, "/dashboard/started?initiator=HELIOTROPE"))
                .contains("id=\"initiator-error\">Choose one of the list");
    }

    @Test
    void cases_are_found_and_stepped_through() {
        assertThat(page(AccountRole.AUDITOR, "/cases"))
                .contains("/cases/" + gun.id(), "Marlow HS", "Serious or reportable offense");
        assertThat(page(AccountRole.AUDITOR, "/cases?class=ROUTINE_DISCIPLINE&school=MAR&number=&from="))
                .doesNotContain("/cases/" + gun.id());
        assertThat(page(AccountRole.AUDITOR, "/cases?from=never")).contains("id=\"from-error\"");
        String now = page(AccountRole.AUDITOR, "/cases/" + gun.id());
        assertThat(now)
                .contains("as known now", "Corrected: what the student did", "Last step", "before: ")
                .doesNotContain("not yet known", "Something is wrong or missing?");
        assertThat(page(AccountRole.AUDITOR, "/cases/" + gun.id() + "?asKnownOn=2026-03-02"))
                .contains("not yet known", "Serious or reportable offense");
        assertThat(page(AccountRole.AUDITOR, "/cases/" + gun.id() + "?asKnownOn=2026-03-01"))
                .contains("Nothing was known yet");
        assertThat(page(AccountRole.AUDITOR, "/cases/" + gun.id() + "?asKnownOn=3/2/2026%2011:00%20p.m."))
                .contains("Step 1 of 2");
        assertThat(page(AccountRole.AUDITOR, "/cases/" + gun.id() + "?step=1"))
                .contains("Step 1 of 2", "not yet known", "School in session");
        assertThat(page(AccountRole.AUDITOR, "/cases/" + gun.id() + "?asKnownOn=soon&shown=2026-03-02T23:00:00Z"))
                .as("a wrong moment is named, and the page stays where it was")
                .contains("asKnownOn-error", "value=\"soon\"", "Step 1 of 2");
        assertThat(page(AccountRole.SUPERVISOR, "/cases/" + gun.id()))
                .contains("Something is wrong or missing?", "It was another school");
        String number = now.replaceAll("(?s).*?(BL-\\d{4}-\\d{5}).*", "$1");
        for (String digits :
                List.of(number, number.substring(3).replaceFirst("-0+", "-"), number.replaceFirst(".*-0*", ""))) {
            assertThat(page(AccountRole.AUDITOR, "/cases?number=" + digits))
                    .as(digits)
                    .contains("/cases/" + gun.id());
        }
        assertThat(page(AccountRole.AUDITOR, "/cases?number=old-log%7C2019/0417-b"))
                .as("the source’s record, which the case names")
                .contains("/cases/" + gun.id());
        assertThat(now).contains("format brightline-csv, as record 2019/0417-B of OLD-LOG");
        assertThat(page(
                        AccountRole.AUDITOR,
                        "/cases?school=MAR&officerCapacity=SRO," + Dimension.NOT_STATED + "&tier=3"))
                .as("what a figure's link limits the list by is honored and said")
                .contains(
                        "assignment that day: School resource officer or not stated",
                        "how serious: Offense with a choice");
        assertThat(page(AccountRole.AUDITOR, "/cases?tier=9")).contains("Nothing was searched");
        assertThat(page(AccountRole.AUDITOR, "/cases?mark=CORRECTED")).contains("/cases/" + gun.id());
        assertThat(page(AccountRole.AUDITOR, "/cases?mark=VOIDED")).doesNotContain("/cases/" + gun.id());
        assertThat(page(AccountRole.AUDITOR, "/cases?mark=EATEN&school=NOWHERE&number=%3F"))
                .contains("id=\"mark-error\"", "id=\"school-error\"", "id=\"number-error\"", "Nothing was searched");
        assertThat(send(AccountRole.AUDITOR, "/cases/" + UUID.randomUUID()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void of_schools_of_one_name_every_list_says_the_code() {
        assertThat(page(AccountRole.SRO, "/entry"))
                .contains(">Jefferson Elementary (H24-A)<", ">jefferson  Elementary (H24-B)<");
        for (String path : List.of("/dashboard", "/dashboard/schools", "/dashboard/arrests", "/cases")) {
            assertThat(page(AccountRole.AUDITOR, path))
                    .as(path)
                    .contains(">Jefferson Elementary (H24-A)<", ">jefferson  Elementary (H24-B)<", ">Marlow HS<")
                    .doesNotContain("Jefferson Elementary<", "Marlow HS (MAR)");
        }
    }

    @Test
    void a_school_of_a_code_with_a_comma_is_named_on_the_page_that_was_asked_for_it() {
        assertThat(page(AccountRole.AUDITOR, "/cases?school=H15%2CA"))
                .contains("id=\"school-error\"", "Nothing was searched");
        assertThat(page(AccountRole.AUDITOR, "/dashboard?school=H15%2CA")).contains("id=\"school-error\"");
    }

    @Test
    void an_officer_comes_to_the_own_cases_only() {
        assertThat(page(AccountRole.SRO, "/cases")).contains("BL-").doesNotContain("/cases/" + gun.id());
        assertThat(send(AccountRole.SRO, "/cases/" + gun.id()).statusCode()).isEqualTo(404);
        assertThat(send(AccountRole.SRO, "/dashboard").statusCode()).isEqualTo(403);
    }

    @Test
    void a_replay_is_watched_and_compared() {
        Replays replays = program.bean(Replays.class);
        UUID id = replays.start("sysadmin", "a-key-of-sixteen-or-more").id();
        await().atMost(Duration.ofSeconds(60)).until(() -> replays.get(id).state() != Replay.State.RUNNING);
        assertThat(page(AccountRole.SYSADMIN, "/replays"))
                .contains("/replays/" + id, "Compared, waiting for a decision", "A rebuild waits for your decision")
                .doesNotContain("Start a rebuild");
        assertThat(page(AccountRole.SYSADMIN, "/replays/" + id))
                .contains("The same: every rebuilt figure", "involvement fact", "Contacts, counted once per officer")
                .contains("Put the rebuilt tables to use");
        assertThat(page(AccountRole.AUDITOR, "/replays/" + id + "/progress"))
                .startsWith("<div id=\"progress\"")
                .doesNotContain("Put the rebuilt tables to use");
        replays.discard(id);
    }

    @Test
    void the_pages_of_imports_ask_the_api_themselves() {
        assertThat(page(AccountRole.COORDINATOR, "/imports")).contains("operations/imports.js", "data-formats");
        UUID id = UUID.randomUUID();
        assertThat(page(AccountRole.COORDINATOR, "/imports/" + id))
                .contains("data-import=\"" + id + "\"", "Your role does not open it; these do: Auditor");
        assertThat(send(AccountRole.ANALYST, "/imports").statusCode()).isEqualTo(403);
    }
}
