package brightline.query.roster;

import static brightline.query.RosterStory.day;
import static org.assertj.core.api.Assertions.assertThat;

import brightline.edge.access.AccessConfiguration;
import brightline.edge.access.AccountRole;
import brightline.edge.access.Accounts;
import brightline.edge.access.AccountsWithoutLog;
import brightline.edge.access.NewAccount;
import brightline.events.AgreementId;
import brightline.events.Code;
import brightline.events.OfficerId;
import brightline.events.agency.AgencyEvent.CoordinatorDesignated;
import brightline.events.agency.AgencyEvent.CoordinatorEnded;
import brightline.events.agreement.AgreementEvent.AgreementEnded;
import brightline.events.officer.OfficerEvent.AgreementAcknowledged;
import brightline.events.school.SchoolEvent.Vote;
import brightline.query.Contact;
import brightline.query.QueryProgram;
import brightline.query.RosterStory;
import brightline.query.Story;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The programme over HTTP: one story, told once. */
class ProgrammeTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final AgreementId MOU = new AgreementId(new UUID(0, 7));

    static QueryProgram program;
    static OfficerId adeyemi;
    static Contact contact;
    static final Map<AccountRole, String> SIGN_IN = new EnumMap<>(AccountRole.class);

    @BeforeAll
    static void start() {
        program = QueryProgram.start(
                WebApplicationType.SERVLET,
                List.of("server.port=0", "brightline.demo=true"),
                AccessConfiguration.class,
                AccountsWithoutLog.class);
        Story story = program.story().recordedAt("2025-08-01T17:00:00Z");
        RosterStory roster = new RosterStory(story);
        story.school("MAR", "Marlow HS").school("QUI", "Quillfeather HS");
        adeyemi = story.officer("Adeyemi");
        OfficerId castellane = story.officer("Castellane");
        roster.agreement(MOU, "2025-08-01")
                .assigned(adeyemi, "MAR", "2025-08-18")
                .assigned(castellane, "QUI", "2025-08-18")
                .status("MAR", "IN_PROGRAMME", "2018-08-20", null)
                .enrolled("MAR", "2025-10-01", 2200, 800);
        story.submit(new AgreementAcknowledged(adeyemi, MOU, 1, day("2025-08-20")));
        story.submit(new CoordinatorDesignated("R. Okafor", day("2025-08-01")));
        story.recordedAt("2026-03-02T17:00:00Z");
        story.submit(new CoordinatorEnded(day("2026-01-31")));
        roster.status(
                        "MAR",
                        "ENDED",
                        "2026-02-01",
                        new Vote(day("2026-01-20"), Code.of("vote-body/LOCAL_SCHOOL_COUNCIL"), 7, 3))
                .enrolled("MAR", "2025-10-01", 2198, 799)
                .complaint(adeyemi, "C-1", "2026-01-05", "YOUTH", brightline.events.Stated.YES);
        contact = Contact.of(adeyemi).conduct("cps-scc/1-8").action("A1_ADVICE");
        story.incident("QUI", contact);
        story.recordedAt("2026-08-03T17:00:00Z").submit(new AgreementEnded(MOU, day("2026-06-30")));
        program.settle();
        for (AccountRole role : AccountRole.values()) {
            NewAccount made = program.bean(Accounts.class)
                    .create(role.text(), role, role == AccountRole.SRO ? adeyemi.value() : null, Set.of("MAR"));
            SIGN_IN.put(
                    role,
                    "Basic "
                            + Base64.getEncoder()
                                    .encodeToString((role.text() + ":" + made.firstPassword())
                                            .getBytes(StandardCharsets.UTF_8)));
        }
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    private static HttpResponse<String> send(AccountRole role, String question) {
        try {
            return HTTP.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + program.property("local.server.port")
                                    + "/api/queries/" + question))
                            .header("Accept", "application/json, application/problem+json")
                            .header("Authorization", SIGN_IN.getOrDefault(role, ""))
                            .build(),
                    BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode asked(String question) {
        return asked(AccountRole.AUDITOR, question);
    }

    private static JsonNode asked(AccountRole role, String question) {
        HttpResponse<String> answer = send(role, question);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    @Test
    void an_agreement_is_shown_with_its_clauses_its_hearing_and_the_way_of_its_rule_set() {
        JsonNode answer = asked("agreements?asOf=2025-09-01");
        assertThat(answer.get("inForce").asString()).isEqualTo(MOU.toString());
        JsonNode paper = answer.at("/items/0");
        assertThat(paper.get("ruleSet").asInt()).isEqualTo(2);
        assertThat(paper.get("versionInEffect").asInt()).isEqualTo(1);
        assertThat(paper.get("clausesMissing").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrder("DATA", "REVIEW");
        assertThat(paper.at("/versions/0/communityInput/0/changed").asString()).isEqualTo("Tickets are named.");
        assertThat(paper.at("/versions/0/sharing/0/to").asString()).isEqualTo("Principal");
        assertThat(paper.get("ruleSets")
                        .valueStream()
                        .map(step -> step.get("step").asString()))
                .containsExactly("PROPOSED", "TESTED", "APPROVED");
        assertThat(paper.at("/ruleSets/1/changed").asInt()).isEqualTo(12);
        assertThat(paper.at("/acknowledgements/0/officer").asString()).isEqualTo(adeyemi.toString());
        assertThat(paper.get("assignedWithoutAcknowledgement").size()).isEqualTo(1);
        assertThat(answer.get("notes").toString()).contains("lacks DATA, REVIEW");
    }

    @Test
    void that_none_is_in_force_is_said_for_the_day_and_as_it_was_known() {
        JsonNode after = asked("agreements?asOf=2026-07-15");
        assertThat(after.get("inForce").isNull()).isTrue();
        assertThat(after.get("state").asString()).isEqualTo("NONE IN FORCE");
        assertThat(after.get("notes").toString())
                .contains("NONE IN FORCE", "105 ILCS 5/10-20.68: 2 officers are assigned");
        assertThat(asked("agreements?asOf=2026-07-15&asKnownOn=2026-07-31")
                        .get("inForce")
                        .asString())
                .as("the end was recorded in August")
                .isEqualTo(MOU.toString());
        assertThat(asked("agreements?asOf=2025-07-31").get("state").asString()).isEqualTo("NONE IN FORCE");
    }

    @Test
    void the_coordinator_or_none_and_each_schools_status_with_the_vote_are_shown() {
        JsonNode with = asked("programme?asOf=2026-01-31");
        assertThat(with.at("/coordinator/name").asString()).isEqualTo("R. Okafor");
        assertThat(with.at("/items/0/status").asString()).isEqualTo("IN_PROGRAMME");
        assertThat(with.at("/items/0/vote").isNull()).isTrue();
        assertThat(with.at("/items/1/status").isNull()).isTrue();
        JsonNode without = asked("programme?asOf=2026-02-01");
        assertThat(without.get("coordinator").isNull()).isTrue();
        assertThat(without.get("coordinatorState").asString()).isEqualTo("NONE");
        assertThat(without.get("notes").toString()).contains("NONE: nobody is designated");
        assertThat(without.at("/items/0/status").asString()).isEqualTo("ENDED");
        assertThat(without.at("/items/0/vote/votesFor").asInt()).isEqualTo(7);
        assertThat(without.at("/items/0/officers").asInt()).isEqualTo(1);
        assertThat(without.at("/schoolsByStatus/MISSING").asInt()).isEqualTo(1);
        assertThat(asked("programme?asOf=2026-02-01&asKnownOn=2026-02-28")
                        .at("/coordinator/name")
                        .asString())
                .as("nobody had said that it ended")
                .isEqualTo("R. Okafor");
    }

    @Test
    void enrolment_is_the_last_count_up_to_the_day_as_corrected_or_as_known() {
        JsonNode now = asked("programme?asOf=2026-03-02").at("/items/0/enrolment");
        assertThat(now.get("total").asInt()).isEqualTo(2198);
        assertThat(now.at("/groups/race/BLACK").asInt()).isEqualTo(799);
        assertThat(now.at("/groups/race/WHITE").isMissingNode())
                .as("not counted")
                .isTrue();
        assertThat(asked("programme?asOf=2026-03-02&asKnownOn=2025-12-31")
                        .at("/items/0/enrolment/total")
                        .asInt())
                .isEqualTo(2200);
        assertThat(asked("programme?asOf=2025-09-30").at("/items/0/enrolment").isNull())
                .isTrue();
    }

    @Test
    void a_case_says_that_its_officer_was_not_assigned_not_trained_and_not_eligible() {
        JsonNode timeline = asked("cases/" + contact.id() + "/timeline");
        JsonNode standing = timeline.at("/standing/0");
        assertThat(standing.get("assigned").asBoolean()).isFalse();
        assertThat(standing.get("untrained").size()).isEqualTo(8);
        assertThat(standing.at("/ineligible/0").asString()).isEqualTo("PROBABLE_DISCIPLINE");
        assertThat(timeline.get("notes").toString())
                .contains("On that day officer Adeyemi was not assigned to this school, was not current in 8 topics,"
                        + " was not eligible.");
    }

    @Test
    void complaints_are_shown_to_those_who_supervise_and_an_officer_sees_the_own_line_only() {
        assertThat(asked(AccountRole.COORDINATOR, "roster?asOf=2026-03-02")
                        .at("/items/0/eligibility/complaints/0/complaint")
                        .asString())
                .isEqualTo("C-1");
        assertThat(asked(AccountRole.ANALYST, "roster?asOf=2026-03-02")
                        .at("/items/0/eligibility/complaints")
                        .isNull())
                .isTrue();
        JsonNode own = asked(AccountRole.SRO, "roster?asOf=2026-03-02");
        assertThat(own.get("items").size()).isEqualTo(1);
        assertThat(own.at("/items/0/officer").asString()).isEqualTo(adeyemi.toString());
        assertThat(own.get("definition").get("id").asString()).isEqualTo("M8");
        assertThat(own.get("asOf").asString()).isEqualTo("2026-03-02");
        assertThat(asked("training?asOf=2026-03-02").get("items").size()).isEqualTo(2);
        assertThat(send(AccountRole.PROVIDER, "roster").statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"heliotrope", "2026-02-30", "%2B999999999-12-31", "2026-03-02&asOf=2026-03-03"})
    void a_day_that_is_none_is_refused(String asOf) {
        for (String question : List.of("roster", "training", "agreements", "programme")) {
            HttpResponse<String> answer = send(AccountRole.AUDITOR, question + "?asOf=" + asOf);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            assertThat(JSON.readTree(answer.body()).at("/errors/0/pointer").asString())
                    .isEqualTo("?asOf");
        }
    }
}
