package brightline.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import brightline.edge.access.AccountRole;
import brightline.edge.access.Accounts;
import brightline.query.projection.Horizons;
import brightline.scenarios.RunningBrightline;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The invented agency has something true to show on every page, and no alarm that is not so. */
class DemoAgencyTest {
    @TempDir
    static Path directory;

    static RunningBrightline brightline;
    static DemoAgency.Filled filled;

    @BeforeAll
    static void fill() {
        brightline = new RunningBrightline(directory);
        filled = new DemoAgency(
                        brightline.context(), URI.create(brightline.url() + "/"), HttpClient.newHttpClient(), _ -> {})
                .fill(LocalDate.parse("2025-08-18"), LocalDate.parse("2025-11-14"));
        brightline.account("asking", AccountRole.SUPERVISOR, null);
        brightline.account("counting", AccountRole.ANALYST, null);
        brightline.account(
                "searching",
                AccountRole.SRO,
                Objects.toString(
                        brightline
                                .bean(Accounts.class)
                                .find("adeyemi")
                                .orElseThrow()
                                .officerId(),
                        null),
                "MAR");
        long index = jdbc().sql("select max(global_index) from log.domain_event_entry")
                .query(Long.class)
                .single();
        for (String projection : List.of("students", "desk", "involvement", "caseload")) {
            brightline.bean(Horizons.class).await(projection, index, Duration.ofSeconds(60));
        }
    }

    @AfterAll
    static void stop() {
        brightline.close();
    }

    private static JdbcClient jdbc() {
        return JdbcClient.create(brightline.bean(DataSource.class));
    }

    private static long events(String name) {
        return jdbc().sql("select count(*) from log.domain_event_entry where payload_type = ?")
                .param(name)
                .query(Long.class)
                .single();
    }

    private static List<JsonNode> reviews(String state) {
        List<JsonNode> all = new ArrayList<>();
        brightline
                .get("asking", "/api/queries/reviews?limit=200&state=" + state)
                .expect(200)
                .json()
                .get("items")
                .forEach(all::add);
        return all;
    }

    @Test
    void the_agency_has_settings_schools_and_an_agreement() {
        JsonNode settings =
                brightline.get("asking", "/api/commands/agency").expect(200).json();
        assertThat(settings.toString()).contains("Ridgemont Police Department", "America/Chicago");
        assertThat(events("agreement.put-in-force")).isEqualTo(1);
        assertThat(filled.accounts())
                .hasSize(AccountRole.values().length)
                .anyMatch(line -> line.startsWith("sro adeyemi "));
    }

    @Test
    void the_officer_finds_every_student_of_the_school_by_number() {
        JsonNode found = brightline
                .send("searching", "POST", "/api/queries/students/search", Map.of("number", "MAR-0007"), Map.of())
                .expect(200)
                .json();
        assertThat(found.toString()).contains("MAR-0007", "Jorun");
        assertThat(events("student.registered")).isEqualTo((long) DemoSchool.ALL.size() * DemoStudents.PER_SCHOOL);
    }

    @Test
    void most_reviews_were_decided_by_people_some_of_them_otherwise_than_the_rules() {
        List<JsonNode> closed = reviews("closed");
        List<JsonNode> open = reviews("open");
        assertThat(closed.size()).isGreaterThan(30);
        assertThat(open).isNotEmpty().hasSizeLessThan(closed.size() / 2);
        assertThat(open)
                .anyMatch(review -> !review.get("owner").isNull())
                .allMatch(review -> review.get("overrides").isEmpty());
        assertThat(closed)
                .extracting(review -> review.get("conclusion").asString())
                .contains("RIGHT_AS_RECORDED", "POLICY_NOT_FOLLOWED", "CLASS_OVERRIDDEN", "RECORD_CORRECTED");
        assertThat(closed)
                .filteredOn(review -> review.get("conclusion").asString().equals("CLASS_OVERRIDDEN"))
                .isNotEmpty()
                .allMatch(review -> !review.get("overrides").isEmpty());
    }

    @Test
    void deadlines_were_mostly_met_and_none_is_forgotten_without_a_word() {
        JsonNode states = brightline
                .get("asking", "/api/queries/deadlines")
                .expect(200)
                .json()
                .get("states");
        long missed = states.path("MISSED").asLong();
        assertThat(states.path("MET").asLong()).isGreaterThan(10 * Math.max(1, missed));
        assertThat(states.path("MET_LATE").asLong()).isPositive();
        assertThat(events("deadline.missed"))
                .isGreaterThanOrEqualTo(missed + states.path("MET_LATE").asLong());
    }

    @Test
    void records_were_corrected_voided_linked_and_entered_late() {
        assertThat(events("interaction.corrected")).isGreaterThan(5);
        assertThat(events("interaction.voided")).isPositive();
        assertThat(events("incident.linked")).isPositive();
        assertThat(events("interaction.subject-corrected")).isPositive();
        JsonNode late = brightline
                .get("counting", "/api/queries/lateness")
                .expect(200)
                .json()
                .at("/rows/0/measures/late");
        assertThat(late.get("numerator").asLong())
                .isBetween(5L, late.get("denominator").asLong() / 5);
    }

    @Test
    void alternatives_were_offered_and_accepted_and_most_of_them_have_an_outcome() {
        long offered = events("diversion.offered");
        assertThat(offered).isGreaterThan(5);
        assertThat(events("diversion.accepted")).isEqualTo(offered);
        long failed = events("diversion.failed");
        assertThat(failed).isPositive();
        assertThat(events("diversion.completed")).isGreaterThan(failed);
        assertThat(events("diversion.completed") + failed)
                .as("of some nothing was heard again")
                .isLessThan(offered);
    }

    @Test
    void contacts_were_logged_by_the_officers_themselves_and_nobody_did_anything_in_the_future() {
        assertThat(jdbc().sql("""
                                select count(*) from log.domain_event_entry
                                 where recorded_at >= '2025-11-15T06:00:00Z' and payload_type like 'inci%'
                                """).query(Long.class).single()).isZero();
        assertThat(brightline.bean(Accounts.class).find("demo-seed")).isEmpty();
    }

    @Test
    void the_same_year_is_drawn_every_time() {
        Map<String, String> officers = Map.of(
                "adeyemi", "1", "bartosz", "2", "castellane", "3", "okonkwo", "4", "lindqvist", "5", "dupree", "6");
        LocalDate first = LocalDate.parse("2025-08-18");
        assertThat(new DemoContacts(first, first.plusDays(60)).draw(officers))
                .isEqualTo(new DemoContacts(first, first.plusDays(60)).draw(officers))
                .hasSizeGreaterThan(100);
    }
}
