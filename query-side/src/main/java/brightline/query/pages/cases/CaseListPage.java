package brightline.query.pages.cases;

import brightline.query.pages.Choice;
import brightline.query.pages.Moment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cases to choose from.
 *
 * @param number the incident number searched for, empty for none
 * @param from first day of the contact, ISO; empty for no limit
 * @param to last day of the contact, ISO; empty for no limit
 * @param next address of the next page of the list; null on the last
 */
public record CaseListPage(
        String number,
        String from,
        String to,
        List<Choice> schools,
        List<Choice> classes,
        List<Row> rows,
        @Nullable String next) {

    /**
     * @param id of the interaction
     * @param number people say it: {@code BL-2026-00123}
     * @param classText the class as people read it
     * @param rule number of the rule that gave it, for instance {@code R13}
     */
    public record Row(
            String id,
            String number,
            Moment occurredAt,
            String school,
            String officer,
            String classText,
            String rule) {}
}
