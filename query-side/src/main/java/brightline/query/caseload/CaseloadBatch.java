package brightline.query.caseload;

import brightline.edge.keys.PersonalPart.Statistics;
import brightline.edge.keys.PersonalParts;
import brightline.events.SecretId;
import brightline.events.SecretRef;
import brightline.events.code.CodeLists;
import brightline.events.diversion.DiversionEvent;
import brightline.events.interaction.InteractionEvent;
import brightline.events.interaction.InteractionRecord;
import brightline.events.referral.CounterpartEvent.CounterpartOwnerAssigned;
import brightline.events.referral.ReferralEvent;
import brightline.query.caseload.Versions.Fold;
import brightline.query.caseload.Versions.Version;
import brightline.query.involvement.Streams;
import brightline.query.projection.LogReader;
import brightline.query.projection.ProjectionBatch;
import brightline.query.projection.ProjectionFailure;
import brightline.query.projection.Recorded;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notes which streams grew, then derives all their versions anew. */
final class CaseloadBatch implements ProjectionBatch {
    private static final Logger LOG = LoggerFactory.getLogger(CaseloadBatch.class);
    private static final int CHUNK = 500;

    private final PersonalParts parts;
    private final CaseRow cases;
    private final LineRow lines;
    private final CaseloadTables tables;
    private final long before;
    private final Streams streams;
    private final Set<String> interactions = new LinkedHashSet<>();
    private final Set<String> diversions = new LinkedHashSet<>();
    private final Set<String> referrals = new LinkedHashSet<>();
    private final Map<Long, CounterpartOwnerAssigned> owners = new LinkedHashMap<>();
    private long first = Long.MAX_VALUE;

    CaseloadBatch(LogReader log, PersonalParts parts, CodeLists lists, CaseloadTables tables, long before) {
        this.parts = parts;
        this.cases = new CaseRow(lists);
        this.lines = new LineRow(lists);
        this.tables = tables;
        this.before = before;
        this.streams = new Streams(log);
    }

    @Override
    public void handle(Recorded recorded) {
        switch (recorded.event()) {
            case InteractionEvent _ -> take(recorded, interactions, CaseRow::fold, record -> cases.of(record, null));
            case DiversionEvent _ -> take(recorded, diversions, DiversionRow::fold, DiversionRow::of);
            case ReferralEvent _ -> take(recorded, referrals, ReferralRow::fold, ReferralRow::of);
            case CounterpartOwnerAssigned assigned -> owners.put(recorded.index(), assigned);
            default -> {
                // Of another question.
            }
        }
        first = Math.min(first, recorded.index());
    }

    /** Everything that can go wrong with the event goes wrong here. */
    private <R> void take(
            Recorded recorded, Set<String> touched, Fold<R> fold, Function<R, List<@Nullable Object>> row) {
        List<Recorded> earlier = streams.before(recorded);
        if (!streams.has(recorded)) {
            R record = null;
            for (Recorded one : earlier) {
                record = fold.with(record, one.event());
            }
            Objects.requireNonNull(row.apply(fold.with(record, recorded.event())));
            streams.add(recorded);
        }
        touched.add(recorded.stream());
    }

    @Override
    public void flush(long position) {
        if (first <= before) {
            streams.forget();
        }
        write("diversion_fact", "diversion_id", diversions, position, _ -> DiversionRow::of, DiversionRow::fold);
        write("referral_fact", "referral_id", referrals, position, _ -> ReferralRow::of, ReferralRow::fold);
        owners.forEach((index, assigned) -> tables.owner(assigned.incidentId().value(), index, assigned.owner()));
        write("case_fact", "interaction_id", interactions, position, this::caseRows, CaseRow::fold);
        write("line_fact", "interaction_id", interactions, position, _ -> lines::of, LineRow::fold);
    }

    private <R> void write(
            String table,
            String key,
            Set<String> touched,
            long position,
            Function<List<String>, Function<R, List<@Nullable Object>>> rows,
            Fold<R> fold) {
        List<String> all = List.copyOf(touched);
        for (int from = 0; from < all.size(); from += CHUNK) {
            List<String> chunk = all.subList(from, Math.min(from + CHUNK, all.size()));
            streams.load(chunk, position);
            Function<R, List<@Nullable Object>> row = rows.apply(chunk);
            Map<String, List<Version>> derived = new LinkedHashMap<>();
            for (String stream : chunk) {
                try {
                    List<Version> versions = Versions.of(streams.of(stream), fold, row);
                    derived.put(
                            stream,
                            versions.stream()
                                    .filter(version -> !version.values().isEmpty())
                                    .toList());
                } catch (RuntimeException e) {
                    LOG.warn(
                            "What follows of {} stays as it is: {}",
                            stream,
                            ProjectionFailure.of(e).getMessage());
                }
            }
            tables.replace(table, key, derived);
        }
    }

    private Function<InteractionRecord, List<@Nullable Object>> caseRows(List<String> chunk) {
        Map<SecretId, Statistics> readable = statistics(chunk);
        return record -> cases.of(
                record,
                record.statistics() == null
                        ? null
                        : readable.get(record.statistics().secretId()));
    }

    private Map<SecretId, Statistics> statistics(List<String> chunk) {
        List<SecretRef> refs = chunk.stream()
                .flatMap(interaction -> streams.of(interaction).stream())
                .map(recorded -> ((InteractionEvent) recorded.event()).statistics())
                .filter(Objects::nonNull)
                .toList();
        Map<SecretId, Statistics> readable = new HashMap<>();
        parts.openAll(refs, Statistics.class)
                .forEach((id, opened) -> opened.value().ifPresent(value -> readable.put(id, value)));
        return readable;
    }
}
