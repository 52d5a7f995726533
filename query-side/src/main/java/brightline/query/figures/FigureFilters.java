package brightline.query.figures;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The filters that {@link FigureRequest} reads, as the API's description names them. Several values of one stand between commas. The
 * examples together are those of the one incident that the description tells.
 */
@Parameter(
        in = ParameterIn.QUERY,
        name = "from",
        description = "First day on which it happened, in the agency's zone",
        example = "2025-08-01")
@Parameter(in = ParameterIn.QUERY, name = "to", description = "Last day", example = "2026-07-31")
@Parameter(
        in = ParameterIn.QUERY,
        name = "class",
        description = "Class of the involvement, as the rule set reads it",
        example = "ROUTINE_DISCIPLINE")
@Parameter(
        in = ParameterIn.QUERY,
        name = "school",
        description = "Code of the school where it happened",
        example = "MAR")
@Parameter(
        in = ParameterIn.QUERY,
        name = "homeSchool",
        description =
                "Code of the school where the student is enrolled; people known to be in no school of the district "
                        + "(OUT-OF-DISTRICT) are in no figure of students",
        example = "MAR")
@Parameter(in = ParameterIn.QUERY, name = "officer", description = "Id of an officer")
@Parameter(in = ParameterIn.QUERY, name = "officerCapacity", description = "Code list capacity", example = "SRO")
@Parameter(
        in = ParameterIn.QUERY,
        name = "month",
        description = "Calendar month in which it happened",
        example = "2026-03")
@Parameter(
        in = ParameterIn.QUERY,
        name = "schoolYear",
        description = "School year in which it happened",
        example = "2025-26")
@Parameter(in = ParameterIn.QUERY, name = "race", description = "Code list race", example = "BLACK")
@Parameter(in = ParameterIn.QUERY, name = "sex", description = "Code list sex", example = "F")
@Parameter(in = ParameterIn.QUERY, name = "gradeBand", description = "Code list grade-band", example = "9-12")
@Parameter(in = ParameterIn.QUERY, name = "disability", description = "Code list disability", example = "NONE")
@Parameter(in = ParameterIn.QUERY, name = "englishLearner", description = "Code list english-learner", example = "NO")
@Parameter(in = ParameterIn.QUERY, name = "initiator", description = "Code list initiator", example = "STAFF_REQUEST")
@Parameter(in = ParameterIn.QUERY, name = "tier", description = "Gravest tier of conduct, 0 to 4", example = "1")
@Parameter(
        in = ParameterIn.QUERY,
        name = "action",
        description = "Highest level of action: 0P, 0R, 1, 2, 3 or D",
        example = "D")
@Parameter(in = ParameterIn.QUERY, name = "outcome", description = "Code list outcome", example = "NO_ACTION")
@Parameter(
        in = ParameterIn.QUERY,
        name = "asKnownOn",
        description = "What was recorded until the end of that day, or until that moment",
        example = "2026-03-31")
@Parameter(
        in = ParameterIn.QUERY,
        name = "ruleSet",
        description = "Rule set to read by; absent for the one in force where it happened",
        example = "1")
@Parameter(
        in = ParameterIn.QUERY,
        name = "atLeastIndex",
        description = "The answer rests on the event of this index, or says that it cannot yet",
        example = "1")
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
public @interface FigureFilters {}
