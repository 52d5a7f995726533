package brightline.query.projection;

import brightline.edge.store.LogPosition;
import brightline.query.projection.LeftOutEvents.LeftOut;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Exchanges the tables a projection's processor writes and its views show. */
@Component
public final class LiveModels {
    private static final int ONLY_SEGMENT = 0;

    private final ReadModels readModels;
    private final LeftOutEvents leftOut;
    private final TokenStore tokens;
    private final LogReader log;
    private final JdbcClient jdbc;

    LiveModels(ReadModels readModels, LeftOutEvents leftOut, TokenStore tokens, LogReader log, JdbcClient jdbc) {
        this.readModels = readModels;
        this.leftOut = leftOut;
        this.tokens = tokens;
        this.log = log;
        this.jdbc = jdbc;
    }

    /**
     * Lets views and processor go on with other tables, in the caller's transaction; the processor has to be paused. Dead letters
     * of streams that the new tables hold are gone.
     *
     * @param position index up to which the new tables hold the log
     * @param parked streams the new tables do not hold
     * @param missing events they go on without
     * @throws org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException if another node runs the processor
     */
    public void exchange(
            Projection projection,
            ReadModelSchema schema,
            long position,
            Set<String> parked,
            Collection<LeftOut> missing) {
        readModels.lock(projection.name());
        Instant recordedAt = log.recordedAt(position);
        tokens.fetchToken(projection.name(), ONLY_SEGMENT);
        tokens.storeToken(new LogPosition(position, recordedAt), projection.name(), ONLY_SEGMENT);
        tokens.releaseClaim(projection.name(), ONLY_SEGMENT);
        readModels.switchTo(projection, schema, position, recordedAt);
        leftOut.replace(projection.name(), missing);
        jdbc.sql("""
                        delete from log.dead_letter_entry
                         where processing_group = :group and not sequence_identifier = any(:parked)
                        """)
                .param("group", projection.name())
                .param("parked", parked.toArray(String[]::new))
                .update();
    }
}
