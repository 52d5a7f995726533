package brightline.command.imports.oneroster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import brightline.command.imports.file.ImportStatus;
import brightline.command.imports.file.ImportStatus.Counts;
import brightline.command.imports.file.ImportStatus.Rejection;
import brightline.command.submission.Commands;
import brightline.command.submission.Request;
import brightline.edge.keys.PersonalPart.Identity;
import brightline.edge.keys.StudentIndex;
import brightline.events.Stated;
import brightline.events.student.StudentEvent.EnrolmentEnded;
import brightline.events.student.StudentEvent.IdentityChanged;
import brightline.events.student.StudentEvent.StudentEnrolled;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A roster says where students are: current is what has begun and not ended, however the rows stand and however often they come. */
class OneRosterStateTest {
    private static RosterCase roster;
    private static LocalDate today;

    @BeforeAll
    static void start() {
        roster = new RosterCase();
        today = roster.today();
    }

    @AfterAll
    static void stop() {
        roster.close();
    }

    private static String user(String id, String first, String last, String number) {
        return "%s,,,%s,%s,%s,09,\n".formatted(id, first, last, number);
    }

    private static String role(String id, String user, String type, Object from, Object to, String org) {
        return "%s,,,%s,%s,student,%s,%s,%s\n".formatted(id, user, type, from, to, org);
    }

