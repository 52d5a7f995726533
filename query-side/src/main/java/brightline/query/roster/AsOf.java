package brightline.query.roster;

import brightline.edge.access.CurrentActor;
import brightline.edge.problem.ProblemException;
import brightline.events.code.CodeLists;
import brightline.query.figures.FigureQuestion;
import brightline.query.figures.FigureRequest;
import brightline.query.figures.Parameters;
import brightline.query.figures.Times;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * A question about the programme on one day.
 *
 * @param day in the agency's zone; null for today
 * @param question the rest; for its involvements, {@code to} is that day where nothing else was asked
 */
record AsOf(@Nullable LocalDate day, FigureQuestion question) {
    static final String PARAMETER = "asOf";

    /**
     * Reads it from a request's parameters.
     *
     * @throws ProblemException 400, naming what is not right
     */
    static AsOf read(MultiValueMap<String, String> parameters, CurrentActor actor) {
        MultiValueMap<String, String> rest = new LinkedMultiValueMap<>(parameters);
        Parameters own = new Parameters(parameters);
        LocalDate day = own.one(PARAMETER, Times::day, Times.DAY);
        own.refuseWrong();
        rest.remove(PARAMETER);
        FigureQuestion question = FigureRequest.read(rest, CodeLists.standard(), actor);
        return new AsOf(day, day == null || question.to() != null ? question : question.between(question.from(), day));
    }
}
