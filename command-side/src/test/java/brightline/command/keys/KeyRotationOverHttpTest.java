package brightline.command.keys;

import static org.assertj.core.api.Assertions.assertThat;

import brightline.command.CommandSideOverHttp;
import brightline.command.CommandSideOverHttp.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class KeyRotationOverHttpTest {
    private static final String ROTATIONS = "/api/commands/key-rotations";
    private static final String INCIDENT = """
            {"school":"MAR","occurredAt":"2026-03-02T10:15:00-06:00","students":[
              {"role":"SUBJECT","student":{"number":"S-901","firstName":"Ada","lastName":"Quill"},
               "actions":[{"code":"A1_ADVICE"}]}]}""";

    private static CommandSideOverHttp side;

    @BeforeAll
    static void start() {
        side = new CommandSideOverHttp();
    }

    @AfterAll
    static void stop() {
        side.close();
    }

    @Test
    void a_change_is_asked_for_once_and_its_end_can_be_seen() {
        String incidentKey = UUID.randomUUID().toString();
        Answer recorded = side.postUnder(incidentKey, "adeyemi", "/api/commands/incidents", INCIDENT);
        assertThat(recorded.status()).isEqualTo(201);

        String key = UUID.randomUUID().toString();
        Answer asked = side.postUnder(key, "sysadmin", ROTATIONS, "{}");
        assertThat(asked.status()).isEqualTo(202);
        String where = Objects.requireNonNull(asked.header("Location"));
        Answer done = ended(where);
        assertThat(done.body().path("problem").isNull())
                .as(done.body().toString())
                .isTrue();
        assertThat(done.body().path("newKey").stringValue())
                .isNotEqualTo(done.body().path("oldKey").stringValue());
        assertThat(done.body().path("verifiedKeys").intValue()).isGreaterThan(3);

        Answer again = side.postUnder(key, "sysadmin", ROTATIONS, "{}");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(done.body());
        assertThat(side.database.keys().dataSource())
                .satisfies(keys -> assertThat(JdbcClient.create(keys)
                                .sql("select count(*) from keys.rotation")
                                .query(Integer.class)
                                .single())
                        .isEqualTo(1));

        Answer repeated = side.postUnder(incidentKey, "adeyemi", "/api/commands/incidents", INCIDENT);
        assertThat(repeated.status()).as("the same submission, told by a MAC").isEqualTo(201);
        assertThat(repeated.body()).isEqualTo(recorded.body());
    }

    @Test
    void without_a_key_nothing_begins_and_what_is_not_there_is_not_found() {
        assertThat(side.postUnder(null, "sysadmin", ROTATIONS, "{}").status()).isEqualTo(400);
        assertThat(side.get("sysadmin", ROTATIONS + "/" + UUID.randomUUID()).status())
                .isEqualTo(404);
        assertThat(side.post("supervisor", ROTATIONS, "{}").status()).isEqualTo(403);
    }

    private static Answer ended(String where) {
        Instant limit = Instant.now().plus(Duration.ofMinutes(2));
        for (Answer state = side.get("sysadmin", where); ; state = side.get("sysadmin", where)) {
            assertThat(state.status()).isEqualTo(200);
            if (state.body().path("step").stringValue().equals("DONE")
                    || !state.body().path("problem").isNull()) {
                return state;
            }
            assertThat(Instant.now()).isBefore(limit);
        }
    }
}
