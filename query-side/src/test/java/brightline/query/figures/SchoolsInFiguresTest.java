package brightline.query.figures;

import static org.assertj.core.api.Assertions.assertThat;

import brightline.events.OfficerId;
import brightline.events.SchoolCode;
import brightline.events.Stated;
import brightline.query.Contact;
import brightline.query.QueryProgram;
import brightline.query.Story;
import brightline.query.arrests.ArrestFigures;
import brightline.query.pages.Choice;
import brightline.query.pages.Installation;
import brightline.query.routine.RoutineFigures;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Where it happened, and where the student goes to school: two things. Every test has a school of its own. */
class SchoolsInFiguresTest {
    private static final AtomicInteger SCHOOLS = new AtomicInteger();
    static QueryProgram program;
    static Story story;
    static OfficerId adeyemi;
    static InvolvementFigures counts;

    final String school = "S" + SCHOOLS.incrementAndGet();
    final FigureQuestion here = FigureQuestion.ALL.only(Dimension.SCHOOL, school);

    @BeforeAll
    static void start() {
        program = QueryProgram.start();
        story = program.story().recordedAt("2026-03-02T17:00:00Z").school("ORC", "Orchard Row HS");
        adeyemi = story.officer("Adeyemi");
        counts = program.bean(InvolvementFigures.class);
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    private Contact trespass(String student) {
        return Contact.of(adeyemi)
                .initiator("OFFICER")
                .conduct("cps-scc/4-9")
                .action("A2_ESCORT")
                .outcome("WARN_VERBAL", Stated.YES)
                .student(school + student, null);
    }

    /** The counts of that name by group, missing as MISSING. */
    private Map<String, Long> by(Dimension dimension, FigureQuestion question, String name) {
        Map<String, Long> found = new LinkedHashMap<>();
        counts.count(question.groupedBy(dimension)).rows().forEach(row -> {
            String value = row.value(dimension);
            found.put(
                    value == null ? Dimension.NOT_STATED : value, name.equals("count") ? row.count() : row.count(name));
        });
        return found;
    }

    private FigureRow only(FigureAnswer answer) {
        assertThat(answer.rows()).hasSize(1);
        return answer.rows().getFirst();
    }

    @Test
    void students_are_counted_by_the_school_they_go_to_and_what_happened_by_its_place() {
        story.incident(school, trespass("1").homeSchool("ORC"), trespass("2").homeSchool(school));
        story.incident(school, trespass("1").homeSchool("ORC"), trespass("3").homeSchool(null));
        program.settle();
        assertThat(by(Dimension.HOME_SCHOOL, here, "students"))
                .isEqualTo(Map.of("ORC", 1L, school, 1L, Dimension.NOT_STATED, 1L));
        assertThat(by(Dimension.HOME_SCHOOL, here, "instances"))
                .isEqualTo(Map.of("ORC", 2L, school, 1L, Dimension.NOT_STATED, 1L));
        assertThat(by(Dimension.SCHOOL, here, "instances")).isEqualTo(Map.of(school, 4L));
        FigureQuestion ofOrc = here.only(Dimension.HOME_SCHOOL, "ORC");
        assertThat(only(counts.count(ofOrc)).count()).isEqualTo(2);
        assertThat(only(counts.count(ofOrc.groupedBy(Dimension.HOME_SCHOOL))).labels())
                .isEqualTo(Map.of(Dimension.HOME_SCHOOL, "Orchard Row HS"));
        assertThat(only(counts.count(here.only(Dimension.HOME_SCHOOL, Dimension.NOT_STATED)))
                        .count())
                .isEqualTo(1);
        assertThat(counts.count(here.groupedBy(Dimension.HOME_SCHOOL)).notes())
                .contains("School of enrollment: not stated for 25.0% of what is counted here (1 of 4).");
    }

    @Test
    void of_schools_of_one_name_each_is_told_with_its_code_wherever_a_name_stands() {
        String other = school + "-B";
        story.school(school, "Jefferson " + school).school(other, " JEFFERSON\u00a0 " + school);
        story.incident(school, trespass("1").homeSchool(other));
        program.settle();
        FigureQuestion both = FigureQuestion.ALL.only(Dimension.SCHOOL, school);
        FigureAnswer answer = counts.count(both.groupedBy(Dimension.SCHOOL, Dimension.HOME_SCHOOL));
        assertThat(only(answer).labels())
                .containsEntry(Dimension.SCHOOL, "Jefferson " + school + " (" + school + ")")
                .hasEntrySatisfying(
                        Dimension.HOME_SCHOOL, label -> assertThat(label).endsWith(" (" + other + ")"));
        assertThat(program.bean(Installation.class).ownSchools())
                .extracting(Choice::label)
                .contains("Jefferson " + school + " (" + school + ")", "Orchard Row HS");
    }

    @Test
    void somebody_in_no_school_of_the_district_is_an_incident_and_in_no_figure_of_students() {
        story.incident(school, trespass("1").homeSchool(SchoolCode.OUT_OF_DISTRICT.value()));
        story.incident(school, trespass("2").homeSchool(null));
        program.settle();
        FigureRow row = only(counts.count(here));
        assertThat(row.count("incidents")).isEqualTo(2);
        assertThat(row.count("nonStudents")).isEqualTo(1);
        assertThat(row.count()).isEqualTo(1);
        assertThat(row.count("students")).isEqualTo(1);
        assertThat(row.count("instances")).isEqualTo(1);
        assertThat(only(program.bean(RoutineFigures.class).share(here)).count()).isEqualTo(1);
        assertThat(only(program.bean(ArrestFigures.class).decisions(here)).count("P"))
                .isEqualTo(1);
        FigureRow outside = only(
                counts.count(here.only(Dimension.HOME_SCHOOL, "OUT-OF-DISTRICT").groupedBy(Dimension.HOME_SCHOOL)));
        assertThat(outside.count()).isZero();
        assertThat(outside.labels()).isEqualTo(Map.of(Dimension.HOME_SCHOOL, "In no school of the district"));
    }

    @Test
    void police_activity_at_school_is_what_police_did_there_to_anybody_and_for_whatever_reason() {
        story.incident(
                school,
                Contact.of(adeyemi)
                        .initiator("WARRANT")
                        .conduct("cps-scc/NO_CONDUCT")
                        .action("A3_ARREST")
                        .outcome("ARREST_PETITION", Stated.NO),
                trespass("2").homeSchool(SchoolCode.OUT_OF_DISTRICT.value()),
                Contact.of(adeyemi).conduct("cps-scc/1-8").action("A0_REFER_BACK"),
                Contact.of(adeyemi).conduct("cps-scc/1-8").action("A0_PRESENCE"));
        story.at("OFF_CAMPUS").incident(school, trespass("3"));
        story.at("OTHER").incident(school, trespass("4"));
        story.at("HALLWAY");
        program.settle();
        FigureRow row = only(counts.count(here));
        assertThat(row.count("policeActivityAtSchool")).isEqualTo(2);
        assertThat(row.count("policeActivityPlaceMissing")).isEqualTo(1);
        FigureRow decided = only(program.bean(ArrestFigures.class).decisions(here));
        assertThat(decided.count("A")).as("a warrant leaves no choice").isZero();
    }
}