    private static String birth(String id, String day) {
        return id + ",,," + day + ",,,,,,,,\n";
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoever_has_a_current_role_is_there_in_whatever_order_ended_ones_stand(boolean endedFirst) {
        String number = "S1-" + endedFirst;
        String ended = role("a" + number, number, "primary", today.minusDays(400), today.minusDays(170), "o-1");
        String open = role("b" + number, number, "primary", today.minusDays(100), today.plusDays(200), "o-1");
        OneRosterZip zip = OneRosterZip.bulk()
                .with("users.csv", user(number, "Ansel", "Brackwater", number))
                .with("roles.csv", endedFirst ? ended + open : open + ended);
        roster.take(zip);
        assertThat(roster.schoolsOf(number)).containsExactly("MAR " + today.minusDays(100));
        assertThat(roster.eventsOf(number)).noneMatch(EnrolmentEnded.class::isInstance);

        long events = roster.program.events();
        for (int again = 0; again < 3; again++) {
            ImportStatus status = roster.take(zip.with("manifest.csv", "source.note," + again + "\n"));
            assertThat(status.counts().accepted()).isZero();
        }
        assertThat(roster.program.events())
                .as("an import's start and end, three times")
                .isEqualTo(events + 6);
    }

    @Test
    void a_role_that_comes_back_under_another_id_ends_nothing() {
        roster.take(OneRosterZip.bulk()
                .with("users.csv", user("s2", "Bryn", "Cloverly", "S2"))
                .with("roles.csv", role("s2a", "s2", "primary", today.minusDays(100), "", "o-1")));
        int events = roster.eventsOf("S2").size();
        String newly = "s2x,active," + today + "T06:00:00.000Z,s2,primary,student," + today.minusDays(100) + ",,o-1\n";
        String gone =
                "s2a,tobedeleted," + today + "T06:00:00.000Z,s2,primary,student," + today.minusDays(100) + ",,o-1\n";
        String goneById = "s2x,tobedeleted," + today + "T06:00:00.000Z,,,,,,\n";
        roster.take(OneRosterZip.delta().with("roles.csv", gone + newly));
        roster.take(OneRosterZip.delta().with("roles.csv", goneById + newly.replace("s2x", "s2y")));
        assertThat(roster.eventsOf("S2")).hasSize(events);
        assertThat(roster.schoolsOf("S2")).containsExactly("MAR " + today.minusDays(100));
    }

    @Test
    void an_end_is_dated_by_the_last_row_that_ended() {
        String user = user("s3", "Cyra", "Dunmore", "S3");
        roster.take(OneRosterZip.bulk()
                .with("users.csv", user)
                .with("roles.csv", role("s3a", "s3", "primary", today.minusDays(300), "", "o-1")));
        roster.take(OneRosterZip.bulk()
                .with("users.csv", user)
                .with(
                        "roles.csv",
                        role("s3b", "s3", "primary", today.minusDays(100), today.minusDays(9), "o-1")
                                + role("s3a", "s3", "primary", today.minusDays(300), today.minusDays(120), "o-1")));
        assertThat(roster.schoolsOf("S3")).isEmpty();
        assertThat(roster.leftOn("S3")).isEqualTo(today.minusDays(9));
    }

    @Test
    void nobody_is_enrolled_before_a_role_begins_and_it_is_noted() {
        OneRosterZip zip = OneRosterZip.bulk()
                .with("users.csv", "s4,,,Dana,Ellery,S4,09,o-1\n")
                .with("roles.csv", role("s4a", "s4", "primary", today.plusDays(20), "", "o-1"));
        ImportStatus status = roster.take(zip);
        assertThat(roster.schoolsOf("S4")).isEmpty();
        assertThat(roster.program.notes(status.importId()))
                .anyMatch(note -> note.contains("later day") && note.contains("1 student"));
    }

    @Test
    void a_student_of_two_schools_is_enrolled_at_both_and_the_primary_ones_is_the_home_school() {
        String user = user("s5", "Yara", "Ashdown", "S5");
        LocalDate from = today.minusDays(90);
        String primary = role("s5p", "s5", "primary", from, "", "o-2");
        String secondary = role("s5s", "s5", "secondary", from, "", "o-1");
        roster.take(OneRosterZip.bulk().with("users.csv", user).with("roles.csv", secondary + primary));
        assertThat(roster.schoolsOf("S5")).containsExactly("QUI " + from, "MAR " + from);
        int events = roster.eventsOf("S5").size();
        roster.take(OneRosterZip.bulk().with("users.csv", user).with("roles.csv", primary + secondary));
        assertThat(roster.eventsOf("S5")).hasSize(events);

        roster.take(OneRosterZip.delta().with("roles.csv", "s5s,tobedeleted," + today.minusDays(3) + ",,,,,,\n"));
        assertThat(roster.schoolsOf("S5")).containsExactly("QUI " + from);
        assertThat(roster.leftOn("S5")).isEqualTo(today.minusDays(3));

        roster.take(OneRosterZip.delta().with("roles.csv", role("s5n", "s5", "secondary", today, "", "o-1")));
        roster.take(OneRosterZip.bulk()
                .with("users.csv", user)
                .with("roles.csv", role("s5n", "s5", "primary", today, "", "o-1")));
        assertThat(roster.schoolsOf("S5")).as("moved").containsExactly("MAR " + today);
    }

    @Test
    void one_student_under_two_names_of_the_source_is_at_the_schools_of_both() {
        String users = user("s6-a", "Zoe", "Bramwell", "S6") + user("s6-b", "Zoe", "Bramwell", "S6");
        OneRosterZip zip = OneRosterZip.bulk()
                .with("users.csv", users)
                .with("demographics.csv", birth("s6-a", "2010-01-20") + birth("s6-b", "2010-01-20"))
                .with(
                        "roles.csv",
                        role("s6x", "s6-a", "primary", today.minusDays(50), "", "o-1")
                                + role("s6y", "s6-b", "primary", today.minusDays(40), "", "o-2"));
        roster.take(zip);
        assertThat(roster.schoolsOf("S6")).containsExactly("QUI " + today.minusDays(40), "MAR " + today.minusDays(50));
        long events = roster.program.events();
        assertThat(roster.take(zip).counts().accepted()).isZero();
        assertThat(roster.program.events()).isEqualTo(events + 2);
    }

    @Test
    void a_second_child_under_one_number_is_rejected_and_the_first_stays_who_it_was() {
        roster.take(OneRosterZip.bulk()
                .with("users.csv", user("c1", "Cleo", "Dunmarrow", "N-500"))
                .with("demographics.csv", birth("c1", "2010-01-20"))
                .with("roles.csv", role("c1r", "c1", "primary", "", "", "o-1")));
        OneRosterZip zip = OneRosterZip.bulk()
                .with("users.csv", user("c1", "Cleo", "Dunmarrow", "N-500") + user("c2", "Dario", "Elmsworth", "N-500"))
                .with("demographics.csv", birth("c1", "2010-01-20") + birth("c2", "2013-06-30"))
                .with(
                        "roles.csv",
                        role("c1r", "c1", "primary", "", "", "o-1") + role("c2r", "c2", "primary", "", "", "o-2"));
        for (int sent = 0; sent < 2; sent++) {
            ImportStatus status = roster.take(zip.with("manifest.csv", "source.note," + sent + "\n"));
            assertThat(roster.program.rejections(status.importId()))
                    .extracting(Rejection::file, Rejection::line, Rejection::column)
                    .containsExactly(tuple("users.csv", 3L, "identifier"));
            assertThat(roster.program.rejections(status.importId()).toString())
                    .contains("another student")
                    .doesNotContain("N-500", "Cleo", "Dario");
            assertThat(status.counts().lines()).isEqualTo(9);
        }
        assertThat(roster.identityOf("N-500"))
                .isEqualTo(new Identity("N-500", "Cleo", "Dunmarrow", LocalDate.parse("2010-01-20")));
        assertThat(roster.eventsOf("N-500"))
                .filteredOn(StudentEnrolled.class::isInstance)
                .hasSize(1);
    }

    @Test
    void a_number_given_again_by_another_system_keeps_the_second_child_apart_and_a_new_surname_does_not() {
        roster.take(OneRosterZip.bulk()
                .with("users.csv", user("e3", "Edda", "Fernhollow", "N-600") + user("e4", "Elin", "Garnet", "N-601"))
                .with("demographics.csv", birth("e3", "2009-04-04") + birth("e4", "2009-05-05"))
                .with(
                        "roles.csv",
                        role("e3r", "e3", "primary", "", "", "o-1") + role("e4r", "e4", "primary", "", "", "o-1")));
        OneRosterZip second = OneRosterZip.bulk()
                .with("manifest.csv", "source.systemCode,NEW\n")
                .with("users.csv", user("n77", "Finn", "Gorsebank", "N-600") + user("n78", "Elin", "Hartwell", "N-601"))
                .with("demographics.csv", birth("n77", "2012-08-08") + birth("n78", "2009-05-05"))
                .with(
                        "roles.csv",
                        role("e9r", "n77", "primary", "", "", "o-1") + role("e8r", "n78", "primary", "", "", "o-1"));
        ImportStatus status = roster.take(second);
        assertThat(roster.program.rejections(status.importId())).isEmpty();
        assertThat(roster.program.notes(status.importId())).anyMatch(note -> note.endsWith(": 1 student."));
        assertThat(roster.identityOf("N-600").lastName()).isEqualTo("Fernhollow");
        assertThat(roster.identityOf("N-601").lastName()).isEqualTo("Hartwell");
        StudentIndex index = roster.program.context.getBean(StudentIndex.class);
        assertThat(index.find("N-600")).hasSize(2);
        assertThat(index.find("N-601")).hasSize(1);
        long events = roster.program.events();
        roster.take(second.with("manifest.csv", "source.note,again\n"));
        assertThat(roster.program.events()).as("said again, nothing new").isEqualTo(events + 2);
        roster.take(OneRosterZip.bulk()
                .with("manifest.csv", "source.systemCode,THIRD\n")
                .with("users.csv", user("t1", "Finn", "Gorsebank", "N-600"))
                .with("demographics.csv", birth("t1", "2012-08-08"))
                .with("roles.csv", role("t1r", "t1", "primary", "", "", "o-1")));
        assertThat(index.find("N-600")).as("told apart by name and birth date").hasSize(2);
    }

    private static OneRosterZip of(String system, String org, String student) {
        return OneRosterZip.bulk()
                .with("manifest.csv", "source.systemCode," + system + "\n")
                .changed("orgs.csv", text -> text.lines().findFirst().orElseThrow() + "\n")
                .with("orgs.csv", org + "\n")
                .with("users.csv", user(student, "Orla", "Twinham", student))
                .with("roles.csv", role("r" + student, student, "primary", today.minusDays(30), "", "1"));
    }

    @Test
    void what_two_systems_call_alike_are_two_schools() {
        roster.take(of("ORG-A", "1,,,Marlow High School,school,MAR", "SYS-1"));
        roster.take(of("ORG-B", "1,,,Quince Middle School,school,QUI", "SYS-2"));
        roster.take(OneRosterZip.delta()
                .with("manifest.csv", "source.systemCode,ORG-A\n")
                .with("users.csv", user("SYS-3", "Pia", "Twinham", "SYS-3"))
                .with("roles.csv", role("rSYS-3", "SYS-3", "primary", today.minusDays(30), "", "1"))
                .with("roles.csv", role("sSYS-1", "SYS-1", "secondary", today.minusDays(30), "", "1")));
        assertThat(roster.schoolsOf("SYS-1")).containsExactly("MAR " + today.minusDays(30));
        assertThat(roster.schoolsOf("SYS-2")).containsExactly("QUI " + today.minusDays(30));
        assertThat(roster.schoolsOf("SYS-3")).containsExactly("MAR " + today.minusDays(30));
    }

    @Test
    void a_school_whose_only_code_is_another_systems_is_named_and_not_made_one_with_it() {
        roster.take(of("ORG-C", "1,,,Alder School,school,", "SYS-5"));
        ImportStatus status = roster.take(of("ORG-D", "1,,,Birch School,school,", "SYS-6"));
        assertThat(roster.program.rejections(status.importId()))
                .extracting(Rejection::file, Rejection::line, Rejection::column)
                .contains(tuple("orgs.csv", 2L, "sourcedId"), tuple("roles.csv", 2L, "orgSourcedId"));
        assertThat(roster.isThere("SYS-6")).isFalse();

        ImportStatus renamed = roster.take(of("ORG-C", "1,,,Alder Academy,school,", "SYS-5"));
        assertThat(roster.program.rejections(renamed.importId())).isEmpty();
        ImportStatus same = roster.take(of("ORG-D", "1,,,Alder Academy,school,", "SYS-6"));
        assertThat(roster.program.rejections(same.importId())).isEmpty();
        ImportStatus renamedAgain = roster.take(of("ORG-C", "1,,,Alder High,school,", "SYS-5"));
        assertThat(roster.program.rejections(renamedAgain.importId()))
                .as("no news to a system that has had the code all along")
                .isEmpty();
    }

    /** Many are shortened to one: two children would be one, and those of earlier files would be missing. */
    @Test
    void an_id_as_a_spreadsheet_shortens_it_is_named_and_leads_to_nobody() {
        String system = "source.systemCode,SHORT-SIS\n";
        roster.take(OneRosterZip.bulk()
                .with("manifest.csv", system)
                .with("users.csv", user("123456789012", "Isa", "Shortly", "SH-1"))
                .with("roles.csv", role("sh1", "123456789012", "primary", today.minusDays(90), "", "o-1")));
        String shortened = "1.23457E+11";
        ImportStatus status = roster.take(OneRosterZip.bulk()
                .with("manifest.csv", system)
                .with("orgs.csv", shortened + ",,,Yonder School,school,YON\n")
                .with("users.csv", user(shortened, "Isa", "Shortly", "SH-1") + user(shortened, "Jo", "Shortly", "SH-2"))
                .with("users.csv", user("sh-3", "Kim", "Shortly", "SH-3") + user("sh-4", "Lu", "Shortly", "SH-4"))
                .with("roles.csv", role("sh1", shortened, "primary", "", "", "o-1"))
                .with("roles.csv", role("sh3", "sh-3", "primary", "", "", shortened))
                .with("roles.csv", role(shortened, "sh-4", "primary", "", "", "o-1"))
                .with("roles.csv", shortened + ",tobedeleted,,,,,,,\n")
                .with("demographics.csv", birth(shortened, "2010-01-01")));
        assertThat(roster.program.rejections(status.importId()))
                .filteredOn(one -> one.reason().contains("shortens"))
                .extracting(Rejection::file, Rejection::line, Rejection::column)
                .containsExactlyInAnyOrder(
                        tuple("orgs.csv", 5L, "sourcedId"),
                        tuple("users.csv", 2L, "sourcedId"),
                        tuple("users.csv", 3L, "sourcedId"),
                        tuple("roles.csv", 2L, "userSourcedId"),
                        tuple("roles.csv", 3L, "orgSourcedId"),
                        tuple("roles.csv", 4L, "sourcedId"),
                        tuple("roles.csv", 5L, "sourcedId"),
                        tuple("demographics.csv", 2L, "sourcedId"));
        assertThat(roster.program.rejections(status.importId()).toString()).doesNotContain(shortened);
        assertThat(roster.schoolsOf("SH-1")).hasSize(1);
        assertThat(List.of("SH-2", "SH-3", "SH-4")).noneMatch(roster::isThere);
        assertThat(roster.program.notes(status.importId()))
                .noneMatch(note -> note.contains("not in this complete one"))
                .anyMatch(note -> note.contains("Nobody counts as missing"));
    }

    @Test
    void deletions_need_ids_only_and_are_dated_by_their_line() {
        roster.take(OneRosterZip.bulk()
                .with("users.csv", user("l1", "Tilda", "Uxbridge", "L-1") + user("l2", "Ulf", "Verdigris", "L-2"))
                .with(
                        "roles.csv",
                        role("lr1", "l1", "primary", today.minusDays(90), "", "o-1")
                                + role("lr2", "l2", "primary", today.minusDays(90), "", "o-1")));
        LocalDate day = today.minusDays(20);
        ImportStatus status = roster.take(OneRosterZip.delta()
                .with("users.csv", "l1,tobedeleted," + day + "T06:00:00.000Z,,,,,\n")
                .with("roles.csv", "lr2,tobedeleted," + day + "T06:00:00.000Z,,,,,,\n")
                .with("roles.csv", "l-unknown,tobedeleted," + day + "T06:00:00.000Z,,,,,,\n"));
        assertThat(roster.program.rejections(status.importId())).isEmpty();
        assertThat(status.counts()).isEqualTo(new Counts(2, 0, 1, 0, 2));
        for (String left : List.of("L-1", "L-2")) {
            assertThat(roster.schoolsOf(left)).isEmpty();
            assertThat(roster.leftOn(left)).isEqualTo(day);
        }
    }

    /** Whose students no other test has. */
    private static OneRosterZip ofSchools() {
        return OneRosterZip.bulk().with("orgs.csv", "x-1,,,Xavier School,school,XAV\nx-2,,,Xenia School,school,XEN\n");
    }

    /** Neither file says whose it is: a district sends each school's roster by itself. */
    @Test
    void a_complete_file_of_one_school_says_nothing_of_the_students_of_others() {
        OneRosterZip marlow = ofSchools()
                .with("users.csv", user("one-s1", "Ada", "Onely", "ONE-1") + user("one-s2", "Bo", "Onely", "ONE-2"))
                .with(
                        "roles.csv",
                        role("one-sr1", "one-s1", "primary", today.minusDays(90), "", "x-1")
                                + role("one-sr2", "one-s2", "primary", today.minusDays(90), "", "x-1"));
        OneRosterZip quince = ofSchools()
                .with(
                        "users.csv",
                        user("one-s3", "Cy", "Onely", "ONE-3")
                                + user("one-s4", "Di", "Onely", "ONE-4")
                                + user("one-s5", "Ed", "Onely", "ONE-5"))
                .with(
                        "roles.csv",
                        role("one-sr3", "one-s3", "primary", today.minusDays(90), "", "x-2")
                                + role("one-sr4", "one-s4", "primary", today.minusDays(90), "", "x-2")
                                + role("one-sr5", "one-s5", "primary", today.minusDays(90), "", "x-2")
                                + role("one-sr5b", "one-s5", "secondary", today.minusDays(90), "", "x-1"));
        assertThat(roster.program.notes(roster.take(marlow).importId())).isEmpty();
        assertThat(roster.program.notes(roster.take(quince).importId())).isEmpty();

        OneRosterZip fewer = ofSchools()
                .with("users.csv", user("one-s3", "Cy", "Onely", "ONE-3"))
                .with("roles.csv", role("one-sr3", "one-s3", "primary", today.minusDays(90), "", "x-2"));
        ImportStatus status = roster.take(fewer);
        assertThat(roster.program.notes(status.importId()))
                .singleElement()
                .asString()
                .endsWith(": 1 student.");
        roster.program
                .context
                .getBean(Commands.class)
                .send(
                        new EndMissing(status.importId(), null, today.minusDays(7)),
                        EndMissing.Answer.class,
                        Request.inside("coordinator"));
        assertThat(roster.schoolsOf("ONE-4")).isEmpty();
        for (String stays : List.of("ONE-1", "ONE-2")) {
            assertThat(roster.schoolsOf(stays)).as(stays).hasSize(1);
        }
        assertThat(roster.schoolsOf("ONE-5"))
                .as("at a school the file says nothing of, too")
                .hasSize(2);

        ImportStatus closed = roster.take(fewer.with("orgs.csv", "x-1,tobedeleted,,Xavier School,school,XAV\n"));
        assertThat(roster.program.notes(closed.importId())).anyMatch(note -> note.contains("not in this complete one"));
    }

    @Test
    void whoever_is_in_the_file_is_not_missing_from_it_though_the_lines_are_not_taken() {
        String system = "source.systemCode,NAMED-SIS\n";
        OneRosterZip start = OneRosterZip.bulk()
                .with("manifest.csv", system)
                .with("users.csv", user("n1", "Fay", "Named", "NAM-1") + user("n2", "Gus", "Named", "NAM-2"))
                .with(
                        "roles.csv",
                        role("nr1", "n1", "primary", today.minusDays(90), "", "o-1")
                                + role("nr2", "n2", "primary", today.minusDays(90), "", "o-1"));
        roster.take(start);
        ImportStatus later = roster.take(OneRosterZip.bulk()
                .with("manifest.csv", system)
                .with("users.csv", "n1,,,,,NAM-1,09,\n" + user("n2", "Gus", "Named", "NAM-2"))
                .with(
                        "roles.csv",
                        role("nr1", "n1", "primary", today.minusDays(90), "", "o-1")
                                + role("nr2", "n2", "primary", today.minusDays(90), "", "o-1")));
        assertThat(later.counts().rejected()).as("nobody of no name").isEqualTo(1);
        assertThat(roster.program.notes(later.importId())).isEmpty();
    }

    @Test
    void a_child_of_two_entries_is_not_missing_while_the_file_has_one_of_them() {
        String system = "source.systemCode,TWICE-SIS\n";
        OneRosterZip start = OneRosterZip.bulk().with("manifest.csv", system);
        OneRosterZip later = start;
        for (int i = 1; i <= 4; i++) {
            String user = user("tw" + i, "Vera", "Wolds" + i, "TWICE-" + i);
            String role = role("twr" + i, "tw" + i, "primary", today.minusDays(90), "", "o-1");
            start = start.with("users.csv", user).with("roles.csv", role);
            later = i > 2 ? later.with("users.csv", user).with("roles.csv", role) : later;
        }
        roster.take(start);
        StudentIndex index = roster.program.context.getBean(StudentIndex.class);
        index.join(index.find("TWICE-3").getFirst(), index.find("TWICE-1").getFirst());
        index.join(index.find("TWICE-2").getFirst(), index.find("TWICE-4").getFirst());
        ImportStatus status = roster.take(later);
        assertThat(roster.program.notes(status.importId())).isEmpty();
        Commands commands = roster.program.context.getBean(Commands.class);
        assertThat(commands.send(
                                new EndMissing(status.importId(), null, today.minusDays(7)),
                                EndMissing.Answer.class,
                                Request.inside("coordinator"))
                        .answer())
                .isEqualTo(new EndMissing.Answer(status.importId(), 0, 0));
        assertThat(roster.schoolsOf("TWICE-1")).hasSize(1);
        assertThat(roster.schoolsOf("TWICE-4")).hasSize(1);

        index.part(index.holders("TWICE-2").getFirst());
        assertThat(commands.send(
                                new EndMissing(status.importId(), Set.of(), today.minusDays(7)),
                                EndMissing.Answer.class,
                                Request.inside("coordinator"))
                        .answer())
                .as("two children again")
                .isEqualTo(new EndMissing.Answer(status.importId(), 0, 1));
    }

    @Test
    void a_child_whom_the_source_calls_by_two_names_keeps_one_identity_and_all_schools() {
        OneRosterZip zip = OneRosterZip.bulk()
                .with("manifest.csv", "source.systemCode,PAIR-SIS\n")
                .with(
                        "users.csv",
                        user("pa", "Ansel", "Brackwater", "PAIR-1")
                                + user("pb", "Otis", "Vale", "PAIR-2")
                                + user("pc", "Bryn", "Cloverly", "PAIR-3")
                                + user("pd", "Bryn", "Cloverlee", "PAIR-4"))
                .with("demographics.csv", birth("pa", "2010-05-01") + birth("pb", "2012-02-29"))
                .with(
                        "roles.csv",
                        role("pra", "pa", "primary", today.minusDays(90), "", "o-1")
                                + role("prb", "pb", "secondary", today.minusDays(90), "", "o-2")
                                + role("prc", "pc", "primary", today.minusDays(90), "", "o-1")
                                + role("prd", "pd", "primary", today.minusDays(90), "", "o-1"));
        roster.take(zip);
        StudentIndex index = roster.program.context.getBean(StudentIndex.class);
        index.join(index.find("PAIR-2").getFirst(), index.find("PAIR-1").getFirst());
        index.join(index.find("PAIR-4").getFirst(), index.find("PAIR-3").getFirst());
        for (int again = 0; again < 2; again++) {
            ImportStatus status = roster.take(zip.with("manifest.csv", "source.note," + again + "\n"));
            assertThat(status.counts().rejected()).isZero();
        }
        assertThat(roster.identityOf("PAIR-1").lastName()).isEqualTo("Brackwater");
        assertThat(roster.eventsOf("PAIR-3")).noneMatch(IdentityChanged.class::isInstance);
        assertThat(roster.schoolsOf("PAIR-2"))
                .containsExactly("MAR " + today.minusDays(90), "QUI " + today.minusDays(90));

        roster.take(OneRosterZip.delta()
                .with("manifest.csv", "source.systemCode,PAIR-SIS\n")
                .with("roles.csv", "prd,tobedeleted," + today.minusDays(3) + ",,,,,,\n"));
        assertThat(roster.schoolsOf("PAIR-3")).as("by the other name").hasSize(1);
    }

    @Test
    void who_is_missing_from_a_complete_file_stays_and_is_counted() {
        String system = "source.systemCode,MISSING-SIS\n";
        OneRosterZip start = OneRosterZip.bulk().with("manifest.csv", system);
        OneRosterZip later = start;
        for (int i = 1; i <= 4; i++) {
            String user = user("m" + i, "Vera", "Wolds" + i, "MISS-" + i);
            String role = role("mr" + i, "m" + i, "primary", today.minusDays(90), "", "o-1");
            start = start.with("users.csv", user).with("roles.csv", role);
            later = i > 2 ? later.with("users.csv", user).with("roles.csv", role) : later;
        }
        assertThat(roster.program.notes(roster.take(start).importId())).isEmpty();
        ImportStatus status = roster.take(later);
        assertThat(roster.program.notes(status.importId()))
                .singleElement()
                .asString()
                .contains("not in this complete one")
                .endsWith("2 students.");
        assertThat(roster.schoolsOf("MISS-1")).hasSize(1);

        EndMissing decision = new EndMissing(status.importId(), null, today.minusDays(7));
        Commands commands = roster.program.context.getBean(Commands.class);
        assertThat(commands.send(decision, EndMissing.Answer.class, Request.inside("coordinator"))
                        .answer())
                .isEqualTo(new EndMissing.Answer(status.importId(), 2, 0));
        assertThat(roster.schoolsOf("MISS-1")).isEmpty();
        assertThat(roster.leftOn("MISS-2")).isEqualTo(today.minusDays(7));
        assertThat(roster.schoolsOf("MISS-3")).hasSize(1);
        assertThat(commands.send(decision, EndMissing.Answer.class, Request.inside("coordinator"))
                        .answer()
                        .ended())
                .as("said twice")
                .isZero();
        ImportStatus third = roster.take(later.with("manifest.csv", "source.note,third\n"));
        assertThat(roster.program.notes(third.importId())).isEmpty();

        roster.take(start.with("manifest.csv", "source.note,back\n"));
        assertThat(roster.schoolsOf("MISS-1")).as("back again").hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "h1b,,,h1,primary,student,,,o-nowhere\n",
                "h1b,,,h1,primary,student,\n",
                "h1b,,,h1,primary,student,,,\"o-1\n"
            })
    void a_role_that_cannot_be_read_ends_no_enrollment(String damaged) {
        String user = user("h1", "Hedda", "Yarrow", "H-1");
        roster.take(OneRosterZip.bulk()
                .with("users.csv", user)
                .with("roles.csv", role("h1b", "h1", "primary", today.minusDays(90), "", "o-1")));
        int events = roster.eventsOf("H-1").size();
        ImportStatus status = roster.take(OneRosterZip.bulk()
                .with("users.csv", user)
                .with(
                        "roles.csv",
                        role("h1a", "h1", "primary", today.minusDays(300), today.minusDays(120), "o-1") + damaged));
        assertThat(roster.program.rejections(status.importId())).isNotEmpty();
        assertThat(roster.eventsOf("H-1")).hasSize(events);
        assertThat(roster.schoolsOf("H-1")).hasSize(1);
    }

