package brightline.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import brightline.benchmark.StandaloneProcess.DatabaseAddress;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import org.axonframework.common.DateTimeUtils;
import tools.jackson.databind.JsonNode;

/**
 * A writer on a connection of its own, as slow as it likes and with a clock of its own: appends copies of a contact that was logged
 * over HTTP, under new ids. No time-out ends its transactions. For one thread.
 */
final class RawWriter implements AutoCloseable {
    private static final String ROWS = """
            select type, aggregate_identifier, sequence_number, payload_type, payload_revision, payload, meta_data, content_hash,
                   writer_id, writer_mac
              from log.domain_event_entry where aggregate_identifier in (?, ?) order by global_index""";
    private static final String INSERT = """
            insert into log.domain_event_entry
                   (event_identifier, type, aggregate_identifier, sequence_number, time_stamp, payload_type, payload_revision,
                    payload, meta_data, content_hash, writer_id, writer_mac)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning global_index""";

    private final Connection connection;
    private final String incident;
    private final String interaction;

    /** @param logged the answer to the contact that is to be copied: an incident with one student */
    RawWriter(DatabaseAddress database, JsonNode logged) throws SQLException {
        this.connection = database.connect();
        this.incident = logged.get("incident").asString();
        this.interaction = logged.get("interactions").get(0).get("id").asString();
        try (PreparedStatement patience = connection.prepareStatement("""
                select set_config(name, '0', false) from pg_settings
                 where name in ('idle_in_transaction_session_timeout', 'statement_timeout', 'transaction_timeout')""")) {
            patience.execute();
        }
        connection.setAutoCommit(false);
    }

    /**
     * A copy as it was appended.
     *
     * @param lastIndex of its events, in the log's order
     */
    record Copy(String interaction, List<String> eventIds, long lastIndex) {
        Copy {
            eventIds = List.copyOf(eventIds);
        }
    }

    /** The database process that serves this writer. */
    int pid() throws SQLException {
        try (PreparedStatement asked = connection.prepareStatement("select pg_backend_pid()");
                ResultSet answer = asked.executeQuery()) {
            answer.next();
            return answer.getInt(1);
        }
    }

    /**
     * Appends one more copy and leaves the transaction open.
     *
     * @param messageTime what the writer's clock says when it writes the n-th event, from 0
     */
    Copy append(IntFunction<Instant> messageTime) throws SQLException {
        String newIncident = UUID.randomUUID().toString();
        String newInteraction = UUID.randomUUID().toString();
        List<String> ids = new ArrayList<>();
        long last = 0;
        try (PreparedStatement rows = connection.prepareStatement(ROWS);
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            rows.setString(1, incident);
            rows.setString(2, interaction);
            try (ResultSet row = rows.executeQuery()) {
                while (row.next()) {
                    String id = UUID.randomUUID().toString();
                    insert.setString(1, id);
                    insert.setString(2, row.getString("type"));
                    insert.setString(
                            3, row.getString("aggregate_identifier").equals(incident) ? newIncident : newInteraction);
                    insert.setLong(4, row.getLong("sequence_number"));
                    insert.setString(5, DateTimeUtils.formatInstant(messageTime.apply(ids.size())));
                    insert.setString(6, row.getString("payload_type"));
                    insert.setString(7, row.getString("payload_revision"));
                    insert.setBytes(
                            8,
                            new String(row.getBytes("payload"), UTF_8)
                                    .replace(incident, newIncident)
                                    .replace(interaction, newInteraction)
                                    .getBytes(UTF_8));
                    insert.setBytes(9, row.getBytes("meta_data"));
                    insert.setBytes(10, row.getBytes("content_hash"));
                    insert.setString(11, row.getString("writer_id"));
                    insert.setBytes(12, row.getBytes("writer_mac"));
                    try (ResultSet index = insert.executeQuery()) {
                        index.next();
                        last = index.getLong(1);
                    }
                    ids.add(id);
                }
            }
        }
        return new Copy(newInteraction, ids, last);
    }

    void commit() throws SQLException {
        connection.commit();
    }

    /** What was appended since the last commit never was; its indexes stay holes. */
    void rollBack() throws SQLException {
        connection.rollback();
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }
}
