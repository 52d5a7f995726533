package brightline.query.figures;

import brightline.edge.clock.RecordingClock;
import brightline.edge.problem.FieldProblem;
import brightline.edge.problem.Problem;
import brightline.edge.problem.ProblemException;
import brightline.events.SchoolCode;
import brightline.events.agency.AgencySettings;
import brightline.events.code.CodeLists;
import brightline.query.projection.Horizons;
import brightline.query.question.AsKnownOn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Answers questions: settles what they rest on, counts, and notes what a reader has to know. */
public final class FigureEngine {
    /** The projection figures count the rows of. */
    public static final String PROJECTION = "involvement";

    /** Some 60 MB of JSON: more than anybody reads, and as much as a worker may keep at a time. */
    private static final int MOST_ROWS = 100_000;

    private static final Duration TRY_AGAIN = Duration.ofSeconds(1);

    private final Horizons horizons;
    private final ReferenceEntries entries;
    private final RecordingClock clock;
    private final CodeLists lists;
    private final FigureNotes notes;
    private final JdbcClient jdbc;
    private final TransactionTemplate snapshot;
    private final long upTo;
    private final List<String> projections;

    FigureEngine(
            Horizons horizons,
            ReferenceEntries entries,
            RecordingClock clock,
            CodeLists lists,
            FigureNotes notes,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            long upTo) {
        this.upTo = upTo;
        this.projections = List.of(PROJECTION);
        this.horizons = horizons;
        this.entries = entries;
        this.clock = clock;
        this.lists = lists;
        this.notes = notes;
        this.jdbc = jdbc;
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    private FigureEngine(FigureEngine other, String projection) {
        this.upTo = other.upTo;
        this.projections =
                Stream.concat(other.projections.stream(), Stream.of(projection)).toList();
        this.horizons = other.horizons;
        this.entries = other.entries;
        this.clock = other.clock;
        this.lists = other.lists;
        this.notes = other.notes;
        this.jdbc = other.jdbc;
        this.snapshot = other.snapshot;
    }

    /** For questions that read rows of a further projection too: answers as far as all of them hold the log. */
    public FigureEngine alsoReading(String projection) {
        return new FigureEngine(this, projection);
    }

    /**
     * An engine over rows that another process keeps up, for figures that never move.
     *
     * @param upTo index of the last event that counts; has to be final (the fence's horizon)
     */
    public static FigureEngine over(DataSource dataSource, long upTo) {
        JdbcClient jdbc = JdbcClient.create(dataSource);
        Horizons horizons = Horizons.over(dataSource);
        RecordingClock clock = new RecordingClock(dataSource);
        return new FigureEngine(
                horizons,
                new ReferenceEntries(dataSource),
                clock,
                CodeLists.standard(),
                new FigureNotes(jdbc, horizons, clock),
                jdbc,
                new DataSourceTransactionManager(dataSource),
                upTo);
    }

    /**
     * A figure as its measure defines it.
     *
     * @param id name of the measure
     * @param statement makes the whole statement, beginning with {@link FigureScope#factsTable}
     * @param counts makes a row's counts and measures; its groups and labels are added here
     * @param remarks what the measure itself has to say about its rows
     */
    public record Measure(
            String id,
            int edition,
            Function<FigureScope, String> statement,
            RowCounts counts,
            Function<List<FigureRow>, List<String>> remarks) {}

    /** Reads the counts of one row. */
    @FunctionalInterface
    public interface RowCounts {
        /** The row without group and labels. */
        FigureRow read(ResultSet row) throws SQLException;
    }

    /** The day a question speaks of as today: the last one known of, or the present one in the agency's zone. */
    public LocalDate today(FigureScope scope) {
        ZoneId zone = scope.settings().zone();
        AsKnownOn known = scope.question().asKnownOn();
        return LocalDate.ofInstant(known == null ? clock.instant() : known.moment(zone), zone);
    }

    /** The agency's settings as now known. */
    public AgencySettings settings() {
        return entries.settings(Long.MAX_VALUE);
    }

    /**
     * Answers.
     *
     * @throws ProblemException 409 {@code not-yet} if the rows do not yet hold what the question needs; 400 as
     *     {@link #known} has it, or {@code answer-too-large}
     */
    public FigureAnswer answer(FigureQuestion question, Measure measure) {
        return read(question, scope -> counted(scope, measure));
    }

    /**
     * Reads from the facts a question selects, without counting them.
     *
     * @param read runs in a transaction that sees one state of the rows
     * @throws ProblemException 409 {@code not-yet} as for figures
     */
    public <T> T read(FigureQuestion question, Function<FigureScope, T> read) {
        return read(question, projections, read);
    }

    /**
     * Reads from rows of several projections, of the part of the log that all of them hold.
     *
     * @param projections what it rests on, this engine's own among them or not
     * @param read runs in a transaction that sees one state of the rows
     * @throws ProblemException 409 {@code not-yet} if one of them does not yet hold what the question needs
     */
    public <T> T read(FigureQuestion question, List<String> projections, Function<FigureScope, T> read) {
        long index = question.atLeastIndex() == null ? 0 : question.atLeastIndex();
        AsKnownOn known = question.asKnownOn();
        long knownThen = known == null ? 0 : horizonOf(known);
        for (String projection : projections) {
            if (!horizons.holds(projection, index) || !horizons.awaitBriefly(projection, knownThen)) {
                throw new ProblemException(notYet());
            }
        }
        return Objects.requireNonNull(snapshot.execute(_ -> {
            prepareToCount();
            return read.apply(scope(
                    known(question),
                    projections.stream().mapToLong(horizons::position).min().orElseThrow()));
        }));
    }

    /**
     * A school or an officer nobody ever told of is a mistake in the question, and no contacts there would be no answer to it. What a
     * question is held to is not looked at: whoever may ask about one officer only does not learn which others there are.
     *
     * @return the same question with schools by their first codes
     * @throws ProblemException 400 {@code unknown-school} or {@code unknown-officer}
     */
    public FigureQuestion known(FigureQuestion question) {
        boolean bySchool =
                List.of(Dimension.SCHOOL, Dimension.HOME_SCHOOL).stream().anyMatch(question.filters()::containsKey);
        FigureQuestion meant = bySchool ? question.bySchools(entries.firstCodes()) : question;
        refuseUnknown(meant);
        return meant;
    }

    private void refuseUnknown(FigureQuestion question) {
        List<FieldProblem> unknown = new ArrayList<>();
        for (Dimension dimension : List.of(Dimension.SCHOOL, Dimension.HOME_SCHOOL, Dimension.OFFICER)) {
            Set<String> asked = new HashSet<>(question.filters().getOrDefault(dimension, Set.of()));
            asked.removeAll(Set.of(Dimension.NOT_STATED, SchoolCode.OUT_OF_DISTRICT.value()));
            if (!asked.isEmpty() && !question.bound().contains(dimension) && !onRecord(dimension, asked)) {
                unknown.add(
                        dimension == Dimension.OFFICER
                                ? new FieldProblem(
                                        "?officer", "unknown-officer", "names an officer who is not on record")
                                : new FieldProblem(
                                        "?" + dimension.parameter(),
                                        "unknown-school",
                                        "names a school that is not on record"));
            }
        }
        if (!unknown.isEmpty()) {
            throw new ProblemException(Problem.invalid(unknown));
        }
    }

    /** A school or an officer is on record when it was named, or when a contact names it. */
    private boolean onRecord(Dimension dimension, Set<String> asked) {
        Set<String> unnamed = new HashSet<>(asked);
        unnamed.removeAll(
                (dimension == Dimension.OFFICER ? entries.officers(Long.MAX_VALUE) : entries.schools(Long.MAX_VALUE))
                        .keySet());
        return unnamed.stream()
                .allMatch(one -> jdbc.sql("select exists (select from rm.involvement_fact where " + dimension.column()
                                + " = :one)")
                        .param("one", one)
                        .query(Boolean.class)
                        .single());
    }

    /** A figure of a scope at hand: for use inside {@link #read}, where more is read of the same state. */
    public FigureAnswer answer(FigureScope scope, Measure measure) {
        return counted(scope, measure);
    }

    /** Compiling such a statement takes longer than running it, and distinct counts sort. */
    private void prepareToCount() {
        jdbc.sql("select set_config('jit', 'off', true), set_config('work_mem', '64MB', true)")
                .query((_, _) -> true)
                .single();
    }

    /** What reading needs to hold before it answers; anything else is refused for now. */
    public static Problem notYet() {
        return Problem.of(HttpStatus.CONFLICT, "not-yet", "The figures do not hold that event yet")
                .withAction("Ask again in a moment.")
                .withRetryAfter(TRY_AGAIN);
    }

    private static Problem tooLarge() {
        return Problem.of(
                        HttpStatus.BAD_REQUEST,
                        "answer-too-large",
                        "The answer would have more rows than are given at once")
                .withDetail("There would be more than " + MOST_ROWS + " groups.")
                .withAction("Group by less, or ask for less: a shorter time, one school.");
    }

    /** Index of the last event known then. */
    public long horizonOf(AsKnownOn known) {
        return horizons.at(known.moment(settings().zone()));
    }

    private FigureScope scope(FigureQuestion question, long position) {
        AsKnownOn known = question.asKnownOn();
        long horizon = Math.min(upTo, known == null ? position : Math.min(position, horizonOf(known)));
        return new FigureScope(question, horizon, position, entries.settings(horizon), entries.agreements(horizon));
    }

    private FigureAnswer counted(FigureScope scope, Measure measure) {
        FigureQuestion question = scope.question();
        long horizon = scope.horizon();
        LocalDate today = LocalDate.ofInstant(clock.instant(), scope.settings().zone());
        Labels labels = new Labels(lists, today, entries.schools(horizon), entries.officers(horizon));
        List<FigureRow> rows = jdbc.sql(measure.statement().apply(scope))
                .withMaxRows(MOST_ROWS + 1)
                .params(scope.parameters())
                .query((row, _) -> labelled(measure.counts().read(row), group(row, question), labels))
                .list();
        if (rows.size() > MOST_ROWS) {
            throw new ProblemException(tooLarge());
        }
        FigureNotes.Basis basis = notes.basis(scope, today);
        LeftOut leftOut = leftOut(scope, labels);
        return new FigureAnswer(
                measure.id(),
                measure.edition(),
                question,
                basis.ruleSet(),
                basis.agreement(),
                horizon,
                rows,
                leftOut,
                notes.of(scope, basis, leftOut, rows, measure.remarks().apply(rows), projections));
    }

    private LeftOut leftOut(FigureScope scope, Labels labels) {
        Set<Dimension> chosen = EnumSet.noneOf(Dimension.class);
        chosen.addAll(scope.question().filters().keySet());
        chosen.removeAll(scope.question().bound());
        if (chosen.isEmpty()) {
            return LeftOut.NOTHING;
        }
        String value = chosen.stream()
                .map(dimension -> " when '" + dimension.name() + "' then " + dimension.column())
                .collect(Collectors.joining());
        return new LeftOut(jdbc.sql(scope.unfilteredFacts() + """
                        , reasons as (select f.*, %s as left_out_by from facts f),
                        parts as (select left_out_by, case left_out_by%s end as value, count(*) as contacts
                                    from reasons where left_out_by is not null group by 1, 2)
                        select * from parts order by value is null desc, contacts desc, value
                        """.formatted(scope.leftOutBy(), value))
                .params(scope.parameters())
                .query((row, _) -> {
                    Dimension dimension = Dimension.valueOf(row.getString("left_out_by"));
                    String found = row.getString("value");
                    return new LeftOut.Part(
                            dimension,
                            found,
                            found == null
                                    ? ""
                                    : labels.of(Map.of(dimension, found)).getOrDefault(dimension, found),
                            row.getLong("contacts"));
                })
                .list());
    }

    private static Map<Dimension, @Nullable String> group(ResultSet row, FigureQuestion question) throws SQLException {
        Map<Dimension, @Nullable String> group = new LinkedHashMap<>();
        for (int i = 0; i < question.groupBy().size(); i++) {
            group.put(question.groupBy().get(i), row.getString("g" + i));
        }
        return group;
    }

    private static FigureRow labelled(FigureRow row, Map<Dimension, @Nullable String> group, Labels labels) {
        return new FigureRow(
                group,
                group.isEmpty() ? new EnumMap<>(Dimension.class) : labels.of(group),
                row.count(),
                row.counts(),
                row.measures(),
                row.values());
    }
}