    @Test
    void whoever_is_in_the_file_is_not_missing_though_the_line_is_rejected() {
        OneRosterZip start = OneRosterZip.bulk().with("manifest.csv", "source.systemCode,REJECTING-SIS\n");
        String roles = "";
        for (int i = 1; i <= 3; i++) {
            roles += role("rr" + i, "r" + i, "primary", today.minusDays(90), "", "o-1");
        }
        String kept = user("r1", "Rhea", "Stanwick", "REJ-1");
        roster.take(start.with(
                        "users.csv",
                        kept + user("r2", "Rolf", "Stanwick", "REJ-2") + user("r3", "Runa", "Stanwick", "REJ-3"))
                .with("roles.csv", roles));
        OneRosterZip later =
                start.with("users.csv", kept + "r2,,,,,REJ-2,09,\n" + user("r3", "Oda", "Quarrier", "REJ-1"));
        ImportStatus status = roster.take(later.with("roles.csv", roles));
        assertThat(roster.program.rejections(status.importId())).hasSize(2);
        assertThat(roster.program.notes(status.importId()))
                .noneMatch(note -> note.contains("not in this complete one"));

        ImportStatus lost =
                roster.take(start.with("users.csv", kept + "r2,,,Rolf\n").with("roles.csv", roles));
        assertThat(roster.program.notes(lost.importId()))
                .anyMatch(note -> note.contains("Nobody counts as missing"))
                .noneMatch(note -> note.contains("not in this complete one"));
    }

