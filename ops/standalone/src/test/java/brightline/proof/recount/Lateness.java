package brightline.proof.recount;

import brightline.proof.recount.Known.Contact;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * M12: hours from what happened to its first record, of all records of people, students or not; those above the agency's limit; those
 * first recorded when a complaint or notice about it had been received. History from files says nothing of it.
 */
final class Lateness implements Figure {
    private static final BigDecimal SECONDS = BigDecimal.valueOf(3_600);
    private static final BigDecimal NANOS = BigDecimal.valueOf(1_000_000_000L);

    @Override
    public String name() {
        return "lateness";
    }

    @Override
    public Row row(List<Involvement> those, Question question) {
        Map<List<String>, List<Contact>> records = new LinkedHashMap<>();
        for (Involvement one : those) {
            for (Involvement.Part part : one.parts) {
                if (!part.contact().fromFile) {
                    records.computeIfAbsent(one.instance(), _ -> new ArrayList<>())
                            .add(part.contact());
                }
            }
        }
        if (records.isEmpty()) {
            return new Row()
                    .with("count", 0L)
                    .with("medianHours", null)
                    .with("p90Hours", null)
                    .share("late", 0, 0)
                    .share("afterComplaint", 0, 0);
        }
        Known known = those.getFirst().known;
        List<Contact> first = records.values().stream().map(Lateness::earliest).toList();
        List<Duration> lags = first.stream().map(Lateness::lag).sorted().toList();
        Duration limit = Duration.ofHours(known.lateAfterHours);
        return new Row()
                .with("count", (long) lags.size())
                .with("medianHours", hours(nearestRank(lags, 50)))
                .with("p90Hours", hours(nearestRank(lags, 90)))
                .share(
                        "late",
                        lags.stream().filter(lag -> lag.compareTo(limit) > 0).count(),
                        lags.size())
                .share(
                        "afterComplaint",
                        first.stream()
                                .filter(record -> isAfterComplaint(known, record))
                                .count(),
                        lags.size());
    }

    private static Contact earliest(List<Contact> records) {
        return records.stream()
                .min(Comparator.comparing((Contact record) -> record.recordedAt)
                        .thenComparing(record -> record.recordedAs))
                .orElseThrow();
    }

    private static Duration lag(Contact record) {
        return Duration.between(record.occurredAt, record.recordedAt);
    }

    private static Duration nearestRank(List<Duration> sorted, int percent) {
        return sorted.get((sorted.size() * percent + 99) / 100 - 1);
    }

    private static BigDecimal hours(Duration lag) {
        return BigDecimal.valueOf(lag.toNanos()).divide(NANOS.multiply(SECONDS), 2, RoundingMode.HALF_UP);
    }

    /** About the contact, or the whole incident, in whichever entry. */
    private static boolean isAfterComplaint(Known known, Contact first) {
        List<Contact> entries = known.entriesOf(first);
        return known.complaints.stream()
                .filter(complaint -> !complaint.receivedAt().isAfter(first.recordedAt))
                .anyMatch(complaint -> entries.stream().anyMatch(record -> record.id.equals(complaint.contact()))
                        || (complaint.incident() != null
                                && known.primary(Objects.requireNonNull(known.incidents.get(complaint.incident())))
                                        .id
                                        .equals(known.incidentOf(first).id)));
    }
}
