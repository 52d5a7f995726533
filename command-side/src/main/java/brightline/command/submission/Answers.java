package brightline.command.submission;

import brightline.edge.store.AppendedEvents.AppendedEvent;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The answers given so far, by actor and key. Everything here joins the submission's transaction. */
final class Answers {
    private static final int AT_ONCE = 1_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    Answers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An answer given earlier. */
    record Stored(
            String contentMac,
            int macVersion,
            String answer,
            long index,
            @Nullable String receipt) {}

    /**
     * Takes the key for this transaction. While another transaction holds it, waits up to two seconds for that one's end.
     *
     * @return the earlier answer under this key; empty when the key is now ours
     * @throws brightline.edge.problem.ProblemException when the other is still running after that time
     */
    Optional<Stored> claim(String actor, String key, Content content) {
        try {
            int taken = jdbc.sql("""
                            with patience as materialized (select set_config('lock_timeout', '2s', true))
                            insert into command.idempotency (actor, key, body_mac, mac_version)
                            select :actor, :key, :mac, :version from patience
                            on conflict do nothing
                            """)
                    .param("actor", actor)
                    .param("key", key)
                    .param("mac", content.mac())
                    .param("version", Content.VERSION)
                    .update();
            return taken == 1 ? Optional.empty() : Optional.of(find(actor, key));
        } catch (DataAccessException e) {
            if (SqlState.LOCK_NOT_AVAILABLE.equals(SqlState.of(e))) {
                throw SubmissionProblem.stillRunning();
            }
            throw e;
        }
    }

    private Stored find(String actor, String key) {
        return jdbc.sql("""
                        select body_mac, mac_version, answer, last_index, receipt from command.idempotency
                         where actor = :actor and key = :key
                        """)
                .param("actor", actor)
                .param("key", key)
                .query((row, _) -> new Stored(
                        row.getString("body_mac"),
                        row.getInt("mac_version"),
                        row.getString("answer"),
                        row.getLong("last_index"),
                        row.getString("receipt")))
                .single();
    }

    /**
     * Stores the answer with the receipt and the place of the submission's last event.
     *
     * @return the index to answer with; 0 for a submission without a key, of which nothing is stored
     */
    long settle(Submission submission, Object answer) {
        Request request = submission.request();
        if (request.key() == null) {
            return 0;
        }
        List<AppendedEvent> events = submission.events();
        return jdbc.sql("""
                        update command.idempotency
                           set answer = :answer, last_event_id = :event, receipt = :receipt, last_index = coalesce(
                                 (select global_index from log.domain_event_entry where event_identifier = :event),
                                 (select max(global_index) from log.domain_event_entry), 0)
                         where actor = :actor and key = :key
                        returning last_index
                        """)
                .param("answer", JSON.writeValueAsString(answer))
                .param("event", events.isEmpty() ? null : events.getLast().id(), Types.VARCHAR)
                .param("receipt", submission.receipt(), Types.VARCHAR)
                .param("actor", request.actor())
                .param("key", request.key())
                .query(Long.class)
                .single();
    }

    /**
     * Forgets answers given more than 30 days ago; their keys are new again. In steps of a thousand, each a transaction of its own,
     * because readers of the log wait for open ones.
     *
     * @return how many
     */
    int forget() {
        int all = 0;
        int step;
        do {
            step = jdbc.sql("select command.forget_answers(:most)")
                    .param("most", AT_ONCE)
                    .query(Integer.class)
                    .single();
            all += step;
        } while (step == AT_ONCE);
        return all;
    }

    <T> T read(String answer, Class<T> type) {
        return JSON.readValue(answer, type);
    }
}
