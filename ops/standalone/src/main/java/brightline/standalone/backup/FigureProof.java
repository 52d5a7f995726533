package brightline.standalone.backup;

import brightline.query.arrests.ArrestFigures;
import brightline.query.figures.Dimension;
import brightline.query.figures.FigureAnswer;
import brightline.query.figures.FigureEngine;
import brightline.query.figures.FigureJson;
import brightline.query.figures.FigureQuestion;
import brightline.query.figures.InvolvementFigures;
import brightline.query.routine.RoutineFigures;
import brightline.standalone.backup.Manifest.Figure;
import brightline.standalone.backup.Manifest.Proof;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The main figures over all time, in one row, by school and by month: what a restored installation has to answer alike. */
final class FigureProof {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<FigureQuestion> QUESTIONS = List.of(
            FigureQuestion.ALL,
            FigureQuestion.ALL.groupedBy(Dimension.SCHOOL),
            FigureQuestion.ALL.groupedBy(Dimension.MONTH));

    private FigureProof() {}

    /** @param index of the last event that counts; final, and held by the rows */
    static Proof of(DataSource database, long index) {
        FigureEngine engine = FigureEngine.over(database, index);
        List<Figure> figures = new ArrayList<>();
        add(figures, "involvements", new InvolvementFigures(engine)::count, true);
        add(figures, "routine-discipline", new RoutineFigures(engine)::share, false);
        add(figures, "arrests", new ArrestFigures(engine)::decisions, true);
        return new Proof(index, figures);
    }

    private static void add(
            List<Figure> figures, String name, Function<FigureQuestion, FigureAnswer> figure, boolean countsStudents) {
        for (FigureQuestion question : QUESTIONS) {
            String grouped = question.groupBy().isEmpty()
                    ? name
                    : name + " by " + question.groupBy().getFirst().parameter();
            figures.add(new Figure(grouped, answer(figure.apply(question)), countsStudents));
        }
    }

    /** Without what depends on the day of asking: names of codes, notes, what would be in force today. */
    private static String answer(FigureAnswer answer) {
        Map<String, @Nullable Object> whole = FigureJson.of(answer);
        Map<String, @Nullable Object> kept = new LinkedHashMap<>();
        kept.put("definition", answer.definition() + "." + answer.edition());
        if (Objects.requireNonNull(whole.get("rows")) instanceof List<?> rows) {
            kept.put(
                    "rows",
                    rows.stream()
                            .map(row -> {
                                Map<Object, @Nullable Object> copy = new LinkedHashMap<>((Map<?, ?>) row);
                                copy.remove("labels");
                                return copy;
                            })
                            .toList());
        }
        return JSON.writeValueAsString(kept);
    }

    /** Names of the figures that are not as they were. @param withKeys whether students can be told apart */
    static List<String> differing(Proof expected, Proof found, boolean withKeys) {
        List<String> differing = new ArrayList<>();
        for (int i = 0; i < expected.figures().size(); i++) {
            Figure figure = expected.figures().get(i);
            if ((withKeys || !figure.countsStudents())
                    && !figure.answer().equals(found.figures().get(i).answer())) {
                differing.add(figure.name());
            }
        }
        return differing;
    }
}
