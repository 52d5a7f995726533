package brightline.events.rules;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import brightline.events.InvolvementRole;
import brightline.events.Stated;
import brightline.events.code.ActionLevel;
import brightline.events.code.ShippedTable;
import brightline.events.code.Tier;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.ListAssert;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a second reading of the definition, made from its words and not from the tables that are read here. */
class RuleSetTest {

    private static final Set<Tier> TIERS_1_TO_3 = EnumSet.of(Tier.TIER_1, Tier.TIER_2, Tier.TIER_3);

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void gives_each_of_the_5040_inputs_the_approved_class(int number) {
        Map<String, Classification> rules = ShippedTable.read(RuleSetTest.class, "approved-rules.csv").stream()
                .map(row -> new Classification(
                        InvolvementClass.valueOf(cell(row, "class")), cell(row, "rule"), cell(row, "reason"), number))
                .collect(Collectors.toMap(Classification::rule, Function.identity()));
        Map<String, String> approved = new HashMap<>();
        for (Map<String, String> row : ShippedTable.read(RuleSetTest.class, "approved-rule-set-" + number + ".csv")) {
            for (ActionLevel level : ActionLevel.values()) {
                approved.put(
                        key(cell(row, "tier"), cell(row, "imminence"), cell(row, "initiator"), level),
                        cell(row, "level " + level));
            }
        }
        assertThat(EveryInput.ALL).hasSize(5040);
        for (ClassifierInput input : EveryInput.ALL) {
            String subjects = approved.get(key(
                    input.tier().toString(),
                    input.imminence().name().toLowerCase(Locale.ROOT),
                    input.initiatorCode() == null ? "missing" : input.initiatorCode(),
                    input.level()));
            String rule = input.role() == InvolvementRole.SUBJECT ? requireNonNull(subjects) : "R01";
            assertThat(RuleSet.of(number).classify(input)).as("%s", input).isEqualTo(rules.get(rule));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void leaves_no_rule_without_an_input_that_reaches_it(int number) {
        Set<String> reached = Stream.concat(EveryInput.ALL.stream(), Stream.of(voided(EveryInput.ALL.getFirst())))
                .map(input -> RuleSet.of(number).classify(input).rule())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(RuleSet.of(number).rules()).extracting(Rule::order).allMatch(reached::contains);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void excludes_whatever_was_voided(int number) {
        for (ClassifierInput input : EveryInput.ALL) {
            assertThat(RuleSet.of(number).classify(voided(input)))
                    .isEqualTo(new Classification(InvolvementClass.EXCLUDED, "R00", "VOID", number));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void is_about_subjects_only(int number) {
        each(number, input -> input.role() != InvolvementRole.SUBJECT)
                .allMatch(given -> given == InvolvementClass.NOT_APPLICABLE);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void calls_administering_discipline_routine_whatever_else_is_so(int number) {
        each(number, subject(input -> input.level() == ActionLevel.D))
                .allMatch(given -> given == InvolvementClass.ROUTINE_DISCIPLINE);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void calls_police_power_without_a_threat_routine_below_tier_3_only(int number) {
        each(
                        number,
                        subject(input -> EnumSet.of(ActionLevel.LEVEL_2, ActionLevel.LEVEL_3)
                                        .contains(input.level())
                                && EnumSet.of(Tier.TIER_1, Tier.TIER_2).contains(input.tier())
                                && input.imminence() == Stated.NO
                                && statedAndNoWarrant(input)))
                .allMatch(given -> given == InvolvementClass.ROUTINE_DISCIPLINE);
        each(
                        number,
                        subject(input -> input.level() != ActionLevel.D
                                && EnumSet.of(Tier.TIER_0, Tier.TIER_3, Tier.TIER_4)
                                        .contains(input.tier())))
                .noneMatch(given -> given == InvolvementClass.ROUTINE_DISCIPLINE);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void calls_ending_a_threat_without_enforcement_safety(int number) {
        each(
                        number,
                        subject(input -> EnumSet.of(ActionLevel.LEVEL_1, ActionLevel.LEVEL_2)
                                        .contains(input.level())
                                && TIERS_1_TO_3.contains(input.tier())
                                && input.imminence() == Stated.YES
                                && statedAndNoWarrant(input)))
                .allMatch(given -> given == InvolvementClass.SAFETY_RESPONSE);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void credits_a_referral_back_below_tier_4(int number) {
        each(
                        number,
                        subject(input -> input.level() == ActionLevel.LEVEL_0R
                                && TIERS_1_TO_3.contains(input.tier())
                                && statedAndNoWarrant(input)))
                .allMatch(given -> given == InvolvementClass.DECLINED);
    }

    /** Leaving imminence empty gives a review, or what both answers would have given. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void never_reads_a_missing_answer_on_imminence_as_yes_or_no(int number) {
        RuleSet set = RuleSet.of(number);
        for (ClassifierInput input : EveryInput.ALL) {
            if (input.imminence() == Stated.MISSING) {
                InvolvementClass given = set.classify(input).involvementClass();
                assertThat(given == InvolvementClass.NEEDS_REVIEW
                                || (given
                                                == set.classify(imminent(input, Stated.YES))
                                                        .involvementClass()
                                        && given
                                                == set.classify(imminent(input, Stated.NO))
                                                        .involvementClass()))
                        .as("%s", input)
                        .isTrue();
            }
        }
    }

    /** The same for the initiator, but for the warrant, which takes the contact out whatever was done. */
    @Test
    void never_reads_a_missing_initiator_as_some_initiator_in_set_2() {
        for (ClassifierInput input : EveryInput.ALL) {
            if (input.initiatorCode() == null) {
                InvolvementClass given = RuleSet.of(2).classify(input).involvementClass();
                assertThat(given == InvolvementClass.NEEDS_REVIEW
                                || EveryInput.INITIATORS.stream()
                                        .filter(initiator -> !"WARRANT".equals(initiator))
                                        .allMatch(initiator -> given
                                                == RuleSet.of(2)
                                                        .classify(startedBy(input, initiator))
                                                        .involvementClass()))
                        .as("%s", input)
                        .isTrue();
            }
        }
    }

    @Test
    void differs_between_the_sets_only_for_warrants_and_missing_initiators() {
        List<ClassifierInput> moved = EveryInput.ALL.stream()
                .filter(input -> RuleSet.of(1).classify(input).involvementClass()
                        != RuleSet.of(2).classify(input).involvementClass())
                .toList();
        assertThat(moved)
                .isNotEmpty()
                .allMatch(input -> input.role() == InvolvementRole.SUBJECT && !statedAndNoWarrant(input));
        assertThat(moved).anyMatch(input -> input.initiatorCode() == null);
        assertThat(moved).anyMatch(input -> "WARRANT".equals(input.initiatorCode()));
    }

    @Test
    void counts_seven_classes_in_the_denominator() {
        assertThat(Arrays.stream(InvolvementClass.values()).filter(InvolvementClass::inDenominator))
                .containsExactlyInAnyOrder(
                        InvolvementClass.ROUTINE_DISCIPLINE,
                        InvolvementClass.ROUTINE_DISCIPLINE_LOW,
                        InvolvementClass.DECLINED,
                        InvolvementClass.SAFETY_RESPONSE,
                        InvolvementClass.LAW_ENFORCEMENT,
                        InvolvementClass.LAW_ENFORCEMENT_DISCRETION,
                        InvolvementClass.NOT_ROUTINE);
    }

    @Test
    void orders_the_classes_from_the_worst_phase_to_the_mildest() {
        assertThat(InvolvementClass.values())
                .extracting(Enum::name)
                .containsExactly(
                        "ROUTINE_DISCIPLINE",
                        "NEEDS_REVIEW",
                        "ROUTINE_DISCIPLINE_LOW",
                        "LAW_ENFORCEMENT_DISCRETION",
                        "LAW_ENFORCEMENT",
                        "SAFETY_RESPONSE",
                        "DECLINED",
                        "NOT_ROUTINE",
                        "NOT_APPLICABLE",
                        "EXCLUDED");
    }

    @Test
    void names_the_installed_sets_when_asked_for_another() {
        assertThat(RuleSet.installed()).extracting(RuleSet::number).containsExactly(1, 2);
        assertThatIllegalArgumentException().isThrownBy(() -> RuleSet.of(3)).withMessageContaining("1, 2");
    }

    @Test
    void says_so_when_a_draft_leaves_an_input_out() {
        RuleSet draft = new RuleSet(9, RuleSet.of(1).rules().subList(0, 3));
        assertThatIllegalStateException().isThrownBy(() -> EveryInput.ALL.forEach(draft::classify));
    }

    private static ListAssert<InvolvementClass> each(int number, Predicate<ClassifierInput> which) {
        return assertThat(EveryInput.ALL.stream()
                        .filter(which)
                        .map(input -> RuleSet.of(number).classify(input).involvementClass())
                        .toList())
                .isNotEmpty();
    }

    private static String key(String tier, String imminence, String initiator, ActionLevel level) {
        return tier + ' ' + imminence + ' ' + initiator + ' ' + level;
    }

    private static String cell(Map<String, String> row, String column) {
        return requireNonNull(row.get(column), column);
    }

    private static Predicate<ClassifierInput> subject(Predicate<ClassifierInput> which) {
        return which.and(input -> input.role() == InvolvementRole.SUBJECT);
    }

    private static boolean statedAndNoWarrant(ClassifierInput input) {
        return input.initiatorCode() != null && !input.initiatorCode().equals("WARRANT");
    }

    private static ClassifierInput voided(ClassifierInput input) {
        return new ClassifierInput(
                input.role(), input.tier(), input.imminence(), input.initiatorCode(), input.level(), true);
    }

    private static ClassifierInput imminent(ClassifierInput input, Stated imminence) {
        return new ClassifierInput(input.role(), input.tier(), imminence, input.initiatorCode(), input.level(), false);
    }

    private static ClassifierInput startedBy(ClassifierInput input, @Nullable String initiator) {
        return new ClassifierInput(input.role(), input.tier(), input.imminence(), initiator, input.level(), false);
    }
}
