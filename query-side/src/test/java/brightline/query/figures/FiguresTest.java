package brightline.query.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brightline.edge.access.AccountRole;
import brightline.edge.access.CurrentActor;
import brightline.edge.keys.StudentIndex;
import brightline.edge.problem.ProblemException;
import brightline.events.AgreementId;
import brightline.events.Code;
import brightline.events.IncidentId;
import brightline.events.InvolvementRole;
import brightline.events.OfficerId;
import brightline.events.ReviewId;
import brightline.events.SchoolCode;
import brightline.events.Stated;
import brightline.events.StudentId;
import brightline.events.SubjectHandle;
import brightline.events.agreement.AgreementEvent.AgreementDrafted;
import brightline.events.agreement.AgreementEvent.AgreementPutInForce;
import brightline.events.agreement.AgreementEvent.Kind;
import brightline.events.code.CodeLists;
import brightline.events.incident.IncidentEvent.IncidentLinked;
import brightline.events.incident.IncidentEvent.SchoolCorrected;
import brightline.events.interaction.CorrectedFact;
import brightline.events.interaction.Decision;
import brightline.events.interaction.InteractionEvent.InteractionCorrected;
import brightline.events.interaction.InteractionEvent.InteractionOpened;
import brightline.events.interaction.InteractionEvent.InteractionVoided;
import brightline.events.interaction.InteractionEvent.SubjectCorrected;
import brightline.events.measure.Proportion;
import brightline.events.review.ReviewEvent.ClassOverridden;
import brightline.events.review.ReviewEvent.DerivedClass;
import brightline.query.Contact;
import brightline.query.QueryProgram;
import brightline.query.Story;
import brightline.query.arrests.ArrestFigures;
import brightline.query.question.AsKnownOn;
import brightline.query.routine.RoutineFigures;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every test has a school of its own. */
class FiguresTest {
    static final AtomicInteger SCHOOLS = new AtomicInteger();
    static QueryProgram program;
    static Story story;
    static OfficerId adeyemi;
    static OfficerId castellane;
    static InvolvementFigures counts;
    static RoutineFigures routine;
    static ArrestFigures arrests;

    final String school = "S" + SCHOOLS.incrementAndGet();
    final FigureQuestion here = FigureQuestion.ALL.only(Dimension.SCHOOL, school);

    @BeforeAll
    static void start() {
        program = QueryProgram.start();
        story = program.story().recordedAt("2026-03-02T17:00:00Z");
        adeyemi = story.officer("Adeyemi");
        castellane = story.officer("Castellane");
        counts = program.bean(InvolvementFigures.class);
        routine = program.bean(RoutineFigures.class);
        arrests = program.bean(ArrestFigures.class);
    }