    @Test
    void the_days_of_a_spreadsheet_are_read_as_other_days_of_the_file_say() {
        String ended = "%d/%d/%d";
        LocalDate last = today.minusDays(today.getDayOfMonth()).withDayOfMonth(5);
        String end = ended.formatted(last.getMonthValue(), last.getDayOfMonth(), last.getYear());
        String users = user("k1", "Kaja", "Lund", "K-1") + user("k2", "Kasper", "Lund", "K-2");
        String roles = role("kr1", "k1", "primary", "8/18/2025", end, "o-1")
                + role("kr2", "k2", "primary", "8/18/2025", "", "o-1");
        roster.take(OneRosterZip.bulk()
                .with("users.csv", users)
                .with("roles.csv", role("kr1", "k1", "primary", "2025-08-18", "", "o-1")));
        ImportStatus status =
                roster.take(OneRosterZip.bulk().with("users.csv", users).with("roles.csv", roles));
        assertThat(roster.program.notes(status.importId())).noneMatch(note -> note.contains("endDate"));
        assertThat(roster.schoolsOf("K-1")).isEmpty();
        assertThat(roster.leftOn("K-1")).isEqualTo(last);
        assertThat(roster.schoolsOf("K-2")).containsExactly("MAR 2025-08-18");
    }

