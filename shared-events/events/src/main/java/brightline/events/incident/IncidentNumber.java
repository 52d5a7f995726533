package brightline.events.incident;

import java.time.Instant;
import java.time.ZoneId;

/** The number people say of an incident. */
public final class IncidentNumber {
    private IncidentNumber() {}

    /**
     * {@code BL-<year of recording>-<number>}, for example {@code BL-2026-00123}.
     *
     * @param zone the agency's: decides the year
     * @param number unique; five digits or more
     */
    public static String of(Instant recordedAt, ZoneId zone, long number) {
        return "BL-%d-%05d".formatted(recordedAt.atZone(zone).getYear(), number);
    }
}
