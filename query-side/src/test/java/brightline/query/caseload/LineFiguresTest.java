package brightline.query.caseload;

import static org.assertj.core.api.Assertions.assertThat;

import brightline.events.Code;
import brightline.events.InteractionId;
import brightline.events.OfficerId;
import brightline.events.interaction.InteractionEvent;
import brightline.events.interaction.InteractionEvent.ActionUnticked;
import brightline.events.interaction.InteractionEvent.AdviceShown;
import brightline.events.interaction.InteractionEvent.InteractionVoided;
import brightline.events.measure.Proportion;
import brightline.query.Contact;
import brightline.query.QueryProgram;
import brightline.query.Story;
import brightline.query.figures.Dimension;
import brightline.query.figures.FigureQuestion;
import brightline.query.figures.FigureRow;
import brightline.query.question.AsKnownOn;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How often actions were unticked after the line had been shown. Every test has a school of its own. */
class LineFiguresTest {
    private static final AtomicInteger SCHOOLS = new AtomicInteger();
    private static final Instant SHOWN = Instant.parse("2026-03-02T16:05:00Z");

    private static QueryProgram program;
    private static Story story;
    private static OfficerId adeyemi;
    private static OfficerId castellane;

    private final String school = "LF" + SCHOOLS.incrementAndGet();
    private final FigureQuestion here = FigureQuestion.ALL.only(Dimension.SCHOOL, school);

    @BeforeAll
    static void start() {
        program = QueryProgram.start();
        story = program.story().recordedAt("2026-03-02T17:00:00Z");
        adeyemi = story.officer("Adeyemi");
        castellane = story.officer("Castellane");
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    static Function<InteractionId, InteractionEvent> shown() {
        return id -> new AdviceShown(id, "ROUTINE_DISCIPLINE", "R13", 1, null, SHOWN, List.of());
    }

    static Function<InteractionId, InteractionEvent> unticked(String action, @Nullable String reason) {
        return id -> new ActionUnticked(
                id,
                new Code("police-action", action),
                SHOWN.plusSeconds(30),
                reason == null ? null : new Code("untick-reason", reason));
    }

    private static Contact phone() {
        return Contact.of(adeyemi).conduct("cps-scc/1-8").action("A0_REFER_BACK");
    }

    private FigureRow figure() {
        return figure(here);
    }

    private static FigureRow figure(FigureQuestion question) {
        program.settle();
        return program.bean(LineFigures.class).changes(question).rows().getFirst();
    }

    @Test
    void contacts_with_something_unticked_are_counted_of_those_in_which_a_line_was_shown() {
        story.incident(school, phone());
        story.incident(school, phone().also(shown()).also(shown()));
        story.incident(
                school,
                phone().also(shown())
                        .also(unticked("A2_HANDCUFF", "MISTAP"))
                        .also(unticked("A2_SEARCH_PERSON", "DID_NOT_HAPPEN"))
                        .also(unticked("A2_ESCORT", null))
                        .also(unticked("A1_ADVICE", null)));
        FigureRow row = figure();
        assertThat(row.count()).isEqualTo(2);
        assertThat(row.measure("unticked")).isEqualTo(new Proportion(1, 2));
        assertThat(row.count("actionsUnticked")).isEqualTo(4);
        assertThat(row.count("coerciveMistap")).isEqualTo(1);
        assertThat(row.count("coerciveDidNotHappen")).isEqualTo(1);
        assertThat(row.count("coerciveReasonMissing")).isEqualTo(1);
    }

    @Test
    void a_contact_of_two_officers_counts_under_the_one_who_recorded_it() {
        story.incident(
                school,
                Contact.of(adeyemi)
                        .conduct("cps-scc/1-8")
                        .action("A1_ADVICE")
                        .by(castellane, "SRO")
                        .action("A2_ESCORT")
                        .by(adeyemi, "SRO")
                        .also(shown())
                        .also(unticked("A2_HANDCUFF", "MISTAP")));
        assertThat(figure().count()).isEqualTo(1);
        program.settle();
        List<FigureRow> rows = program.bean(LineFigures.class)
                .changes(here.groupedBy(Dimension.OFFICER))
                .rows();
        assertThat(rows)
                .singleElement()
                .satisfies(row -> assertThat(row.value(Dimension.OFFICER)).isEqualTo(adeyemi.toString()));
        assertThat(figure(here.only(Dimension.OFFICER, castellane.toString())).count())
                .isZero();
    }

    @Test
    void a_voided_contact_is_out_and_the_figure_as_known_before_stays() {
        Contact contact = phone().also(shown()).also(unticked("A2_HANDCUFF", "MISTAP"));
        story.incident(school, contact);
        assertThat(figure().count()).isEqualTo(1);
        story.recordedAt("2026-03-04T17:00:00Z");
        story.submit(new InteractionVoided(contact.id(), Story.BECAUSE));
        story.recordedAt("2026-03-02T17:00:00Z");
        assertThat(figure().count()).isZero();
        assertThat(figure(here.asKnownOn(AsKnownOn.of("2026-03-03"))).count()).isEqualTo(1);
    }

    @Test
    void it_is_noted_where_it_is_not_zero_and_says_that_it_is_no_finding() {
        story.incident(school, phone().also(shown()));
        program.settle();
        LineFigures figures = program.bean(LineFigures.class);
        assertThat(figures.note(here.groupedBy(Dimension.OFFICER))).isEmpty();
        story.incident(school, phone().also(shown()).also(unticked("A2_HANDCUFF", "MISTAP")));
        program.settle();
        assertThat(figures.note(here.groupedBy(Dimension.OFFICER)))
                .singleElement()
                .asString()
                .startsWith("In 1 of 2 contacts an action was unticked after the line had been shown")
                .contains("never a finding by itself");
        assertThat(figures.changes(here).notes()).anyMatch(note -> note.contains("never a finding by itself"));
    }
}
