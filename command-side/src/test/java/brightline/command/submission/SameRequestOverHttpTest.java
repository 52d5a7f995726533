package brightline.command.submission;

import static org.assertj.core.api.Assertions.assertThat;

import brightline.command.CommandSideOverHttp;
import brightline.command.CommandSideOverHttp.Answer;
import brightline.edge.keys.KeyStore;
import brightline.edge.keys.KeyedMac;
import brightline.edge.store.Tampering;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SameRequestOverHttpTest {
    private static final String ACTIVITIES = "/api/commands/activities";
    private static final String ACTIVITY = "{\"school\":\"MAR\",\"kind\":\"TEACHING\",\"minutes\":45,\"students\":28}";
    private static final String INCIDENTS = "/api/commands/incidents";
    private static final String IMPORTS = "/api/commands/imports";

    private static CommandSideOverHttp side;

    private final String key = UUID.randomUUID().toString();

    @BeforeAll
    static void start() {
        side = new CommandSideOverHttp();
    }

    @AfterAll
    static void stop() {
        side.close();
    }

    @Test
    void is_one_that_reads_alike() {
        Answer first = side.postUnder(key, "adeyemi", ACTIVITIES, ACTIVITY);
        assertThat(first.status()).as(first.body().toString()).isEqualTo(201);
        assertThat(macVersion()).isEqualTo(2);

        Answer again = side.postUnder(key, "adeyemi", ACTIVITIES, """
                { "students": 28, "minutes": 45, "kind": "TEACHING",
                  "school": "MAR", "officer": null, "startedAt": null }
                """);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Brightline-Index")).isEqualTo(first.header("Brightline-Index"));
    }

    @Test
    void is_not_one_with_another_value() {
        side.postUnder(key, "adeyemi", ACTIVITIES, ACTIVITY);
        refused(side.postUnder(key, "adeyemi", ACTIVITIES, ACTIVITY.replace("45", "46")));
        refused(side.postUnder(key, "adeyemi", ACTIVITIES, ACTIVITY.replace("\"minutes\":45,", "")));
    }

    @Test
    void is_known_by_what_an_earlier_release_stored() {
        Answer first = side.postUnder(key, "adeyemi", ACTIVITIES, ACTIVITY);
        storedByAnEarlierRelease(
                ACTIVITIES,
                "{\"officer\":null,\"school\":\"MAR\",\"kind\":\"TEACHING\",\"startedAt\":null,\"minutes\":45,\"students\":28}");

        Answer again = side.postUnder(key, "adeyemi", ACTIVITIES, ACTIVITY);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Brightline-Index")).isEqualTo(first.header("Brightline-Index"));
        refused(side.postUnder(key, "adeyemi", ACTIVITIES, ACTIVITY.replace("45", "46")));
        assertThat(macVersion()).isEqualTo(1);
    }

    @Test
    void is_known_by_what_was_stored_before_its_document_grew() {
        String incident = """
                {"occurredAt":"2026-03-02T10:15:00-06:00","school":"MAR","place":"HALLWAY","inSession":"YES",
                 "students":[{"role":"SUBJECT","initiator":"STAFF_REQUEST","requestedBy":"TEACHER",
                              "conduct":["cps-scc/1-8"],"imminentThreat":"NO","actions":[{"code":"A2_ESCORT"}],
                              "arrestLawfullyPossible":"NO","outcome":"NO_ACTION",
                              "adviceShown":{"class":"ROUTINE_DISCIPLINE","rule":"R02","ruleSet":1}}]}
                """;
        Answer first = side.postUnder(key, "adeyemi", INCIDENTS, incident);
        assertThat(first.status()).as(first.body().toString()).isEqualTo(201);
        storedByAnEarlierRelease(
                INCIDENTS,
                "{\"occurredAt\":\"2026-03-02T10:15:00-06:00\",\"school\":\"MAR\",\"place\":\"HALLWAY\",\"inSession\":\"YES\","
                        + "\"officer\":null,\"capacity\":null,\"references\":null,\"students\":[{\"role\":\"SUBJECT\","
                        + "\"student\":null,\"statistics\":null,\"officer\":null,\"capacity\":null,\"occurredAt\":null,"
                        + "\"initiator\":\"STAFF_REQUEST\",\"requestedBy\":\"TEACHER\",\"conduct\":[\"cps-scc/1-8\"],"
                        + "\"imminentThreat\":\"NO\",\"imminenceReason\":null,\"actions\":[{\"code\":\"A2_ESCORT\","
                        + "\"officer\":null,\"capacity\":null,\"imminentThreat\":null,\"imminenceReason\":null,"
                        + "\"startedAt\":null,\"endedAt\":null,\"legalBasis\":null,\"referredTo\":null}],"
                        + "\"deEscalation\":null,\"questioning\":null,\"force\":null,\"noticePacket\":null,"
                        + "\"arrestLawfullyPossible\":\"NO\",\"outcome\":\"NO_ACTION\",\"alternativesConsidered\":null,"
                        + "\"adviceShown\":{\"class\":\"ROUTINE_DISCIPLINE\",\"rule\":\"R02\",\"ruleSet\":1,"
                        + "\"agreement\":null},\"narrative\":null}]}");

        assertThat(side.postUnder(key, "adeyemi", INCIDENTS, incident).body()).isEqualTo(first.body());
        refused(side.postUnder(key, "adeyemi", INCIDENTS, incident.replace("R02", "R03")));
    }

    @Test
    void without_a_body_is_known_by_address_and_version() {
        Answer recorded = side.post("adeyemi", INCIDENTS, """
                {"occurredAt":"2026-03-02T10:15:00-06:00","school":"MAR","place":"HALLWAY","inSession":"YES",
                 "students":[{"role":"WITNESS"}]}
                """);
        assertThat(recorded.status()).as(recorded.body().toString()).isEqualTo(201);
        String undo = recorded.header("Location") + "/undo";
        String seen = Objects.requireNonNull(recorded.header("ETag"));
        Answer first = side.postUnder(key, "adeyemi", undo, "", "If-Match", seen);
        assertThat(first.status()).as(first.body().toString()).isEqualTo(200);

        storedByAnEarlierRelease(undo, "{}", seen);
        assertThat(side.postUnder(key, "adeyemi", undo, "", "If-Match", seen).body())
                .isEqualTo(first.body());
        refused(side.postUnder(key, "adeyemi", undo, "", "If-Match", "\"99\""));
    }

    @Test
    void with_a_file_is_known_by_what_the_file_holds() throws Exception {
        byte[] file = "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8);
        Answer first = upload(file, "no");
        assertThat(first.status()).as(first.body().toString()).isEqualTo(202);
        assertThat(macVersion()).isEqualTo(2);
        assertThat(upload(file, "no").body().path("id")).isEqualTo(first.body().path("id"));
        refused(upload(file, "missing"));

        String sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        storedByAnEarlierRelease(
                IMPORTS,
                "{\"format\":\"california-stop-data\",\"assumeImminent\":\"no\",\"sha256\":\"%s\"}".formatted(sha256));
        assertThat(upload(file, "no").body().path("id")).isEqualTo(first.body().path("id"));
        refused(upload("a,b\n1,3\n".getBytes(StandardCharsets.UTF_8), "no"));
    }

    private Answer upload(byte[] file, String assumed) {
        return side.uploadUnder(
                key, "coordinator", IMPORTS, file, "format", "california-stop-data", "assumeImminent", assumed);
    }

    private void storedByAnEarlierRelease(String path, String written, String... version) {
        String mac = new KeyedMac(side.context.getBean(KeyStore.class), "submission-content")
                .of("POST", path, version.length == 0 ? "" : version[0], written);
        assertThat(Tampering.with(
                        side.context.getBean(DataSource.class),
                        "command.idempotency",
                        "update command.idempotency set body_mac = ?, mac_version = 1 where key = ?",
                        mac,
                        key))
                .isEqualTo(1);
    }

    private int macVersion() {
        return side.jdbc
                .sql("select mac_version from command.idempotency where key = ?")
                .param(key)
                .query(Integer.class)
                .single();
    }

    private static void refused(Answer answer) {
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().path("type").stringValue()).endsWith(":idempotency-key-reused");
    }
}
