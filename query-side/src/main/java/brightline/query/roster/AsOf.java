package brightline.query.roster;

import brightline.query.figures.FigureQuestion;
import java.time.LocalDate;

/**
 * A figure of the programme on one day.
 *
 * @param question the rest; for its involvements, {@code to} is that day where nothing else was asked
 */
record AsOf(OnDay on, FigureQuestion question) {
    static final String PARAMETER = "asOf";

    AsOf {
        LocalDate day = on.asOf();
        if (day != null && question.to() == null) {
            question = question.between(question.from(), day);
        }
    }
}
