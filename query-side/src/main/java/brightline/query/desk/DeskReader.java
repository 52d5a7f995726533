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
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads the desk's tables as they were known at one index of the log. */
@Component
public final class DeskReader {
    private static final Pattern UNDERSCORE = Pattern.compile("_([a-z])");
    private static final Set<String> NOT_SHOWN =
            Set.of("version", "known_from_index", "known_from_at", "known_to_index", "known_to_at");

    /** Rows of a table, named {@code t}, as known at {@code :horizon}. */
    static final String AS_KNOWN = known("t");

    /** The number and school of the contact or incident, as known then. */
    static final String CASE = """
             left join lateral (
               select f.incident_number, f.school as incident_school from rm.involvement_fact f
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
     * A page of a table, the latest begun first.
     *
     * @param conditions over {@code t}
     * @param more turns a row as read into what is shown of it
     */
    Map<String, @Nullable Object> page(
            Paging paging,
            View view,
            String from,
            Conditions conditions,
            Function<Map<String, @Nullable Object>, Map<String, @Nullable Object>> more) {
        conditions.of(paging, LATEST).with("horizon", view.horizon());
        List<Map<String, @Nullable Object>> rows = jdbc.sql("select * from %s where %s and %s order by %s limit :atMost"
                        .formatted(from, AS_KNOWN, conditions.sql(), LATEST.sql()))
                .params(conditions.values())
                .query()
                .listOfRows();
        var stretch = paging.stretch(
                rows,
                row -> LATEST.place(row.get("begun_index")),
                row -> json(more.apply(new LinkedHashMap<>(row))));
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("items", stretch.items());
        if (stretch.next() != null) {
            json.put("next", stretch.next());
        }
        json.put("index", view.horizon());
        return json;
    }

    JdbcClient jdbc() {
        return jdbc;
    }

    /** As answers write it: names in one word, moments in UTC; bookkeeping is left out. */
    static Map<String, @Nullable Object> json(Map<String, @Nullable Object> row) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        row.forEach((column, value) -> {
            if (!NOT_SHOWN.contains(column)) {
                json.put(name(column), value(value));
            }
        });
        return json;
    }

    private static String name(String column) {
        return UNDERSCORE.matcher(column).replaceAll(match -> match.group(1).toUpperCase(Locale.ROOT));
    }

    private static @Nullable Object value(@Nullable Object value) {
        return switch (value) {
            case Timestamp moment -> moment.toInstant();
            case Date day -> day.toLocalDate();
            case null -> null;
            default -> value;
        };
    }

    /** Codes as a list; empty where there are none. */
    static List<String> codes(@Nullable Object text) {
        return text == null || text.toString().isEmpty()
                ? List.of()
                : List.of(text.toString().split(",", -1));
    }
}
