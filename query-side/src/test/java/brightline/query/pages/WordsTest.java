package brightline.query.pages;

import static org.assertj.core.api.Assertions.assertThat;

import brightline.events.code.ActionLevel;
import brightline.events.code.Tier;
import brightline.events.rules.InvolvementClass;
import brightline.events.rules.Rule;
import brightline.events.rules.RuleSet;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    @Test
    void every_reason_that_an_installed_rule_gives_is_a_sentence_and_no_other_is_kept() {
        Set<String> given = RuleSet.installed().stream()
                .flatMap(set -> set.rules().stream())
                .map(Rule::reason)
                .collect(Collectors.toSet());
        assertThat(ClassWords.reasons()).extracting(Choice::value).containsExactlyInAnyOrderElementsOf(given);
        assertThat(ClassWords.reasons()).extracting(Choice::label).allMatch(text -> text.matches("[A-Z].+\\."));
    }

    @Test
    void classes_tiers_and_levels_are_each_told_apart() {
        assertThat(Arrays.stream(InvolvementClass.values()).map(ClassWords::of)).doesNotHaveDuplicates();
        assertThat(Arrays.stream(Tier.values()).map(ClassWords::tier)).doesNotHaveDuplicates();
        assertThat(Arrays.stream(ActionLevel.values()).map(ClassWords::level)).doesNotHaveDuplicates();
        assertThat(ClassWords.tier("3")).isEqualTo("Offense with a choice");
        assertThat(ClassWords.level((String) null)).isEqualTo("Not stated");
    }

    @Test
    void an_assignment_reads_as_its_list_has_it() {
        LocalDate day = LocalDate.of(2026, 3, 2);
        assertThat(ClassWords.assignment("SRO", day)).isEqualTo("School resource officer");
        assertThat(ClassWords.assignment(null, day)).isEqualTo("Not stated");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0%",
        "0.0002, <0.1%",
        "0.0005, 0.1%",
        "0.042, 4.2%",
        "0.1, 10%",
        "0.1502, 15%",
        "0.155, 16%",
        "0.994, 99%",
        "0.9972, 99.7%",
        "0.99999, >99.9%",
        "1, 100%"
    })
    void a_share_in_a_sentence_is_whole_except_where_that_would_hide_something(double share, String text) {
        assertThat(Share.percent(share)).isEqualTo(text);
    }

    @Test
    void a_share_beside_its_interval_has_one_decimal_rounded_half_up() {
        Share share = new Share(9, 60, 0.15, 0.0810, 0.2611);
        assertThat(share.percent()).isEqualTo("15%");
        assertThat(share.precise()).isEqualTo("15.0%");
        assertThat(share.interval()).isEqualTo("8.1–26.1%");
        assertThat(new Share(203, 1352, 0.1501, 0.13, 0.17).counts()).isEqualTo("203 of 1,352");
    }

    @Test
    void nothing_to_take_a_share_of_is_no_share_of_zero() {
        Share nothing = new Share(0, 0, null, null, null);
        assertThat(nothing.percent()).isEqualTo("–");
        assertThat(nothing.precise()).isEqualTo("–");
        assertThat(nothing.interval()).isEqualTo("–");
    }

    @Test
    void counts_are_separated_by_thousands_and_agree_with_their_noun() {
        assertThat(Count.of(1352)).isEqualTo("1,352");
        assertThat(Count.of(1, "contact", "contacts")).isEqualTo("1 contact");
        assertThat(Count.of(1352, "contact", "contacts")).isEqualTo("1,352 contacts");
    }

    @Test
    void a_moment_is_told_in_the_agencys_zone_the_american_way() {
        Moment late = new Moment(Instant.parse("2026-03-03T04:30:07Z"), ZoneId.of("America/Chicago"));
        assertThat(late.text()).isEqualTo("Mar 2, 2026, 10:30 p.m.");
        assertThat(late.exact()).isEqualTo("Mar 2, 2026, 10:30:07 p.m. CST");
        assertThat(late.day()).isEqualTo("Mar 2, 2026");
        assertThat(late.isoDay()).isEqualTo("2026-03-02");
        assertThat(Moment.month(YearMonth.of(2026, 3))).isEqualTo("Mar 2026");
    }

    @Test
    void noon_and_midnight_are_twelve() {
        ZoneId chicago = ZoneId.of("America/Chicago");
        assertThat(new Moment(Instant.parse("2026-03-02T18:00:00Z"), chicago).text())
                .isEqualTo("Mar 2, 2026, 12:00 p.m.");
        assertThat(new Moment(Instant.parse("2026-03-02T06:00:00Z"), chicago).text())
                .isEqualTo("Mar 2, 2026, 12:00 a.m.");
    }
}
