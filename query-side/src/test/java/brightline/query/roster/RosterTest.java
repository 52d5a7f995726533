package brightline.query.roster;

import static brightline.query.RosterStory.day;
import static org.assertj.core.api.Assertions.assertThat;

import brightline.events.Code;
import brightline.events.OfficerId;
import brightline.events.SchoolCode;
import brightline.events.Stated;
import brightline.events.measure.Proportion;
import brightline.events.officer.OfficerEvent.AssignmentWithdrawn;
import brightline.events.officer.OfficerEvent.CapacityChanged;
import brightline.events.officer.OfficerEvent.OfficerRenamed;
import brightline.events.officer.OfficerEvent.PostGiven;
import brightline.events.officer.OfficerEvent.StarGiven;
import brightline.events.officer.OfficerEvent.StarGivenUp;
import brightline.query.Contact;
import brightline.query.QueryProgram;
import brightline.query.RosterStory;
import brightline.query.Story;
import brightline.query.figures.Dimension;
import brightline.query.figures.FigureAnswer;
import brightline.query.figures.FigureEngine;
import brightline.query.figures.FigureQuestion;
import brightline.query.figures.FigureRow;
import brightline.query.question.AsKnownOn;
import brightline.query.roster.RosterEntry.EligibilityStatus;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every test has schools and officers of its own. */
class RosterTest {
    static final AtomicInteger NUMBER = new AtomicInteger();
    static QueryProgram program;
    static Story story;
    static RosterStory roster;

    final int number = NUMBER.incrementAndGet();
    final String school = "S" + number;
    final FigureQuestion here = FigureQuestion.ALL.only(Dimension.SCHOOL, school);

    @BeforeAll
    static void start() {
        program = QueryProgram.start();
        story = program.story().recordedAt("2017-01-02T17:00:00Z");
        roster = new RosterStory(story);
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    /** A question about a school nobody told of is refused. */
    @BeforeEach
    void school() {
        story.school(school, "School " + number);
    }

    private OfficerId officer(String name) {
        return story.officer(name + number);
    }

    private String star(String name) {
        return "star-" + name + number;
    }

    private static <T> T read(FigureQuestion question, Function<brightline.query.figures.FigureScope, T> read) {
        program.settle();
        return program.bean(FigureEngine.class).read(question, RosterController.PROJECTIONS, read);
    }

    private static FigureAnswer figure(FigureQuestion question, String asOf) {
        return read(
                question,
                scope -> program.bean(FigureEngine.class)
                        .answer(scope, program.bean(RosterFigures.class).on(day(asOf))));
    }

    private static FigureRow row(FigureQuestion question, String asOf) {
        FigureAnswer answer = figure(question, asOf);
        assertThat(answer.rows()).hasSize(1);
        return answer.rows().getFirst();
    }

    private static FigureRow training(FigureQuestion question, String asOf) {
        FigureAnswer answer = read(
                question,
                scope -> program.bean(FigureEngine.class)
                        .answer(scope, program.bean(TrainingFigures.class).on(day(asOf))));
        assertThat(answer.rows()).hasSize(1);
        return answer.rows().getFirst();
    }

    private static List<RosterEntry> entries(FigureQuestion question, String asOf) {
        return read(
                question,
                scope -> program.bean(Rosters.class)
                        .on(day(asOf), scope, program.bean(RosterFigures.class).rules(scope), true));
    }

    private static TrainingEntry trained(FigureQuestion question, String asOf) {
        return read(
                        question,
                        scope -> program.bean(Trainings.class)
                                .on(
                                        day(asOf),
                                        scope,
                                        program.bean(RosterFigures.class).rules(scope)))
                .getFirst();
    }

    private Contact contact(OfficerId officer, String at) {
        return Contact.of(officer).at(at).conduct("cps-scc/1-8").action("A1_ADVICE");
    }

    @Test
    void the_worked_example_of_staleness_and_match() {
        story.recordedAt("2025-08-01T17:00:00Z");
        List<String> police = new ArrayList<>();
        List<String> schools = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            OfficerId one = officer("o" + i + "x");
            roster.assigned(one, school, "2025-08-18").confirmed(one, school, i < 3 ? "2025-09-15" : "2025-09-16");
        }
        assertThat(row(here, "2025-10-16").measure("staleness"))
                .as("30 days are not older than 30 days")
                .isEqualTo(new Proportion(3, 20));
        FigureRow row = row(here, "2025-10-16");
        assertThat(row.measure("staleness").value()).isEqualTo(new BigDecimal("0.1500"));
        assertThat(row.count()).isEqualTo(20);
        assertThat(row.measure("match")).as("nobody sent a list").isEqualTo(new Proportion(0, 0));

        for (int i = 0; i < 18; i++) {
            police.add("L%d-%d %s".formatted(number, i, school));
        }
        for (int i = 2; i < 22; i++) {
            schools.add("L%d-%d %s".formatted(number, i, school));
        }
        roster.list("POLICE", "2025-10-10", police.toArray(String[]::new))
                .list("SCHOOL", "2025-10-11", schools.toArray(String[]::new));
        Proportion match = row(here, "2025-10-16").measure("match");
        assertThat(match).isEqualTo(new Proportion(16, 22));
        assertThat(match.value()).isEqualTo(new BigDecimal("0.7273"));
        assertThat(row(here, "2025-10-10").measure("match"))
                .as("the schools' list is a day later")
                .isEqualTo(new Proportion(0, 0));
    }

