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
    CLASS("class", "class", "class", null, isOneOf(InvolvementClass.values())),
    SCHOOL("school", "school", "school", null, text -> text.length() <= 40),
    HOME_SCHOOL("homeSchool", "home_school", "school of enrollment", null, text -> text.length() <= 40),
    OFFICER("officer", "officer::text", "officer", null, Dimension::isUuid),
    OFFICER_CAPACITY("officerCapacity", "officer_capacity", "assignment that day", "capacity", null),
    MONTH(
            "month",
            "month",
            "month",
            null,
            Pattern.compile("\\d{4}-(0[1-9]|1[0-2])").asMatchPredicate()),
    SCHOOL_YEAR("schoolYear", "school_year", "school year", null, Dimension::isSchoolYear),
    RACE("race", "race", "race", "race", null),
    SEX("sex", "sex", "sex", "sex", null),
    GRADE_BAND("gradeBand", "grade_band", "grade band", "grade-band", null),
    DISABILITY("disability", "disability", "disability", "disability", null),
    ENGLISH_LEARNER("englishLearner", "english_learner", "English learner", "english-learner", null),
    INITIATOR("initiator", "initiator", "how it started", "initiator", null),
    TIER("tier", "tier", "conduct level", null, isOneOf(Tier.values())),
    ACTION("action", "action", "strongest action", null, isOneOf(ActionLevel.values())),
    OUTCOME("outcome", "outcome", "outcome", "outcome", null);

    /** Written in a filter for what nobody stated. */
    public static final String NOT_STATED = "NOT_STATED";

    private static final Pattern SCHOOL_YEARS = Pattern.compile("\\d{4}-\\d{2}");

    private final String parameter;
    private final String column;
    private final String words;
    private final @Nullable String codeList;
    private final @Nullable Predicate<String> form;

    Dimension(
            String parameter,
            String column,
            String words,
            @Nullable String codeList,
            @Nullable Predicate<String> form) {
        this.parameter = parameter;
        this.column = column;
        this.words = words;
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

    /** As people say it in the middle of a sentence, for instance {@code assignment that day}. */
    public String words() {
        return words;
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
        if (value.equals(NOT_STATED)) {
            return true;
        }
        if (value.isBlank() || value.chars().anyMatch(Character::isISOControl)) {
            return false;
        }
        return codeList == null ? form == null || form.test(value) : lists.known(new Code(codeList, value));
    }

    /** What nobody stated is {@link #NOT_STATED} in a filter, whatever it is among the values. */
    private static Predicate<String> isOneOf(Enum<?>[] values) {
        return text -> Arrays.stream(values)
                .anyMatch(value ->
                        !value.name().equals("MISSING") && value.toString().equals(text));
    }

    /** The second year follows the first: {@code 2025-26}. */
    private static boolean isSchoolYear(String text) {
        return SCHOOL_YEARS.matcher(text).matches()
                && (Integer.parseInt(text.substring(0, 4)) + 1) % 100 == Integer.parseInt(text.substring(5));
    }

    private static boolean isUuid(String text) {
        try {
            return UUID.fromString(text).toString().equals(text);
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
