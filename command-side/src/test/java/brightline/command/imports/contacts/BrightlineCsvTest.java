package brightline.command.imports.contacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import brightline.command.imports.ImportProgram;
import brightline.command.imports.file.ImportStatus;
import brightline.command.imports.file.ImportStatus.Counts;
import brightline.command.imports.file.ImportStatus.Rejection;
import brightline.command.imports.file.ImportStatus.State;
import brightline.command.register.ReferenceRegister;
import brightline.command.register.SchoolEntry;
import brightline.edge.keys.PersonalPart.Identity;
import brightline.edge.keys.PersonalPart.Narrative;
import brightline.edge.keys.PersonalPart.Statistics;
import brightline.edge.keys.PersonalParts;
import brightline.events.Code;
import brightline.events.SchoolCode;
import brightline.events.Stated;
import brightline.events.interaction.InteractionEvent.NarrativeRecorded;
import brightline.events.interaction.InteractionEvent.StudentCited;
import brightline.events.interaction.InteractionRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BrightlineCsvTest {
    private static final String HEADER =
            "record_id,source,person_number,school,school_name,occurred_at,role,student_number,last_name,race,age,"
                    + "initiator,conduct,imminent_threat,actions,action_imminent_threat,outcome,alternatives,"
                    + "alternatives_unused_reason,notice_at,questioning_started_at,narrative,officer\n";
    private static ImportProgram program;

    @BeforeAll
    static void start() {
        program = new ImportProgram();
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @Test
    void a_line_becomes_the_facts_it_states_with_the_person_kept_apart() {
        ImportStatus status = program.take(
                HEADER
                        + "I1,RMS,1,MAR,Marsh High,2026-03-02T10:16:00-06:00,SUBJECT,S-101,Doe,BLACK,15,STAFF_REQUEST,"
                        + "cps-scc/1-8|cps-scc/1-2,NO,A2_ESCORT|A3_CITE,|YES,MUNI_TICKET,RJ_CIRCLE,FAMILY_DECLINED,,,"
                        + "\"Said \"\"no\"\", left\",\n",
                BrightlineCsv.NAME,
                Stated.MISSING);
        assertThat(program.rejections(status.importId())).isEmpty();
        assertThat(status.counts()).isEqualTo(new Counts(1, 0, 0, 0));
        InteractionRecord record = program.interactions().stream()
                .filter(one -> one.occurredAt().equals(Instant.parse("2026-03-02T16:16:00Z")))
                .findFirst()
                .orElseThrow();
        assertThat(record.conduct()).hasSize(2);
        assertThat(record.action(1).orElseThrow().imminence()).isEqualTo(Stated.NO);
        assertThat(record.action(2).orElseThrow().imminence()).isEqualTo(Stated.YES);
        assertThat(record.decision()).isNotNull();
        PersonalParts parts = program.context.getBean(PersonalParts.class);
        assertThat(parts.open(record.identity(), Identity.class)).contains(new Identity("S-101", null, "Doe", null));
        assertThat(parts.open(record.statistics(), Statistics.class)).hasValueSatisfying(statistics -> {
            assertThat(statistics.race()).isEqualTo(new Code("race", "BLACK"));
            assertThat(statistics.pseudonym()).isNotNull();
        });
        var facts = program.factsOf(record.interactionId().toString());
        assertThat(facts).anyMatch(StudentCited.class::isInstance);
        assertThat(facts.stream()
                        .filter(NarrativeRecorded.class::isInstance)
                        .map(NarrativeRecorded.class::cast)
                        .findFirst()
                        .flatMap(event -> parts.open(event.narrative(), Narrative.class)))
                .contains(new Narrative("Said \"no\", left"));
    }

    /** One line names the school for all; those far above it and those beside it are answered alike. */
    @Test
    void what_a_line_means_does_not_hang_on_the_lines_above_it() {
        List<String> lines = new ArrayList<>(List.of(
                "unnamed,%1$s1,,,",
                "home,%1$s2,Elsewhere %1$s,%1$s1,",
                "other,%1$s1,,,",
                "small,%2$s1,,,",
                "nobody,%1$s9,,,",
                "nobody-home,%1$s1,,%1$s9,"));
        IntStream.range(0, 450).forEach(n -> lines.add("filler" + n + ",%1$s2,,,"));
        lines.addAll(List.of(
                "named,%1$s1,Named %1$s,,",
                "twice,%1$s1,Named %1$s,,", "else,%1$s1,Another %1$s,,", "odd,%1$s1,,,PURPLE"));
        for (String order : List.of("ORDA", "ORDB")) {
            ImportStatus status = program.take(
                    "record_id,school,school_name,home_school,race,source,person_number,occurred_at,role\n"
                            + lines.stream()
                                    .map(line -> line.formatted(order, order.toLowerCase(Locale.ROOT)) + "," + order
                                            + ",1,2026-03-02T10:15,WITNESS\n")
                                    .collect(Collectors.joining()),
                    BrightlineCsv.NAME,
                    Stated.MISSING);
            assertThat(status.counts()).as(order).isEqualTo(new Counts(458, 0, 0, 2, 0));
            assertThat(program.rejections(status.importId()))
                    .extracting(Rejection::column)
                    .containsExactlyInAnyOrder("school", "home_school");
            List<SchoolEntry> schools = program.context.getBean(ReferenceRegister.class).current().schools().stream()
                    .filter(school ->
                            school.code().value().toUpperCase(Locale.ROOT).startsWith(order))
                    .toList();
            assertThat(schools)
                    .extracting(SchoolEntry::name)
                    .containsExactlyInAnyOrder("Named " + order, "Elsewhere " + order);
            Collections.reverse(lines);
        }
    }

    @Test
    void what_is_not_right_is_named_by_line_and_column_and_never_quoted() {
        ImportStatus status = program.take(
                HEADER
                        + "I2,RMS,1,ORX,,2026-03-02T10:15,SUBJECT,,,,,,,,,,,,,,,,\n"
                        + "I2,RMS,2,ORC,Orchard,2036-03-02T10:15,SUBJECT,,,,,,,,,,,,,,,,\n"
                        + "I2,RMS,3,ORC,Orchard,2026-03-02T10:15,SUSPECT,,,,,,,,,,,,,,,,\n"
                        + "I2,RMS,4,ORC,Orchard,2026-03-02T10:15,SUBJECT,,,,,PURPLE,,,,,,,,,,,\n"
                        + "I2,RMS,5,ORC,Orchard,2026-03-02T10:15,SUBJECT,,,,,,,,A2_ESCORT,YES|NO,,,,,,,\n"
                        + "\n"
                        + "I2,RMS,6,ORC,Orchard,2026-03-02T10:15,SUBJECT,,,,,,,,,,,,,2026-03-02T10:20,,,\n"
                        + "I2,RMS,7,ORC,Orchard,2026-03-02T10:15,SUBJECT,,,,,,,,,,,,,,,,4711\n"
                        + "I2,RMS,8,ORC,Orchard,2026-03-02T10:15,SUBJECT,S-7,,,,,,,,,,,,,,,\n"
                        + "I2,RMS,9,ORC,Orchard,2026-03-02T10:15,WITNESS,s-7,,,,,,,,,,,,,,,\n",
                BrightlineCsv.NAME,
                Stated.MISSING);
        assertThat(status.state()).isEqualTo(State.DONE);
        assertThat(status.counts()).isEqualTo(new Counts(1, 0, 0, 8));
        assertThat(program.rejections(status.importId()))
                .extracting(Rejection::line, Rejection::column)
                .containsExactly(
                        tuple(2L, "school"),
                        tuple(3L, "occurred_at"),
                        tuple(4L, "role"),
                        tuple(5L, "initiator"),
                        tuple(6L, "action_imminent_threat"),
                        tuple(8L, "questioning_started_at"),
                        tuple(9L, "officer"),
                        tuple(11L, "student_number"));
        assertThat(program.rejections(status.importId()))
                .extracting(Rejection::reason)
                .noneMatch(reason -> reason.contains("PURPLE") || reason.contains("4711"));
    }

    @Test
    void a_time_of_another_day_and_an_hour_that_is_not_there_or_comes_twice_are_named() {
        String line = "I5,RMS,%d,MAR,Marsh High,%s,SUBJECT,,,,,,,,A2_QUESTION,,,,,%s,%s,,\n";
        ImportStatus status = program.take(
                HEADER
                        + line.formatted(1, "2026-03-05T23:30", "2026-03-05T00:02", "2026-03-05T23:45")
                        + line.formatted(2, "2026-03-05T23:30", "", "2026-03-05T00:10")
                        + line.formatted(3, "2026-03-05T23:30", "2026-03-06T00:02", "2026-03-06T00:10")
                        + line.formatted(4, "2026-03-08T02:20", "", "")
                        + line.formatted(5, "2025-11-02T01:20", "", "")
                        + line.formatted(6, "2025-11-02T01:20:00-06:00", "", ""),
                BrightlineCsv.NAME,
                Stated.MISSING);
        assertThat(program.rejections(status.importId()))
                .extracting(Rejection::line, Rejection::column)
                .containsExactly(
                        tuple(2L, "notice_at"),
                        tuple(3L, "questioning_started_at"),
                        tuple(5L, "occurred_at"),
                        tuple(6L, "occurred_at"));
        assertThat(status.counts()).isEqualTo(new Counts(2, 0, 0, 4));
    }

    @Test
    void what_stands_for_no_number_is_none_and_what_a_spreadsheet_shortened_is_no_key() {
        String line = "%s,RMS,%d,%s,%s,2026-03-09T10:0%d:00-05:00,WITNESS,%s,,,,,,,,,,,,,,,\n";
        ImportStatus status = program.take(
                HEADER
                        + line.formatted("I6", 1, "MAR", "", 1, "NULL")
                        + line.formatted("I6", 2, "MAR", "", 2, "000000")
                        + line.formatted("2.02610E+13", 3, "MAR", "", 3, "")
                        + line.formatted("I6", 4, "1.98765E+13", "Heron", 4, "")
                        + line.formatted("I6", 5, "m\u200bar", "", 5, "S\u20137"),
                BrightlineCsv.NAME,
                Stated.MISSING);
        assertThat(program.rejections(status.importId()))
                .extracting(Rejection::line, Rejection::column)
                .containsExactly(
                        tuple(2L, "student_number"),
                        tuple(3L, "student_number"),
                        tuple(4L, "record_id"),
                        tuple(5L, "school"));
        assertThat(status.counts()).isEqualTo(new Counts(1, 0, 0, 4));
        assertThat(program.context
                        .getBean(brightline.command.register.ReferenceRegister.class)
                        .current()
                        .schools())
                .as("in another spelling, the same school")
                .extracting(school -> school.code().value())
                .contains("MAR")
                .noneMatch(code -> code.contains("\u200b"));
    }

    @Test
    void a_record_over_two_lines_has_one_answer_whatever_else_is_wrong_with_it() {
        ImportStatus status = program.take(
                HEADER
                        + "I9,RMS,1,MAR,Marsh High,2026-03-02T10:16:00-06:00,SUBJECT,,D\u0007oe,,,,,,,,,,,,,"
                        + "\"One line\nand another\",\n",
                BrightlineCsv.NAME,
                Stated.MISSING);
        assertThat(program.rejections(status.importId()))
                .extracting(Rejection::line, Rejection::column)
                .containsExactly(tuple(2L, "last_name"));
        assertThat(status.counts()).isEqualTo(new Counts(0, 0, 0, 1));
    }

    /** A refused child of an incident leaves nothing behind that refuses the mended line. */
    @Test
    void what_was_refused_is_taken_once_its_cause_is_mended() {
        String line = "I7,RMS,%d,MAR,,2026-03-10T10:0%d:00-05:00,SUBJECT,%s,,,,,,NO,A1_ADVICE,,,,,,,,%s\n";
        String twice = HEADER + line.formatted(1, 1, "R-1", "") + line.formatted(2, 2, "R-1", "");
        assertThat(program.take(twice, BrightlineCsv.NAME, Stated.MISSING).counts())
                .isEqualTo(new Counts(1, 0, 0, 1));
        assertThat(program.take(
                                twice.replace("02:00-05:00,SUBJECT,R-1", "02:00-05:00,SUBJECT,R-2"),
                                BrightlineCsv.NAME,
                                Stated.MISSING)
                        .counts())
                .isEqualTo(new Counts(1, 1, 0, 0));

        String unknown = HEADER + line.formatted(3, 3, "R-3", "") + line.formatted(4, 4, "R-4", "7070");
        assertThat(program.take(unknown, BrightlineCsv.NAME, Stated.MISSING).counts())
                .isEqualTo(new Counts(1, 0, 0, 1));
        assertThat(program.take(
                                "star_number,name,capacity,school,from\n7070,T. Relief,SRO,MAR,2025-08-18\n",
                                "brightline-roster",
                                Stated.MISSING)
                        .counts()
                        .accepted())
                .isEqualTo(1);
        ImportStatus again = program.take(unknown, BrightlineCsv.NAME, Stated.MISSING);
        assertThat(again.counts()).as("the same file").isEqualTo(new Counts(1, 1, 0, 0));
        assertThat(program.take(unknown, BrightlineCsv.NAME, Stated.MISSING).importId())
                .as("nothing is left to be tried")
                .isEqualTo(again.importId());
    }

    @Test
    void other_content_under_a_known_key_is_neither_a_repetition_nor_in_silence() {
        String arrest = "I8,RMS,%d,MAR,,2026-03-11T10:0%d:00-05:00,SUBJECT,,,,,,,NO,%s,,,,,,,,\n";
        String first = HEADER + arrest.formatted(1, 1, "A3_ARREST") + arrest.formatted(2, 2, "A3_ARREST");
        assertThat(program.take(first, BrightlineCsv.NAME, Stated.MISSING).counts())
                .isEqualTo(new Counts(2, 0, 0, 0));
        ImportStatus other = program.take(
                HEADER
                        + arrest.formatted(1, 1, "A1_ADVICE")
                        + arrest.formatted(2, 2, " A3_ARREST ")
                        + arrest.formatted(3, 3, "A1_ADVICE")
                        + arrest.formatted(3, 4, "A1_ADVICE")
                        + arrest.formatted(3, 3, "A1_ADVICE"),
                BrightlineCsv.NAME,
                Stated.MISSING);
        assertThat(other.counts()).isEqualTo(new Counts(2, 2, 0, 1, 1));
        assertThat(program.rejections(other.importId()))
                .extracting(Rejection::line, Rejection::reason)
                .containsExactly(tuple(5L, "its key stands on line 4 with other content"));
    }

    @Test
    void the_school_of_enrolment_is_one_of_the_register_or_none_of_the_district() {
        String header = "record_id,source,person_number,school,school_name,occurred_at,role,home_school\n";
        String line = "I4,RMS,%d,MAR,Marsh High,2026-03-04T0%d:00:00-06:00,WITNESS,%s\n";
        ImportStatus status = program.take(
                header
                        + line.formatted(1, 1, "OUT-OF-DISTRICT")
                        + line.formatted(2, 2, "")
                        + line.formatted(3, 3, "NOWHERE"),
                BrightlineCsv.NAME,
                Stated.MISSING);
        assertThat(program.rejections(status.importId()))
                .extracting(Rejection::line, Rejection::column)
                .containsExactly(tuple(4L, "home_school"));
        assertThat(program.interactions().stream()
                        .filter(one -> one.occurredAt().toString().startsWith("2026-03-04"))
                        .map(one -> Optional.ofNullable(one.homeSchool())))
                .containsExactlyInAnyOrder(Optional.of(SchoolCode.OUT_OF_DISTRICT), Optional.empty());
    }

    @Test
    void a_key_in_another_file_with_more_lines_adds_only_these() {
        String line = "I3,RMS,1,MAR,Marsh High,2026-03-03T09:00,SUBJECT,,,,,,,,,,,,,,,,\n";
        assertThat(program.take(HEADER + line, BrightlineCsv.NAME, Stated.MISSING)
                        .counts())
                .isEqualTo(new Counts(1, 0, 0, 0));
        assertThat(program.take(HEADER + line + line.replace("RMS,1", "RMS,2"), BrightlineCsv.NAME, Stated.MISSING)
                        .counts())
                .isEqualTo(new Counts(1, 1, 0, 0));
    }

    @Test
    void the_format_describes_every_column() {
        assertThat(program.format(BrightlineCsv.NAME).guide().description())
                .contains("record_id *: ", "narrative: ", "separated by |");
    }
}
