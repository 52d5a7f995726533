package brightline.query.desk;

import static brightline.query.projection.Version.known;

import brightline.edge.clock.RecordingClock;
import brightline.edge.problem.ProblemException;
import brightline.query.figures.AsKnownOn;
import brightline.query.figures.FigureEngine;
import brightline.query.projection.Horizons;
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
    <T> T read(@Nullable AsKnownOn known, long atLeastIndex, Function<View, T> read) {
        await(Math.max(atLeastIndex, known == null ? 0 : engine.horizonOf(known)));
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
     * @param conditions over {@code t}, with names in {@code parameters}
     * @param more turns a row as read into what is shown of it
     */
    Map<String, @Nullable Object> page(
            DeskQuestion question,
            View view,
            String from,
            String conditions,
            Map<String, @Nullable Object> parameters,
            Function<Map<String, @Nullable Object>, Map<String, @Nullable Object>> more) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>(parameters);
        values.put("horizon", view.horizon());
        values.put("atMost", question.limit() + 1);
        String after = "";
        if (question.cursor() != null) {
            after = " and t.begun_index < :cursor";
            values.put("cursor", question.cursor());
        }
        List<Map<String, @Nullable Object>> rows = jdbc.sql("select * from " + from + " where " + AS_KNOWN + " and "
                        + conditions + after + " order by t.begun_index desc limit :atMost")
                .params(values)
                .query()
                .listOfRows();
        boolean goesOn = rows.size() > question.limit();
        List<Map<String, @Nullable Object>> shown = goesOn ? rows.subList(0, question.limit()) : rows;
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put(
                "items",
                shown.stream()
                        .map(row -> more.apply(new LinkedHashMap<>(row)))
                        .map(DeskReader::json)
                        .toList());
        if (goesOn) {
            json.put("next", String.valueOf(shown.getLast().get("begun_index")));
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
