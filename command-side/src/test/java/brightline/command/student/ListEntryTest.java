package brightline.command.student;

import static org.assertj.core.api.Assertions.assertThat;

import brightline.edge.keys.PersonalPart.FromList;
import brightline.edge.keys.PersonalPart.Identity;
import brightline.edge.keys.PersonalPart.Statistics;
import brightline.events.Code;
import brightline.events.SchoolCode;
import brightline.events.SecretId;
import brightline.events.SecretRef;
import brightline.events.Stated;
import brightline.events.StudentId;
import brightline.events.SubjectHandle;
import brightline.events.agency.AgencySettings;
import brightline.events.student.StudentEvent;
import brightline.events.student.StudentEvent.EnrolmentEnded;
import brightline.events.student.StudentEvent.StudentAlsoEnrolled;
import brightline.events.student.StudentEvent.StudentEnrolled;
import brightline.events.student.StudentEvent.StudentRegistered;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What of an entry in the district's list belongs with a contact. */
class ListEntryTest {
    private static final StudentId STUDENT = new StudentId(new UUID(0, 1));
    private static final LocalDate TODAY = LocalDate.parse("2026-11-30");
    private static final AgencySettings CALIFORNIA = new AgencySettings(
            "Invented agency",
            AgencySettings.DEFAULT.zone(),
            AgencySettings.DEFAULT.schoolYearStart(),
            "california",
            24,
            10,
            AgencySettings.DEFAULT.statistics());

    private static FromList on(String day, AgencySettings agency, StudentEvent... events) {
        List<StudentEvent> all = new ArrayList<>();
        all.add(new StudentRegistered(
                STUDENT, new SubjectHandle(new UUID(0, 2)), new SecretRef(new SecretId(new UUID(0, 3)), "00")));
        all.addAll(List.of(events));
        var identity = new Identity("N-1", "Ada", "Quill", LocalDate.parse("2012-02-29"));
        var statistics = new Statistics(
                Code.of("race/BLACK"),
                Code.of("sex/F"),
                Code.of("grade-band/9-12"),
                null,
                Code.of("disability/IDEA"),
                Stated.YES,
                null);
        return new ListEntry(all, identity, statistics).on(LocalDate.parse(day), TODAY, agency);
    }

    private static StudentEnrolled enrolled(String school, String from) {
        return new StudentEnrolled(STUDENT, new SchoolCode(school), LocalDate.parse(from));
    }

    @Test
    void a_contact_of_this_school_year_takes_home_school_grade_age_race_and_sex_and_neither_disability_nor_language() {
        assertThat(on("2026-11-10", AgencySettings.DEFAULT, enrolled("MAR", "2025-08-18")))
                .isEqualTo(new FromList(
                        new SchoolCode("MAR"),
                        Code.of("grade-band/9-12"),
                        14,
                        Code.of("race/BLACK"),
                        Code.of("sex/F")));
    }

    @Test
    void a_contact_of_an_earlier_school_year_takes_no_grade_since_the_list_knows_only_that_of_today() {
        assertThat(on("2026-07-31", AgencySettings.DEFAULT).gradeBand()).isNull();
        assertThat(on("2026-08-01", AgencySettings.DEFAULT).gradeBand()).isNotNull();
    }

    @Test
    void the_age_is_that_of_the_day_and_a_birthday_on_a_leap_day_counts_from_the_first_of_march() {
        assertThat(on("2026-02-28", AgencySettings.DEFAULT).age()).isEqualTo(13);
        assertThat(on("2026-03-01", AgencySettings.DEFAULT).age()).isEqualTo(14);
        assertThat(on("2012-02-28", AgencySettings.DEFAULT).age()).isNull();
    }

    @Test
    void the_home_school_is_that_of_the_day() {
        StudentEvent[] moved = {
            enrolled("MAR", "2025-08-18"),
            new StudentAlsoEnrolled(STUDENT, new SchoolCode("CTE"), LocalDate.parse("2025-09-01")),
            enrolled("QUI", "2026-01-12"),
            new EnrolmentEnded(STUDENT, new SchoolCode("QUI"), LocalDate.parse("2026-06-12"))
        };
        assertThat(on("2025-08-17", AgencySettings.DEFAULT, moved).homeSchool()).isNull();
        assertThat(on("2025-08-18", AgencySettings.DEFAULT, moved).homeSchool()).isEqualTo(new SchoolCode("MAR"));
        assertThat(on("2026-01-11", AgencySettings.DEFAULT, moved).homeSchool()).isEqualTo(new SchoolCode("MAR"));
        assertThat(on("2026-01-12", AgencySettings.DEFAULT, moved).homeSchool()).isEqualTo(new SchoolCode("QUI"));
        assertThat(on("2026-06-12", AgencySettings.DEFAULT, moved).homeSchool()).isEqualTo(new SchoolCode("QUI"));
        assertThat(on("2026-06-13", AgencySettings.DEFAULT, moved).homeSchool()).isNull();
    }

    @Test
    void where_the_profile_asks_for_what_officers_perceive_nothing_stands_in_for_it() {
        assertThat(on("2026-11-10", CALIFORNIA, enrolled("MAR", "2025-08-18")))
                .isEqualTo(new FromList(new SchoolCode("MAR"), Code.of("grade-band/9-12"), null, null, null));
    }

    @Test
    void nothing_of_it_is_printed() {
        assertThat(on("2026-11-10", AgencySettings.DEFAULT)).hasToString("[redacted]");
    }
}
