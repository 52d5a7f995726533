package brightline.command.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import brightline.command.CommandSideOverHttp;
import brightline.command.CommandSideOverHttp.Answer;
import brightline.command.imports.file.SourceKey;
import brightline.edge.keys.PersonalPart.FromList;
import brightline.edge.keys.PersonalPart.Statistics;
import brightline.edge.keys.PersonalParts;
import brightline.events.Code;
import brightline.events.SchoolCode;
import brightline.events.SecretId;
import brightline.events.SecretRef;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A student of the district's list is named by number alone: what the list says is kept beside what the officer said. */
class NamedByNumberTest {
    private static final String WHY = "\"reason\":\"NEW_INFORMATION\",\"basis\":\"POLICE_REPORT\"";

    private static CommandSideOverHttp side;

    @BeforeAll
    static void start() {
        side = new CommandSideOverHttp();
    }

    @AfterAll
    static void stop() {
        side.close();
    }

    private static void enter(String number, String race) {
        Answer answer = side.post("coordinator", "/api/commands/students", """
                {"number":"%s","firstName":"Ada","lastName":"Quill","birthDate":"2010-05-01","homeSchool":"QUI",
                 "enrolledFrom":"2025-08-18","statistics":{"gradeBand":"9-12","race":"%s","sex":"F","disability":"IDEA"}}
                """.formatted(number, race));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
    }

    /** @param student fields of the entry beside its role */
    private static String contact(Instant at, String student) {
        Answer recorded = side.post("adeyemi", "/api/commands/incidents", """
                {"occurredAt":"%s","school":"MAR","students":[{"role":"WITNESS",%s}]}""".formatted(at, student));
        assertThat(recorded.status()).as(recorded.body().toString()).isEqualTo(201);
        return recorded.body().at("/interactions/0/id").stringValue();
    }

    private static Statistics statistics(String contact) {
        SecretRef ref = side.jdbc
                .sql("""
                        with told as (
                            select convert_from(payload, 'UTF8')::jsonb as said, global_index
                              from log.domain_event_entry where aggregate_identifier = ?),
                        referred as (
                            select global_index, jsonb_path_query(said, '$.**.statistics') as ref from told)
                        select ref ->> 'secretId' as id, ref ->> 'digest' as digest
                          from referred where ref ->> 'secretId' is not null order by global_index desc limit 1
                        """)
                .param(contact)
                .query((row, _) ->
                        new SecretRef(new SecretId(UUID.fromString(row.getString("id"))), row.getString("digest")))
                .single();
        return side.context
                .getBean(PersonalParts.class)
                .open(ref, Statistics.class)
                .orElseThrow();
    }

    private static @Nullable FromList list(String contact) {
        return statistics(contact).list();
    }

    private static Instant justNow() {
        return Instant.now().minusSeconds(60).truncatedTo(ChronoUnit.SECONDS);
    }

    @Test
    void what_the_list_says_is_kept_beside_what_the_officer_said_and_counts_where_nothing_was_said() {
        enter("L-1", "BLACK");
        String contact = contact(justNow(), "\"student\":{\"number\":\"l-1\"},\"statistics\":{\"race\":\"WHITE\"}");
        Statistics sealed = statistics(contact);
        assertThat(sealed.race()).isEqualTo(Code.of("race/WHITE"));
        assertThat(sealed.sex()).isNull();
        assertThat(sealed.list()).satisfies(said -> {
            assertThat(said.homeSchool()).isEqualTo(new SchoolCode("QUI"));
            assertThat(said.gradeBand()).isEqualTo(Code.of("grade-band/9-12"));
            assertThat(said.age()).isGreaterThanOrEqualTo(16);
            assertThat(said.race()).isEqualTo(Code.of("race/BLACK"));
            assertThat(said.sex()).isEqualTo(Code.of("sex/F"));
        });
        Statistics counted = sealed.counted();
        assertThat(counted.race()).isEqualTo(Code.of("race/WHITE"));
        assertThat(counted.sex()).isEqualTo(Code.of("sex/F"));
        assertThat(counted.gradeBand()).isEqualTo(Code.of("grade-band/9-12"));
        assertThat(counted.disability()).as("stays in the list").isNull();
        assertThat(counted.pseudonym()).isNotNull();
    }

    @Test
    void a_number_that_stands_in_no_list_has_nothing_of_one() {
        assertThat(list(contact(justNow(), "\"student\":{\"number\":\"L-NONE\"}")))
                .isNull();
    }

