package brightline.query.desk;

import static brightline.query.projection.Version.known;

import brightline.edge.clock.RecordingClock;
import brightline.edge.problem.ProblemException;
import brightline.query.figures.FigureEngine;
import brightline.query.projection.Horizons;
import brightline.query.question.AsKnownOn;
import brightline.query.question.Basis;
import brightline.query.question.Conditions;
import brightline.query.question.Order;
import brightline.query.question.Paging;
import brightline.query.question.Paging.Stretch;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads the desk's tables as they were known at one index of the log. */
@Component
public final class DeskReader {
    /** Rows of a table, named {@code t}, as known at {@code :horizon}. */
    static final String AS_KNOWN = known("t");

    /** The number and school of the contact or incident, as known then. */
    static final String CASE = """
             left join lateral (
               select f.incident_number, f.own_school as incident_school from rm.involvement_fact f
                where (f.interaction_id = t.interaction_id or (t.interaction_id is null and f.incident_id = t.incident_id))
                  and %s
                limit 1) c on true
            """.formatted(known("f"));

    static final Order LATEST = Order.latestFirst().byIndex("t.begun_index");

    private final Horizons horizons;
    private final FigureEngine engine;
    private final RecordingClock clock;
    private final JdbcClient jdbc;
    private final TransactionTemplate snapshot;

    DeskReader(
            Horizons horizons,
            FigureEngine engine,
            RecordingClock clock,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.horizons = horizons;
        this.engine = engine;
        this.clock = clock;
        this.jdbc = jdbc;
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /**
     * What one answer rests on.
     *
     * @param horizon index of the last event that counts
     * @param now the moment asked about: the end of what was known, or now
     */
    record View(long horizon, Instant now) {}

    /** Waits a moment until the desk holds the event. @throws ProblemException 409 {@code not-yet} */
    public void await(long index) {
        if (!horizons.awaitBriefly(DeskProjection.NAME, index)
                || !horizons.awaitBriefly(FigureEngine.PROJECTION, index)) {
            throw new ProblemException(FigureEngine.notYet());
        }
    }

    /** Waits until the desk holds as much of the log as the figures' facts do, and what the moment knew. */
    public void awaitFigures(@Nullable AsKnownOn known, @Nullable Long atLeastIndex) {
        await(Math.max(
                Math.max(horizons.position(FigureEngine.PROJECTION), atLeastIndex == null ? 0 : atLeastIndex),
                known == null ? 0 : engine.horizonOf(known)));
    }

    /**
     * Reads in a transaction that sees one state of the rows.
     *
     * @throws ProblemException 409 {@code not-yet} as for figures
     */
    <T> T read(Basis basis, Function<View, T> read) {
        AsKnownOn known = basis.asKnownOn();
        await(Math.max(basis.index(), known == null ? 0 : engine.horizonOf(known)));
        return Objects.requireNonNull(snapshot.execute(_ -> read.apply(view(known))));
    }

    private View view(@Nullable AsKnownOn known) {
        long position = Math.min(horizons.position(DeskProjection.NAME), horizons.position(FigureEngine.PROJECTION));
        return known == null
                ? new View(position, clock.instant())
                : new View(
                        Math.min(position, engine.horizonOf(known)),
                        known.moment(engine.settings().zone()));
    }

    /**
     * A stretch of a table, the latest begun first.
     *
     * @param conditions over {@code t}
     */
    <T> DeskList<T> page(Paging paging, View view, String from, Conditions conditions, RowMapper<T> item) {
        conditions.of(paging, LATEST).with("horizon", view.horizon());
        Stretch<T> stretch = paging.read(
                jdbc.sql("select * from %s where %s and %s order by %s limit :atMost"
                                .formatted(from, AS_KNOWN, conditions.sql(), LATEST.sql()))
                        .params(conditions.values()),
                LATEST,
                item);
        return new DeskList<>(stretch.items(), stretch.next(), view.horizon());
    }

    JdbcClient jdbc() {
        return jdbc;
    }
}
