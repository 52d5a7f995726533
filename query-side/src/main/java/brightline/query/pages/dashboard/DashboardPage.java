package brightline.query.pages.dashboard;

import brightline.query.pages.Choice;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Figures: the front page, or one question in full.
 *
 * @param questions those the reader is answered
 * @param question the one that is answered in full; null on the front page
 * @param problem why there are no figures, where it is not a filter's fault; null when there are
 * @param view what the figures are about; null when there are none
 * @param headline the first sentences; null when there are no figures
 * @param cards the questions with the beginning of their answers, on the front page
 * @param figures the answer of the question in full, in reading order
 */
public record DashboardPage(
        List<Question> questions,
        @Nullable Question question,
        Filters filters,
        @Nullable String problem,
        @Nullable View view,
        @Nullable Headline headline,
        List<Card> cards,
        List<Shown> figures) {

    public DashboardPage {
        questions = List.copyOf(questions);
        cards = List.copyOf(cards);
        figures = List.copyOf(figures);
    }

    /** The filters as they were sent, with no figures. */
    public static DashboardPage without(
            List<Question> questions, @Nullable Question question, Filters filters, @Nullable String problem) {
        return new DashboardPage(questions, question, filters, problem, null, null, List.of(), List.of());
    }

    /** How what the front page rests on is counted, for its paper. */
    public List<Figure.Definition> definitions() {
        return Measures.FRONT;
    }

    /** Where the form sends its choice. */
    public String path() {
        return question == null ? "/dashboard" : question.path();
    }

    /**
     * The filters as the form shows them. Texts are what was sent, empty for no limit.
     *
     * @param from first day, ISO
     * @param to last day, ISO
     * @param asKnownOn a day or a moment in words; what was sent where it is neither
     * @param schools any of them may be chosen
     * @param selects each of one value
     * @param kept filters without a field: they came with the address and go on with it
     * @param errors what is wrong with a filter, by its name
     */
    public record Filters(
            String from,
            String to,
            String asKnownOn,
            List<Choice> schools,
            List<Select> selects,
            Map<String, String> kept,
            Map<String, String> errors) {

        /** What is wrong with the filter of that name; null when nothing is. */
        public @Nullable String error(String name) {
            return errors.get(name);
        }

        /** The filter's name on the page. */
        public String label(String name) {
            return switch (name) {
                case "from" -> "From";
                case "to" -> "To (included)";
                case "asKnownOn" -> "As known on";
                case "school" -> "Schools";
                default ->
                    selects.stream()
                            .filter(select -> select.name().equals(name))
                            .map(Select::label)
                            .findFirst()
                            .orElse("Address");
            };
        }
    }

    /** A filter of one value. @param name as the address has it */
    public record Select(String name, String label, List<Choice> choices) {}

    /**
     * What the figures are about.
     *
     * @param sentence the filters as a sentence
     * @param leftOut what the filters leave out, with counts; null when nothing is
     * @param withNotStated the address of the same view with what the default leaves out; null where nothing is left out by default
     * @param known as known when, in words
     * @param notes what else must be known to read the figures
     * @param counts the three counts that are always kept apart
     * @param address of this view, for the foot of a printed page
     * @param made when the page was made, in words
     * @param linked whether numbers open the contacts behind them
     */
    public record View(
            String sentence,
            @Nullable String leftOut,
            @Nullable String withNotStated,
            String known,
            List<String> notes,
            Counts counts,
            String address,
            String made,
            boolean linked) {}

    /** Incidents, contacts counted once per officer, and distinct students. */
    public record Counts(long incidents, long involvements, long students) {
        public boolean none() {
            return involvements == 0;
        }
    }

    /**
     * A question and the beginning of its answer.
     *
     * @param href the page that answers it in full
     * @param say the answer in a sentence or two
     * @param svg a picture; empty for none
     * @param lines numbers with their names, in the place of a picture
     */
    public record Card(Question question, String href, String say, String svg, List<Line> lines, boolean wide) {}

    /** A number with its name. */
    public record Line(String name, String value) {}

    /**
     * A figure and where its table is had as CSV.
     *
     * @param definitions those of the figure that do not stand under an earlier one
     */
    public record Shown(Figure figure, String csv, List<Figure.Definition> definitions) {}
}
