package brightline.query.figures;

import brightline.events.Code;
import brightline.events.code.ActionLevel;
import brightline.events.code.CodeLists;
import brightline.events.code.Tier;
import brightline.events.rules.InvolvementClass;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What figures can be grouped and filtered by: the whole list, and nothing of it comes from a request. */
public enum Dimension {
    CLASS("class", "class", null, isOneOf(InvolvementClass.values())),
    SCHOOL("school", "school", null, text -> text.length() <= 40),
    HOME_SCHOOL("homeSchool", "home_school", null, text -> text.length() <= 40),
    OFFICER("officer", "officer::text", null, Dimension::isUuid),
    OFFICER_CAPACITY("officerCapacity", "officer_capacity", "capacity", null),
    MONTH("month", "month", null, Pattern.compile("\\d{4}-(0[1-9]|1[0-2])").asMatchPredicate()),
    SCHOOL_YEAR(
            "schoolYear", "school_year", null, Pattern.compile("\\d{4}-\\d{2}").asMatchPredicate()),
    RACE("race", "race", "race", null),
    SEX("sex", "sex", "sex", null),
    GRADE_BAND("gradeBand", "grade_band", "grade-band", null),
    DISABILITY("disability", "disability", "disability", null),
    ENGLISH_LEARNER("englishLearner", "english_learner", "english-learner", null),
    INITIATOR("initiator", "initiator", "initiator", null),
    TIER("tier", "tier", null, isOneOf(Tier.values())),
    ACTION("action", "action", null, isOneOf(ActionLevel.values())),
    OUTCOME("outcome", "outcome", "outcome", null);

    /** Written in a filter for what is missing. */
    public static final String MISSING = "MISSING";

    private final String parameter;
    private final String column;
    private final @Nullable String codeList;
    private final @Nullable Predicate<String> form;

    Dimension(String parameter, String column, @Nullable String codeList, @Nullable Predicate<String> form) {
        this.parameter = parameter;
        this.column = column;
        this.codeList = codeList;
        this.form = form;
    }

    /** The dimension of a parameter's name. */
    public static Optional<Dimension> named(String parameter) {
        return Arrays.stream(values())
                .filter(one -> one.parameter.equals(parameter))
                .findFirst();
    }

    /** As requests and answers write it. */
    public String parameter() {
        return parameter;
    }

    /** An expression over the selected facts. */
    String column() {
        return column;
    }

    /** The code list its values come from; null if from none. */
    public @Nullable String codeList() {
        return codeList;
    }

    /** Whether the value can stand in a filter. */
    boolean accepts(String value, CodeLists lists) {
        if (value.equals(MISSING)) {
            return true;
        }
        if (value.isBlank() || value.chars().anyMatch(Character::isISOControl)) {
            return false;
        }
        return codeList == null ? form == null || form.test(value) : lists.known(new Code(codeList, value));
    }

    private static Predicate<String> isOneOf(Object[] values) {
        return text -> Arrays.stream(values).anyMatch(value -> value.toString().equals(text));
    }

    private static boolean isUuid(String text) {
        try {
            return UUID.fromString(text).toString().equals(text);
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
