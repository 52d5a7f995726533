package brightline.query.figures;

import brightline.events.Code;
import brightline.events.code.ActionLevel;
import brightline.events.code.CodeLists;
import brightline.events.code.Tier;
import brightline.events.rules.InvolvementClass;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What figures can be grouped and filtered by: the whole list, and nothing of it comes from a request. */
public enum Dimension {
    CLASS(
            "class",
            "class",
            "class",
            "Class of the involvement, as the rule set reads it",
            "ROUTINE_DISCIPLINE",
            isOneOf(InvolvementClass.values())),
    SCHOOL("school", "school", "school", "Code of the school where it happened", "MAR", text -> text.length() <= 40),
    HOME_SCHOOL(
            "homeSchool",
            "home_school",
            "school of enrollment",
            "Code of the school where the student is enrolled; people known to be in no school of the district "
                    + "(OUT-OF-DISTRICT) are in no figure of students",
            "MAR",
            text -> text.length() <= 40),
    OFFICER("officer", "officer::text", "officer", "Id of an officer", null, Dimension::isUuid),
    OFFICER_CAPACITY("officerCapacity", "officer_capacity", "assignment that day", "capacity", "SRO"),
    MONTH(
            "month",
            "month",
            "month",
            "Calendar month in which it happened",
            "2026-03",
            Pattern.compile("\\d{4}-(0[1-9]|1[0-2])").asMatchPredicate()),
    SCHOOL_YEAR(
            "schoolYear",
            "school_year",
            "school year",
            "School year in which it happened",
            "2025-26",
            Dimension::isSchoolYear),
    RACE("race", "race", "race", "race", "BLACK"),
    SEX("sex", "sex", "sex", "sex", "F"),
    GRADE_BAND("gradeBand", "grade_band", "grade band", "grade-band", "9-12"),
    DISABILITY("disability", "disability", "disability", "disability", "NONE"),
    ENGLISH_LEARNER("englishLearner", "english_learner", "English learner", "english-learner", "NO"),
    INITIATOR("initiator", "initiator", "how it started", "initiator", "STAFF_REQUEST"),
    TIER("tier", "tier", "conduct level", "Gravest tier of conduct, 0 to 4", "1", isOneOf(Tier.values())),
    ACTION(
            "action",
            "action",
            "strongest action",
            "Highest level of action: 0P, 0R, 1, 2, 3 or D",
            "D",
            isOneOf(ActionLevel.values())),
    OUTCOME("outcome", "outcome", "outcome", "outcome", "NO_ACTION");

    /** Written in a filter for what nobody stated. */
    public static final String NOT_STATED = "NOT_STATED";

    private static final Pattern SCHOOL_YEARS = Pattern.compile("\\d{4}-\\d{2}");

    private final String parameter;
    private final String column;
    private final String words;
    private final String description;
    private final @Nullable String example;
    private final @Nullable String codeList;
    private final @Nullable Predicate<String> form;

    /** Of values that are codes of a list. */
    Dimension(String parameter, String column, String words, String codeList, String example) {
        this(parameter, column, words, "Code list " + codeList, example, codeList, null);
    }

    Dimension(
            String parameter,
            String column,
            String words,
            String description,
            @Nullable String example,
            Predicate<String> form) {
        this(parameter, column, words, description, example, null, form);
    }

    Dimension(
            String parameter,
            String column,
            String words,
            String description,
            @Nullable String example,
            @Nullable String codeList,
            @Nullable Predicate<String> form) {
        this.parameter = parameter;
        this.column = column;
        this.words = words;
        this.description = description;
        this.example = example;
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

    /** The filter by it, for the API's description: several values stand between commas. */
    Parameter described() {
        Schema<?> schema = new JsonSchema().typesItem("string");
        if (codeList != null) {
            schema.addExtension("x-code-list", codeList);
        }
        return new QueryParameter()
                .name(parameter)
                .description(description)
                .example(example)
                .schema(schema);
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