    @Test
    void the_inspector_generals_list_of_march_2017_shows_its_age_in_september_2018() {
        story.recordedAt("2017-03-31T17:00:00Z");
        OfficerId officer = officer("Okonjo");
        roster.assigned(officer, school, "2014-08-25").list("POLICE", "2017-03-31", star("Okonjo") + " " + school);
        RosterEntry entry = entries(here, "2018-09-13").getFirst();
        assertThat(entry.lastConfirmed()).isEqualTo(LocalDate.parse("2017-03-31"));
        assertThat(entry.confirmedBy()).isEqualTo("POLICE");
        assertThat(entry.ageDays()).isEqualTo(531);
        assertThat(entry.onPoliceList()).isTrue();
        assertThat(entry.onSchoolList()).isNull();
        assertThat(entry.backDated()).as("recorded in 2017 of 2014").isTrue();
        assertThat(row(here, "2018-09-13").measure("staleness")).isEqualTo(new Proportion(1, 1));
        assertThat(entries(here, "2017-03-31").getFirst().ageDays()).isZero();
        assertThat(entries(here, "2017-03-30").getFirst().lastConfirmed()).isNull();
    }

    @Test
    void a_list_names_whoever_wore_the_star_on_its_day() {
        Code changed = Code.of("change-reason/CHANGED");
        Code basis = Code.of("correction-basis/OTHER");
        story.recordedAt("2025-08-18T17:00:00Z");
        OfficerId okonkwo = officer("Okonkwo");
        OfficerId oldacre = officer("Oldacre");
        roster.assigned(okonkwo, school, "2025-08-18").assigned(oldacre, school, "2025-08-18");
        roster.list("POLICE", "2025-09-01", star("Okonkwo") + " " + school);
        story.recordedAt("2025-09-20T17:00:00Z");
        story.submit(new StarGiven(okonkwo, "new-" + number, day("2025-09-15"), changed, basis));
        story.submit(new StarGiven(oldacre, star("Okonkwo"), day("2025-09-15"), changed, basis));
        story.submit(new OfficerRenamed(okonkwo, "Okonkwo-Bell" + number, day("2025-09-15"), changed, basis));

        assertThat(told(here, "2025-09-10"))
                .containsExactly(
                        "Okonkwo-Bell" + number + " " + star("Okonkwo") + " true 2025-09-01",
                        "Oldacre" + number + " " + star("Oldacre") + " false null");
        roster.list("POLICE", "2025-09-18", star("Okonkwo") + " " + school);
        assertThat(told(here, "2025-09-18"))
                .containsExactly(
                        "Okonkwo-Bell" + number + " new-" + number + " false 2025-09-01",
                        "Oldacre" + number + " " + star("Okonkwo") + " true 2025-09-18");
        assertThat(told(here.asKnownOn(new AsKnownOn.Day(day("2025-09-01"))), "2025-09-18"))
                .containsExactly(
                        "Okonkwo" + number + " " + star("Okonkwo") + " true 2025-09-01",
                        "Oldacre" + number + " " + star("Oldacre") + " false null");
        story.submit(new StarGivenUp(oldacre, day("2025-09-30"), changed, basis));
        roster.list("SCHOOL", "2025-10-01", star("Okonkwo") + " " + school);
        assertThat(entries(here, "2025-10-01").get(1).onSchoolList())
                .as("nobody wore it that day")
                .isFalse();
    }

