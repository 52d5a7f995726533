package brightline.query.roster;

import brightline.edge.clock.RecordingClock;
import brightline.query.figures.FigureScope;
import brightline.query.question.Filter;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The day that is asked about. @param asOf in the agency's zone; null for today */
record OnDay(
        @Filter(value = "A day; today where none is given", example = "2025-10-01") @Nullable
        LocalDate asOf) {
    /** The day in the agency's zone. */
    LocalDate day(FigureScope scope, RecordingClock clock) {
        return asOf == null
                ? LocalDate.ofInstant(clock.instant(), scope.settings().zone())
                : asOf;
    }
}
