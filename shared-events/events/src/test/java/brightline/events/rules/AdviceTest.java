package brightline.events.rules;

import static org.assertj.core.api.Assertions.assertThat;

import brightline.events.Code;
import brightline.events.InvolvementRole;
import brightline.events.Stated;
import brightline.events.code.CodeEntry;
import brightline.events.code.CodeLists;
import brightline.events.code.ShippedTable;
import brightline.events.rules.Advice.Citation;
import brightline.events.rules.Advice.Open;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What an officer is told. */
class AdviceTest {
    private static final CodeLists LISTS = CodeLists.standard();
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Citation MOU = new Citation("MOU", "4");
    private static final String PHONE = "cps-scc/1-8";

    private static InvolvementFacts facts(Stated danger, List<String> conduct, String... actions) {
        return new InvolvementFacts(
                InvolvementRole.SUBJECT,
                false,
                conduct.stream().map(Code::of).toList(),
                Code.of("initiator/STAFF_REQUEST"),
                Arrays.stream(actions)
                        .map(code -> new ActionFact(new Code("police-action", code), danger))
                        .toList(),
                Stated.MISSING,
                DAY);
    }

    private static String told(InvolvementFacts facts, @Nullable Citation agreement) {
        return Advice.of(InvolvementClassifier.classify(facts, RuleSet.of(1), LISTS), facts, agreement, LISTS);
    }

    @Test
    void cites_the_agreement_and_the_recorded_facts() {
        assertThat(told(facts(Stated.NO, List.of(PHONE), "A2_ESCORT"), MOU))
                .isEqualTo("Recorded as a school rule, no immediate danger. MOU sec. 4 assigns this to the school. "
                        + "Agency policy, not legal advice.");
        assertThat(told(facts(Stated.NO, List.of(PHONE), "A2_ESCORT"), new Citation("MOU", null)))
                .contains("MOU assigns this to the school.");
    }

    @Test
    void says_first_that_no_agreement_is_in_force_whatever_the_class() {
        assertThat(told(facts(Stated.NO, List.of(PHONE), "A2_ESCORT"), null))
                .isEqualTo(
                        "No agreement is in force. By the standard rules (rule set 1) this would be school discipline handled "
                                + "by police. Recorded as a school rule, no immediate danger. Agency policy, not legal advice.");
        assertThat(everyText(null))
                .allSatisfy(text -> assertThat(text)
                        .startsWith("No agreement is in force. By the standard rules (rule set 1) this would be ")
                        .doesNotContain("agreement}")
                        .doesNotContain("assign"));
    }

    @Test
    void never_says_what_is_lawful_and_ends_by_saying_what_it_is() {
        assertThat(everyText(MOU))
                .hasSizeGreaterThan(20)
                .allSatisfy(text -> assertThat(text)
                        .endsWith("Agency policy, not legal advice.")
                        .doesNotContainIgnoringCase("lawful")
                        .doesNotContainIgnoringCase("police work")
                        .doesNotContainIgnoringCase("no law")
                        .doesNotContainIgnoringCase("offence")
                        .doesNotContain("{")
                        .doesNotContain("  "));
    }

    @Test
    void a_hand_back_after_police_powers_takes_none_of_them_away() {
        InvolvementFacts facts =
                facts(Stated.NO, List.of(PHONE), "A2_HANDCUFF", "A2_SEARCH_PERSON", "A1_ADVICE", "A0_REFER_BACK");
        assertThat(InvolvementClassifier.classify(facts, RuleSet.of(1), LISTS).involvementClass())
                .isEqualTo(InvolvementClass.ROUTINE_DISCIPLINE);
        assertThat(Advice.handedOverAfter(facts, LISTS))
                .extracting(CodeEntry::code)
                .containsExactly("A2_HANDCUFF", "A2_SEARCH_PERSON");
        assertThat(told(facts, MOU)).contains("Handed over after: handcuffs or other restraint, searched person.");
    }

    @Test
    void a_hand_back_alone_was_after_nothing_and_police_powers_alone_were_handed_to_nobody() {
        assertThat(Advice.handedOverAfter(facts(Stated.NO, List.of(PHONE), "A0_REFER_BACK", "A1_ADVICE"), LISTS))
                .isEmpty();
        assertThat(Advice.handedOverAfter(facts(Stated.NO, List.of(PHONE), "A2_HANDCUFF"), LISTS))
                .isEmpty();
    }

    @Test
    void before_anything_is_done_the_line_says_whose_it_is() {
        assertThat(Advice.of(Open.SCHOOL_MATTER, 1, facts(Stated.NO, List.of(PHONE)), Stated.NO, MOU, LISTS))
                .isEqualTo(
                        "Recorded as a school rule, no immediate danger. MOU sec. 4 assigns this to the school. "
                                + "Nothing that was done is recorded yet: it can be turned over now. Agency policy, not legal advice.");
    }

    @Test
    void has_words_for_every_class_and_no_reason_that_nobody_gives() {
        Set<String> given = RuleSet.installed().stream()
                .flatMap(set -> set.rules().stream())
                .map(Rule::reason)
                .collect(Collectors.toCollection(TreeSet::new));
        Arrays.stream(Open.values()).map(Enum::name).forEach(given::add);
        assertThat(ShippedTable.read(Advice.class, "advice.csv").stream()
                        .map(row -> row.getOrDefault("reason", ""))
                        .filter(reason -> !reason.isEmpty()))
                .isSubsetOf(given);
    }

    /** Every rule of every set, and everything open. */
    private static List<String> everyText(@Nullable Citation agreement) {
        InvolvementFacts facts = facts(Stated.NO, List.of(PHONE), "A2_HANDCUFF", "A0_REFER_BACK");
        return Stream.concat(
                        RuleSet.of(1).rules().stream()
                                .map(rule -> Advice.of(
                                        new Classification(rule.involvementClass(), rule.order(), rule.reason(), 1),
                                        facts,
                                        agreement,
                                        LISTS)),
                        Arrays.stream(Open.values())
                                .map(open -> Advice.of(open, 1, facts, Stated.NO, agreement, LISTS)))
                .toList();
    }
}
