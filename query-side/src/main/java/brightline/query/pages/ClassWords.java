package brightline.query.pages;

import brightline.events.Code;
import brightline.events.code.ActionLevel;
import brightline.events.code.CodeEntry;
import brightline.events.code.CodeLists;
import brightline.events.code.Tier;
import brightline.events.rules.InvolvementClass;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the classifier speaks of, as people read it: classes, the reasons of the rules, how serious the conduct was, how far the
 * officer went, what the officer was assigned to. Every page takes these words from here, the entry form's scripts included.
 */
public final class ClassWords {

    /** What stands where nobody said. */
    public static final String NOT_STATED = "Not stated";

    /** By the reason of a rule. The codes are stored and never change; two of them are spelled the British way. */
    private static final Map<String, String> REASONS = new TreeMap<>(Map.ofEntries(
            Map.entry("VOID", "The record was voided."),
            Map.entry("NOT_SUBJECT", "The student was not the one the contact was about."),
            Map.entry("ADMINISTERED_DISCIPLINE", "An officer imposed, recommended or enforced school discipline."),
            Map.entry("NO_ACTION_RECORDED", "It is not recorded what the officer did."),
            Map.entry("OUTSIDE_WARRANT", "The contact served a warrant or another case."),
            Map.entry("NO_CONDUCT_CODE", "It is not recorded what the student did."),
            Map.entry("MASS_SCREENING", "Everybody passing was checked the same way."),
            Map.entry("COERCION_WITHOUT_CONDUCT", "Police powers were used and no misconduct is recorded."),
            Map.entry("NO_CONDUCT", "No misconduct by this student."),
            Map.entry("SERIOUS_OR_MUST_REPORT", "The conduct is serious or must be reported."),
            Map.entry("REFERRED_BACK", "The officer turned the matter over to the school."),
            Map.entry("IMMINENCE_NOT_STATED", "It is not stated whether there was immediate danger."),
            Map.entry("INITIATOR_NOT_STATED", "It is not stated how the contact started."),
            Map.entry("IMMINENT_THREAT", "There was immediate danger."),
            Map.entry("OFFENCE_WITH_CHOICE", "An offense where the officer has a choice."),
            Map.entry("ENFORCEMENT_AFTER_SAFETY", "Enforcement was used although safety was the task."),
            Map.entry(
                    "POLICE_POWER_ON_RULE_BREACH",
                    "Police powers were used on a school rule, without immediate danger."),
            Map.entry(
                    "PUBLIC_ORDER_OFFENCE",
                    "Police powers were used on a public-order offense, without immediate danger."),
            Map.entry("ASKED_TO_CORRECT", "Staff asked the officer to correct a student."),
            Map.entry("PRESENCE_ONLY", "The officer was present and did not act."),
            Map.entry("CONTACT_ONLY", "The officer talked with the student and no more.")));

    private ClassWords() {}

    /** The class in words, for instance {@code Safety response}. */
    public static String of(InvolvementClass involvementClass) {
        return switch (involvementClass) {
            case ROUTINE_DISCIPLINE -> "School discipline handled by police";
            case ROUTINE_DISCIPLINE_LOW -> "Officer talked to student at staff’s request";
            case NEEDS_REVIEW -> "Facts are missing";
            case LAW_ENFORCEMENT -> "Serious or reportable offense";
            case LAW_ENFORCEMENT_DISCRETION -> "Offense, officer discretion";
            case SAFETY_RESPONSE -> "Safety response";
            case DECLINED -> "Turned over to school administration";
            case NOT_ROUTINE -> "Presence or talk only";
            case NOT_APPLICABLE -> "Not counted here (victim, witness, screening)";
            case EXCLUDED -> "Voided";
        };
    }

    /**
     * The class of that name in words.
     *
     * @throws IllegalArgumentException when there is none of that name
     */
    public static String of(String name) {
        return of(InvolvementClass.valueOf(name));
    }

    /** Every class to choose from. */
    public static List<Choice> choices() {
        return Arrays.stream(InvolvementClass.values())
                .map(one -> Choice.of(one.name(), of(one)))
                .toList();
    }

    /** Whether an agreement in force gives such contacts to the school. */
    public static boolean forTheSchool(InvolvementClass involvementClass) {
        return switch (involvementClass) {
            case ROUTINE_DISCIPLINE, ROUTINE_DISCIPLINE_LOW -> true;
            case NEEDS_REVIEW,
                    LAW_ENFORCEMENT,
                    LAW_ENFORCEMENT_DISCRETION,
                    SAFETY_RESPONSE,
                    DECLINED,
                    NOT_ROUTINE,
                    NOT_APPLICABLE,
                    EXCLUDED -> false;
        };
    }

    /** {@link #forTheSchool(InvolvementClass)} of the class of that name, for templates. */
    public static boolean forTheSchool(String name) {
        return forTheSchool(InvolvementClass.valueOf(name));
    }

    /** A rule's reason as a sentence; a reason that no installed rule set gives any more stands as its code in words. */
    public static String reason(String code) {
        return REASONS.getOrDefault(code, plain(code));
    }

    /** Every reason with its sentence; the value is the rule's code. */
    public static List<Choice> reasons() {
        return REASONS.entrySet().stream()
                .map(reason -> Choice.of(reason.getKey(), reason.getValue()))
                .toList();
    }

    /** How serious the conduct was, for instance {@code School rule}. */
    public static String tier(Tier tier) {
        return switch (tier) {
            case MISSING -> NOT_STATED;
            case TIER_0 -> "No misconduct";
            case TIER_1 -> "School rule";
            case TIER_2 -> "Public-order offense";
            case TIER_3 -> "Offense with a choice";
            case TIER_4 -> "Serious or must report";
        };
    }

    /**
     * The tier in words, as tables and figures store it.
     *
     * @param text 0 to 4 or missing; null as missing
     * @throws IllegalArgumentException when no tier is written so
     */
    public static String tier(@Nullable String text) {
        return tier(Tier.of(text));
    }

    /** How far the officer went at most, for instance {@code Police powers}. */
    public static String level(ActionLevel level) {
        return switch (level) {
            case MISSING -> NOT_STATED;
            case LEVEL_0P -> "Present only";
            case LEVEL_0R -> "Handed back to the school";
            case LEVEL_1 -> "Talk";
            case LEVEL_2 -> "Police powers";
            case LEVEL_3 -> "Enforcement";
            case D -> "School discipline";
        };
    }

    /**
     * The level in words, as tables and figures store it.
     *
     * @param text 0P, 0R, 1, 2, 3, D or missing; null as missing
     * @throws IllegalArgumentException when no level is written so
     */
    public static String level(@Nullable String text) {
        return level(ActionLevel.of(text));
    }

    /**
     * What the officer was assigned to that day, for instance {@code School resource officer}.
     *
     * @param capacity code of the list {@code capacity}, without its list; null when nobody said
     * @param day on which the list's words hold, in the agency's zone
     */
    public static String assignment(@Nullable String capacity, LocalDate day) {
        return capacity == null
                ? NOT_STATED
                : CodeLists.standard()
                        .find(new Code("capacity", capacity), day)
                        .map(CodeEntry::name)
                        .orElse(capacity);
    }

    /** A code in upper case as words: {@code FIGHT_GOING_ON} reads {@code Fight going on}. */
    public static String plain(String code) {
        String words = code.replace('_', ' ').toLowerCase(Locale.ROOT);
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
