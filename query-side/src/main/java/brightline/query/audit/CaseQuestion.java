package brightline.query.audit;

import brightline.events.ComparisonForm;
import brightline.query.caseload.CaseFlag;
import brightline.query.figures.FigureQuestion;
import brightline.query.figures.Limited;
import brightline.query.question.Conditions;
import brightline.query.question.Filter;
import brightline.query.question.Paging;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the list of cases: for the address as for the page.
 *
 * @param facts which contacts
 * @param number an incident's number, its digits or its beginning, or one that another system knows it by, the record id of an import
 *     included; null for any
 * @param flag null for any
 * @param mark null for any
 */
public record CaseQuestion(
        @Limited FigureQuestion facts,

        @Filter(
                value =
                        "An incident's number, its digits (1210, 2026-1210) or its beginning; its report, dispatch or camera number; or the record id of the import that brought it, alone or as source|record id",
                example = "BL-2026",
                form = "(?=.{1,200}$)[^\\x00-\\x1f\\x7f]*[0-9A-Za-z][^\\x00-\\x1f\\x7f]*",
                must = "a number such as BL-2026-01210, its last digits such as 1210, or one of another system")
        @Nullable
        String number,

        @Filter(
                value = "What is to be looked at in a case",
                example = "NOTICE_NOT_DOCUMENTED",
                where = ":flag = any(flags) and not voided")
        @Nullable
        CaseFlag flag,

        @Filter("What became of the record") @Nullable CaseMark mark,
        Paging paging) {
    /** {@code BL-2026-01210}, {@code 2026-1210} or {@code 1210}; a number as an import writes it is compared as it stands. */
    private static final Pattern NUMBER = Pattern.compile("(?:(?:BL-?)?([0-9]{4})-)?0*([0-9]{1,9})");

    private static final String ELSEWHERE = "(incident_id in (select n.incident_id from rm.outside_number n"
            + " where n.compared = :compared and n.known_from_index <= :horizon)"
            + " or interaction_id in (select s.interaction_id from rm.source_record s"
            + " where s.compared = :compared and s.known_from_index <= :horizon))";

    Conditions conditions() {
        Conditions conditions = Conditions.of(this);
        if (mark != null) {
            conditions.and(mark.condition());
        }
        if (number == null) {
            return conditions;
        }
        conditions.with("compared", ComparisonForm.of(number));
        Matcher digits = NUMBER.matcher(number.toUpperCase(Locale.ROOT));
        if (!digits.matches()) {
            return conditions
                    .and("(" + ELSEWHERE + " or starts_with(incident_number, :number))")
                    .with("number", number);
        }
        String year = digits.group(1) == null ? "[0-9]+" : digits.group(1);
        return conditions
                .and("(" + ELSEWHERE + " or incident_number ~ :number or incident_number = :written)")
                .with("number", "^BL-" + year + "-0*" + digits.group(2) + "$")
                .with("written", number);
    }
}
