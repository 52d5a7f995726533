package brightline.query.pages.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import brightline.events.measure.Proportion;
import brightline.query.figures.AgreementTerm;
import brightline.query.pages.Share;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The first sentences of figures, and the periods they set side by side. */
class HeadlineTest {
    private static final MonthDay AUGUST = MonthDay.of(8, 1);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);

    private static Share share(long numerator, long denominator) {
        return Share.of(new Proportion(numerator, denominator));
    }

    private static AgreementTerm agreement(String from) {
        return new AgreementTerm(UUID.randomUUID(), "MOU", 2, LocalDate.parse(from), null);
    }

    private static Periods periods(@Nullable String from, @Nullable String to, AgreementTerm... agreements) {
        return Periods.of(
                from == null ? null : LocalDate.parse(from),
                to == null ? null : LocalDate.parse(to),
                List.of(agreements),
                AUGUST,
                TODAY);
    }

    @Test
    void the_agreement_in_force_is_set_beside_the_school_year_before_it_and_like_months() {
        Periods periods = periods(null, null, agreement("2025-08-01"));
        assertThat(periods.words()).isEqualTo("Since the agreement of Aug 1, 2025");
        assertThat(periods.from()).isEqualTo("2025-08-01");
        assertThat(periods.before())
                .isEqualTo(new Periods.Span(
                        LocalDate.of(2024, 8, 1), LocalDate.of(2025, 7, 31), "In the school year before it"));
        assertThat(periods.like()).extracting(Periods.Span::words).containsExactly("2024", "2025", "2026");
        assertThat(periods.likeDays()).isEqualTo("Aug 1 to Nov 28");
    }

    @Test
    void the_school_year_before_never_overlaps_the_agreement() {
        Periods periods = periods(null, null, agreement("2026-02-15"));
        assertThat(periods.before()).extracting(Periods.Span::to).isEqualTo(LocalDate.of(2025, 7, 31));
    }

    @Test
    void without_an_agreement_this_school_year_is_set_beside_the_last() {
        AgreementTerm ended =
                new AgreementTerm(UUID.randomUUID(), "MOU", 1, LocalDate.of(2020, 8, 1), LocalDate.of(2021, 7, 31));
        Periods periods = periods(null, null, ended);
        assertThat(periods.agreement()).isNull();
        assertThat(periods.words()).isEqualTo("Since Aug 1, 2026");
        assertThat(periods.before())
                .isEqualTo(new Periods.Span(
                        LocalDate.of(2025, 8, 1), LocalDate.of(2026, 7, 31), "In the school year before"));
    }

    @Test
    void days_that_the_reader_chose_are_set_beside_the_school_year_before_them() {
        assertThat(periods("2025-09-01", "2025-12-31", agreement("2025-08-01")).before())
                .extracting(Periods.Span::words)
                .isEqualTo("In the school year before the agreement of Aug 1, 2025");
        assertThat(periods("2024-09-01", null, agreement("2025-08-01")).before())
                .extracting(Periods.Span::to)
                .isEqualTo(LocalDate.of(2024, 7, 31));
        assertThat(periods(null, "2025-12-31", agreement("2025-08-01")).before())
                .isNull();
        assertThat(periods("2027-01-01", null).before()).isNull();
    }

    @Test
    void the_answer_tells_counts_and_intervals_and_that_it_is_no_cause() {
        Headline headline = Headline.ofRoutine(
                "Since the agreement of Aug 1, 2025",
                true,
                share(170, 1233),
                2,
                38,
                new Headline.Of("In the school year before it", share(216, 987)),
                "Aug 1 to Nov 28",
                List.of(
                        new Headline.Of("2024", share(40, 190)),
                        new Headline.Of("2025", share(0, 0)),
                        new Headline.Of("2026", share(3, 7))));
        assertThat(headline.first()).isNull();
        assertThat(headline.answer())
                .isEqualTo(
                        "Since the agreement of Aug 1, 2025: in 14 of 100 contacts (12 to 16) the recorded facts fit our"
                                + " definition of school discipline handled by police.");
        assertThat(headline.counted())
                .isEqualTo(
                        "170 of 1,233 contacts, counted once per officer (rule set 2; 38 more contacts lack facts).");
        assertThat(headline.before())
                .isEqualTo(
                        "In the school year before it: 22 of 100 (19 to 25), 216 of 987 contacts. A comparison, not a cause.");
        assertThat(headline.like())
                .isEqualTo(
                        "Like months (Aug 1 to Nov 28): 2024 21 of 100 (16 to 27), 40 of 190; 2026 too few (3 of 7).");
    }

    @Test
    void that_no_agreement_is_in_force_is_said_first() {
        Headline headline = Headline.ofRoutine("Since Aug 1, 2026", false, share(1, 20), 1, 0, null, "", List.of());
        assertThat(headline.first()).startsWith("No agreement is in force");
        assertThat(headline.before()).isNull();
        assertThat(headline.like()).isNull();
    }

    @Test
    void of_fewer_than_ten_no_share_is_told() {
        Headline headline = Headline.ofRoutine(
                "Since Aug 1, 2026",
                true,
                share(1, 1),
                null,
                0,
                new Headline.Of("In the school year before", share(2, 9)),
                "",
                List.of());
        assertThat(headline.answer())
                .startsWith("Since Aug 1, 2026: too few contacts to tell a share. In 1 of 1 ")
                .doesNotContain("100");
        assertThat(headline.before()).isEqualTo("In the school year before: 2 of 9 contacts, too few to compare.");
        assertThat(Headline.ofRoutine("Since Aug 1, 2026", true, share(0, 0), 1, 0, null, "", List.of())
                        .answer())
                .isEqualTo("Since Aug 1, 2026: no contact that counts is on record.");
    }

    @Test
    void a_difference_is_claimed_only_beyond_chance() {
        String before = "In the school year before it";
        assertThat(DashboardFigures.holding(share(170, 1233), share(216, 987), before))
                .isEqualTo("Lower than in the school year before it, by more than chance explains.");
        assertThat(DashboardFigures.holding(share(216, 987), share(170, 1233), before))
                .startsWith("Higher than");
        assertThat(DashboardFigures.holding(share(20, 100), share(22, 100), before))
                .startsWith("Chance alone");
        assertThat(DashboardFigures.holding(share(1, 1), share(22, 100), before))
                .contains("too few");
        assertThat(DashboardFigures.holding(share(20, 100), share(0, 0), before))
                .startsWith("Nothing is on record");
    }
}
