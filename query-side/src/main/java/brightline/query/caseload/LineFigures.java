package brightline.query.caseload;

import static brightline.query.projection.Version.known;

import brightline.events.measure.Proportion;
import brightline.query.figures.FigureAnswer;
import brightline.query.figures.FigureEngine;
import brightline.query.figures.FigureEngine.Measure;
import brightline.query.figures.FigureQuestion;
import brightline.query.figures.FigureRow;
import brightline.query.figures.FigureScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * How often actions were unticked after the officer had been shown the line (measure {@code line-changes}, edition 1): contacts with
 * an action unticked after that, of contacts in which a line was shown. The unit is one student's contact, counted once, under the
 * officer who recorded it. Beside it the coercive actions unticked, by the reason given. A supervisor's count, never a finding by
 * itself.
 */
@Component
public final class LineFigures {
    private static final String CAUTION =
            "A supervisor's count, never a finding by itself: a hand slips, and a record is put right.";

    private static final Measure MEASURE =
            new Measure("line-changes", 1, LineFigures::statement, LineFigures::row, _ -> List.of(CAUTION));

    private final FigureEngine engine;

    public LineFigures(FigureEngine engine) {
        this.engine = engine.alsoReading(CaseloadProjection.NAME);
    }

    /** Contacts in which a line was shown, with those in which something was unticked after it. */
    public FigureAnswer changes(FigureQuestion question) {
        return engine.answer(question, MEASURE);
    }

    /** The same as one sentence for notes on what the question selects; empty where nothing was unticked. */
    public List<String> note(FigureQuestion question) {
        FigureRow all = changes(question.groupedBy()).rows().getFirst();
        long changed = all.measure("unticked").numerator();
        return changed == 0
                ? List.of()
                : List.of("In %d of %d contacts an action was unticked after the line had been shown (line-changes). %s"
                        .formatted(changed, all.count(), CAUTION));
    }

    /** An officer's part counts where that officer recorded it, or where nobody did who acted. */
    private static String statement(FigureScope scope) {
        return scope.everyEntryOfEverybody() + ", told as (select distinct " + scope.groupColumnsOf("f")
                + """
                f.interaction_id, l.unticked, l.coercive_mistap, l.coercive_did_not_happen, l.coercive_no_reason
                  from facts f
                  join rm.line_fact l on l.interaction_id = f.interaction_id and %s
                 where not f.voided
                   and (f.officer is not distinct from l.reported_by
                     or not exists (select from rm.involvement_fact o
                                     where o.interaction_id = f.interaction_id and o.officer is not distinct from l.reported_by
                                       and %s)))
                select\s""".formatted(known("l"), known("o"))
                + scope.groupNames() + """
                count(*) as shown,
                count(*) filter (where unticked > 0) as changed,
                coalesce(sum(unticked), 0) as actions,
                coalesce(sum(coercive_mistap), 0) as mistap,
                coalesce(sum(coercive_did_not_happen), 0) as did_not_happen,
                coalesce(sum(coercive_no_reason), 0) as no_reason
                  from told
                """ + scope.groupClause();
    }

    private static FigureRow row(ResultSet row) throws SQLException {
        long shown = row.getLong("shown");
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("actionsUnticked", row.getLong("actions"));
        counts.put("coerciveMistap", row.getLong("mistap"));
        counts.put("coerciveDidNotHappen", row.getLong("did_not_happen"));
        counts.put("coerciveReasonMissing", row.getLong("no_reason"));
        return new FigureRow(
                Map.of(), Map.of(), shown, counts, Map.of("unticked", new Proportion(row.getLong("changed"), shown)));
    }
}
