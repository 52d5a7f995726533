package brightline.command.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brightline.command.care.DeadLetterCommand.DiscardDeadLetter;
import brightline.command.care.DeadLetterCommand.RetryDeadLetter;
import brightline.command.register.ServedCommandSide;
import brightline.command.submission.CommandRejected;
import brightline.edge.TestDatabase;
import brightline.edge.access.AccountRole;
import brightline.edge.access.Accounts;
import brightline.edge.access.NewAccount;
import brightline.events.Code;
import brightline.events.DeadLetterId;
import brightline.events.care.CareEvent;
import brightline.events.care.CareEvent.DeadLetterDiscarded;
import brightline.events.care.CareEvent.DeadLetterRetried;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class ParkedEventDecisionTest {
    private static final UUID EVENT = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");
    private static final DeadLetterId LETTER = DeadLetterId.of("timeline", EVENT);
    private static final Code MALFORMED = Code.of("dead-letter-reason/MALFORMED");
    private static final DeadLetterDiscarded DISCARDED = new DeadLetterDiscarded(LETTER, "timeline", EVENT, MALFORMED);

    @Test
    void is_made_about_what_is_parked_only() {
        assertThat(decide(new RetryDeadLetter("timeline", EVENT), true))
                .isEqualTo(List.of(new DeadLetterRetried(LETTER, "timeline", EVENT)));
        assertThat(decide(new DiscardDeadLetter("timeline", EVENT, MALFORMED), true))
                .isEqualTo(List.of(DISCARDED));
        for (DeadLetterCommand command :
                List.of(new RetryDeadLetter("timeline", EVENT), new DiscardDeadLetter("timeline", EVENT, MALFORMED))) {
            assertThatThrownBy(() -> decide(command, false))
                    .isInstanceOfSatisfying(
                            CommandRejected.class,
                            refusal -> assertThat(refusal.rule()).isEqualTo(CareRule.NOT_PARKED));
        }
    }

    @Test
    void to_discard_says_nothing_new_the_second_time() {
        assertThat(decide(new DiscardDeadLetter("timeline", EVENT, MALFORMED), false, DISCARDED))
                .isEmpty();
        assertThat(decide(
                        new RetryDeadLetter("timeline", EVENT), true, new DeadLetterRetried(LETTER, "timeline", EVENT)))
                .hasSize(1);
    }

    private static List<CareEvent> decide(DeadLetterCommand command, boolean parked, CareEvent... given) {
        DeadLetterState state = new DeadLetterState.Undecided();
        for (CareEvent event : given) {
            state = DeadLetterDecider.evolve(state, event);
        }
        return DeadLetterDecider.decide(command, state, parked);
    }

    @Test
    void is_recorded_over_http_with_its_reason(@TempDir Path spool) throws Exception {
        TestDatabase database = TestDatabase.fresh();
        try (var program = ServedCommandSide.start(database, spool)) {
            JdbcClient jdbc = JdbcClient.create(database.dataSource());
            NewAccount sysadmin =
                    program.getBean(Accounts.class).create("sysadmin", AccountRole.SYSADMIN, null, Set.of());
            String base = "http://localhost:"
                    + program.getEnvironment().getRequiredProperty("local.server.port")
                    + "/api/commands/dead-letters/";
            String retry = """
                    {"projection": "timeline", "eventId": "%s"}""".formatted(EVENT);
            String discard = """
                    {"projection": "timeline", "eventId": "%s", "reason": "MALFORMED"}""".formatted(EVENT);

            HttpResponse<String> nothingThere = post(sysadmin, base + "retries", retry);
            assertThat(nothingThere.statusCode()).isEqualTo(409);
            assertThat(nothingThere.body()).contains("urn:brightline:problem:not-parked");

            jdbc.sql("""
                            insert into log.dead_letter_entry
                                   (dead_letter_id, processing_group, sequence_identifier, sequence_index, message_type,
                                    event_identifier, time_stamp, payload_type, payload, enqueued_at)
                            values ('1', 'timeline', 's', 0, '', ?, '', 'incident.opened', '', '2026-03-02T17:00:00Z')
                            """).param(EVENT.toString()).update();
            assertThat(post(sysadmin, base + "retries", retry).statusCode()).isEqualTo(200);
            assertThat(post(sysadmin, base + "discards", discard).statusCode()).isEqualTo(200);
            jdbc.sql("delete from log.dead_letter_entry").update();
            assertThat(post(sysadmin, base + "discards", discard).statusCode()).isEqualTo(200);
            assertThat(post(sysadmin, base + "discards", discard.replace("MALFORMED", "BECAUSE"))
                            .body())
                    .contains("\"/reason\"", "unknown-code");
            assertThat(post(sysadmin, base + "retries", "{}").body()).contains("\"/projection\"", "\"/eventId\"");
            assertThat(jdbc.sql("""
                            select payload_type from log.domain_event_entry
                             where payload_type like 'care.%' order by global_index""").query(String.class).list())
                    .containsExactly("care.dead-letter-retried", "care.dead-letter-discarded");
        }
    }

    private static HttpResponse<String> post(NewAccount account, String url, String body) throws Exception {
        String pair = account.account().username() + ":" + account.firstPassword();
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(url))
                                .header(
                                        "Authorization",
                                        "Basic "
                                                + Base64.getEncoder()
                                                        .encodeToString(pair.getBytes(StandardCharsets.UTF_8)))
                                .header("Content-Type", "application/json")
                                .header("Idempotency-Key", UUID.randomUUID().toString())
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