    @Test
    void a_line_that_says_the_same_once_more_costs_nobody_anything() {
        String user = user("t1", "Tove", "Ivarsen", "T-1");
        String role = role("tr1", "t1", "primary", today.minusDays(90), "", "o-1");
        ImportStatus status =
                roster.take(OneRosterZip.bulk().with("users.csv", user + user).with("roles.csv", role));
        assertThat(roster.program.rejections(status.importId())).isEmpty();
        assertThat(roster.schoolsOf("T-1")).hasSize(1);
        ImportStatus other = roster.take(OneRosterZip.bulk()
                .with("users.csv", user + user("t1", "Tove", "Iversen", "T-1"))
                .with("roles.csv", role));
        assertThat(roster.program.rejections(other.importId()))
                .singleElement()
                .returns("sourcedId", ImportStatus.Rejection::column);
    }

    @Test
    void a_manifest_of_another_encoding_is_read() {
        byte[] zip = OneRosterZip.bulk()
                .with("manifest.csv", "source.systemName,Registro de la Peña\n")
                .with("users.csv", user("u1", "Peña", "Ibarra", "PE-1"))
                .with("roles.csv", role("ur1", "u1", "primary", today.minusDays(90), "", "o-1"))
                .inWindows1252();
        ImportStatus status = roster.program.take(new ByteArrayInputStream(zip), OneRosterCsv.NAME, Stated.MISSING);
        assertThat(status.state()).isEqualTo(ImportStatus.State.DONE);
        assertThat(roster.identityOf("PE-1").firstName()).isEqualTo("Peña");
    }

