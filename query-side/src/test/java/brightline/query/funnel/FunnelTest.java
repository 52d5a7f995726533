package brightline.query.funnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import brightline.events.measure.Decimals;
import brightline.query.funnel.Funnel.Flag;
import brightline.query.funnel.Funnel.Point;
import brightline.query.funnel.Funnel.Unit;
import brightline.query.funnel.FunnelLimits.Level;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The worked numbers of M7, to the last digit. */
class FunnelTest {
    private static final BigDecimal ONE = BigDecimal.ONE;

    /** Expected to be at a fifth. */
    private static Unit unit(long events, long n) {
        return new Unit(events, n, BigDecimal.valueOf(n).multiply(new BigDecimal("0.2")));
    }

    private static String rate(BigDecimal count, long n) {
        return Decimals.rounded(count.divide(BigDecimal.valueOf(n), Decimals.WORKING))
                .toString();
    }

    private static String rates(FunnelLimits limits, long n) {
        return rate(limits.low(), n) + "-" + rate(limits.high(), n);
    }

    private static String counts(FunnelLimits limits) {
        return limits.low().longValueExact() + "-" + limits.high().longValueExact();
    }

    @ParameterizedTest
    @CsvSource({
        "10, 0.0000-0.4479, 0.0000-0.5909, 0-5, 0-6",
        "25, 0.0432-0.3568, 0.0000-0.4472, 1-9, 0-12",
        "50, 0.0891-0.3109, 0.0252-0.3748, 5-16, 2-19",
        "100, 0.1216-0.2784, 0.0764-0.3236, 12-28, 9-33",
        "400, 0.1608-0.2392, 0.1382-0.2618, 65-96, 56-106",
    })
    void limits_about_a_fifth(long n, String normal95, String normal998, String exact95, String exact998) {
        assertThat(rates(FunnelLimits.normal(unit(0, n), Level.P95, ONE), n)).isEqualTo(normal95);
        assertThat(rates(FunnelLimits.normal(unit(0, n), Level.P998, ONE), n)).isEqualTo(normal998);
        assertThat(counts(FunnelLimits.exact(unit(0, n), Level.P95, ONE))).isEqualTo(exact95);
        assertThat(counts(FunnelLimits.exact(unit(0, n), Level.P998, ONE))).isEqualTo(exact998);
    }

    @ParameterizedTest
    @CsvSource({"49, EXACT", "50, NORMAL"})
    void below_fifty_contacts_the_limits_are_exact(long n, String method) {
        FunnelLimits expected = method.equals("EXACT")
                ? FunnelLimits.exact(unit(0, n), Level.P95, ONE)
                : FunnelLimits.normal(unit(0, n), Level.P95, ONE);
        assertThat(FunnelLimits.of(unit(0, n), Level.P95, ONE)).isEqualTo(expected);
    }

    private static Point alone(long events, long n) {
        return Funnel.of(List.of(unit(events, n))).points().getFirst();
    }

    @Test
    void five_of_ten_are_not_flagged_and_six_are() {
        assertThat(alone(5, 10).flag()).isNull();
        assertThat(alone(6, 10).flag()).isEqualTo(new Flag(true, Level.P95));
    }

    @Test
    void a_hundred_and_twenty_of_four_hundred_are_outside_both_limits() {
        List<Unit> many = new ArrayList<>(List.of(unit(120, 400)));
        for (int i = 0; i < 99; i++) {
            many.add(unit(80, 400));
        }
        assertThat(Funnel.of(many).points().getFirst().flag()).isEqualTo(new Flag(true, Level.P998));
        many.set(0, unit(40, 400));
        assertThat(Funnel.of(many).points().getFirst().flag()).isEqualTo(new Flag(false, Level.P998));
        many.set(0, unit(97, 400));
        assertThat(Funnel.of(many).points().getFirst().flag()).isEqualTo(new Flag(true, Level.P95));
    }

    @Test
    void five_units_and_their_dispersion() {
        Funnel funnel = Funnel.pooled(List.of(
                new long[] {4, 20}, new long[] {9, 30}, new long[] {2, 25}, new long[] {12, 40}, new long[] {3, 15}));
        assertThat(funnel.points())
                .allSatisfy(point ->
                        assertThat(Decimals.rounded(point.unit().target())).hasToString("0.2308"));
        assertThat(funnel.points().stream()
                        .map(point -> Decimals.rounded(
                                        Objects.requireNonNull(point.unit().z()))
                                .toString()))
                .containsExactly("-0.3266", "0.9000", "-1.7892", "1.0392", "-0.2828");
        assertThat(Decimals.rounded(Objects.requireNonNull(funnel.phi()))).hasToString("1.0556");
        assertThat(funnel.widened()).as("above 1, and not clearly so").isFalse();
    }

    @Test
    void a_tie_is_rounded_half_up_from_exact_numbers() {
        Funnel funnel = Funnel.pooled(List.of(new long[] {7, 10}, new long[] {9, 15}));
        assertThat(Decimals.rounded(
                        Objects.requireNonNull(funnel.points().getFirst().unit().zSquared())))
                .as("pooled 16/25, one unit 7/10: exactly 5/32")
                .hasToString("0.1563");
    }

    @Test
    void limits_are_widened_from_the_95th_percentile_of_chi_square_on() {
        // Three units have 2 degrees of freedom: the quantile is 5.9915.
        assertThat(Funnel.of(List.of(unit(28, 100), unit(26, 100), unit(20, 100)))
                        .widened())
                .as("4 + 2.25 = 6.25")
                .isTrue();
        assertThat(Funnel.of(List.of(unit(28, 100), unit(25, 100), unit(20, 100)))
                        .widened())
                .as("4 + 1.5625 = 5.5625")
                .isFalse();
    }

    @Test
    void fewer_than_ten_contacts_have_no_point() {
        Point few = alone(9, 9);
        assertThat(few.limits()).isEmpty();
        assertThat(few.flag()).isNull();
        assertThat(Funnel.of(List.of(few.unit())).phi()).isNull();
    }

    @Test
    void units_that_differ_by_more_than_chance_have_wider_limits() {
        Funnel funnel = Funnel.of(List.of(unit(5, 100), unit(35, 100), unit(10, 20)));
        assertThat(funnel.phi()).isEqualByComparingTo("13.125");
        assertThat(funnel.widened()).isTrue();
        double root = Math.sqrt(13.125);
        FunnelLimits wide =
                Objects.requireNonNull(funnel.points().getFirst().limits().get(Level.P95));
        assertThat(wide.high().doubleValue()).isCloseTo(20 + 1.96 * 4 * root, offset(1e-9));
        assertThat(funnel.points().getFirst().flag()).isNull();
        assertThat(funnel.points()).allMatch(Point::flagRemoved);
        FunnelLimits exact =
                Objects.requireNonNull(funnel.points().get(2).limits().get(Level.P95));
        assertThat(counts(exact)).isEqualTo("0-19");
    }

    @Test
    void where_nothing_is_expected_to_differ_there_is_no_score() {
        Funnel funnel = Funnel.pooled(List.of(new long[] {0, 20}, new long[] {0, 60}));
        assertThat(funnel.phi()).isNull();
        assertThat(funnel.points()).allSatisfy(point -> assertThat(point.flag()).isNull());
    }
}
