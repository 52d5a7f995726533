package brightline.scenarios;

import static org.awaitility.Awaitility.await;

import brightline.edge.access.AccountRole;
import brightline.scenarios.RunningBrightline.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What is asked of the desk, once it has looked at all that was recorded. */
public final class Desk {
    private final RunningBrightline brightline;
    private final JdbcClient jdbc;

    public Desk(RunningBrightline brightline) {
        this.brightline = brightline;
        this.jdbc = JdbcClient.create(brightline.bean(DataSource.class));
    }

    /** Waits until every desk has looked at the whole log, what the desks themselves recorded included. */
    public void settle() {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> jdbc.sql("""
                        select (select max(global_index) from log.domain_event_entry)
                             = (select min(position) from command.desk having count(*) = 4)
                           and (select max(global_index) from log.domain_event_entry)
                             = (select min(position) from rm.read_model)
                        """).query(Boolean.class).optional().orElse(false));
    }

    /** The items of a list. @param question path under {@code /api/queries/} with its filters */
    List<JsonNode> items(String as, String question) {
        settle();
        List<JsonNode> items = new ArrayList<>();
        get(as, question).get("items").forEach(items::add);
        return items;
    }

    JsonNode get(String as, String question) {
        return brightline.get(as, "/api/queries/" + question).expect(200).json();
    }

    /** Values of one field, sorted; a value that is there twice is there twice. */
    List<String> values(String as, String question, String field) {
        return items(as, question).stream()
                .map(item -> item.get(field).asString())
                .sorted()
                .toList();
    }

    /** The deadline of that rule about the contact. */
    JsonNode deadline(String interaction, String rule) {
        return items("supervisor", "deadlines?interaction=" + interaction + "&rule=" + rule)
                .getFirst();
    }

    /** Waits until the clock has done its part: the deadline is in that state. */
    JsonNode awaitState(String interaction, String rule, String state) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> deadline(interaction, rule).get("state").asString().equals(state));
        return deadline(interaction, rule);
    }

    Answer post(String as, String path, Object body) {
        return brightline.post(as, "/api/commands/" + path, body);
    }

    /** Names of the events of that kind in the log, for what must not be there twice. */
    long count(String event, String stream) {
        return jdbc.sql(
                        "select count(*) from log.domain_event_entry where payload_type = ? and aggregate_identifier = ?")
                .param(event)
                .param(stream)
                .query(Long.class)
                .single();
    }

    /** Whether any event holds the text in clear. */
    boolean isInTheLog(String text) {
        return jdbc.sql("""
                        select exists (select from log.domain_event_entry
                                        where position(:text in convert_from(payload, 'UTF8')) > 0)
                        """).param("text", text).query(Boolean.class).single();
    }

    /** The items of an account's inbox by kind, each kind once. */
    TreeSet<String> inbox(String as) {
        TreeSet<String> kinds = new TreeSet<>();
        items(as, "inbox?limit=200").forEach(item -> kinds.add(item.get("item").asString()));
        return kinds;
    }

    /** Records that the deadline was met then, local time. */
    void met(String contact, String rule, String local) {
        post(
                        "supervisor",
                        "deadlines/" + deadline(contact, rule).get("deadlineId").asString() + "/met",
                        Map.of("metAt", Story.instant(local).toString(), "manner", "PHONE"))
                .expect(200);
    }

    /** From the trigger to when it was done. */
    static long minutes(JsonNode deadline) {
        return Duration.between(
                        Instant.parse(deadline.get("triggeredAt").asString()),
                        Instant.parse(deadline.get("metAt").asString()))
                .toMinutes();
    }

    /** Records that the report was given away then, local time. */
    void disclosed(String interaction, String recipient, String local) {
        post(
                        "clerk",
                        "disclosures",
                        Map.of(
                                "interaction",
                                interaction,
                                "recipient",
                                recipient,
                                "basis",
                                "JUVENILE_RECORDS",
                                "parts",
                                List.of("REPORT"),
                                "disclosedAt",
                                Story.instant(local).toString()))
                .expect(201);
    }

    /** The agency is bound by that profile's deadlines. */
    void jurisdiction(String name) {
        brightline
                .put(
                        "coordinator",
                        "/api/commands/agency",
                        Map.of(
                                "name", "Agency",
                                "zone", "America/Chicago",
                                "schoolYearStart", "--08-01",
                                "jurisdiction", name,
                                "lateAfterHours", 24,
                                "smallCellThreshold", 10,
                                "statistics", "DROP"))
                .expect(200);
    }

    /** One account of each role that works at the desk, unless they are there. */
    static void accounts(RunningBrightline on) {
        if (on.knows("coordinator")) {
            return;
        }
        on.account("coordinator", AccountRole.COORDINATOR, null);
        on.account("supervisor", AccountRole.SUPERVISOR, null);
        on.account("auditor", AccountRole.AUDITOR, null);
        on.account("clerk", AccountRole.CLERK, null);
    }
}
