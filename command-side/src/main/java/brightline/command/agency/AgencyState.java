package brightline.command.agency;

import brightline.events.agency.AgencyEvent.ProgrammeRulesSet;
import brightline.events.agency.AgencySettings;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What decisions about the agency need to remember.
 *
 * @param settings those last said; null before any
 * @param coordinators every stretch of days with one
 * @param rules what was set for the days from which it holds
 */
record AgencyState(
        @Nullable AgencySettings settings, List<Term> coordinators, Map<LocalDate, ProgrammeRulesSet> rules) {
    static final AgencyState NEW = new AgencyState(null, List.of(), Map.of());

    AgencyState {
        coordinators = List.copyOf(coordinators);
        rules = Map.copyOf(rules);
    }

    /** @param lastDay included; null while open */
    record Term(String name, LocalDate from, @Nullable LocalDate lastDay) {
        boolean reaches(LocalDate day) {
            return lastDay == null || !lastDay.isBefore(day);
        }
    }
}
