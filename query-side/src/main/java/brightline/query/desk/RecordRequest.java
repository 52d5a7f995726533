package brightline.query.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A request to see or amend a record. @param decision null while it is open */
record RecordRequest(
        UUID requestId,
        long begunIndex,
        Instant begunAt,
        UUID interactionId,
        String kind,
        String askedBy,
        Instant receivedAt,
        @Nullable String decision,
        @Nullable LocalDate decidedOn,
        boolean withStatement) {}
