package brightline.command.imports.oneroster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import brightline.command.imports.file.ImportStatus;
import brightline.command.imports.file.ImportStatus.Cause;
import brightline.command.imports.file.ImportStatus.Counts;
import brightline.command.imports.file.ImportStatus.Failure;
import brightline.command.imports.file.ImportStatus.Rejection;
import brightline.command.imports.file.ImportStatus.State;
import brightline.edge.keys.PersonalPart.Identity;
import brightline.edge.keys.PersonalPart.Statistics;
import brightline.events.Code;
import brightline.events.Stated;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is optional never costs what is not; and what is wrong with a whole file is said once. */
class OneRosterCellsTest {
    private static RosterCase roster;

    @BeforeAll
    static void start() {
        roster = new RosterCase();
    }

    @AfterAll
    static void stop() {
        roster.close();
    }

    private static String role(String user) {
        return "r%s,,,%s,primary,student,2026-01-05,,o-1\n".formatted(user, user);
    }

    private static @Nullable Code bandOf(String number) {
        Statistics statistics = roster.statisticsOf(number);
        return statistics == null ? null : statistics.gradeBand();
    }

    @Test
    void no_grade_costs_a_child() {
        List<String> grades = List.of("K", "KF", "PK3", "-1", "0", "Kindergarten", "SP", "14", "KG", "09");
        OneRosterZip zip = OneRosterZip.bulk().with("manifest.csv", "source.systemCode,GRADES\n");
        for (int i = 0; i < grades.size(); i++) {
            zip = zip.with("users.csv", "g%d,,,Grade,Sample%d,G-%d,%s,\n".formatted(i, i, i, grades.get(i)))
                    .with("roles.csv", role("g" + i));
        }
        ImportStatus status = roster.take(zip);
        assertThat(roster.program.rejections(status.importId())).isEmpty();
        for (int i : List.of(0, 1, 2, 3, 4, 5, 8)) {
            assertThat(bandOf("G-" + i)).as(grades.get(i)).isEqualTo(new Code("grade-band", "PK-2"));
        }
        assertThat(bandOf("G-6")).isNull();
        assertThat(bandOf("G-7")).isNull();
        assertThat(bandOf("G-9")).isEqualTo(new Code("grade-band", "9-12"));
        assertThat(roster.program.notes(status.importId()))
                .containsExactly("Grades that nobody knows are not stated (users.csv, grades): 2 cells.");
    }

    @Test
    void no_name_costs_a_child_that_has_one() {
        ImportStatus status = roster.take(OneRosterZip.bulk()
                .with("manifest.csv", "source.systemCode,NAMES\n")
                .with("users.csv", "b1,,,Sudarmo,,B-1,09,\n")
                .with("users.csv", "b2,,," + "A".repeat(101) + ",Longwright,B-2,09,\n")
                .with("users.csv", "b3,,,\u202eTurned,Around\u200fby,B-3,09,\n")
                .with("users.csv", "b4,,,,,B-4,09,\n")
                .with("roles.csv", role("b1") + role("b2") + role("b3") + role("b4")));
        assertThat(roster.program.rejections(status.importId()))
                .extracting(Rejection::line, Rejection::column)
                .containsExactly(tuple(5L, "familyName"));
        assertThat(roster.identityOf("B-1")).isEqualTo(new Identity("B-1", "Sudarmo", null, null));
        assertThat(roster.identityOf("B-2").firstName()).isEqualTo("A".repeat(100));
        assertThat(roster.identityOf("B-3")).isEqualTo(new Identity("B-3", "Turned", "Aroundby", null));
        assertThat(roster.program.notes(status.importId()))
                .containsExactly("Names are cut after 100 characters (users.csv, givenName): 1 cell.");
    }

    @Test
    void demographics_are_read_where_they_are_plain_and_cost_themselves_alone_where_not() {
        OneRosterZip zip = OneRosterZip.bulk().with("manifest.csv", "source.systemCode,DEMOGRAPHICS\n");
        List<String> demographics = List.of(
                "2010-01-01,F,1,0,0,0,0,0,0",
                "2010-01-02,male,Y,N,N,N,N,N,N",
                "01/04/2010,female,false,false,true,false,false,false,false",
                "1/24/2010,female,,,,,,,",
                "2010-01-06,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL",
                "2010-13-06,purple,maybe,false,false,false,true,false,false");
        for (int i = 0; i < demographics.size(); i++) {
            zip = zip.with("users.csv", "d%d,,,Demo,Sample%d,D-%d,09,\n".formatted(i, i, i))
                    .with("roles.csv", role("d" + i))
                    .with("demographics.csv", "d%d,,,%s\n".formatted(i, demographics.get(i)));
        }
        ImportStatus status = roster.take(zip);
        assertThat(roster.program.rejections(status.importId())).isEmpty();
        group(0, "2010-01-01", "F", "NATIVE_AMERICAN");
        group(1, "2010-01-02", "M", "NATIVE_AMERICAN");
        group(2, "2010-01-04", "F", "BLACK");
        group(3, "2010-01-24", "F", null);
        group(4, "2010-01-06", null, null);
        group(5, null, null, "WHITE");
        assertThat(roster.program.notes(status.importId()))
                .containsExactlyInAnyOrder(
                        "Cells that cannot be read are not stated (demographics.csv, birthDate): 1 cell.",
                        "Cells that cannot be read are not stated (demographics.csv, sex): 1 cell.",
                        "Cells that cannot be read are not stated (demographics.csv, americanIndianOrAlaskaNative): 1 cell.");
    }