    @BeforeEach
    void open() {
        story.school(school, "School " + school);
        program.settle();
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    private FigureRow only(FigureAnswer answer) {
        assertThat(answer.rows()).hasSize(1);
        return answer.rows().getFirst();
    }

    private void log(int times, java.util.function.Supplier<Contact> contact) {
        for (int i = 0; i < times; i++) {
            story.incident(school, contact.get());
        }
    }

    private static Contact phone() {
        return Contact.of(adeyemi).conduct("cps-scc/1-8").action("D_ENFORCE_RULE");
    }

    private static Contact phoneBy(@Nullable String capacity) {
        return Contact.of(adeyemi).by(adeyemi, capacity).conduct("cps-scc/1-8").action("D_ENFORCE_RULE");
    }

    private static void is(Proportion share, String value, String low, String high) {
        assertThat(share.value()).isEqualTo(new BigDecimal(value));
        assertThat(share.interval()).isEqualTo(new Proportion.Interval(new BigDecimal(low), new BigDecimal(high)));
    }

    @Test
    void the_worked_example_of_routine_discipline() {
        log(7, FiguresTest::phone);
        log(2, () -> phone().initiator("OFFICER"));
        log(5, () -> Contact.of(adeyemi).conduct("cps-scc/2-6").action("A1_ADVICE"));
        log(12, () -> Contact.of(adeyemi).conduct("cps-scc/1-8").action("A0_REFER_BACK"));
        log(
                8,
                () -> Contact.of(adeyemi)
                        .initiator("DISPATCH")
                        .conduct("cps-scc/3-3")
                        .imminent(Stated.YES)
                        .action("A2_DETAIN"));
        log(
                6,
                () -> Contact.of(adeyemi)
                        .initiator("DISPATCH")
                        .conduct("cps-scc/6-1")
                        .action("A3_ARREST"));
        log(
                15,
                () -> Contact.of(adeyemi)
                        .initiator("DISPATCH")
                        .conduct("cps-scc/4-12")
                        .action("A2_SEIZE"));
        log(
                5,
                () -> Contact.of(adeyemi)
                        .initiator("OFFICER")
                        .conduct("cps-scc/1-1")
                        .action("A1_ADVICE"));
        program.settle();

        FigureRow row = only(routine.share(here));
        assertThat(row.measure("M2a")).isEqualTo(new Proportion(9, 60));
        is(row.measure("M2a"), "0.1500", "0.0810", "0.2611");
        is(row.measure("M2b"), "0.2333", "0.1444", "0.3544");
        assertThat(row.measure("M2c")).isEqualTo(new Proportion(12, 24));
        is(row.measure("M2c"), "0.5000", "0.3143", "0.6857");
        assertThat(row.measure("M2d")).isEqualTo(new Proportion(0, 60));
        assertThat(row.measure("M2aStaffRequest").numerator()).isEqualTo(7);
        assertThat(row.measure("M2aOtherInitiator").numerator()).isEqualTo(2);

        assertThat(counts.count(here.groupedBy(Dimension.CLASS)).rows())
                .extracting(one -> one.value(Dimension.CLASS) + " " + one.count())
                .containsExactly(
                        "DECLINED 12",
                        "LAW_ENFORCEMENT 6",
                        "LAW_ENFORCEMENT_DISCRETION 15",
                        "NOT_ROUTINE 5",
                        "ROUTINE_DISCIPLINE 9",
                        "ROUTINE_DISCIPLINE_LOW 5",
                        "SAFETY_RESPONSE 8");
    }

    private static Contact decision(@Nullable String outcome, String action) {
        return Contact.of(adeyemi).conduct("cps-scc/4-6").action(action).outcome(outcome, Stated.YES);
    }

    @Test
    void the_worked_example_of_arrest_and_alternative() {
        log(21, () -> decision("RJ_CIRCLE", "A1_ADVICE"));
        log(9, () -> decision("ARREST_PETITION", "A3_ARREST"));
        log(6, () -> decision("STATION_INFORMAL", "A3_STATION_ADJ"));
        log(2, () -> decision(null, "A2_DETAIN"));
        log(1, () -> decision("WARN_VERBAL", "A1_ADVICE").outcome("WARN_VERBAL", Stated.NO));
        log(3, () -> decision("WARN_VERBAL", "A1_ADVICE").outcome("WARN_VERBAL", Stated.MISSING));
        log(1, () -> decision("ARREST_PETITION", "A3_ARREST").initiator("WARRANT"));
        log(1, () -> phone().outcome("NO_ACTION", Stated.YES));
        log(1, () -> decision("RJ_CIRCLE", "A1_ADVICE").role(InvolvementRole.VICTIM));
        program.settle();

        FigureAnswer answer = arrests.decisions(here);
        FigureRow row = only(answer);
        assertThat(row.counts())
                .containsEntry("P", 21L)
                .containsEntry("A", 15L)
                .containsEntry("S", 6L)
                .containsEntry("U", 2L)
                .containsEntry("custodialArrests", 16L);
        assertThat(row.count()).isEqualTo(36);
        is(row.measure("M1a"), "0.5833", "0.4220", "0.7286");
        is(row.measure("M1b"), "0.4000", "0.1982", "0.6425");
        is(row.measure("M1c"), "0.7500", "0.5893", "0.8625");
        assertThat(row.measure("missing")).isEqualTo(new Proportion(3, 41));
        assertThat(answer.notes())
                .anyMatch(note -> note.startsWith("Whether an arrest was lawfully possible is missing"));
    }

    @Test
    void a_ticket_is_an_arrest_and_never_an_alternative() {
        log(1, () -> decision("MUNI_TICKET", "A3_CITE"));
        log(1, () -> decision("NOTICE_TO_APPEAR", "A1_ADVICE"));
        program.settle();
        assertThat(only(arrests.decisions(here)).counts())
                .containsEntry("P", 0L)
                .containsEntry("A", 2L)
                .containsEntry("S", 0L)
                .containsEntry("citations", 2L);
    }

    @Test
    void two_officers_on_one_arrest_are_one_decision_and_one_for_each_officer() {
        Contact contact = decision("ARREST_PETITION", "A3_ARREST")
                .by(castellane, "PATROL")
                .action("A2_DETAIN");
        story.incident(school, contact);
        program.settle();
        assertThat(only(arrests.decisions(here)).count("A")).isEqualTo(1);
        assertThat(arrests.decisions(here.groupedBy(Dimension.OFFICER)).rows())
                .hasSize(2)
                .allSatisfy(row -> assertThat(row.count("A")).isEqualTo(1));
        assertThat(only(counts.count(here)).counts()).containsEntry("instances", 1L);
        assertThat(only(counts.count(here)).count()).isEqualTo(2);
    }

    @Test
    void the_same_fight_entered_twice_is_one_incident_with_two_students() {
        IncidentId first = story.incident(
                school,
                decision("ARREST_PETITION", "A3_ARREST").student(school + "-a", "WHITE"),
                decision(null, "A2_DETAIN").student(school + "-b", "WHITE"));
        IncidentId second = story.incident(
                school,
                decision("ARREST_PETITION", "A2_DETAIN")
                        .student(school + "-a", "WHITE")
                        .by(castellane, "SRO"),
                decision(null, "A2_DETAIN").student(school + "-b", "WHITE").by(castellane, "SRO"));
        program.settle();
        assertThat(only(counts.count(here)).counts())
                .containsEntry("incidents", 2L)
                .containsEntry("students", 2L);
        assertThat(only(arrests.decisions(here)).count("A")).isEqualTo(2);
        story.submit(new IncidentLinked(second, first, Story.BECAUSE));
        program.settle();
        FigureRow row = only(counts.count(here));
        assertThat(row.count()).as("all four entries name one officer").isEqualTo(2);
        assertThat(row.counts())
                .containsEntry("incidents", 1L)
                .containsEntry("students", 2L)
                .containsEntry("instances", 2L);
        assertThat(only(arrests.decisions(here)).count("A")).isEqualTo(1);
    }

    /** The same officer tells of the same student twice, and the two are linked: the second one under the first. */
    private IncidentId twice(Contact first, Contact second) {
        IncidentId primary = story.incident(school, first.student(school + "-twice", "BLACK"));
        IncidentId other = story.incident(school, second.student(school + "-twice", "WHITE"));
        story.submit(new IncidentLinked(other, primary, Story.BECAUSE));
        program.settle();
        return other;
    }

    @Test
    void one_officer_telling_one_contact_twice_is_one_involvement() {
        twice(phone(), phone());
        assertThat(only(counts.count(here)).count()).isEqualTo(1);
        assertThat(only(routine.share(here)).measure("M2a")).isEqualTo(new Proportion(1, 1));
        assertThat(only(counts.count(here.groupedBy(Dimension.OFFICER))).count())
                .isEqualTo(1);
        FigureAnswer byRace = counts.count(here.groupedBy(Dimension.RACE));
        assertThat(only(byRace).value(Dimension.RACE))
                .as("at a tie the primary one's facts")
                .isEqualTo("BLACK");
    }

    @Test
    void of_two_entries_the_worst_class_counts_with_its_own_facts() {
        twice(
                Contact.of(adeyemi).conduct("cps-scc/1-8").action("A0_REFER_BACK"),
                phoneBy("PATROL").initiator("OFFICER"));
        FigureRow row = only(counts.count(here.groupedBy(
                Dimension.CLASS, Dimension.ACTION, Dimension.INITIATOR, Dimension.OFFICER_CAPACITY, Dimension.RACE)));
        assertThat(row.group().values()).containsExactly("ROUTINE_DISCIPLINE", "D", "OFFICER", "PATROL", "WHITE");
        assertThat(row.count()).isEqualTo(1);
        assertThat(only(counts.count(here.only(Dimension.CLASS, "DECLINED"))).count())
                .isZero();
    }

    @Test
    void an_arrest_in_a_linked_entry_that_left_no_choice_itself_is_an_arrest() {
        String both = school + "-both";
        IncidentId primary =
                story.incident(school, decision("RJ_CIRCLE", "A1_ADVICE").student(both, "BLACK"));
        IncidentId other = story.incident(
                school,
                Contact.of(castellane)
                        .initiator("WARRANT")
                        .conduct("cps-scc/4-6")
                        .action("A3_ARREST")
                        .outcome("ARREST_PETITION", Stated.NO)
                        .student(both, "BLACK"));
        program.settle();
        assertThat(only(arrests.decisions(here)).counts())
                .containsEntry("P", 1L)
                .containsEntry("A", 0L);
        story.submit(new IncidentLinked(other, primary, Story.BECAUSE));
        program.settle();
        FigureRow row = only(arrests.decisions(here));
        assertThat(row.counts())
                .containsEntry("P", 0L)
                .containsEntry("A", 1L)
                .containsEntry("S", 0L)
                .containsEntry("U", 0L)
                .containsEntry("custodialArrests", 1L);
        assertThat(row.measure("M1a")).isEqualTo(new Proportion(0, 1));
        assertThat(only(arrests.decisions(here.only(Dimension.OFFICER, adeyemi.toString())))
                        .count("A"))
                .as("of the officer whose entry left the choice, as for every officer in one entry")
                .isEqualTo(1);
    }

    @Test
    void a_petition_told_in_a_linked_entry_takes_the_decision_out_of_those_settled() {
        String both = school + "-both";
        IncidentId primary = story.incident(
                school, decision("STATION_INFORMAL", "A3_STATION_ADJ").student(both, "BLACK"));
        IncidentId other = story.incident(
                school,
                Contact.of(castellane)
                        .conduct("cps-scc/1-8")
                        .action("A1_ADVICE")
                        .outcome("ARREST_PETITION", Stated.MISSING)
                        .student(both, "BLACK"));
        story.submit(new IncidentLinked(other, primary, Story.BECAUSE));
        program.settle();
        assertThat(only(arrests.decisions(here)).counts())
                .containsEntry("A", 1L)
                .containsEntry("S", 0L);
    }

    @Test
    void nothing_that_came_of_a_witness_closes_the_matter() {
        String both = school + "-both";
        IncidentId primary = story.incident(school, decision(null, "A2_DETAIN").student(both, "BLACK"));
        IncidentId other = story.incident(
                school,
                Contact.of(castellane)
                        .role(InvolvementRole.WITNESS)
                        .action("A1_ADVICE")
                        .outcome("NO_ACTION", Stated.NO)
                        .student(both, "BLACK"));
        story.submit(new IncidentLinked(other, primary, Story.BECAUSE));
        program.settle();
        assertThat(only(arrests.decisions(here)).counts())
                .containsEntry("U", 1L)
                .containsEntry("P", 0L);
    }

    @Test
    void an_arrest_is_recorded_also_where_another_entry_of_the_officer_counts() {
        twice(
                decision(null, "A2_DETAIN").conduct("cps-scc/3-3"),
                decision("ARREST_PETITION", "A3_ARREST").conduct("cps-scc/6-1"));
        assertThat(only(counts.count(here.groupedBy(Dimension.CLASS))).value(Dimension.CLASS))
                .isEqualTo("ROUTINE_DISCIPLINE");
        assertThat(only(arrests.decisions(here)).counts())
                .containsEntry("A", 1L)
                .containsEntry("custodialArrests", 1L);
    }

    @Test
    void a_contact_entered_twice_on_either_side_of_a_school_years_first_day_is_one() {
        StudentId student = program.bean(StudentIndex.class).studentWithNumber(school + "-midnight");
        StudentId other = program.bean(StudentIndex.class).studentWithNumber(school + "-other");
        Contact july = decision("RJ_CIRCLE", "A1_ADVICE").at("2026-08-01T04:58:00Z");
        Contact august = decision(null, "A2_DETAIN").at("2026-08-01T05:02:00Z");
        Contact byAnother = Contact.of(castellane)
                .at("2026-08-01T05:03:00Z")
                .conduct("cps-scc/4-6")
                .action("A3_ARREST")
                .outcome("ARREST_PETITION", Stated.YES);
        Contact ofAnother = decision(null, "A2_DETAIN").at("2026-08-01T05:02:00Z");
        IncidentId first = story.incident(school, july);
        IncidentId second = story.incident(school, august, ofAnother);
        IncidentId third = story.incident(school, byAnother);
        story.about(student, july, first, "2025-26")
                .about(student, august, second, "2026-27")
                .about(other, ofAnother, second, "2026-27")
                .about(student, byAnother, third, "2026-27")
                .submit(new IncidentLinked(second, first, Story.BECAUSE));
        story.submit(new IncidentLinked(third, first, Story.BECAUSE));
        program.settle();
        FigureRow row = only(counts.count(here));
        assertThat(row.count())
                .as("each officer's part of the one, and one of the other")
                .isEqualTo(3);
        assertThat(row.counts())
                .containsEntry("incidents", 1L)
                .containsEntry("students", 2L)
                .containsEntry("instances", 2L);
        assertThat(only(arrests.decisions(here)).counts())
                .containsEntry("A", 1L)
                .containsEntry("P", 0L)
                .containsEntry("U", 1L);
        assertThat(counts.count(here.groupedBy(Dimension.SCHOOL_YEAR)).rows())
                .extracting(one -> one.value(Dimension.SCHOOL_YEAR) + " " + one.count() + " " + one.count("students"))
                .as("the primary entry's year; of the other student there is no entry in it")
                .containsExactly("2025-26 2 1", "2026-27 1 1");
    }

    @Test
    void an_officer_who_is_not_on_record_is_a_mistake_in_the_question() {
        String nobody = UUID.randomUUID().toString();
        assertThatThrownBy(() -> counts.count(here.only(Dimension.OFFICER, nobody)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().toString()).contains("?officer", "unknown-officer"));
        assertThat(only(counts.count(here.boundTo(Dimension.OFFICER, nobody))).count())
                .as("who is held to one officer learns of no other")
                .isZero();
        assertThat(only(counts.count(here.only(Dimension.OFFICER, nobody).keptTo(Dimension.OFFICER)))
                        .count())
                .isZero();
        assertThat(only(counts.count(here.only(Dimension.OFFICER, Dimension.NOT_STATED)))
                        .count())
                .isZero();
    }

    @Test
    void a_contact_entered_twice_happened_when_and_where_the_primary_entry_says() {
        IncidentId primary = story.incident(school, phone().student(school + "-t", "BLACK"));
        story.school(school + "-B", "Second");
        IncidentId other = story.at("BUS")
                .incident(
                        school + "-B",
                        phone().at("2026-03-01T05:30:00Z")
                                .student(school + "-t", "BLACK")
                                .action("D_IMPOSE"));
        story.at("HALLWAY").submit(new IncidentLinked(other, primary, Story.BECAUSE));
        program.settle();
        FigureQuestion both = FigureQuestion.ALL.only(Dimension.SCHOOL, school, school + "-B");
        FigureRow row = only(counts.count(both.groupedBy(Dimension.SCHOOL, Dimension.MONTH)));
        assertThat(row.group().values()).containsExactly(school, "2026-03");
        assertThat(row.count()).isEqualTo(1);
        assertThat(row.count("policeActivityAtSchool")).isEqualTo(1);
    }

    @Test
    void whoever_is_not_identified_is_never_taken_for_another() {
        IncidentId primary = story.incident(school, phone());
        IncidentId other = story.incident(school, phone());
        story.submit(new IncidentLinked(other, primary, Story.BECAUSE));
        program.settle();
        FigureRow row = only(counts.count(here));
        assertThat(row.count()).isEqualTo(2);
        assertThat(row.counts()).containsEntry("incidents", 1L).containsEntry("students", 2L);
    }

    @Test
    void an_entry_that_was_voided_leaves_the_other_one_to_count() {
        Contact wrong = phone();
        story.recordedAt("2026-03-02T17:30:00Z");
        twice(wrong, phone().initiator("OFFICER"));
        story.recordedAt("2026-03-02T18:00:00Z").submit(new InteractionVoided(wrong.id(), Story.BECAUSE));
        story.recordedAt("2026-03-02T17:00:00Z");
        program.settle();
        assertThat(only(counts.count(here.groupedBy(Dimension.INITIATOR))).value(Dimension.INITIATOR))
                .isEqualTo("OFFICER");
        assertThat(only(counts.count(at("2026-03-02T17:45:00Z").groupedBy(Dimension.INITIATOR)))
                        .value(Dimension.INITIATOR))
                .as("before it was voided, at a tie, the primary one counted")
                .isEqualTo("STAFF_REQUEST");
    }

    @Test
    void a_voided_contact_is_in_no_whole_and_no_group_unless_asked_for_by_name() {
        Contact wrong = phone();
        story.incident(school, wrong);
        story.submit(new InteractionVoided(wrong.id(), Story.BECAUSE));
        program.settle();
        assertThat(only(counts.count(here)).count()).isZero();
        assertThat(counts.count(here.groupedBy(Dimension.CLASS)).rows()).isEmpty();
        assertThat(routine.share(here.groupedBy(Dimension.CLASS)).rows()).isEmpty();
        assertThat(only(counts.count(here.only(Dimension.CLASS, "EXCLUDED"))).count())
                .isEqualTo(1);
    }

    @Test
    void two_officers_of_one_capacity_on_one_arrest_are_one_decision_of_that_capacity() {
        story.incident(
                school,
                decision("ARREST_PETITION", "A3_ARREST").by(castellane, "SRO").action("A2_DETAIN"));
        program.settle();
        FigureAnswer grouped = arrests.decisions(here.groupedBy(Dimension.OFFICER_CAPACITY));
        assertThat(only(grouped).count("A")).isEqualTo(1);
        assertThat(only(arrests.decisions(here.only(Dimension.OFFICER_CAPACITY, "SRO")))
                        .count("A"))
                .isEqualTo(1);
    }

    @Test
    void decisions_by_officer_may_add_up_to_more_and_the_notes_say_so() {
        story.incident(
                school,
                decision("ARREST_PETITION", "A3_ARREST").by(castellane, "SRO").action("A2_DETAIN"));
        program.settle();
        assertThat(arrests.decisions(here.groupedBy(Dimension.OFFICER)).notes())
                .anyMatch(note -> note.endsWith("groups may add up to more than the whole."));
        assertThat(arrests.decisions(here).notes()).noneMatch(note -> note.contains("add up"));
    }

    @Test
    void a_petition_recorded_later_takes_an_arrest_out_of_those_settled_and_leaves_what_was_known() {
        story.recordedAt("2026-03-02T17:00:00Z");
        Contact settled = decision("JISC", "A3_ARREST");
        story.incident(school, settled);
        story.recordedAt("2026-03-09T17:00:00Z")
                .submit(new InteractionCorrected(
                        settled.id(),
                        new CorrectedFact.Settlement(
                                new Decision(Code.of("outcome/ARREST_PETITION"), Stated.YES, List.of())),
                        Story.BECAUSE));
        program.settle();
        FigureRow now = only(arrests.decisions(here));
        assertThat(now.measure("M1b")).isEqualTo(new Proportion(0, 1));
        assertThat(now.count("A")).isEqualTo(1);
        assertThat(only(arrests.decisions(at("2026-03-05"))).measure("M1b")).isEqualTo(new Proportion(1, 1));
        story.recordedAt("2026-03-02T17:00:00Z");
    }

    @Test
    void arrests_and_citations_are_all_that_are_recorded_in_any_role_and_whether_there_was_a_choice_or_not() {
        log(1, () -> phone().role(InvolvementRole.WITNESS).action("A3_ARREST"));
        log(1, () -> phone().role(InvolvementRole.REPORTER).action("A3_CITE"));
        log(
                1,
                () -> Contact.of(adeyemi)
                        .initiator("WARRANT")
                        .conduct("cps-scc/4-6")
                        .action("A3_ARREST"));
        program.settle();
        assertThat(only(arrests.decisions(here)).counts())
                .containsEntry("A", 0L)
                .containsEntry("custodialArrests", 2L)
                .containsEntry("citations", 1L);
    }

    @Test
    void an_arrest_the_department_settled_is_diverted_after_arrest() {
        for (String settled : List.of(
                "WARN_VERBAL",
                "WARN_WRITTEN",
                "COUNSEL_REFER",
                "REFER_BACK",
                "NO_ACTION",
                "GUARDIAN_RELEASE",
                "JISC",
                "PROBATION_ADJ",
                "STATION_FORMAL")) {
            log(1, () -> decision(settled, "A3_ARREST"));
        }
        log(1, () -> decision("ARREST_PETITION", "A3_STATION_ADJ"));
        log(1, () -> decision("NONE", "A3_ARREST"));
        log(1, () -> decision("NOTICE_TO_APPEAR", "A3_CITE"));
        program.settle();
        FigureRow row = only(arrests.decisions(here));
        assertThat(row.measure("M1b")).isEqualTo(new Proportion(9, 12));
        assertThat(row.measure("M1c")).isEqualTo(new Proportion(9, 12));
    }

    @Test
    void what_is_not_stated_is_warned_of_on_the_base_of_the_share_shown() {
        log(30, () -> phone().role(InvolvementRole.WITNESS).student(null, "WHITE"));
        log(1, () -> decision("ARREST_PETITION", "A3_ARREST"));
        program.settle();
        assertThat(arrests.decisions(here.groupedBy(Dimension.RACE)).notes())
                .contains("Race: not stated for 100.0% of what is counted here (1 of 1).");
        assertThat(counts.count(here.groupedBy(Dimension.RACE)).notes())
                .noneMatch(note -> note.startsWith("Race: not stated"));
        assertThat(routine.share(here.groupedBy(Dimension.RACE)).notes())
                .contains("Race: not stated for 100.0% of what is counted here (1 of 1).");
    }

    @Test
    void a_reviewers_class_counts_where_it_is_asked_for_and_every_answer_says_how_many_there_are() {
        Contact contact = phone();
        story.incident(school, contact);
        log(1, FiguresTest::phone);
        story.submit(overridden(contact, "LAW_ENFORCEMENT"));
        story.submit(overridden(contact, "SAFETY_RESPONSE"));
        program.settle();
        FigureAnswer byRules = routine.share(here);
        assertThat(only(byRules).measure("M2a")).isEqualTo(new Proportion(2, 2));
        assertThat(byRules.notes())
                .contains("The class of 1 contact here was overridden by a reviewer. These figures go by the rules;"
                        + " classBasis=reviewed counts the reviewers' classes.");
        FigureAnswer reviewed = routine.share(here.reviewed(true));
        assertThat(only(reviewed).measure("M2a")).isEqualTo(new Proportion(1, 2));
        assertThat(reviewed.notes())
                .contains("The class of 1 contact here was overridden by a reviewer. These figures go by the"
                        + " reviewers' classes.");
        assertThat(counts.count(here.reviewed(true).groupedBy(Dimension.CLASS)).rows())
                .extracting(row -> row.value(Dimension.CLASS))
                .containsExactly("ROUTINE_DISCIPLINE", "SAFETY_RESPONSE");
        assertThat(only(counts.count(here.reviewed(true).only(Dimension.CLASS, "SAFETY_RESPONSE")))
                        .count())
                .isEqualTo(1);
    }

    private static ClassOverridden overridden(Contact contact, String to) {
        return new ClassOverridden(
                new ReviewId(UUID.randomUUID()),
                contact.id(),
                new DerivedClass(adeyemi, "ROUTINE_DISCIPLINE", "R02", 1),
                to,
                Code.of("override-reason/FACTS_NOT_RECORDED"));
    }

    @Test
    void students_are_counted_once_in_each_school_year_and_the_notes_say_so() {
        log(1, () -> phone().student(school + "-25", "WHITE"));
        log(1, () -> phone().at("2026-09-02T15:00:00Z").student(school + "-26", "WHITE"));
        program.settle();
        FigureAnswer answer = counts.count(here);
        assertThat(only(answer).count("students")).isEqualTo(2);
        assertThat(answer.notes()).contains("Students are counted once in each school year; these contacts lie in 2.");
        assertThat(counts.count(here.only(Dimension.SCHOOL_YEAR, "2025-26")).notes())
                .noneMatch(note -> note.startsWith("Students are counted"));
    }

    @Test
    void what_was_known_at_a_moment_to_come_is_what_is_known_now_and_the_notes_say_it_may_move() {
        log(1, FiguresTest::phone);
        program.settle();
        FigureAnswer answer = counts.count(at("2031-01-01"));
        assertThat(only(answer).count()).isEqualTo(1);
        assertThat(answer.notes()).contains("The moment asked about is not over: these figures may still move.");
    }

    private FigureQuestion at(String moment) {
        return here.asKnownOn(AsKnownOn.of(moment));
    }

    @Test
    void taken_for_a_gun_as_known_before_and_after() {
        Contact contact = Contact.of(adeyemi).conduct("cps-scc/6-1").action("A2_SEIZE");
        story.recordedAt("2026-03-03T16:00:00Z").incident(school, contact);
        story.recordedAt("2026-03-03T18:00:00Z")
                .submit(new InteractionCorrected(
                        contact.id(), new CorrectedFact.Conduct(List.of(Code.of("cps-scc/4-12"))), Story.BECAUSE));
        story.recordedAt("2026-03-02T17:00:00Z");
        program.settle();
        assertThat(only(counts.count(at("2026-03-03T17:00:00Z").groupedBy(Dimension.CLASS)))
                        .value(Dimension.CLASS))
                .isEqualTo("LAW_ENFORCEMENT");
        assertThat(only(counts.count(at("2026-03-03T18:00:10Z").groupedBy(Dimension.CLASS)))
                        .value(Dimension.CLASS))
                .isEqualTo("LAW_ENFORCEMENT_DISCRETION");
        assertThat(only(counts.count(here.groupedBy(Dimension.CLASS))).value(Dimension.CLASS))
                .isEqualTo("LAW_ENFORCEMENT_DISCRETION");
    }

    @Test
    void a_figure_as_known_on_a_past_day_does_not_move() {
        IncidentId incident = new IncidentId(UUID.randomUUID());
        Contact contact = phone().student(school + "-120", "WHITE");
        story.recordedAt("2026-03-10T16:00:00Z");
        List<Object> events = story.eventsOf(incident, school, contact);
        story.submit(events.toArray());
        program.settle();
        FigureQuestion then = at("2026-03-10").groupedBy(Dimension.RACE, Dimension.MONTH);
        FigureAnswer before = counts.count(then);
        FigureAnswer share = routine.share(at("2026-03-10"));

        SubjectHandle twin = new SubjectHandle(UUID.randomUUID());
        InteractionOpened opened = (InteractionOpened) events.get(1);
        story.recordedAt("2026-03-11T16:00:00Z")
                .submit(new SubjectCorrected(
                        contact.id(),
                        opened.subject(),
                        twin,
                        null,
                        null,
                        story.seal(
                                twin,
                                new brightline.edge.keys.PersonalPart.Statistics(
                                        Code.of("race/BLACK"),
                                        null,
                                        null,
                                        null,
                                        null,
                                        Stated.MISSING,
                                        school + "-121")),
                        Story.BECAUSE));
        story.recordedAt("2026-03-12T16:00:00Z")
                .submit(new SchoolCorrected(
                        incident, new SchoolCode(school), new SchoolCode("ELSEWHERE"), Story.BECAUSE));
        program.settle();

        assertThat(counts.count(then).rows()).isEqualTo(before.rows());
        assertThat(routine.share(at("2026-03-10")).rows()).isEqualTo(share.rows());
        assertThat(only(counts.count(at("2026-03-11").groupedBy(Dimension.RACE)))
                        .value(Dimension.RACE))
                .isEqualTo("BLACK");
        assertThat(only(counts.count(here)).count()).isZero();
        assertThat(counts.count(here.groupedBy(Dimension.RACE)).rows()).isEmpty();
        story.recordedAt("2026-03-02T17:00:00Z");
    }

    @Test
    void the_rule_set_is_that_of_the_day_or_the_one_asked_for() {
        story.incident(
                school,
                Contact.of(adeyemi)
                        .at("2031-05-05T15:00:00Z")
                        .initiator("WARRANT")
                        .conduct("cps-scc/NO_CONDUCT")
                        .action("A3_ARREST"));
        program.settle();
        FigureQuestion question = here.between(LocalDate.of(2031, 1, 1), LocalDate.of(2031, 12, 31))
                .groupedBy(Dimension.CLASS);
        FigureAnswer none = counts.count(question);
        assertThat(only(none).value(Dimension.CLASS)).isEqualTo("NEEDS_REVIEW");
        assertThat(none.ruleSet()).isEqualTo(1);
        assertThat(none.agreement()).isNull();
        assertThat(none.notes()).anyMatch(note -> note.startsWith("No agreement is in force"));
        assertThat(only(counts.count(question.readBy(2))).value(Dimension.CLASS))
                .isEqualTo("NOT_APPLICABLE");

        AgreementId agreement = new AgreementId(UUID.randomUUID());
        story.submit(new AgreementDrafted(agreement, Kind.MOU, "Agreement of 2031", List.of("a", "b")));
        story.submit(new AgreementPutInForce(agreement, 2, LocalDate.of(2031, 5, 5), LocalDate.of(2031, 5, 5)));
        program.settle();
        FigureAnswer second = counts.count(question);
        assertThat(only(second).value(Dimension.CLASS)).isEqualTo("NOT_APPLICABLE");
        assertThat(second.ruleSet()).isEqualTo(2);
        assertThat(second.agreement()).extracting(AgreementTerm::title).isEqualTo("Agreement of 2031");
        assertThat(second.notes()).noneMatch(note -> note.startsWith("No agreement is in force"));
        assertThat(only(counts.count(question.readBy(1))).value(Dimension.CLASS))
                .isEqualTo("NEEDS_REVIEW");
    }

    @Test
    void the_last_minute_of_july_is_of_the_old_school_year() {
        log(1, () -> phone().at("2026-08-01T04:59:00Z"));
        log(1, () -> phone().at("2026-08-01T05:00:00Z"));
        program.settle();
        assertThat(counts.count(here.groupedBy(Dimension.SCHOOL_YEAR, Dimension.MONTH))
                        .rows())
                .extracting(row -> row.value(Dimension.SCHOOL_YEAR) + " " + row.value(Dimension.MONTH))
                .containsExactly("2025-26 2026-07", "2026-27 2026-08");
        assertThat(only(counts.count(here.only(Dimension.SCHOOL_YEAR, "2026-27")))
                        .count())
                .isEqualTo(1);
        assertThat(only(counts.count(here.between(LocalDate.of(2026, 8, 1), null)))
                        .count())
                .isEqualTo(1);
        assertThat(only(counts.count(here.between(null, LocalDate.of(2026, 7, 31))))
                        .count())
                .isEqualTo(1);
    }

    @Test
    void what_is_missing_is_a_group_of_its_own_and_warned_of() {
        log(1, () -> phone().student(null, null));
        log(1, () -> phone().student(school + "-1", "WHITE"));
        log(
                1,
                () -> Contact.of(adeyemi)
                        .conduct("cps-scc/1-8")
                        .imminent(Stated.MISSING)
                        .action("A2_ESCORT"));
        program.settle();
        FigureAnswer answer = routine.share(here.groupedBy(Dimension.RACE));
        assertThat(answer.rows()).extracting(row -> row.value(Dimension.RACE)).containsExactly("WHITE", null);
        assertThat(answer.rows().getLast().measure("M2d")).isEqualTo(new Proportion(1, 2));
        assertThat(answer.notes())
                .anyMatch(note -> note.startsWith("Race: not stated for 50.0% of what is counted here (1 of 2)"))
                .anyMatch(note -> note.startsWith("In 1 of 2 rows more than 5 of 100 contacts wait"))
                .anyMatch(note -> note.startsWith("Recorded times of this database are simulated"));
        assertThat(only(counts.count(here.only(Dimension.RACE, Dimension.NOT_STATED)))
                        .count())
                .isEqualTo(2);
    }

    @Test
    void what_a_filter_leaves_out_is_the_first_note_with_what_nobody_stated_before_all_else() {
        log(3, () -> phone());
        log(2, () -> phoneBy("PATROL"));
        log(4, () -> phoneBy(null));
        log(1, () -> phoneBy(null).initiator("OFFICER"));
        program.settle();
        FigureQuestion ofSros = here.only(Dimension.OFFICER_CAPACITY, "SRO");
        FigureAnswer answer = routine.share(ofSros);
        assertThat(only(answer).count()).isEqualTo(3);
        assertThat(answer.leftOut().told())
                .startsWith("5 assignment that day not stated", "2 patrol officer")
                .last()
                .asString()
                .endsWith("of another school");
        assertThat(answer.notes())
                .first()
                .asString()
                .contains("contacts are not in this view: 5 assignment that day not stated, 2 patrol officer, ");
        assertThat(routine.share(ofSros.without(Dimension.SCHOOL).only(Dimension.INITIATOR, "STAFF_REQUEST"))
                        .leftOut()
                        .contacts())
                .as("each is left out once, for one reason")
                .isEqualTo(only(counts.count(FigureQuestion.ALL)).count()
                        - only(counts.count(FigureQuestion.ALL
                                        .only(Dimension.OFFICER_CAPACITY, "SRO")
                                        .only(Dimension.INITIATOR, "STAFF_REQUEST")))
                                .count());
        FigureQuestion notStated = here.only(Dimension.OFFICER_CAPACITY, Dimension.NOT_STATED);
        assertThat(only(counts.count(notStated)).count()).isEqualTo(5);
        assertThat(counts.count(notStated).leftOut().told()).contains("3 school resource officer", "2 patrol officer");
        assertThat(counts.count(FigureQuestion.ALL).leftOut()).isEqualTo(LeftOut.NOTHING);
    }

    @Test
    void an_officer_is_not_told_how_many_contacts_others_had() {
        log(2, () -> phone());
        log(3, () -> Contact.of(castellane).conduct("cps-scc/1-8").action("D_ENFORCE_RULE"));
        program.settle();
        CurrentActor officer =
                new CurrentActor(UUID.randomUUID(), "castellane", AccountRole.SRO, castellane.value(), Set.of());
        FigureAnswer answer =
                counts.count(FigureRequest.ownOnly(here.only(Dimension.OFFICER_CAPACITY, "SRO"), officer));
        assertThat(only(answer).count()).isEqualTo(3);
        assertThat(answer.notes()).noneMatch(note -> note.contains("officer not stated"));
        assertThat(answer.leftOut().parts()).noneMatch(part -> part.dimension() == Dimension.OFFICER);
    }

    @Test
    void a_school_nobody_told_of_is_a_mistake_and_not_a_school_without_contacts() {
        assertThatThrownBy(() -> counts.count(FigureQuestion.ALL.only(Dimension.SCHOOL, "XXX")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().errors())
                                .extracting(error -> error.pointer())
                                .containsExactly("?school"));
        assertThat(Dimension.SCHOOL_YEAR.accepts("2025-26", CodeLists.standard()))
                .isTrue();
        assertThat(Dimension.SCHOOL_YEAR.accepts("1999-00", CodeLists.standard()))
                .isTrue();
        assertThat(Dimension.SCHOOL_YEAR.accepts("2025-27", CodeLists.standard()))
                .isFalse();
        assertThat(Arrays.stream(Dimension.values()))
                .allMatch(dimension -> dimension.accepts("NOT_STATED", CodeLists.standard()));
    }

    @Test
    void an_event_not_yet_in_the_rows_is_refused_until_it_is_there() {
        FigureQuestion far = new FigureQuestion(null, null, List.of(), here.filters(), null, null, 1_000_000_000L);
        assertThatThrownBy(() -> counts.count(far))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo("not-yet"));
        long index = story.submit(story.eventsOf(new IncidentId(UUID.randomUUID()), school, phone())
                .toArray());
        program.settle();
        FigureQuestion near = new FigureQuestion(null, null, List.of(), here.filters(), null, null, index);
        assertThat(only(counts.count(near)).count()).isEqualTo(1);
    }

    @Test
    void an_empty_answer_has_a_zero_row_and_no_number() {
        FigureRow row = only(routine.share(here));
        assertThat(row.measure("M2a").value()).isNull();
        assertThat(routine.share(here.groupedBy(Dimension.SCHOOL)).rows()).isEmpty();
        assertThat(String.valueOf(FigureJson.of(routine.share(here)).get("rows")))
                .contains("value=null", "interval=null");
    }
}
