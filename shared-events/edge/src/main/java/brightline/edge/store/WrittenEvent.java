package brightline.edge.store;

import static org.axonframework.eventhandling.EventUtils.asDomainEventMessage;

import brightline.edge.store.AppendedEvents.AppendedEvent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.axonframework.common.DateTimeUtils;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** An event as its row will hold it, signed by its writer. Index and recorded time are added by the append trigger. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record WrittenEvent(
        String eventId,
        @Nullable String type,
        String aggregateId,
        long sequence,
        String messageTime,
        String payloadType,
        @Nullable String payloadRevision,
        byte[] payload,
        byte[] metadata,
        byte[] contentHash,
        String writerId,
        byte[] writerMac) {

    private static final String INSERT = """
            insert into log.domain_event_entry
                   (event_identifier, type, aggregate_identifier, sequence_number, time_stamp, payload_type,
                    payload_revision, payload, meta_data, content_hash, writer_id, writer_mac)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    /** The events of one unit of work, in their order. What they say alike beside their payloads is made JSON once. */
    static List<WrittenEvent> of(List<? extends EventMessage<?>> messages, Serializer serializer, WriterKey writer) {
        Map<MetaData, byte[]> metadata = new HashMap<>();
        return messages.stream()
                .map(message -> of(
                        message,
                        serializer,
                        writer,
                        metadata.computeIfAbsent(
                                message.getMetaData(),
                                _ -> message.serializeMetaData(serializer, byte[].class)
                                        .getData())))
                .toList();
    }

    private static WrittenEvent of(EventMessage<?> message, Serializer serializer, WriterKey writer, byte[] metadata) {
        DomainEventMessage<?> event = asDomainEventMessage(message);
        SerializedObject<byte[]> payload = event.serializePayload(serializer, byte[].class);
        String messageTime = DateTimeUtils.formatInstant(event.getTimestamp());
        byte[] contentHash = ContentHash.of(
                event.getIdentifier(),
                event.getType(),
                event.getAggregateIdentifier(),
                event.getSequenceNumber(),
                messageTime,
                payload.getType().getName(),
                payload.getType().getRevision(),
                payload.getData(),
                metadata);
        return new WrittenEvent(
                event.getIdentifier(),
                event.getType(),
                event.getAggregateIdentifier(),
                event.getSequenceNumber(),
                messageTime,
                payload.getType().getName(),
                payload.getType().getRevision(),
                payload.getData(),
                metadata,
                contentHash,
                writer.id(),
                writer.mac(contentHash));
    }

    /** One batch for all of them. The caller executes and closes it. */
    static PreparedStatement insert(Connection connection, List<WrittenEvent> events) throws SQLException {
        PreparedStatement insert = connection.prepareStatement(INSERT);
        for (WrittenEvent event : events) {
            insert.setString(1, event.eventId());
            insert.setString(2, event.type());
            insert.setString(3, event.aggregateId());
            insert.setLong(4, event.sequence());
            insert.setString(5, event.messageTime());
            insert.setString(6, event.payloadType());
            insert.setString(7, event.payloadRevision());
            insert.setBytes(8, event.payload());
            insert.setBytes(9, event.metadata());
            insert.setBytes(10, event.contentHash());
            insert.setString(11, event.writerId());
            insert.setBytes(12, event.writerMac());
            insert.addBatch();
        }
        return insert;
    }

    AppendedEvent appended() {
        return new AppendedEvent(eventId, HexFormat.of().formatHex(contentHash));
    }
}