    @Test
    void a_day_that_could_be_two_is_not_stated_where_no_other_tells_which_comes_first() {
        ImportStatus status = roster.take(OneRosterZip.bulk()
                .with("manifest.csv", "source.systemCode,DAYS\n")
                .with("users.csv", "e9,,,Demo,Twofold,D-9,09,\n")
                .with("roles.csv", role("e9"))
                .with("demographics.csv", "e9,,,01/04/2010,female,false,false,true,false,false,false,false\n"));
        group(9, null, "F", "BLACK");
        assertThat(roster.program.notes(status.importId()))
                .containsExactly("Cells that cannot be read are not stated (demographics.csv, birthDate): 1 cell.");
    }

    private static void group(int of, @Nullable String birth, @Nullable String sex, @Nullable String race) {
        assertThat(roster.identityOf("D-" + of).birthDate()).isEqualTo(birth == null ? null : LocalDate.parse(birth));
        Statistics statistics = Objects.requireNonNull(roster.statisticsOf("D-" + of));
        assertThat(statistics.sex()).isEqualTo(sex == null ? null : new Code("sex", sex));
        assertThat(statistics.race()).isEqualTo(race == null ? null : new Code("race", race));
    }

    @Test
    void that_no_user_has_a_number_is_said_once() {
        ImportStatus status = refused(OneRosterZip.bulk()
                .with("users.csv", "70480,,,Cato,Dell,,09,\n70481,,,Cato,Delling,N/A,09,\n")
                .with("roles.csv", role("70480") + role("70481")));
        assertThat(status.failure())
                .returns("users.csv", Failure::file)
                .returns("identifier", Failure::column)
                .satisfies(failure -> assertThat(failure.reason()).contains("no user has an identifier", "export"));
        roster.take(OneRosterZip.delta()
                .with("users.csv", "t1,,,Tea,Cher,,,\n")
                .with("roles.csv", "rt1,,,t1,primary,teacher,,,o-1\n"));
    }

    private static ImportStatus refused(OneRosterZip zip) {
        ImportStatus status = roster.program.take(zip.stream(), OneRosterCsv.NAME, Stated.MISSING);
        assertThat(status.state()).isEqualTo(State.FAILED);
        assertThat(status.counts()).isEqualTo(Counts.NONE);
        assertThat(status.failure()).returns(Cause.UNREADABLE, Failure::cause);
        return status;
    }

    /** Guardians and teachers often have no number; they are of no concern. */
    @Test
    void of_whoever_is_no_student_nothing_else_is_asked() {
        ImportStatus status = roster.take(OneRosterZip.bulk()
                .with("users.csv", "q1,,,Tea,Cher,,,\nq2,,,,,,,\nq3,,,Both,Ways,Q-3,11,\n")
                .with("demographics.csv", "q1,,,never,,,,,,,,\n")
                .with("roles.csv", "qr1,,,q1,primary,teacher,,,o-1\nqr2,,,q2,primary,guardian,,,o-1\n")
                .with("roles.csv", "qr3,,,q3,primary,aide,,,o-1\nqr4,,,q3,secondary,student,,,o-2\n"));
        assertThat(roster.program.rejections(status.importId())).isEmpty();
        assertThat(roster.program.notes(status.importId())).isEmpty();
        assertThat(roster.schoolsOf("Q-3")).hasSize(1);

        ImportStatus of11 =
                roster.take(OneRosterZip.bulk11().with("users.csv", "q4,active,,true,o-1,guardian,q4,,,,,,,,,,,\n"));
        assertThat(roster.program.rejections(of11.importId())).isEmpty();
    }

    @Test
    void of_1_1_what_a_person_is_and_where_stands_in_users() {
        OneRosterZip zip = OneRosterZip.bulk11()
                .with("manifest.csv", "source.systemCode,OLD\n")
                .with("users.csv", "v1,active,,true,\"o-2,o-1\",student,v1,,Vera,Eleven,,V-1,,,,,10,\n")
                .with("users.csv", "v2,active,,true,o-1,teacher,v2,,Teo,Eleven,,V-2,,,,,,\n")
                .with("demographics.csv", "v1,,,2010-03-04,female,,,,,true,,\n");
        ImportStatus status = roster.take(zip);
        assertThat(roster.program.rejections(status.importId())).isEmpty();
        LocalDate today = roster.today();
        assertThat(roster.schoolsOf("V-1")).containsExactly("QUI " + today, "MAR " + today);
        assertThat(roster.isThere("V-2")).isFalse();
        assertThat(roster.identityOf("V-1").birthDate()).isEqualTo(LocalDate.parse("2010-03-04"));
        assertThat(roster.take(zip.with("manifest.csv", "source.note,again\n"))
                        .counts()
                        .accepted())
                .isZero();

        roster.take(zip.changed("users.csv", text -> text.replace("\"o-2,o-1\"", "o-1")));
        assertThat(roster.schoolsOf("V-1")).containsExactly("MAR " + today);
        roster.take(zip.changed("manifest.csv", text -> text.replace("users,bulk", "users,delta"))
                .changed(
                        "users.csv",
                        text -> text.lines().findFirst().orElse("") + "\nv1,tobedeleted," + today + "T06:00:00Z"
                                + ",".repeat(15) + "\n"));
        assertThat(roster.schoolsOf("V-1")).isEmpty();
    }
}