    private static List<String> told(FigureQuestion question, String asOf) {
        return entries(question, asOf).stream()
                .map(entry -> entry.officerName() + " " + entry.starNumber() + " " + entry.onPoliceList() + " "
                        + entry.lastConfirmed())
                .toList();
    }

    @Test
    void the_age_of_an_assignment_never_confirmed_runs_from_its_first_day_and_it_is_shown_apart() {
        story.recordedAt("2025-08-18T17:00:00Z");
        roster.assigned(officer("Never"), school, "2025-08-18");
        FigureAnswer answer = figure(here, "2026-03-02");
        assertThat(answer.rows().getFirst().measure("staleness")).isEqualTo(new Proportion(1, 1));
        assertThat(row(here, "2025-09-17").measure("staleness"))
                .as("30 days are not older than 30 days")
                .isEqualTo(new Proportion(0, 1));
        assertThat(entries(here, "2025-09-17").getFirst().ageDays()).isEqualTo(30);
        assertThat(answer.rows().getFirst().measure("neverConfirmed")).isEqualTo(new Proportion(1, 1));
        assertThat(answer.notes()).anyMatch(note -> note.contains("never confirmed"));
    }

    @Test
    void places_are_school_grounds_as_the_list_of_places_says() {
        story.recordedAt("2026-03-02T17:00:00Z");
        for (String place : List.of("HALLWAY", "BUS", "OTHER")) {
            story.at(place).incident(school, contact(officer("Placed"), "2026-03-02T16:00:00Z"));
        }
        story.at("HALLWAY");
        FigureRow row = row(here, "2026-03-02");
        assertThat(row.measure("offRoster")).isEqualTo(new Proportion(1, 1));
        assertThat(row.measure("missing")).as("the other place may be or not").isEqualTo(new Proportion(1, 2));
    }

    @Test
    void an_officer_off_the_roster_then_is_on_it_once_somebody_says_so_three_weeks_later() {
        story.recordedAt("2026-03-02T17:00:00Z");
        OfficerId bartosz = officer("Bartosz");
        story.incident(school, contact(bartosz, "2026-03-02T16:00:00Z"));
        FigureRow row = row(here, "2026-03-02");
        assertThat(row.measure("offRoster")).isEqualTo(new Proportion(1, 1));
        assertThat(row.measure("ineligible")).isEqualTo(new Proportion(0, 1));

        story.recordedAt("2026-03-23T17:00:00Z");
        roster.assigned(bartosz, school, "2026-03-02").ended(bartosz, school, "2026-03-02");
        assertThat(row(here, "2026-03-02").measure("offRoster")).isEqualTo(new Proportion(0, 1));
        assertThat(entries(here, "2026-03-02").getFirst().backDated()).isTrue();
        assertThat(entries(here, "2026-03-03")).isEmpty();
        FigureQuestion then = here.asKnownOn(new AsKnownOn.Day(day("2026-03-20")));
        assertThat(row(then, "2026-03-02").measure("offRoster")).isEqualTo(new Proportion(1, 1));
        assertThat(entries(then, "2026-03-02")).isEmpty();
    }

    @Test
    void the_roster_of_a_past_day_is_as_it_was_and_as_it_was_known() {
        story.recordedAt("2025-08-18T17:00:00Z");
        OfficerId castellane = officer("Castellane");
        roster.assigned(castellane, school, "2025-08-18");
        story.submit(new PostGiven(castellane, new SchoolCode(school), day("2025-08-18"), Code.of("post/RELIEF")));
        story.recordedAt("2026-03-02T17:00:00Z");
        roster.ended(castellane, school, "2026-02-28").assigned(castellane, "X" + school, "2026-03-01");
        assertThat(entries(here, "2026-02-27")).singleElement().satisfies(entry -> {
            assertThat(entry.post()).isEqualTo("RELIEF");
            assertThat(entry.lastDay()).isEqualTo("2026-02-28");
            assertThat(entry.officerName()).isEqualTo("Castellane" + number);
        });
        assertThat(entries(here, "2026-03-01")).isEmpty();
        FigureQuestion before = here.asKnownOn(new AsKnownOn.Day(day("2026-03-01")));
        assertThat(entries(before, "2026-03-01")).as("nobody had said so yet").hasSize(1);
        story.submit(new AssignmentWithdrawn(castellane, new SchoolCode(school), day("2025-08-18"), Story.BECAUSE));
        assertThat(entries(here, "2026-02-27")).isEmpty();
        assertThat(entries(before, "2026-02-27")).hasSize(1);
    }

