package brightline.query.caseload;

import brightline.edge.keys.PersonalPart.Statistics;
import brightline.edge.keys.PersonalParts;
import brightline.events.SecretId;
import brightline.events.code.CodeLists;
import brightline.events.diversion.DiversionEvent;
import brightline.events.diversion.DiversionRecord;
import brightline.events.interaction.InteractionEvent;
import brightline.events.interaction.InteractionRecord;
import brightline.events.referral.CounterpartEvent.CounterpartOwnerAssigned;
import brightline.events.referral.ReferralEvent;
import brightline.events.referral.ReferralRecord;
import brightline.query.projection.LogReader;
import brightline.query.projection.ProjectedRows;
import brightline.query.projection.ProjectionBatch;
import brightline.query.projection.Recorded;
import brightline.query.projection.Row;
import brightline.query.projection.Streams;
import brightline.query.projection.Version;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Notes which streams grew, then derives all their versions anew. */
final class CaseloadBatch implements ProjectionBatch {
    private final PersonalParts parts;
    private final CaseRow cases;
    private final LineRow lines;
    private final ProjectedRows rows;
    private final Streams streams;
    private final Touched<InteractionRecord> interactions = new Touched<>();
    private final Touched<DiversionRecord> diversions = new Touched<>();
    private final Touched<ReferralRecord> referrals = new Touched<>();
    private final List<Row> owners = new ArrayList<>();

    CaseloadBatch(LogReader log, PersonalParts parts, CodeLists lists, ProjectedRows rows, long before) {
        this.parts = parts;
        this.cases = new CaseRow(lists);
        this.lines = new LineRow(lists);
        this.rows = rows;
        this.streams = new Streams(log, before);
    }

    /** One more event of a stream. @param <R> what the stream's events fold to */
    @FunctionalInterface
    private interface Fold<R> {
        R with(@Nullable R before, Object event);
    }

    /** The streams of one kind that the batch concerns. @param <R> what a stream's events fold to */
    private static final class Touched<R> {
        private final Set<String> streams = new LinkedHashSet<>();
        private final Map<String, R> folded = new HashMap<>();
    }

    @Override
    public void handle(Recorded recorded) {
        switch (recorded.event()) {
            case InteractionEvent _ -> take(recorded, interactions, CaseRow::fold, record -> cases.of(record, null));
            case DiversionEvent _ -> take(recorded, diversions, DiversionRow::fold, DiversionRow::of);
            case ReferralEvent _ -> take(recorded, referrals, ReferralRow::fold, ReferralRow::of);
            case CounterpartOwnerAssigned(var _, var incident, var owner) ->
                owners.add(Row.of("incident_id", incident)
                        .set("known_from_index", recorded.index())
                        .set("owner", owner));
            default -> {
                // Of another question.
            }
        }
        streams.saw(recorded);
    }

    /** Each event of the batch is folded once, onto what those before it gave. */
    private <R> void take(Recorded recorded, Touched<R> touched, Fold<R> fold, Function<R, @Nullable Row> row) {
        streams.grow(recorded, events -> {
            R known = touched.folded.get(recorded.stream());
            R record = known == null ? folded(events, fold, recorded.index()) : fold.with(known, recorded.event());
            var _ = row.apply(record);
            touched.folded.put(recorded.stream(), record);
        });
        touched.streams.add(recorded.stream());
    }

    @Override
    public void flush(long position) {
        streams.settle();
        write(
                "diversion_fact",
                "diversion_id",
                diversions.streams,
                position,
                _ -> DiversionRow::of,
                DiversionRow::fold);
        write("referral_fact", "referral_id", referrals.streams, position, _ -> ReferralRow::of, ReferralRow::fold);
        rows.insert("counterpart_owner", owners);
        write("case_fact", "interaction_id", interactions.streams, position, this::caseRows, CaseRow::fold);
        write("line_fact", "interaction_id", interactions.streams, position, _ -> lines::of, LineRow::fold);
    }

    private <R> void write(
            String table,
            String key,
            Set<String> touched,
            long position,
            Function<List<String>, Function<R, @Nullable Row>> row,
            Fold<R> fold) {
        streams.derive(
                touched,
                position,
                chunk -> {
                    Function<R, @Nullable Row> of = row.apply(chunk);
                    return stream -> Version.of(
                            Version.changes(streams.of(stream)),
                            change -> of.apply(folded(streams.of(stream), fold, change.index())));
                },
                byStream -> {
                    List<UUID> ids =
                            byStream.keySet().stream().map(UUID::fromString).toList();
                    List<Row> made = new ArrayList<>();
                    byStream.forEach((stream, versions) -> versions.forEach(version -> made.add(version.known()
                            .copy()
                            .set(key, UUID.fromString(stream))
                            .set("known_from_index", version.from().index())
                            .set("known_to_index", version.toIndex()))));
                    rows.replace(table, key, ids, made);
                });
    }

    private static <R> R folded(List<Recorded> events, Fold<R> fold, long upTo) {
        R record = null;
        for (Recorded one : events) {
            if (one.index() <= upTo) {
                record = fold.with(record, one.event());
            }
        }
        return Objects.requireNonNull(record);
    }

    private Function<InteractionRecord, @Nullable Row> caseRows(List<String> chunk) {
        Map<SecretId, Statistics> readable = streams.statistics(chunk, parts);
        return record -> cases.of(
                record,
                record.statistics() == null
                        ? null
                        : readable.get(record.statistics().secretId()));
    }
}
