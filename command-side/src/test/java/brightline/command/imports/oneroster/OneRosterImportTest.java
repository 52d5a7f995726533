package brightline.command.imports.oneroster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import brightline.command.imports.ImportProgram;
import brightline.command.imports.file.ImportStatus;
import brightline.command.imports.file.ImportStatus.Counts;
import brightline.command.imports.file.ImportStatus.Rejection;
import brightline.command.imports.file.ImportStatus.State;
import brightline.command.register.ReferenceRegister;
import brightline.command.register.SchoolEntry;
import brightline.command.school.SchoolAnswer;
import brightline.command.school.SchoolCommand.RegisterSchool;
import brightline.command.submission.Commands;
import brightline.command.submission.Request;
import brightline.edge.keys.PersonalPart.Identity;
import brightline.edge.keys.PersonalPart.Statistics;
import brightline.edge.keys.PersonalParts;
import brightline.edge.keys.StudentIndex;
import brightline.events.Code;
import brightline.events.SchoolCode;
import brightline.events.SecretRef;
import brightline.events.Stated;
import brightline.events.student.StudentEvent;
import brightline.events.student.StudentEvent.EnrolmentEnded;
import brightline.events.student.StudentEvent.IdentityChanged;
import brightline.events.student.StudentEvent.IdentityPart;
import brightline.events.student.StudentEvent.StatisticsPart;
import brightline.events.student.StudentEvent.StatisticsRecorded;
import brightline.events.student.StudentEvent.StudentEnrolled;
import brightline.events.student.StudentEvent.StudentRegistered;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OneRosterImportTest {
    private static ImportProgram program;

    @BeforeAll
    static void start() {
        program = new ImportProgram();
        for (String school : List.of("MAR", "QUI")) {
            program.context
                    .getBean(Commands.class)
                    .send(
                            new RegisterSchool(new SchoolCode(school), school),
                            SchoolAnswer.class,
                            Request.inside("coordinator"));
        }
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    private static ImportStatus take(OneRosterZip zip) {
        ImportStatus status = program.take(zip.stream(), OneRosterCsv.NAME, Stated.MISSING);
        assertThat(status.state())
                .as(program.rejections(status.importId()).toString())
                .isEqualTo(State.DONE);
        return status;
    }

    private static List<StudentEvent> eventsOf(String number) {
        List<StudentEvent> events = new ArrayList<>();
        program.context
                .getBean(EventStore.class)
                .readEvents(program.context
                        .getBean(StudentIndex.class)
                        .find(number)
                        .getFirst()
                        .toString())
                .forEachRemaining(message -> events.add((StudentEvent) message.getPayload()));
        return events;
    }

    private static Identity identity(SecretRef reference) {
        return program.context
                .getBean(PersonalParts.class)
                .open(reference, Identity.class)
                .orElseThrow();
    }

    private static Statistics statistics(SecretRef reference) {
        return program.context
                .getBean(PersonalParts.class)
                .open(reference, Statistics.class)
                .orElseThrow();
    }

    private static boolean isThere(String number) {
        return !program.context.getBean(StudentIndex.class).find(number).isEmpty();
    }

    private static OneRosterZip one(String id, String number, String first, String last, String grade, String org) {
        return OneRosterZip.bulk()
                .with("users.csv", id + ",,," + first + "," + last + "," + number + "," + grade + ",\n")
                .with("roles.csv", "r" + id + ",,," + id + ",primary,student,2025-08-18,," + org + "\n");
    }

    private static String demographics(String id, String birth, String sex, String flags) {
        return id + ",,," + birth + "," + sex + "," + flags + "\n";
    }

    @Test
    void the_sample_is_taken_in_with_its_schools_and_sent_twice_changes_nothing() {
        ImportStatus first = take(OneRosterZip.sample());
        assertThat(program.rejections(first.importId())).isEmpty();
        assertThat(first.counts()).isEqualTo(new Counts(123, 0, 8, 0));
        SchoolCode orchard = new SchoolCode("org-3");
        assertThat(program.context.getBean(ReferenceRegister.class).school(orchard))
                .contains(new SchoolEntry(orchard, "Orchard Elementary", true));
        List<StudentEvent> ada = eventsOf("L-7001");
        assertThat(ada)
                .hasExactlyElementsOfTypes(StudentRegistered.class, StatisticsRecorded.class, StudentEnrolled.class);
        assertThat(identity(((StudentRegistered) ada.getFirst()).identity()))
                .isEqualTo(new Identity("L-7001", "Ada", "Quillon", LocalDate.parse("2011-01-01")));
        assertThat(statistics(((StatisticsRecorded) ada.get(1)).statistics()))
                .isEqualTo(new Statistics(
                        new Code("race", "ASIAN"),
                        new Code("sex", "F"),
                        new Code("grade-band", "9-12"),
                        null,
                        null,
                        Stated.MISSING,
                        null));
        assertThat(ada.getLast())
                .returns(new SchoolCode("MAR"), event -> ((StudentEnrolled) event).school())
                .returns(LocalDate.parse("2025-08-18"), event -> ((StudentEnrolled) event).from());
        assertThat(isThere("T-1")).isFalse();

        long events = program.events();
        ImportStatus again = take(OneRosterZip.sample());
        assertThat(again.importId()).as("a roster says who is there today").isNotEqualTo(first.importId());
        assertThat(again.counts()).isEqualTo(new Counts(0, 123, 8, 0));
        assertThat(program.events()).as("import.started and import.finished").isEqualTo(events + 2);
        ImportStatus otherwise = take(OneRosterZip.sample().with("manifest.csv", "source.note,again\n"));
        assertThat(otherwise.counts()).isEqualTo(new Counts(0, 123, 8, 0));
        assertThat(program.events()).isEqualTo(events + 4);
    }

    @Test
    void what_changed_is_said_and_what_is_blank_says_nothing() {
        OneRosterZip before = one("c1", "C-1", "Wren", "Talbot", "08", "o-2")
                .with(
                        "demographics.csv",
                        demographics("c1", "2012-02-29", "female", "false,false,true,false,false,false,false"));
        take(before);
        int known = eventsOf("C-1").size();

        take(one("c1", "C-1", "Wren", "Talbot", "", "o-2")
                .with("demographics.csv", demographics("c1", "", "", ",,,,,,")));
        assertThat(eventsOf("C-1")).hasSize(known);

        take(one("c1", "C-1", "Wren", "Talbot-Ruiz", "09", "o-1")
                .with("demographics.csv", demographics("c1", "2012-02-28", "", ",,,,,,true")));
        List<StudentEvent> changes =
                eventsOf("C-1").subList(known, eventsOf("C-1").size());
        assertThat(changes)
                .hasExactlyElementsOfTypes(IdentityChanged.class, StatisticsRecorded.class, StudentEnrolled.class);
        IdentityChanged renamed = (IdentityChanged) changes.getFirst();
        assertThat(renamed.changed()).containsExactly(IdentityPart.NAME, IdentityPart.BIRTH_DATE);
        assertThat(identity(renamed.identity()))
                .isEqualTo(new Identity("C-1", "Wren", "Talbot-Ruiz", LocalDate.parse("2012-02-28")));
        StatisticsRecorded promoted = (StatisticsRecorded) changes.get(1);
        assertThat(promoted.changed()).containsExactly(StatisticsPart.GRADE_BAND, StatisticsPart.DEMOGRAPHICS);
        assertThat(statistics(promoted.statistics()).race()).isEqualTo(new Code("race", "HISPANIC"));
        assertThat(statistics(promoted.statistics()).sex()).isEqualTo(new Code("sex", "F"));
        assertThat(((StudentEnrolled) changes.getLast()).school()).isEqualTo(new SchoolCode("MAR"));
    }

    @Test
    void hispanic_of_any_race_is_one_group_and_several_races_another() {
        record Expected(String flags, @Nullable String race) {}
        List<Expected> all = List.of(
                new Expected("true,false,false,false,false,false,false", "NATIVE_AMERICAN"),
                new Expected("false,false,false,true,false,false,false", "PACIFIC_ISLANDER"),
                new Expected("false,false,false,false,true,false,true", "HISPANIC"),
                new Expected("false,true,false,false,true,false,false", "MULTIRACIAL"),
                new Expected("false,false,false,false,false,true,", "MULTIRACIAL"),
                new Expected("false,false,false,false,true,,", "WHITE"),
                new Expected("false,false,false,false,false,false,false", null));
        OneRosterZip zip = OneRosterZip.bulk();
        for (int i = 0; i < all.size(); i++) {
            String id = "g" + i;
            zip = zip.with("users.csv", id + ",,,Given,Family,G-" + i + ",10,\n")
                    .with("roles.csv", "r,,," + id + ",primary,student,,,o-1\n")
                    .with(
                            "demographics.csv",
                            demographics(id, "2010-01-01", "other", all.get(i).flags()));
        }
        take(zip);
        for (int i = 0; i < all.size(); i++) {
            StatisticsRecorded recorded =
                    (StatisticsRecorded) eventsOf("G-" + i).get(1);
            Code race = statistics(recorded.statistics()).race();
            assertThat(race == null ? null : race.code()).isEqualTo(all.get(i).race());
        }
    }

    @Test
    void a_delta_moves_promotes_and_ends_those_it_names() {
        take(one("d1", "D-1", "Orla", "Finch", "10", "o-1"));
        take(one("d2", "D-2", "Perrin", "Gale", "10", "o-1"));
        take(one("d3", "D-3", "Quentin", "Hale", "10", "o-1"));

        ImportStatus delta = take(OneRosterZip.delta()
                .with("users.csv", "d1,tobedeleted,2026-01-05T08:00:00Z,Orla,Finch,D-1,10,\n")
                .with(
                        "roles.csv",
                        "rd2,tobedeleted,2026-01-05T08:00:00Z,d2,primary,student,2025-08-18,2026-01-04,o-1\n")
                .with(
                        "demographics.csv",
                        "d3,active,2026-01-05T08:00:00Z,2010-06-07,male,false,false,false,false,true,false,false\n")
                .with("enrollments.csv", "e1,tobedeleted,2026-01-05T08:00:00Z,c1,o-1,d3,student,,\n"));
        assertThat(program.rejections(delta.importId())).isEmpty();
        assertThat(delta.counts()).isEqualTo(new Counts(4, 0, 0, 0, 4));
        assertThat(eventsOf("D-1").getLast()).isInstanceOf(EnrolmentEnded.class);
        assertThat(eventsOf("D-2").getLast()).isInstanceOfSatisfying(EnrolmentEnded.class, ended -> {
            assertThat(ended.school()).isEqualTo(new SchoolCode("MAR"));
            assertThat(ended.lastDay()).isEqualTo(LocalDate.parse("2026-01-04"));
        });
        assertThat(eventsOf("D-3")).as("a class ended, not the school").noneMatch(EnrolmentEnded.class::isInstance);
        assertThat(eventsOf("D-3")).anyMatch(IdentityChanged.class::isInstance);

        take(OneRosterZip.delta()
                .with("roles.csv", "rd2,active,2026-02-01T08:00:00Z,d2,primary,student,2026-02-02,,o-2\n"));
        assertThat(eventsOf("D-2").getLast())
                .isInstanceOfSatisfying(
                        StudentEnrolled.class, back -> assertThat(back.school()).isEqualTo(new SchoolCode("QUI")));
    }

    @Test
    void a_student_who_left_before_anybody_knew_is_not_entered() {
        ImportStatus status = take(OneRosterZip.bulk()
                .with("users.csv", "l1,,,Left,Early,LEFT-1,12,\n")
                .with("roles.csv", "rl1,,,l1,primary,student,2024-08-18,2025-06-10,o-1\n"));
        assertThat(status.counts().outOfScope()).isEqualTo(3);
        assertThat(isThere("LEFT-1")).isFalse();
    }

    @Test
    void a_damaged_line_is_named_by_file_line_and_column_never_quoted_and_every_other_line_is_taken() {
        OneRosterZip zip = OneRosterZip.bulk()
                .with(
                        "users.csv",
                        "x1,,,Adalgisa,Zyxwv,X-1,99,\nx2,,,\"Bertrand,Zyxwv,X-2,10,\nx3,,,Clothilde,Zyxwv,,10,\n")
                .with(
                        "users.csv",
                        "x4,,,Dagobert,Zyxwv,X-4,10,\nx5,,,Ermin,Zyxwv,X-5,10,\nx6,,,Fredegund,Zyxwv,X-6,10,\n")
                .with(
                        "users.csv",
                        "x7,gone,,Gundobad,Zyxwv,X-7,10,\nx8,,,Hathumod,Zyxwv,X-8\nx9,,,Ingund,Zyxwv,X-9,10,\n")
                .with("roles.csv", "r4,,,x4,primary,student,,,o-1\nr5,,,x5,primary,student,,,o-77\n")
                .with("roles.csv", "r6,,,x6,primary,teacher,,,o-1\nr9,,,x9,primary,student,,,o-1\n")
                .with("demographics.csv", demographics("x4", "2010-13-45", "female", ",,,,,,"))
                .with("demographics.csv", demographics("x9", "2010-03-04", "purple", ",,,,,,"))
                .with("demographics.csv", demographics("x99", "2010-03-04", "male", ",,,,,,"));
        ImportStatus status = take(zip);
        assertThat(program.rejections(status.importId()))
                .extracting(Rejection::file, Rejection::line, Rejection::column)
                .containsExactly(
                        tuple("demographics.csv", 4L, "sourcedId"),
                        tuple("roles.csv", 3L, "orgSourcedId"),
                        tuple("users.csv", 2L, "sourcedId"),
                        tuple("users.csv", 3L, "givenName"),
                        tuple("users.csv", 4L, "identifier"),
                        tuple("users.csv", 6L, "sourcedId"),
                        tuple("users.csv", 8L, "sourcedId"),
                        tuple("users.csv", 9L, "grades"));
        assertThat(program.rejections(status.importId()).toString())
                .doesNotContain("Zyxwv", "99", "purple", "2010-13", "2010-03", "Bertrand", "x5", "o-77", "gone");
        assertThat(program.notes(status.importId()))
                .as("what is optional costs itself alone")
                .contains(
                        "Cells that cannot be read are not stated (demographics.csv, birthDate): 1 cell.",
                        "Cells that cannot be read are not stated (demographics.csv, sex): 1 cell.",
                        "Cells that cannot be read are not stated (users.csv, status): 1 cell.",
                        "Grades that nobody knows are not stated (users.csv, grades): 1 cell.");
        assertThat(isThere("X-4")).isTrue();
        assertThat(isThere("X-9")).isTrue();
        assertThat(List.of("X-1", "X-2", "X-5", "X-6", "X-7", "X-8")).noneMatch(OneRosterImportTest::isThere);
    }

    @Test
    void a_line_break_in_a_cell_is_a_blank_and_in_a_number_costs_its_own_line() {
        OneRosterZip zip = OneRosterZip.bulk()
                .with(
                        "users.csv",
                        "b1,,,\"Mary\nAnn\",\"Zyxwv\n\",\"B-1\n\",10,\nb2,,,Otto,Zyxwv,\"B-\n2\",10,\nb3,,,\"Pia\tLu\",Zyxwv,B-3,\"10\n\",\n")
                .with(
                        "roles.csv",
                        "r1,,,\"b1\n\",primary,student,,,o-1\nr2,,,b2,primary,student,,,o-1\nr3,,,b3,primary,student,,,\"o-1\n\"\n");
        ImportStatus status = take(zip);
        assertThat(program.rejections(status.importId()))
                .extracting(Rejection::file, Rejection::line, Rejection::column)
                .contains(tuple("users.csv", 6L, "identifier"))
                .hasSize(1);
        assertThat(isThere("B-1")).isTrue();
        assertThat(isThere("B-3")).isTrue();
        assertThat(List.of("B-2", "B- 2")).noneMatch(OneRosterImportTest::isThere);
        assertThat(eventsOf("B-1").stream()
                        .filter(StudentRegistered.class::isInstance)
                        .map(event -> identity(((StudentRegistered) event).identity())))
                .extracting(Identity::firstName, Identity::lastName)
                .containsExactly(tuple("Mary Ann", "Zyxwv"));
    }

    @Test
    void two_schools_under_one_identifier_are_both_named_and_nobody_is_placed_by_guess() {
        ImportStatus status = take(OneRosterZip.bulk()
                .with(
                        "orgs.csv",
                        "o-h1,,,Heron Quay Middle School,school,HER\no-h2,,,Heron Quay High School,school,her\n"
                                + "o-c,,,\"Comma, School\",school,\"C,1\"\no-n,,,Nameless,school,N/A\n")
                .with("users.csv", "h1,,,Hedwig,Oster,HQ-1,10,\n")
                .with("roles.csv", "rh1,,,h1,primary,student,,,o-h1\n"));
        assertThat(program.rejections(status.importId()))
                .filteredOn(one -> "orgs.csv".equals(one.file()))
                .extracting(Rejection::line, Rejection::column)
                .containsExactlyInAnyOrder(tuple(5L, "identifier"), tuple(6L, "identifier"), tuple(7L, "identifier"));
        assertThat(isThere("HQ-1")).isFalse();
    }

    @Test
    void of_a_student_under_another_number_all_but_the_number_is_taken() {
        take(one("n1", "N-1", "Nils", "Ostrander", "10", "o-1"));
        ImportStatus status = take(one("n1", "N-2", "Nils", "Ostrander", "11", "o-2"));
        assertThat(program.rejections(status.importId())).isEmpty();
        assertThat(program.notes(status.importId())).anyMatch(note -> note.contains("keeps its number"));
        assertThat(isThere("N-2")).isFalse();
        assertThat(eventsOf("N-1"))
                .filteredOn(StudentEnrolled.class::isInstance)
                .extracting(event -> ((StudentEnrolled) event).school().value())
                .containsExactly("MAR", "QUI");
    }

    @Test
    void a_number_that_is_another_students_is_not_given_to_a_second() {
        take(one("n3", "N-3", "Nils", "Ostrander", "10", "o-1"));
        take(one("n4", "N-4", "Alva", "Pendry", "10", "o-1"));
        ImportStatus status = take(one("n3", "N-4", "Nils", "Ostrander", "11", "o-1"));
        assertThat(program.rejections(status.importId())).singleElement().returns("identifier", Rejection::column);
    }

    @Test
    void more_persons_than_one_piece_or_part_holds_are_all_taken_once() {
        OneRosterZip zip = OneRosterZip.bulk();
        StringBuilder users = new StringBuilder();
        StringBuilder roles = new StringBuilder();
        StringBuilder enrollments = new StringBuilder();
        for (int i = 0; i < 450; i++) {
            users.append("m%d,,,Given,Family,M-%d,10,\n".formatted(i, i));
            roles.append("rm%d,,,m%d,primary,student,,,o-1\n".formatted(i, i));
        }
        for (int i = 0; i < 60_000; i++) {
            enrollments.append(
                    "a-long-identifier-of-an-enrollment-%d,,,a-long-identifier-of-a-class,o-1,m%d,student,2025-08-18,\n"
                            .formatted(i, i % 450));
        }
        ImportStatus status = take(zip.with("users.csv", users.toString())
                .with("roles.csv", roles.toString())
                .with("enrollments.csv", enrollments.toString()));
        assertThat(status.counts().accepted() + status.counts().duplicates()).isEqualTo(450 + 450 + 60_000 + 2);
        assertThat(isThere("M-449")).isTrue();
        assertThat(eventsOf("M-7").getLast())
                .isInstanceOfSatisfying(
                        StudentEnrolled.class,
                        first -> assertThat(first.from()).isEqualTo(LocalDate.parse("2025-08-18")));
    }

    @Test
    void nothing_of_a_student_stands_clear_in_the_database_or_waits_on_disk() throws IOException {
        take(one("canary-id", "S-CANARY-77", "Zyxwvella", "Quorrimore", "10", "o-1")
                .with(
                        "demographics.csv",
                        demographics("canary-id", "2009-07-13", "female", "false,false,true,false,false,false,false")));
        record Column(String table, String name, boolean binary) {}
        List<Column> columns = program.jdbc
                .sql("""
                        select format('%I.%I', table_schema, table_name), format('%I', column_name), data_type = 'bytea'
                          from information_schema.columns
                         where table_schema not in ('pg_catalog', 'information_schema')
                           and data_type in ('text', 'bytea', 'character varying', 'ARRAY', 'jsonb', 'json')
                        """)
                .query((row, _) -> new Column(row.getString(1), row.getString(2), row.getBoolean(3)))
                .list();
        assertThat(columns).hasSizeGreaterThan(20);
        for (Column column : columns) {
            String found = column.binary()
                    ? "position(convert_to(:canary, 'UTF8') in " + column.name() + ")"
                    : "position(:canary in cast(" + column.name() + " as text))";
            for (String canary : List.of("Zyxwvella", "Quorrimore", "2009-07-13", "S-CANARY-77", "canary-id")) {
                assertThat(program.jdbc
                                .sql("select count(*) from " + column.table() + " where " + found + " > 0")
                                .param("canary", canary)
                                .query(Long.class)
                                .single())
                        .as(column.toString())
                        .isZero();
            }
        }
        try (var left = Files.walk(program.spool)) {
            assertThat(left.filter(Files::isRegularFile)).isEmpty();
        }
        StudentRegistered registered = (StudentRegistered)
                Objects.requireNonNull(eventsOf("S-CANARY-77").getFirst());
        assertThat(identity(registered.identity()).lastName()).isEqualTo("Quorrimore");
    }
}
