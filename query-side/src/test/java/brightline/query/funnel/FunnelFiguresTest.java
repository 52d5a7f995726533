package brightline.query.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import brightline.events.OfficerId;
import brightline.events.measure.Decimals;
import brightline.query.Contact;
import brightline.query.QueryProgram;
import brightline.query.Story;
import brightline.query.figures.Dimension;
import brightline.query.figures.FigureQuestion;
import brightline.query.figures.FigureRow;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Funnels over recorded contacts. Every test has schools of its own. */
class FunnelFiguresTest {
    static QueryProgram program;
    static Story story;
    static FunnelFigures figures;

    @BeforeAll
    static void start() {
        program = QueryProgram.start();
        story = program.story().recordedAt("2026-03-02T17:00:00Z");
        figures = program.bean(FunnelFigures.class);
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    private static Contact phone(OfficerId officer) {
        return Contact.of(officer).conduct("cps-scc/1-8").action("D_ENFORCE_RULE");
    }

    private static Contact advice(OfficerId officer) {
        return Contact.of(officer).initiator("OFFICER").conduct("cps-scc/1-1").action("A1_ADVICE");
    }

    private static Contact heldForAFight(OfficerId officer) {
        return Contact.of(officer).conduct("cps-scc/3-3").action("A2_DETAIN");
    }

    private static void log(String school, int times, Supplier<Contact> contact) {
        if (times > 0) {
            story.incident(school, Stream.generate(contact).limit(times).toArray(Contact[]::new));
        }
    }

    private static void log(String school, OfficerId officer, int routine, int all) {
        log(school, routine, () -> phone(officer));
        log(school, all - routine, () -> advice(officer));
    }

    private static FigureRow row(FunnelAnswer answer, Dimension dimension, Object value) {
        return answer.figure().rows().stream()
                .filter(row -> value.toString().equals(row.value(dimension)))
                .findFirst()
                .orElseThrow();
    }

    private static @Nullable String value(FigureRow row, String name) {
        return Objects.toString(row.values().get(name), null);
    }

    @Test
    void five_schools_about_their_pooled_rate() {
        OfficerId officer = story.officer("Adeyemi");
        int[][] units = {{4, 20}, {9, 30}, {2, 25}, {12, 40}, {3, 15}, {9, 9}};
        for (int i = 0; i < 5; i++) {
            log("F" + i, officer, units[i][0], units[i][1]);
        }
        program.settle();
        FigureQuestion here = FigureQuestion.ALL.only(Dimension.OFFICER, officer.toString());
        FunnelAnswer answer = figures.compare(here, FunnelUnit.SCHOOL, false);
        assertThat(answer.figure().definition()).isEqualTo("M7");
        assertThat(answer.pooled().numerator()).isEqualTo(30);
        assertThat(answer.pooled().denominator()).isEqualTo(130);
        FigureRow first = row(answer, Dimension.SCHOOL, "F0");
        assertThat(first.count()).isEqualTo(20);
        assertThat(value(first, "expectedRate")).isEqualTo("0.2308");
        assertThat(value(first, "z")).isEqualTo("-0.3266");
        assertThat(Decimals.rounded(Objects.requireNonNull(answer.phi()))).hasToString("1.0556");
        assertThat(answer.figure().notes())
                .contains("A funnel is no league table: a flag opens a review, it is not a finding.");

        FunnelAnswer one = figures.compare(here.only(Dimension.SCHOOL, "F3"), FunnelUnit.SCHOOL, false);
        assertThat(one.figure().rows()).containsExactly(row(answer, Dimension.SCHOOL, "F3"));
        assertThat(one.pooled()).as("all are pooled, one is shown").isEqualTo(answer.pooled());
        FunnelAnswer itself = figures.compare(here.only(Dimension.SCHOOL, "F3"), FunnelUnit.SCHOOL, true);
        assertThat(itself.pooled().denominator()).isEqualTo(40);
        assertThat(itself.figure().notes()).contains("There is only one to compare: it is measured against itself.");

        log("F5", officer, units[5][0], units[5][1]);
        program.settle();
        FunnelAnswer more = figures.compare(here, FunnelUnit.SCHOOL, false);
        FigureRow few = row(more, Dimension.SCHOOL, "F5");
        assertThat(few.count()).isEqualTo(9);
        assertThat(few.measures()).isEmpty();
        assertThat(few.values()).isEmpty();
        assertThat(more.figure().notes())
                .contains("1 of 6 have fewer than 10 contacts that count: too few for a point.");
    }

    @Test
    void an_officer_is_followed_across_schools_and_expected_what_the_school_and_tier_of_each_contact_hold() {
        OfficerId castellane = story.officer("Castellane");
        OfficerId bartosz = story.officer("Bartosz");
        OfficerId dupree = story.officer("Dupree");
        log("MIX-A", castellane, 5, 10);
        log("MIX-A", bartosz, 1, 10);
        log("MIX-A", 5, () -> heldForAFight(bartosz));
        log("MIX-B", castellane, 0, 10);
        log("MIX-B", dupree, 4, 10);
        program.settle();
        FunnelAnswer answer =
                figures.compare(FigureQuestion.ALL.only(Dimension.SCHOOL, "MIX-A", "MIX-B"), FunnelUnit.OFFICER, false);
        assertThat(answer.figure().rows()).hasSize(3);
        FigureRow both = row(answer, Dimension.OFFICER, castellane);
        assertThat(both.measure("M2a").numerator()).isEqualTo(5);
        assertThat(both.count()).isEqualTo(20);
        assertThat(value(both, "expected")).as("10 at 6/20 and 10 at 4/20").isEqualTo("5.0000");
        assertThat(value(both, "z")).isEqualTo("0.0000");
        FigureRow fights = row(answer, Dimension.OFFICER, bartosz);
        assertThat(fights.measure("M2a").numerator()).isEqualTo(6);
        assertThat(value(fights, "expected")).as("10 at 6/20 and 5 at 5/5").isEqualTo("8.0000");
        assertThat(value(row(answer, Dimension.OFFICER, dupree), "expected")).isEqualTo("2.0000");
        assertThat(answer.figure().notes())
                .contains(
                        "5 of 45 contacts lie in a school and tier where one officer made them all: there, expected is"
                                + " what was observed.");
    }
}