    @Test
    void eligibility_is_derived_for_each_day_from_findings_complaints_and_screening() {
        story.recordedAt("2026-03-02T17:00:00Z");
        OfficerId officer = officer("Varga");
        roster.assigned(officer, school, "2018-08-18");
        assertThat(status("2019-01-01")).isEqualTo(EligibilityStatus.NOT_SCREENED);
        roster.screened(officer, "2018-08-01", "ELIGIBLE");
        assertThat(status("2019-01-01")).isEqualTo(EligibilityStatus.ELIGIBLE);
        roster.complaint(officer, "C-1", "2019-06-01", "DUTY", Stated.MISSING)
                .complaint(officer, "C-2", "2019-07-01", "YOUTH", Stated.YES)
                .found(officer, "C-2", "2020-01-15", "SUSTAINED", "FORCE");
        assertThat(reasons("2019-06-30"))
                .as("nobody thinks discipline probable")
                .isEmpty();
        assertThat(reasons("2019-07-01")).containsExactly("PROBABLE_DISCIPLINE");
        assertThat(reasons("2020-01-14")).containsExactly("PROBABLE_DISCIPLINE");
        assertThat(reasons("2020-01-15")).containsExactly("SUSTAINED_FINDING");
        assertThat(reasons("2025-01-14")).containsExactly("SUSTAINED_FINDING");
        assertThat(reasons("2025-01-15")).as("five years have passed").isEmpty();
        roster.found(officer, "C-2", "2021-05-01", "EXONERATED", "FORCE");
        assertThat(reasons("2021-04-30")).containsExactly("SUSTAINED_FINDING");
        assertThat(reasons("2021-05-01")).isEmpty();
        roster.found(officer, "C-1", "2022-01-01", "SUSTAINED", "DUTY");
        assertThat(reasons("2022-01-02")).as("not about youth or force").isEmpty();
        roster.screened(officer, "2023-01-01", "NOT_ELIGIBLE");
        assertThat(status("2023-01-01")).isEqualTo(EligibilityStatus.INELIGIBLE);
        assertThat(reasons("2023-01-01")).containsExactly("SCREENED_NOT_ELIGIBLE");
        assertThat(entries(here, "2020-06-01").getFirst().eligibility().complaints())
                .extracting(one -> one.complaint() + " " + one.finding())
                .containsExactly("C-1 null", "C-2 SUSTAINED");

        story.incident(school, contact(officer, "2020-06-01T16:00:00Z"), contact(officer, "2020-06-01T16:00:00Z"));
        assertThat(row(here, "2026-01-01").measure("ineligible")).isEqualTo(new Proportion(2, 2));
        roster.rules(
                "2020-06-01",
                List.of("PROBABLE_DISCIPLINE"),
                RosterStory.topics().toArray(String[]::new));
        assertThat(reasons("2020-06-01")).as("the agency switched the rule off").isEmpty();
        assertThat(reasons("2020-05-31")).containsExactly("SUSTAINED_FINDING");
        assertThat(row(here, "2026-01-01").measure("ineligible")).isEqualTo(new Proportion(0, 2));
    }

    private EligibilityStatus status(String asOf) {
        return entries(here, asOf).getFirst().eligibility().status();
    }

    private List<String> reasons(String asOf) {
        return entries(here, asOf).getFirst().eligibility().reasons();
    }