    @Test
    void a_disabled_user_stays_and_is_counted() {
        OneRosterZip zip = OneRosterZip.bulk()
                .changed("users.csv", text -> text.replace(",givenName", ",enabledUser,givenName"))
                .with("users.csv", "d1,,,false,Vera,Wolds,DIS-1,09,\n")
                .with("roles.csv", role("dr1", "d1", "primary", "", "", "o-1"));
        ImportStatus status = roster.take(zip);
        assertThat(roster.program.notes(status.importId()))
                .anyMatch(note -> note.contains("enabledUser") && note.endsWith("1 student."));
        assertThat(roster.schoolsOf("DIS-1")).hasSize(1);
    }

    @Test
    void of_a_school_that_is_taken_back_none_is_made() {
        long schools = roster.program.streams("School");
        ImportStatus status = roster.take(OneRosterZip.bulk()
                .with("orgs.csv", "closed-s,tobedeleted,2026-11-06T06:00:00.000Z,Sandbar School,school,SANDBAR\n")
                .with("users.csv", "x9,,,Xeno,Zephyrine,CLOSED-9,09,closed-s\n")
                .with("roles.csv", role("x9r", "x9", "primary", today.minusDays(90), "", "closed-s")));
        assertThat(roster.program.rejections(status.importId())).isEmpty();
        assertThat(roster.program.streams("School")).isEqualTo(schools);
        assertThat(roster.program.notes(status.importId()))
                .anyMatch(note -> note.contains("tobedeleted") && note.endsWith("1 school."));
    }
}
