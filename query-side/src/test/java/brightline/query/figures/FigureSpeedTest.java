package brightline.query.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brightline.edge.problem.ProblemException;
import brightline.events.OfficerId;
import brightline.query.Contact;
import brightline.query.QueryProgram;
import brightline.query.Story;
import brightline.query.arrests.ArrestFigures;
import brightline.query.routine.RoutineFigures;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A hundred thousand rows, counted on read. */
class FigureSpeedTest {
    private static QueryProgram program;

    @BeforeAll
    static void start() {
        program = QueryProgram.start();
        Story story = program.story().recordedAt("2026-03-02T17:00:00Z");
        OfficerId officer = story.officer("Adeyemi");
        story.incident(
                "S0",
                Contact.of(officer)
                        .conduct("cps-scc/4-6")
                        .action("A1_ADVICE")
                        .outcome("RJ_CIRCLE", brightline.events.Stated.YES));
        program.settle();
        multiply(program);
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    /** The bound leaves room for a slow machine. */
    @Test
    void a_hundred_thousand_involvements_are_counted_while_somebody_waits() {
        FigureQuestion question = FigureQuestion.ALL.groupedBy(Dimension.SCHOOL, Dimension.MONTH);
        var routine = program.bean(RoutineFigures.class);
        var arrests = program.bean(ArrestFigures.class);
        var counts = program.bean(InvolvementFigures.class);
        for (int round = 0; round < 2; round++) {
            quick("involvements", () -> counts.count(question));
            quick("routine", () -> routine.share(question));
            quick("arrests", () -> arrests.decisions(question));
            quick("one school", () -> routine.share(question.only(Dimension.SCHOOL, "S7")));
        }
        assertThat(counts.count(FigureQuestion.ALL).rows().getFirst().count()).isEqualTo(100_001);
    }

    @Test
    void an_answer_of_more_rows_than_anybody_reads_is_refused_with_what_to_do() {
        program.patiently()
                .sql("update rm.involvement_fact set school = school || '/' || incident_number")
                .update();
        try {
            var counts = program.bean(InvolvementFigures.class);
            assertThatThrownBy(() -> counts.count(FigureQuestion.ALL.groupedBy(Dimension.SCHOOL)))
                    .isInstanceOfSatisfying(ProblemException.class, refused -> {
                        assertThat(refused.problem().status()).isEqualTo(400);
                        assertThat(refused.problem().code()).isEqualTo("answer-too-large");
                        assertThat(refused.problem().action()).contains("Group by less");
                    });
        } finally {
            program.patiently()
                    .sql("update rm.involvement_fact set school = split_part(school, '/', 1)")
                    .update();
        }
    }

    private static void multiply(QueryProgram program) {
        program.patiently().sql("""
                        create temporary table more as
                        select gen_random_uuid() as fact_key, gen_random_uuid() as interaction_id, n
                          from generate_series(1, 100000) n;
                        insert into rm.involvement_fact
                        select m.fact_key, m.interaction_id, m.interaction_id, m.interaction_id, 'BL-' || m.n, own_school, own_day,
                               'S' || m.n % 60, home_school, place, in_session, occurred_at, occurred_on + (m.n % 300)::int,
                               to_char(occurred_on + (m.n % 300)::int, 'YYYY-MM'), officer, officer_capacity, role, initiator,
                               requested_by, tier, action, imminence, imminence_assumed, race, sex, grade_band, disability,
                               english_learner, pseudonym, outcome, custodial, cited, unit_custodial, unit_cited, arrest_possible, decision, lag_micros,
                               unit_recorded_at, unit_lag_micros, import_id, voided, known_from_index, known_from_at, known_to_index, known_to_at
                          from more m cross join (select * from rm.involvement_fact limit 1) f;
                        insert into rm.involvement_class
                        select m.fact_key, s.rule_set, 'LAW_ENFORCEMENT_DISCRETION', 'R11', 'OFFENCE_WITH_CHOICE', true
                          from more m cross join (values (1), (2)) s (rule_set);
                        drop table more;
                        analyze""").update();
    }

    private static void quick(String name, Runnable question) {
        Instant start = Instant.now();
        question.run();
        Duration taken = Duration.between(start, Instant.now());
        assertThat(taken).as(name).isLessThan(Duration.ofSeconds(10));
    }
}
