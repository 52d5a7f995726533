package brightline.command.diversion;

import brightline.events.Code;
import brightline.events.code.CodeEntry;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The limits of station adjustments as data (code list {@code station-limit}, from 705 ILCS 405/5-301). One that nobody has read
 * in its source binds only where it is switched on.
 *
 * @param limits those that bind, in list order
 */
record StationLimits(List<Limit> limits) {
    static final String VERIFIED = "verified";

    StationLimits {
        limits = List.copyOf(limits);
    }

    /** What a limit is about. */
    enum About {
        COUNT,
        SERVICE,
        RESTITUTION,
        DURATION,
        EXTENDED,
        BREACH_SERVICE
    }

    /**
     * One limit.
     *
     * @param kind code of the list {@code outcome}; null for adjustments of every kind
     * @param offence code of the list {@code offence-level}; null for every offence
     * @param value in hours, days or adjustments
     * @param years how far back adjustments count; null for all of minority
     */
    record Limit(
            Code code,
            @Nullable String kind,
            About about,
            @Nullable String offence,
            int value,
            @Nullable Integer years,
            String source,
            boolean verified) {
        boolean isFor(Code adjustment) {
            return kind == null || kind.equals(adjustment.code());
        }
    }

    /** @param unverifiedBind whether limits bind that nobody has read in their source */
    static StationLimits of(List<CodeEntry> entries, boolean unverifiedBind) {
        return new StationLimits(entries.stream()
                .map(StationLimits::limit)
                .filter(limit -> limit.verified() || unverifiedBind)
                .toList());
    }

    private static Limit limit(CodeEntry entry) {
        String years = entry.attribute("years");
        return new Limit(
                entry.key(),
                entry.attribute("kind"),
                About.valueOf(required(entry, "limits")
                        .toUpperCase(java.util.Locale.ROOT)
                        .replace('-', '_')),
                entry.attribute("offence"),
                Integer.parseInt(required(entry, "value")),
                years == null ? null : Integer.valueOf(years),
                entry.source(),
                entry.verification().equals(VERIFIED));
    }

    private static String required(CodeEntry entry, String column) {
        String value = entry.attribute(column);
        if (value == null) {
            throw new IllegalStateException(entry.key() + " has no " + column);
        }
        return value;
    }

    /** Whether more hours are asked for than the limit on them allows. */
    boolean isAbove(About about, Code adjustment, @Nullable Integer value) {
        return value != null
                && limit(about, adjustment).map(limit -> value > limit.value()).orElse(false);
    }

    /** Whether the last day lies beyond the limit on the days after the first. */
    boolean isBeyond(About about, Code adjustment, LocalDate first, @Nullable LocalDate last) {
        return last != null
                && limit(about, adjustment)
                        .map(limit -> last.isAfter(first.plusDays(limit.value())))
                        .orElse(false);
    }

    private Optional<Limit> limit(About about, Code adjustment) {
        return limits.stream()
                .filter(limit -> limit.about() == about && limit.isFor(adjustment))
                .findFirst();
    }

    /** Limits on the number of adjustments that one of this kind, for such an offence, would count under. */
    List<Limit> counts(Code adjustment, @Nullable Code offence) {
        return limits.stream()
                .filter(limit -> limit.about() == About.COUNT && limit.isFor(adjustment))
                .filter(limit -> limit.offence() == null
                        || offence != null && limit.offence().equals(offence.code()))
                .toList();
    }
}