    @Test
    void the_worked_example_of_training() {
        story.recordedAt("2017-08-01T17:00:00Z");
        for (int i = 0; i < 12; i++) {
            OfficerId one = officer("t" + i + "x");
            roster.assigned(one, school, "2017-08-18");
            if (i < 9) {
                roster.trained(one, "2017-07-01", "2019-07-01");
            } else if (i == 9) {
                roster.trained(one, "2016-07-01", "2017-10-01");
            } else if (i == 10) {
                roster.trained(one, "2017-10-02", null);
            } else {
                roster.trained(one, "training-topic/LEGAL", "2017-07-01", null);
            }
        }
        FigureRow row = training(here, "2017-10-01");
        assertThat(row.measure("current")).isEqualTo(new Proportion(9, 12));
        assertThat(row.measure("current").value()).isEqualTo(new BigDecimal("0.7500"));
        assertThat(training(here, "2017-10-02").measure("current")).isEqualTo(new Proportion(10, 12));
        assertThat(training(here, "2017-10-01").measure("courseOverdue")).isEqualTo(new Proportion(0, 12));
        assertThat(training(here, "2018-08-19").measure("courseOverdue")).isEqualTo(new Proportion(12, 12));
    }

    @Test
    void training_is_asked_of_every_officer_with_an_assignment_that_day_in_any_capacity() {
        story.recordedAt("2018-08-18T17:00:00Z");
        OfficerId patrol = officer("Patrol");
        story.submit(new CapacityChanged(patrol, Code.of("capacity/PATROL")));
        roster.assigned(officer("Sro"), school, "2018-08-20").assigned(patrol, school, "2018-08-20");
        assertThat(training(here, "2018-08-20").measure("current")).isEqualTo(new Proportion(0, 2));
        assertThat(training(here, "2018-08-19").measure("current")).isEqualTo(new Proportion(0, 0));
    }

    @Test
    void an_involvement_is_untrained_by_the_day_it_happened() {
        story.recordedAt("2018-03-02T17:00:00Z");
        OfficerId dupree = officer("Dupree");
        OfficerId trained = officer("Trained");
        roster.trained(trained, "2018-02-01", "2018-03-02");
        story.incident(school, contact(dupree, "2018-03-01T16:00:00Z"));
        story.incident(school, contact(trained, "2018-03-01T16:00:00Z"));
        story.incident(school, contact(trained, "2018-03-02T16:00:00Z"));
        FigureRow row = training(here, "2018-03-02");
        assertThat(row.measure("untrained")).isEqualTo(new Proportion(2, 3));
        assertThat(row.measure("current")).isEqualTo(new Proportion(0, 0));
    }

    @Test
    void the_course_is_due_a_year_after_the_first_assignment() {
        story.recordedAt("2018-08-18T17:00:00Z");
        OfficerId officer = officer("Lund");
        roster.assigned(officer, school, "2018-08-18");
        TrainingEntry entry = trained(here, "2019-08-18");
        assertThat(entry.courseDue()).isEqualTo("2019-08-18");
        assertThat(entry.courseOverdue()).isFalse();
        assertThat(trained(here, "2019-08-19").courseOverdue()).isTrue();
        roster.trained(officer, ProgrammeRules.COURSE, "2019-09-30", null);
        assertThat(trained(here, "2019-09-29").courseOverdue()).isTrue();
        assertThat(trained(here, "2019-09-30").courseDone()).isEqualTo("2019-09-30");
        assertThat(trained(here, "2019-09-30").courseOverdue()).isFalse();
    }

    @Test
    void grouped_by_what_assignments_do_not_have_only_involvements_are_counted() {
        story.recordedAt("2018-03-02T17:00:00Z");
        OfficerId officer = officer("Grouped");
        roster.assigned(officer, school, "2018-03-01");
        story.incident(school, contact(officer, "2018-03-02T16:00:00Z").student("p" + number, "BLACK"));
        assertThat(row(here.groupedBy(Dimension.RACE), "2018-03-02").count()).isZero();
        assertThat(row(here.groupedBy(Dimension.RACE), "2018-03-02").measure("offRoster"))
                .isEqualTo(new Proportion(0, 1));
        assertThat(row(here.groupedBy(Dimension.SCHOOL, Dimension.OFFICER_CAPACITY), "2018-03-02"))
                .satisfies(row -> assertThat(row.count()).isEqualTo(1))
                .satisfies(row -> assertThat(row.measure("offRoster")).isEqualTo(new Proportion(0, 1)));
    }
}
