package brightline.events.rules;

import static org.assertj.core.api.Assertions.assertThat;

import brightline.events.Code;
import brightline.events.InvolvementRole;
import brightline.events.Stated;
import brightline.events.code.ActionLevel;
import brightline.events.code.CodeLists;
import brightline.events.code.Tier;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InvolvementClassifierTest {

    private static final CodeLists LISTS = CodeLists.standard();
    private static final LocalDate DAY = LocalDate.parse("2026-03-02");
    private static final List<Stated> STATED = List.of(Stated.values());

    /** One phase each, imminence not stated per action; classes hold under both sets but for the last. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "phone in class,            cps-scc/1-8,        STAFF_REQUEST, A2_ESCORT A2_SEIZE D_ENFORCE_RULE, NO, R02, R02",
        "declined,                  cps-scc/1-8,        STAFF_REQUEST, A0_REFER_BACK,    NO,      R08, R08",
        "hall pass sweep,           cps-scc/NO_CONDUCT, OFFICER,       D_ENFORCE_RULE,   NO,      R02, R02",
        "swearing at a teacher,     cps-scc/2-6,        STAFF_REQUEST, A1_ADVICE,        NO,      R15, R15",
        "friendly advice,           cps-scc/1-1,        OFFICER,       A1_ADVICE,        NO,      R17, R17",
        "fight in progress,         cps-scc/3-3,        DISPATCH,      A2_DETAIN,        YES,     R10, R10",
        "arrest during the fight,   nibrs/90C,          DISPATCH,      A3_ARREST,        YES,     R12, R12",
        "station adjustment,        nibrs/90C,          DISPATCH,      A3_ARREST A3_STATION_ADJ, NO, R14, R14",
        "broken nose,               cps-scc/4-6 nibrs/13B, STAFF_REQUEST, A1_ADVICE,     NO,      R11, R11",
        "handgun,                   cps-scc/6-1 nibrs/520, STAFF_REQUEST, A3_ARREST,     NO,      R07, R07",
        "pocket knife,              cps-scc/4-12,       STAFF_REQUEST, A2_SEIZE,         NO,      R11, R11",
        "vape,                      cps-scc/2-7,        STAFF_REQUEST, A2_SEARCH_PROPERTY A3_CITE, NO, R13, R13",
        "at a hearing,              cps-scc/5-17,       STAFF_REQUEST, D_RECOMMEND,      NO,      R02, R02",
        "trespass escort,           cps-scc/4-9,        STAFF_REQUEST, A2_ESCORT,        NO,      R14, R14",
        "off-hours burglary,        nibrs/220,          DISPATCH,      A3_ARREST,        NO,      R11, R11",
        "metal detectors,           cps-scc/NO_CONDUCT, SCREENING,     A1_ADVICE,        NO,      R04, R04",
        "child of seven,            cps-scc/PK2,        STAFF_REQUEST, A1_ADVICE,        YES,     R10, R10",
        "imminence blank,           cps-scc/3-3,        DISPATCH,      A2_DETAIN,        MISSING, R09, R09",
        "presence at an offence,    cps-scc/4-12,       DISPATCH,      A0_PRESENCE,      NO,      R11, R11",
        "warrant arrest,            cps-scc/NO_CONDUCT, WARRANT,       A3_ARREST,        NO,      R05, R02W",
        "nobody says who started,   cps-scc/2-6,        ,              A1_ADVICE,        NO,      R17, R09I"
    })
    void reads_the_stories(
            String story,
            String conduct,
            @Nullable String initiator,
            String actions,
            Stated imminence,
            String set1,
            String set2) {
        InvolvementFacts facts = facts(codes("", conduct), initiator, actions(actions, imminence), Stated.MISSING);
        assertThat(classify(facts, 1).rule()).isEqualTo(set1);
        assertThat(classify(facts, 2).rule()).isEqualTo(set2);
    }

    @Test
    void calls_the_arrest_after_the_fight_routine_although_the_hold_was_safety() {
        InvolvementFacts facts =
                facts("cps-scc/3-3", "DISPATCH", action("A2_DETAIN", Stated.YES), action("A3_ARREST", Stated.NO));
        assertBothSets(facts, InvolvementClass.ROUTINE_DISCIPLINE, "R14");
    }

    @Test
    void calls_handcuffs_after_calm_routine_although_calming_was_safety() {
        InvolvementFacts facts = facts(
                "cps-scc/PK2", "STAFF_REQUEST", action("A1_ADVICE", Stated.YES), action("A2_HANDCUFF", Stated.NO));
        assertBothSets(facts, InvolvementClass.ROUTINE_DISCIPLINE, "R13");
    }

    @Test
    void lets_no_missing_answer_hide_behind_a_milder_phase() {
        InvolvementFacts facts = facts(
                "cps-scc/3-3", "STAFF_REQUEST", action("A2_DETAIN", Stated.YES), action("A1_ADVICE", Stated.MISSING));
        assertBothSets(facts, InvolvementClass.NEEDS_REVIEW, "R09");
    }

    @Test
    void names_the_rule_that_stands_first_when_two_phases_are_alike() {
        InvolvementFacts facts =
                facts("cps-scc/3-3", "DISPATCH", action("A2_ESCORT", Stated.NO), action("A3_ARREST", Stated.YES));
        assertBothSets(facts, InvolvementClass.ROUTINE_DISCIPLINE, "R12");
    }

    @Test
    void lets_tier_4_decide_for_the_whole() {
        InvolvementFacts facts = facts(
                "cps-scc/6-1", "STAFF_REQUEST", action("A2_DETAIN", Stated.YES), action("A1_ADVICE", Stated.MISSING));
        assertBothSets(facts, InvolvementClass.LAW_ENFORCEMENT, "R07");
    }

    @Test
    void lets_discipline_decide_for_the_whole_even_at_tier_4() {
        InvolvementFacts facts =
                facts("cps-scc/6-1", "WARRANT", action("A3_ARREST", Stated.MISSING), action("D_RECOMMEND", Stated.NO));
        assertBothSets(facts, InvolvementClass.ROUTINE_DISCIPLINE, "R02");
    }

    /** The installed sets never tell two phases apart here; another set might, and must not. */
    @ParameterizedTest
    @CsvSource({"cps-scc/6-1, A3_ARREST", "cps-scc/1-8, D_IMPOSE"})
    void lets_tier_4_or_discipline_decide_for_the_whole_under_any_set(String conduct, String highest) {
        Rule talk = rule("T1", Set.of(ActionLevel.LEVEL_1), InvolvementClass.ROUTINE_DISCIPLINE);
        Rule rest = rule("T2", Set.of(), InvolvementClass.NOT_ROUTINE);
        InvolvementFacts facts = facts(conduct, "OFFICER", action("A1_ADVICE", Stated.YES), action(highest, Stated.NO));
        assertThat(InvolvementClassifier.classify(facts, new RuleSet(9, List.of(talk, rest)), LISTS)
                        .rule())
                .isEqualTo("T2");
    }

    @Test
    void ranks_a_referral_back_over_presence_in_one_phase_and_in_two() {
        assertBothSets(
                facts(
                        "cps-scc/1-8",
                        "STAFF_REQUEST",
                        action("A0_PRESENCE", Stated.NO),
                        action("A0_REFER_BACK", Stated.NO)),
                InvolvementClass.DECLINED,
                "R08");
        assertBothSets(
                facts(
                        "cps-scc/1-8",
                        "STAFF_REQUEST",
                        action("A0_PRESENCE", Stated.YES),
                        action("A0_REFER_BACK", Stated.NO)),
                InvolvementClass.DECLINED,
                "R08");
    }

    @Test
    void assumes_of_imminence_only_what_was_declared_and_only_where_nothing_is_stated() {
        List<ActionFact> actions = List.of(action("A2_DETAIN", Stated.MISSING));
        assertThat(classify(facts(codes("", "cps-scc/3-3"), "DISPATCH", actions, Stated.MISSING), 1)
                        .rule())
                .isEqualTo("R09");
        assertThat(classify(facts(codes("", "cps-scc/3-3"), "DISPATCH", actions, Stated.NO), 1)
                        .rule())
                .isEqualTo("R14");
        List<ActionFact> stated = List.of(action("A2_DETAIN", Stated.YES));
        assertThat(classify(facts(codes("", "cps-scc/3-3"), "DISPATCH", stated, Stated.NO), 1)
                        .rule())
                .isEqualTo("R10");
    }

    @Test
    void asks_for_review_when_no_action_or_no_conduct_is_recorded() {
        assertBothSets(facts("cps-scc/6-1", "OFFICER"), InvolvementClass.NEEDS_REVIEW, "R02A");
        assertBothSets(
                facts(List.of(), "OFFICER", List.of(action("A3_ARREST", Stated.NO)), Stated.MISSING),
                InvolvementClass.NEEDS_REVIEW,
                "R03");
        assertBothSets(
                facts("nibrs/510", "OFFICER", action("A3_ARREST", Stated.NO)), InvolvementClass.NEEDS_REVIEW, "R03");
    }

    @ParameterizedTest
    @ValueSource(strings = {"VICTIM", "WITNESS", "REPORTER", "BYSTANDER"})
    void leaves_out_whoever_was_not_the_subject_and_whatever_was_voided(InvolvementRole role) {
        InvolvementFacts subject = facts("cps-scc/1-8", "OFFICER", action("D_IMPOSE", Stated.NO));
        assertThat(classify(with(subject, role, false), 1).rule()).isEqualTo("R01");
        assertThat(classify(with(subject, role, true), 2).rule()).isEqualTo("R00");
        assertThat(classify(with(subject, InvolvementRole.SUBJECT, true), 2).rule())
                .isEqualTo("R00");
    }

    @Test
    void takes_the_gravest_tier_of_the_codes_valid_that_day() {
        assertThat(tierOn("2026-03-02", "cps-scc/1-8", "nibrs/13B", "nibrs/90C"))
                .isEqualTo(Tier.TIER_3);
        assertThat(tierOn("2026-03-02", "cps-scc/1-8", "nibrs/510")).isEqualTo(Tier.TIER_1);
        assertThat(tierOn("2019-08-31", "cps-scc/4-6", "nibrs/90C")).isEqualTo(Tier.TIER_2);
        assertThat(tierOn("2019-08-31", "cps-scc/4-6")).isEqualTo(Tier.MISSING);
        assertThat(tierOn("2026-03-02", "cps-scc/9-9")).isEqualTo(Tier.MISSING);
    }

    @Test
    void re_reads_nothing_when_a_later_edition_closes_the_old_rows() {
        CodeLists later = LISTS.withEdition("cps-scc", LocalDate.parse("2026-08-01"), List.of());
        InvolvementFacts before = facts("cps-scc/3-3", "DISPATCH", action("A3_ARREST", Stated.NO));
        InvolvementFacts after = new InvolvementFacts(
                InvolvementRole.SUBJECT,
                false,
                before.conduct(),
                before.initiator(),
                before.actions(),
                Stated.MISSING,
                LocalDate.parse("2026-08-01"));
        assertThat(InvolvementClassifier.classify(before, RuleSet.of(1), later).rule())
                .isEqualTo("R14");
        assertThat(InvolvementClassifier.classify(after, RuleSet.of(1), later).rule())
                .isEqualTo("R03");
    }

    @Test
    void makes_no_phase_of_an_action_without_a_level_or_not_valid_that_day() {
        InvolvementFacts facts = facts(
                codes("", "cps-scc/3-3"),
                "DISPATCH",
                List.of(
                        action("A2_DETAIN", Stated.YES),
                        new ActionFact(Code.of("ca-action/ADS_NO_ACTIONS"), Stated.NO),
                        new ActionFact(Code.of("police-action/A9_UNKNOWN"), Stated.MISSING)),
                Stated.MISSING);
        assertBothSets(facts, InvolvementClass.SAFETY_RESPONSE, "R10");
        assertThat(InvolvementClassifier.highestLevel(facts, LISTS)).isEqualTo(ActionLevel.LEVEL_2);
    }

    @Test
    void does_not_depend_on_the_order_in_which_facts_were_recorded() {
        Random random = new Random(20260302);
        List<Code> conducts = codes("cps-scc/", "1-8 3-3 4-12 6-1 NO_CONDUCT");
        List<Code> actions =
                codes("police-action/", "A0_PRESENCE A0_REFER_BACK A1_ADVICE A2_DETAIN A3_ARREST D_IMPOSE");
        for (int round = 0; round < 2_000; round++) {
            List<Code> conduct = new ArrayList<>(some(conducts, random));
            List<ActionFact> done = new ArrayList<>(some(actions, random).stream()
                    .map(code -> new ActionFact(code, STATED.get(random.nextInt(STATED.size()))))
                    .toList());
            InvolvementFacts facts = facts(conduct, "DISPATCH", done, Stated.NO);
            Collections.shuffle(conduct, random);
            Collections.shuffle(done, random);
            InvolvementFacts shuffled = facts(conduct, "DISPATCH", done, Stated.NO);
            assertThat(classify(shuffled, 1)).as("%s", facts).isEqualTo(classify(facts, 1));
        }
    }

    private static List<Code> some(List<Code> codes, Random random) {
        return codes.stream().filter(ignored -> random.nextBoolean()).toList();
    }

    private static Tier tierOn(String day, String... conduct) {
        return InvolvementClassifier.tier(
                new InvolvementFacts(
                        InvolvementRole.SUBJECT,
                        false,
                        List.of(conduct).stream().map(Code::of).toList(),
                        null,
                        List.of(),
                        Stated.MISSING,
                        LocalDate.parse(day)),
                LISTS);
    }

    private static void assertBothSets(InvolvementFacts facts, InvolvementClass expected, String rule) {
        for (RuleSet set : RuleSet.installed()) {
            Classification given = InvolvementClassifier.classify(facts, set, LISTS);
            assertThat(given.involvementClass()).isEqualTo(expected);
            assertThat(given.rule()).isEqualTo(rule);
            assertThat(given.ruleSet()).isEqualTo(set.number());
        }
    }

    private static Classification classify(InvolvementFacts facts, int set) {
        return InvolvementClassifier.classify(facts, RuleSet.of(set), LISTS);
    }

    private static InvolvementFacts with(InvolvementFacts facts, InvolvementRole role, boolean voided) {
        return new InvolvementFacts(
                role, voided, facts.conduct(), facts.initiator(), facts.actions(), facts.assumedImminence(), DAY);
    }

    private static InvolvementFacts facts(String conduct, String initiator, ActionFact... actions) {
        return facts(codes("", conduct), initiator, List.of(actions), Stated.MISSING);
    }

    private static InvolvementFacts facts(
            List<Code> conduct, @Nullable String initiator, List<ActionFact> actions, Stated assumedImminence) {
        return new InvolvementFacts(
                InvolvementRole.SUBJECT,
                false,
                conduct,
                initiator == null ? null : new Code("initiator", initiator),
                actions,
                assumedImminence,
                DAY);
    }

    private static Rule rule(String order, Set<ActionLevel> levels, InvolvementClass involvementClass) {
        return new Rule(
                order, Set.of(), Set.of(), Set.of(), Set.of(), levels, false, involvementClass, "REASON_OF_A_TEST");
    }

    private static List<Code> codes(String list, String codes) {
        return List.of(codes.split(" ", -1)).stream()
                .map(code -> Code.of(list + code))
                .toList();
    }

    private static List<ActionFact> actions(String actions, Stated imminence) {
        return List.of(actions.split(" ", -1)).stream()
                .map(action -> action(action, imminence))
                .toList();
    }

    private static ActionFact action(String action, Stated imminence) {
        return new ActionFact(new Code("police-action", action), imminence);
    }
}
