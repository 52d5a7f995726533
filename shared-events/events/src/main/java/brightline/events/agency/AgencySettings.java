package brightline.events.agency;

import brightline.events.ComparisonForm;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;

/**
 * How one installation counts and what it is bound by (ADR 6).
 *
 * @param name the agency's name, also the ledger's origin
 * @param zone dates of {@code occurredAt} are read in this zone
 * @param schoolYearStart first day of the school year, for example --08-01
 * @param jurisdiction the profile of deadlines and notices: a code of the list {@code jurisdiction}, without the list's name
 * @param lateAfterHours a record is late when recorded more than this many hours after it happened (M12)
 * @param smallCellThreshold counts below this are hidden in what leaves the analyst room (M11)
 * @param statistics what an expungement leaves of statistics
 * @param identifiers under which the agency itself stands in files of several agencies, its ORI for instance; none where nobody said:
 *     then the rows of all of them count
 */
public record AgencySettings(
        String name,
        ZoneId zone,
        MonthDay schoolYearStart,
        String jurisdiction,
        int lateAfterHours,
        int smallCellThreshold,
        StatisticsSwitch statistics,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> identifiers) {
    public AgencySettings {
        identifiers = identifiers == null ? List.of() : List.copyOf(identifiers);
    }

    /** Of an agency that said nothing of its identifiers. */
    public AgencySettings(
            String name,
            ZoneId zone,
            MonthDay schoolYearStart,
            String jurisdiction,
            int lateAfterHours,
            int smallCellThreshold,
            StatisticsSwitch statistics) {
        this(name, zone, schoolYearStart, jurisdiction, lateAfterHours, smallCellThreshold, statistics, List.of());
    }

    /** Whether statistics codes survive an expungement under a key of their own, or go with the record. */
    public enum StatisticsSwitch {
        KEEP,
        DROP
    }

    /** Before an agency has said anything: Illinois rules, Chicago time, school years from 1 August. */
    public static final AgencySettings DEFAULT = new AgencySettings(
            "Unnamed agency",
            ZoneId.of("America/Chicago"),
            MonthDay.of(8, 1),
            "illinois",
            24,
            10,
            StatisticsSwitch.DROP);

    /** Whether rows of that agency count here: its own, or those of all where it has said no identifier. */
    public boolean takesRowsOf(String identifier) {
        return identifiers.isEmpty() || identifiers.stream().anyMatch(own -> ComparisonForm.same(own, identifier));
    }

    /**
     * Whether the profile asks for what officers perceive of race, sex and age (California: Gov. Code 12525.5, 11 CCR 999.226), so that
     * what a list says does not stand in for it.
     */
    public boolean asksForPerception() {
        return jurisdiction.equals("california");
    }

    /** The school year a day belongs to, by the calendar year it starts in, written {@code 2025-26}. */
    public String schoolYear(LocalDate day) {
        return schoolYearFrom(MonthDay.from(day).isBefore(schoolYearStart) ? day.getYear() - 1 : day.getYear());
    }

    /** The school year that starts in that calendar year, written {@code 2025-26}. */
    public static String schoolYearFrom(int year) {
        return "%d-%02d".formatted(year, (year + 1) % 100);
    }
}
