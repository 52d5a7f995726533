package brightline.command.imports.contacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import brightline.command.imports.ImportProgram;
import brightline.command.imports.file.ImportStatus;
import brightline.command.imports.file.ImportStatus.Counts;
import brightline.command.imports.file.ImportStatus.Rejection;
import brightline.command.imports.file.SourceKey;
import brightline.edge.keys.PersonalPart.Identity;
import brightline.edge.keys.PersonalPart.Statistics;
import brightline.edge.keys.PersonalParts;
import brightline.events.Code;
import brightline.events.Stated;
import brightline.events.incident.IncidentEvent;
import brightline.events.incident.IncidentEvent.IncidentOpened;
import brightline.events.incident.IncidentEvent.SurroundingsCorrected;
import brightline.events.interaction.InteractionEvent;
import brightline.events.interaction.InteractionRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.assertj.core.groups.Tuple;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the lines of one incident say together, and what one cell costs its line. */
class ContactLinesTest {
    private static final String KEY = "source,record_id,person_number,";
    private static final String WHERE = KEY + "role,occurred_at,school,school_name,place,in_session,rd,body_camera\n";
    private static final String AT = "WITNESS,2026-03-16T10:15:00-05:00,";
    private static ImportProgram program;

    @BeforeAll
    static void start() {
        program = new ImportProgram();
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    private static ImportStatus take(String file) {
        return program.take(file, BrightlineCsv.NAME, Stated.MISSING);
    }

    private static List<Rejection> rejections(ImportStatus status) {
        return program.rejections(status.importId());
    }

    private static List<Tuple> named(ImportStatus status) {
        return rejections(status).stream()
                .map(one -> tuple(one.line(), one.column()))
                .toList();
    }

    private static List<IncidentEvent> incident(String record) {
        List<IncidentEvent> events = new ArrayList<>();
        program.context
                .getBean(EventStore.class)
                .readEvents(new SourceKey(BrightlineCsv.NAME, "incident", List.of("RMS", record))
                        .id()
                        .toString())
                .forEachRemaining(message -> events.add((IncidentEvent) message.getPayload()));
        return events;
    }

    private static InteractionRecord contact(String record, String person) {
        @Nullable InteractionRecord known = null;
        for (InteractionEvent event :
                program.factsOf(new SourceKey(BrightlineCsv.NAME, "person", List.of("RMS", record, person))
                        .id()
                        .toString())) {
            known = InteractionRecord.evolve(known, event);
        }
        return Objects.requireNonNull(known);
    }

    @ParameterizedTest
    @CsvSource({
        "K1,'MAR,Marsh High,,,,','ORC,Orchard,,,,'",
        "K2,'ORC,Orchard,,,,','MAR,Marsh High,,,,'",
        "K3,'MAR,Marsh High,CAFETERIA,,,','MAR,Marsh High,CLASSROOM,,,'",
        "K4,'MAR,Marsh High,,NO,,','MAR,Marsh High,,YES,,'",
    })
    void lines_of_one_incident_that_place_it_otherwise_are_rejected_by_name(String record, String one, String other) {
        String line = "RMS,%s,%d," + AT + "%s\n";
        ImportStatus status = take(WHERE
                + line.formatted(record, 1, one)
                + line.formatted(record, 2, other)
                + line.formatted(record, 3, one));
        assertThat(status.counts()).isEqualTo(new Counts(2, 0, 0, 1));
        assertThat(rejections(status)).singleElement().satisfies(rejection -> {
            assertThat(rejection.line()).isEqualTo(3);
            assertThat(rejection.reason()).startsWith("the incident ").endsWith(" on line 2");
        });
        ImportStatus later = take(WHERE + line.formatted(record, 4, other) + line.formatted(record, 5, one));
        assertThat(later.counts()).isEqualTo(new Counts(1, 0, 0, 1));
        assertThat(rejections(later)).singleElement().satisfies(rejection -> {
            assertThat(rejection.line()).isEqualTo(2);
            assertThat(rejection.reason()).startsWith("the incident ").endsWith(" in the record there is of it");
        });
        assertThat(take(WHERE + line.formatted(record, 4, one)).counts())
                .as("refused, it left nothing behind")
                .isEqualTo(new Counts(1, 0, 0, 0));
    }

    @Test
    void however_far_apart_the_lines_of_one_incident_stand() {
        StringBuilder file = new StringBuilder(WHERE);
        IntStream.range(0, 300).forEach(i -> file.append("RMS,F%d,1,%sMAR,Marsh High,,,,\n".formatted(i, AT)));
        file.append("RMS,F0,2,%sORC,Orchard,,,,\n".formatted(AT));
        ImportStatus status = take(file.toString());
        assertThat(rejections(status))
                .extracting(Rejection::line, Rejection::reason)
                .containsExactly(tuple(302L, "the incident stands at another school on line 2"));
    }

    @Test
    void what_a_line_does_not_say_of_its_incident_another_says() {
        String line = "RMS,P,%d," + AT + "MAR,Marsh High,%s,%s\n";
        assertThat(take(WHERE + line.formatted(1, ",", "RD-1,") + line.formatted(2, "CAFETERIA,", ",BC-1"))
                        .counts())
                .isEqualTo(new Counts(2, 0, 0, 0));
        assertThat(incident("P")).singleElement().isInstanceOfSatisfying(IncidentOpened.class, opened -> {
            assertThat(opened.place()).isEqualTo(new Code("place", "CAFETERIA"));
            assertThat(opened.references()).hasSize(2);
        });
        ImportStatus later = take(WHERE + line.formatted(3, ",YES", ",BC-1") + line.formatted(4, ",", "RD-2,"));
        assertThat(named(later)).containsExactly(tuple(3L, "rd"));
        assertThat(later.counts()).isEqualTo(new Counts(1, 0, 0, 1));
        assertThat(incident("P"))
                .anySatisfy(event -> assertThat(event).isInstanceOfSatisfying(SurroundingsCorrected.class, told -> {
                    assertThat(told.place()).isEqualTo(new Code("place", "CAFETERIA"));
                    assertThat(told.inSession()).isEqualTo(Stated.YES);
                }));
    }

    private static final String PERSON =
            KEY + "role,occurred_at,school,school_name,student_number,first_name,last_name,birth_date,"
                    + "race,sex,grade_band,age,disability,english_learner\n";

    @Test
    void what_cannot_be_read_of_the_student_is_not_stated_and_costs_nothing_else() {
        String far = "N".repeat(101);
        String in = "RMS,S,%d,WITNESS,2026-03-16T10:15:00-05:00,MAR,Marsh High,";
        ImportStatus status = take(PERSON
                + in.formatted(1) + "S-1," + far + ",Doe,5/1/2010,PURPLE,Q,13,old,MAYBE,PERHAPS\n"
                + in.formatted(2) + ",NULL,NULL,2030-01-01,NULL,F,9-12,15,NONE,NO\n");
        assertThat(rejections(status)).isEmpty();
        assertThat(status.counts()).isEqualTo(new Counts(2, 0, 0, 0));
        String unreadable = "Cells that cannot be read are not stated (%s): %s.";
        assertThat(program.notes(status.importId()))
                .containsExactlyInAnyOrder(
                        unreadable.formatted("birth_date", "2 cells"),
                        unreadable.formatted("race", "1 cell"),
                        unreadable.formatted("sex", "1 cell"),
                        unreadable.formatted("grade_band", "1 cell"),
                        unreadable.formatted("age", "1 cell"),
                        unreadable.formatted("disability", "1 cell"),
                        unreadable.formatted("english_learner", "1 cell"),
                        "Names are cut after 100 characters (first_name): 1 cell.",
                        "Words that stand for nothing are left out (first_name): 1 cell.",
                        "Words that stand for nothing are left out (last_name): 1 cell.");
        PersonalParts parts = program.context.getBean(PersonalParts.class);
        assertThat(parts.open(contact("S", "1").identity(), Identity.class))
                .contains(new Identity("S-1", "N".repeat(100), "Doe", null));
        assertThat(contact("S", "2").identity()).isNull();
        assertThat(program.statistics(contact("S", "2").statistics()))
                .map(Statistics::sex)
                .contains(new Code("sex", "F"));
    }

    @Test
    void one_number_of_two_children_whose_names_and_birth_dates_differ_is_rejected_by_name() {
        String line = "RMS,%s,1,WITNESS,2026-03-16T10:15:00-05:00,MAR,Marsh High,T-1,%s,,,,,,\n";
        ImportStatus status = take(PERSON
                + line.formatted("T1", "Ada,Quill,2010-05-01")
                + line.formatted("T2", "Otis,Vale,2012-02-29")
                + line.formatted("T3", "Ada,Marsh,2010-05-01")
                + line.formatted("T4", "Otis,Vale,"));
        assertThat(status.counts()).isEqualTo(new Counts(3, 0, 0, 1));
        assertThat(rejections(status)).singleElement().satisfies(rejection -> {
            assertThat(rejection.line()).isEqualTo(3);
            assertThat(rejection.column()).isEqualTo("student_number");
            assertThat(rejection.reason())
                    .startsWith("is the number of another student, whose name and birth date are not this one's")
                    .doesNotContain("Quill", "Vale");
        });
        assertThat(take(PERSON + line.formatted("T2", "Otis,Vale,2010-05-01")).counts())
                .as("mended, it is taken")
                .isEqualTo(new Counts(1, 0, 0, 0));
    }

    /** Also where the program was started anew in between. */
    @Test
    void one_number_of_two_children_is_rejected_however_far_apart_the_lines_stand() throws IOException {
        String line = "RMS,%s,1,WITNESS,2026-03-16T10:15:00-05:00,MAR,Marsh High,%s,%s,,,,,,\n";
        StringBuilder file = new StringBuilder(PERSON).append(line.formatted("U1", "U-1", "Ada,Quill,2010-05-01"));
        IntStream.range(0, 450).forEach(i -> file.append(line.formatted("U1-" + i, "U-1-" + i, ",,")));
        file.append(line.formatted("U2", "U-1", "Otis,Vale,2012-02-29")).append(line.formatted("U3", "u-1", "Ada,Q,"));
        Path stored = Files.writeString(program.spool.resolve("far-apart.csv"), file);
        ImportStatus status = program.take(stored, program.format(BrightlineCsv.NAME));
        assertThat(named(status)).containsExactly(tuple(453L, "student_number"));
        assertThat(rejections(status).toString()).doesNotContain("U-1", "Quill", "Vale");
        assertThat(status.counts().accepted()).isEqualTo(452);
        assertThat(program.jdbc
                        .sql("select count(*) from command.import_named")
                        .query(Long.class)
                        .single())
                .as("what was kept for later lines is gone")
                .isZero();
    }

    private static final String DONE = KEY + "role,occurred_at,school,school_name,actions,action_started_at,"
            + "action_ended_at,questioning_started_at,questioning_ended_at,notice_at,imminent_threat,imminence_reason,"
            + "action_imminent_threat,action_imminence_reason,rd\n";

    @ParameterizedTest
    @CsvSource({
        "2026-03-16T10:15,'2026-03-16T10:20,2026-03-16T10:19,,,,,,,,',action_ended_at",
        "2026-03-16T10:15,'2036-03-16T10:20,,,,,,,,,',action_started_at",
        "2026-03-16T10:15,',2036-03-16T10:20,,,,,,,,',action_ended_at",
        "2026-03-16T10:15,',,2026-03-16T10:20,2026-03-16T10:19,,,,,,',questioning_ended_at",
        "2026-03-16T10:15,',,2036-03-16T10:20,,,,,,,',questioning_started_at",
        "2026-03-16T10:15,',,2026-03-16T10:20,,2036-03-16T10:20,,,,,',notice_at",
        "1999-12-31T10:15,',,,,,,,,,',occurred_at",
        "2026-03-16T10:15,',,,,,NO,FIGHT_GOING_ON,,,',imminence_reason",
        "2026-03-16T10:15,',,,,,,FIGHT_GOING_ON,,,',imminence_reason",
        "2026-03-16T10:15,',,,,,YES,,NO,FIGHT_GOING_ON,',action_imminence_reason",
        "2026-03-16T10:15,',,,,,,,,,2.02610E+13',rd",
        "2026-03-16T10:15,',,,,,YES,FIGHT_GOING_ON,,,NULL',",
        "2026-03-16T10:15,',,,,,NO,FIGHT_GOING_ON,YES,,',",
        "2026-03-16T10:15,'2026-03-16T10:20,2026-03-16T10:20,,,,,,,,RD-9',",
    })
    void what_the_entry_of_an_officer_refuses_a_file_does_not_say_either(
            String at, String cells, @Nullable String column) {
        String record = "D" + Math.abs((at + cells).hashCode());
        ImportStatus status =
                take(DONE + "RMS," + record + ",1,SUBJECT," + at + ",MAR,Marsh High,A2_QUESTION," + cells + "\n");
        assertThat(named(status)).isEqualTo(column == null ? List.of() : List.of(tuple(2L, column)));
        assertThat(program.notes(status.importId()).stream().filter(note -> note.endsWith("(rd): 1 cell.")))
                .hasSize(cells.contains("NULL") ? 1 : 0);
    }

    @Test
    void two_names_under_one_code_are_noted() {
        String line = "RMS,N,%d," + AT + "N-1,%s,,,,\n";
        ImportStatus status = take(WHERE
                + line.formatted(1, "North High")
                + line.formatted(2, "NORTH HIGH")
                + line.formatted(3, "South High")
                + line.formatted(4, ""));
        assertThat(program.notes(status.importId()))
                .containsExactly("One code bears several names, and the first stands: 1 record.");
    }
}
