package brightline.query.figures;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a question, with everything needed to read it.
 *
 * @param definition name of the measure, such as M2
 * @param edition of that definition
 * @param question what was asked, as far as the asker may ask it
 * @param ruleSet the one all rows were read by; null where several were in force
 * @param agreement the one in force for all rows; null where there was none or several: the notes say which
 * @param leftOut contacts that the question's filters leave out; the first note says the same
 * @param index index of the last event of the log that counts
 */
public record FigureAnswer(
        String definition,
        int edition,
        FigureQuestion question,
        @Nullable Integer ruleSet,
        @Nullable AgreementTerm agreement,
        long index,
        List<FigureRow> rows,
        LeftOut leftOut,
        List<String> notes) {
    public FigureAnswer {
        rows = List.copyOf(rows);
        notes = List.copyOf(notes);
    }

    /** With these behind its own notes. */
    public FigureAnswer alsoNoting(List<String> more) {
        List<String> all = new ArrayList<>(notes);
        all.addAll(more);
        return new FigureAnswer(definition, edition, question, ruleSet, agreement, index, rows, leftOut, all);
    }
}
