package brightline.query.roster;

import brightline.query.figures.FigureQuestion;
import brightline.query.question.Filter;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A question about the programme on one day.
 *
 * @param asOf in the agency's zone; null for today
 * @param question the rest; for its involvements, {@code to} is that day where nothing else was asked
 */
record AsOf(
        @Filter(value = "A day; today where none is given", example = "2025-10-01") @Nullable LocalDate asOf,
        FigureQuestion question) {
    static final String PARAMETER = "asOf";

    AsOf {
        if (asOf != null && question.to() == null) {
            question = question.between(question.from(), asOf);
        }
    }
}
