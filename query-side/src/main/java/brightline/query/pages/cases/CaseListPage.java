package brightline.query.pages.cases;

import brightline.query.pages.Choice;
import brightline.query.pages.Moment;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Cases to choose from.
 *
 * @param underAgreement whether an agreement is in force today
 * @param number the incident number searched for, empty for none
 * @param from first day of the contact, ISO; empty for no limit
 * @param to last day of the contact, ISO; empty for no limit
 * @param marks what may have become of a record, to choose from
 * @param carried what limits the list besides the fields of its form, as a figure's link says it
 * @param errors what is wrong with a field of the search, by its name; there are no rows then
 * @param next address of the next page of the list; null on the last
 */
public record CaseListPage(
        boolean underAgreement,
        String number,
        String from,
        String to,
        List<Choice> schools,
        List<Choice> classes,
        List<Choice> marks,
        List<Carried> carried,
        Map<String, String> errors,
        List<Row> rows,
        @Nullable String next) {

    /** What is wrong with the field of that name; null when nothing is. */
    public @Nullable String error(String name) {
        return errors.get(name);
    }

    /** The field of that name as the page calls it. */
    public String label(String name) {
        return switch (name) {
            case "number" -> "Incident number";
            case "from" -> "Contact from";
            case "to" -> "Contact to";
            case "school" -> "School";
            case "class" -> "How it is read";
            case "mark" -> "What became of it";
            default -> "The address";
        };
    }

    /** A limit without a field. @param words the same in a sentence, for instance {@code how it started: Officer saw} */
    public record Carried(String name, String value, String words) {}

    /**
     * One case: one student in one incident.
     *
     * @param id of the interaction
     * @param number people say it: {@code BL-2026-00123}
     * @param conduct what the student did, by name
     * @param part how the student was part of it
     * @param outcome as people read it
     * @param classes the class under the rule set in force, one for each officer who differs
     * @param marks what became of the record
     */
    public record Row(
            String id,
            String number,
            Moment occurredAt,
            String school,
            String conduct,
            String part,
            String outcome,
            String classes,
            List<String> marks) {}
}