    @Test
    void what_a_later_list_says_changes_no_contact() {
        enter("L-2", "BLACK");
        String contact = contact(justNow(), "\"student\":{\"number\":\"L-2\"}");
        FromList before = list(contact);
        Answer students = side.post("coordinator", "/api/commands/students", """
                {"number":"L-2","firstName":"Ada","lastName":"Quill","birthDate":"2010-05-01","homeSchool":"MAR",
                 "enrolledFrom":"2025-08-19","statistics":{"race":"ASIAN"}}""");
        assertThat(students.status()).isLessThan(300);
        assertThat(list(contact)).isEqualTo(before);
        assertThat(list(contact(justNow(), "\"student\":{\"number\":\"L-2\"}"))).satisfies(now -> {
            assertThat(now.race()).isEqualTo(Code.of("race/ASIAN"));
            assertThat(now.homeSchool()).isEqualTo(new SchoolCode("MAR"));
        });
    }

    @Test
    void another_day_takes_the_age_of_that_day_and_another_student_what_is_said_of_that_one() {
        enter("L-3", "BLACK");
        enter("L-4", "ASIAN");
        String contact = contact(justNow(), "\"student\":{\"number\":\"L-3\"}");
        edit(contact, "corrections", "{\"occurredAt\":\"2026-04-30T10:15:00-05:00\"," + WHY + "}");
        assertThat(list(contact)).satisfies(moved -> {
            assertThat(moved.age()).isEqualTo(15);
            assertThat(moved.race()).isEqualTo(Code.of("race/BLACK"));
        });
        edit(contact, "subject-corrections", "{\"student\":{\"number\":\"L-4\"}," + WHY + "}");
        assertThat(list(contact)).satisfies(other -> {
            assertThat(other.race()).isEqualTo(Code.of("race/ASIAN"));
            assertThat(other.age()).isEqualTo(15);
        });
    }

    @Test
    void correcting_what_was_said_leaves_what_the_list_said() {
        enter("L-5", "BLACK");
        String contact = contact(justNow(), "\"student\":{\"number\":\"L-5\"},\"statistics\":{\"sex\":\"M\"}");
        FromList before = list(contact);
        edit(contact, "corrections", "{\"statistics\":{\"sex\":\"X\"}," + WHY + "}");
        assertThat(statistics(contact).sex()).isEqualTo(Code.of("sex/X"));
        assertThat(list(contact)).isEqualTo(before);
    }

    @Test
    void a_line_of_a_file_takes_the_same_and_a_birth_date_in_it_says_the_age() {
        enter("L-6", "BLACK");
        String now = justNow().atOffset(ZoneOffset.UTC).toString();
        String file =
                """
                source,record_id,person_number,school,occurred_at,role,student_number,birth_date,age
                RMS,L6,1,MAR,%1$s,WITNESS,L-6,,
                RMS,L6,2,MAR,%1$s,WITNESS,L-NONE-2,%2$s,3
                """.formatted(now, LocalDate.now(ZoneOffset.UTC).minusYears(15).minusDays(40));
        Answer taken = side.upload(
                "coordinator",
                "/api/commands/imports",
                file.getBytes(StandardCharsets.UTF_8),
                "format",
                "brightline-csv");
        assertThat(taken.status()).as(taken.body().toString()).isEqualTo(202);
        String place = Objects.requireNonNull(taken.header("Location"));
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(side.get("coordinator", place)
                                .body()
                                .path("accepted")
                                .asInt())
                        .isEqualTo(2));
        Statistics listed = statistics(line("L6", "1"));
        assertThat(listed.race()).isNull();
        assertThat(listed.counted().race()).isEqualTo(Code.of("race/BLACK"));
        Statistics unlisted = statistics(line("L6", "2"));
        assertThat(unlisted.list()).isNull();
        assertThat(unlisted.age()).isEqualTo(15);
    }

    private static String line(String record, String person) {
        return new SourceKey("brightline-csv", "person", List.of("RMS", record, person))
                .id()
                .toString();
    }

    private static long version(String contact) {
        return side.jdbc
                .sql("select max(sequence_number) from log.domain_event_entry where aggregate_identifier = ?")
                .param(contact)
                .query(Long.class)
                .single();
    }

    private static void edit(String contact, String kind, String body) {
        Answer edited = side.post(
                "adeyemi",
                "/api/commands/interactions/" + contact + "/" + kind,
                body,
                "If-Match",
                "\"" + version(contact) + "\"");
        assertThat(edited.status()).as(edited.body().toString()).isEqualTo(200);
    }
}
