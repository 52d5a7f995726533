package brightline.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import brightline.edge.store.LogPosition;
import brightline.events.Code;
import brightline.events.DeadLetterId;
import brightline.events.IncidentId;
import brightline.events.OfficerId;
import brightline.events.SchoolCode;
import brightline.events.Stated;
import brightline.events.StudentId;
import brightline.events.care.CareEvent.DeadLetterRetried;
import brightline.events.incident.IncidentEvent.IncidentLinked;
import brightline.events.incident.IncidentEvent.SchoolCorrected;
import brightline.events.interaction.CorrectedFact;
import brightline.events.interaction.InteractionEvent.ActionUnticked;
import brightline.events.interaction.InteractionEvent.AdviceShown;
import brightline.events.interaction.InteractionEvent.ConductCoded;
import brightline.events.interaction.InteractionEvent.InteractionCorrected;
import brightline.events.school.SchoolEvent.CodeGiven;
import brightline.events.student.StudentEvent.EnrolmentEnded;
import brightline.events.student.StudentEvent.StudentEnrolled;
import brightline.query.Contact;
import brightline.query.DeskStory;
import brightline.query.QueryProgram;
import brightline.query.RosterStory;
import brightline.query.Story;
import brightline.query.figures.Dimension;
import brightline.query.figures.FigureQuestion;
import brightline.query.figures.InvolvementFigures;
import brightline.query.figures.ReferenceEntries;
import brightline.query.projection.Projection.ProjectedTable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RedeliveryTest {
    private static final Instant SHOWN = Instant.parse("2026-03-02T16:05:00Z");
    static QueryProgram program;
    static Story story;
    static OfficerId adeyemi;

    @BeforeAll
    static void start() {
        program = QueryProgram.start();
        story = program.story().recordedAt("2026-03-02T17:00:00Z");
        adeyemi = story.officer("Adeyemi");
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    private static Contact phone() {
        return Contact.of(adeyemi)
                .conduct("cps-scc/1-8")
                .action("D_ENFORCE_RULE")
                .outcome("NONE", Stated.NO)
                .also(id -> new AdviceShown(id, "ROUTINE_DISCIPLINE", "R02", 1, null, SHOWN, List.of()))
                .also(id -> new ActionUnticked(id, Code.of("police-action/A2_SEIZE"), SHOWN, null))
                .student("pseudo", "BLACK");
    }

    private static List<String> rows(Projection projection) {
        List<String> rows = new ArrayList<>();
        for (ProjectedTable table : projection.tables()) {
            rows.addAll(program.jdbc()
                    .sql("select t::text from rm." + table.name() + " t order by 1")
                    .query(String.class)
                    .list());
        }
        return rows;
    }

    @Test
    void events_delivered_twice_give_the_same_rows() {
        story.school("MAR", "Marlow HS");
        story.submit(recoded("MAR", "0131"));
        story.school("MAR", "Marlow High School");
        for (int i = 0; i < 30; i++) {
            Contact contact = phone();
            IncidentId incident = story.incident("MAR", contact, phone());
            story.submit(new InteractionCorrected(
                    contact.id(), new CorrectedFact.Conduct(List.of(Code.of("cps-scc/4-12"))), Story.BECAUSE));
            story.submit(new SchoolCorrected(incident, new SchoolCode("MAR"), new SchoolCode("QUI"), Story.BECAUSE));
            if (i % 3 == 0) {
                Contact again = phone();
                story.submit(new IncidentLinked(story.incident("QUI", again), incident, Story.BECAUSE));
                story.submit(new InteractionCorrected(
                        again.id(), new CorrectedFact.Conduct(List.of(Code.of("cps-scc/6-1"))), Story.BECAUSE));
            }
            if (i % 10 == 0) {
                DeskStory.about(contact.id(), adeyemi).forEach(story::submit);
            }
        }
        StudentId student = story.student("S-1", "Ada", "Quillon", null, "9-12", "MAR", LocalDate.parse("2025-08-18"));
        story.submit(new EnrolmentEnded(student, new SchoolCode("MAR"), LocalDate.parse("2026-01-30")));
        story.submit(new StudentEnrolled(student, new SchoolCode("QUI"), LocalDate.parse("2026-02-02")));
        UUID nothing = UUID.randomUUID();
        story.submit(new DeadLetterRetried(DeadLetterId.of("none", nothing), "none", nothing));
        new RosterStory(story).everything(adeyemi, story.officer("Castellane"));
        program.settle();
        for (ProjectionProcessor processor :
                program.bean(ProjectionProcessors.class).all()) {
            String name = processor.projection().name();
            List<String> before = rows(processor.projection());
            processor.pause();
            TokenStore tokens = program.bean(TokenStore.class);
            program.bean(TransactionManager.class).executeInTransaction(() -> {
                tokens.fetchToken(name, 0);
                tokens.storeToken(LogPosition.START, name, 0);
                tokens.releaseClaim(name, 0);
            });
            processor.resume();
            long newest = program.bean(Horizons.class).newest();
            await().atMost(Duration.ofSeconds(60)).until(() -> tokenIndex(name) == newest);
            assertThat(rows(processor.projection())).isNotEmpty().isEqualTo(before);
        }
    }

    private static CodeGiven recoded(String school, String code) {
        return new CodeGiven(
                new SchoolCode(school),
                new SchoolCode(code),
                LocalDate.parse("2026-02-01"),
                Code.of("change-reason/CHANGED"),
                Code.of("correction-basis/OTHER"));
    }

    @Test
    void a_school_is_shown_under_the_code_it_bears_and_found_under_each() {
        story.school("TWA", "Twin HS").school("TWB", "Twin HS");
        story.submit(recoded("TWA", "T-1"));
        story.school("TWA", "TWIN HS");
        program.settle();
        ReferenceEntries entries = program.bean(ReferenceEntries.class);
        assertThat(entries.schools(Long.MAX_VALUE))
                .containsEntry("TWA", "TWIN HS (T-1)")
                .containsEntry("TWB", "Twin HS (TWB)");
        assertThat(List.of("TWA", "t-1", "TWB", "elsewhere").stream().map(entries.firstCodes()))
                .containsExactly("TWA", "TWA", "TWB", "elsewhere");
    }

    private static long tokenIndex(String processor) {
        return program.jdbc()
                .sql(
                        "select (convert_from(token, 'UTF8')::jsonb ->> 'index')::bigint from log.token_entry where processor_name = ?")
                .param(processor)
                .query(Long.class)
                .single();
    }

    @Test
    void an_event_that_cannot_be_handled_is_parked_with_its_stream_and_figures_say_so() {
        Contact good = phone();
        Contact bad = phone();
        story.submit(new ConductCoded(bad.id(), List.of(Code.of("cps-scc/1-8"))));
        story.submit(new ConductCoded(bad.id(), List.of(Code.of("cps-scc/1-1"))));
        story.incident("PARK", good);
        program.settle();
        var processor = program.bean(ProjectionProcessors.class).of("involvement");
        FigureQuestion here = FigureQuestion.ALL.only(Dimension.SCHOOL, "PARK");
        InvolvementFigures figures = program.bean(InvolvementFigures.class);

        assertThat(figures.count(here).rows().getFirst().count()).isEqualTo(1);
        assertThat(figures.count(here).notes()).anyMatch(note -> note.startsWith("Events of 1 record could not"));
        assertThat(letters(bad)).isEqualTo(List.of("java.lang.IllegalStateException:", "null:null"));
        assertThat(processor.failures()).isPositive();

        long before = processor.failures();
        for (int i = 0; i < 6; i++) {
            processor.retryDeadLetters();
        }
        assertThat(processor.failures()).isLessThanOrEqualTo(before + ParkingPolicy.RETRIES);
        assertThat(letters(bad)).hasSize(2);
        processor.releaseDeadLetters();
        assertThat(processor.failures()).isGreaterThan(before + ParkingPolicy.RETRIES);
        assertThat(program.bean(Horizons.class).parkedStreams("involvement")).isEqualTo(1);
    }

    private static List<String> letters(Contact contact) {
        return program.jdbc()
                .sql("""
                        select coalesce(cause_type, 'null') || ':' || coalesce(cause_message, 'null')
                          from log.dead_letter_entry
                         where processing_group = 'involvement' and sequence_identifier = ? order by sequence_index""")
                .param(contact.id().toString())
                .query(String.class)
                .list();
    }

    @Test
    void a_submission_is_in_the_rows_soon_after_it_is_recorded() {
        List<Long> millis = new ArrayList<>();
        Horizons horizons = program.bean(Horizons.class);
        for (int i = 0; i < 20; i++) {
            long index = story.submit(story.eventsOf(new IncidentId(UUID.randomUUID()), "FAST", phone())
                    .toArray());
            long start = System.nanoTime();
            assertThat(horizons.await("involvement", index, Duration.ofSeconds(5)))
                    .isTrue();
            millis.add((System.nanoTime() - start) / 1_000_000);
        }
        millis.sort(null);
        assertThat(millis.get(millis.size() / 2)).isLessThan(1_000);
    }
}
