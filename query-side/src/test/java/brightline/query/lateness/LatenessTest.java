package brightline.query.lateness;

import static org.assertj.core.api.Assertions.assertThat;

import brightline.events.Code;
import brightline.events.ComplaintId;
import brightline.events.IncidentId;
import brightline.events.InteractionId;
import brightline.events.OfficerId;
import brightline.events.Stated;
import brightline.events.incident.IncidentEvent.IncidentLinked;
import brightline.events.interaction.CorrectedFact;
import brightline.events.interaction.InteractionEvent.InteractionCorrected;
import brightline.events.measure.Proportion;
import brightline.events.review.ComplaintEvent.ComplaintReceived;
import brightline.query.Contact;
import brightline.query.QueryProgram;
import brightline.query.Story;
import brightline.query.figures.Dimension;
import brightline.query.figures.FigureAnswer;
import brightline.query.figures.FigureQuestion;
import brightline.query.figures.FigureRow;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The worked numbers of M12 through the real tables. */
class LatenessTest {
    private static final Instant RECORDED = Instant.parse("2026-03-20T12:00:00Z");

    static QueryProgram program;
    static Story story;
    static OfficerId adeyemi;

    @BeforeAll
    static void start() {
        program = QueryProgram.start();
        story = program.story().recordedAt(RECORDED.toString());
        adeyemi = story.officer("Adeyemi");
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    private static InteractionId recorded(String school, double hoursLate) {
        Contact contact = Contact.of(adeyemi)
                .at(RECORDED.minusSeconds((long) (hoursLate * 3_600)).toString())
                .conduct("cps-scc/1-8")
                .action("D_ENFORCE_RULE")
                .outcome("NONE", Stated.NO)
                .student("pseudo", "BLACK");
        story.incident(school, contact);
        return contact.id();
    }

    private static FigureRow row(String school) {
        program.settle();
        return program.bean(LatenessFigures.class)
                .lags(FigureQuestion.ALL.only(Dimension.SCHOOL, school))
                .rows()
                .getFirst();
    }

    @Test
    void ten_lags_have_median_5_ninetieth_percentile_30_and_two_of_ten_are_late() {
        List<InteractionId> contacts = new ArrayList<>();
        for (double hours : new double[] {0.5, 1, 2, 3, 5, 8, 12, 20, 30, 60}) {
            contacts.add(recorded("TEN", hours));
        }
        FigureRow row = row("TEN");
        assertThat(row.count()).isEqualTo(10);
        assertThat(row.values().get("medianHours")).isEqualByComparingTo("5");
        assertThat(row.values().get("p90Hours")).isEqualByComparingTo("30");
        assertThat(row.measure("late").value()).isEqualByComparingTo("0.2000");
        assertThat(row.measure("afterComplaint").numerator()).isZero();

        story.submit(new InteractionCorrected(
                contacts.getFirst(), new CorrectedFact.Conduct(List.of(Code.of("cps-scc/4-12"))), Story.BECAUSE));
        complaint(contacts.get(8), RECORDED.minusSeconds(3_600));
        complaint(contacts.get(9), RECORDED.plusSeconds(3_600));
        FigureRow later = row("TEN");
        assertThat(later.values().get("medianHours")).isEqualByComparingTo("5");
        assertThat(later.measure("late").value()).isEqualByComparingTo("0.2000");
        assertThat(later.measure("afterComplaint").value()).isEqualByComparingTo("0.1000");
    }

    private static Contact late(double hours, String pseudonym) {
        return late(adeyemi, hours, pseudonym);
    }

    private static Contact late(OfficerId officer, double hours, String pseudonym) {
        return Contact.of(officer)
                .at(RECORDED.minusMillis(Math.round(hours * 3_600_000)).toString())
                .conduct("cps-scc/1-8")
                .action("D_ENFORCE_RULE")
                .student(pseudonym, "BLACK");
    }

    /** The first one is recorded two hours before the second one, and both are linked. */
    private static Contact[] twice(String school, Contact first, Contact second) {
        story.recordedAt(RECORDED.minusSeconds(7_200).toString());
        IncidentId primary = story.incident(school, first);
        story.recordedAt(RECORDED.toString());
        IncidentId other = story.incident(school, second);
        story.submit(new IncidentLinked(other, primary, Story.BECAUSE));
        return new Contact[] {first, second};
    }

    @Test
    void by_officer_records_may_add_up_to_more_and_the_notes_say_so() {
        OfficerId castellane = story.officer("Castellane");
        story.incident("PARTS", late(5, "PARTS-a").by(castellane, "SRO").action("A1_ADVICE"));
        program.settle();
        FigureQuestion here = FigureQuestion.ALL.only(Dimension.SCHOOL, "PARTS");
        LatenessFigures figures = program.bean(LatenessFigures.class);
        FigureAnswer byOfficer = figures.lags(here.groupedBy(Dimension.OFFICER));
        assertThat(byOfficer.rows()).hasSize(2);
        assertThat(byOfficer.notes()).anyMatch(note -> note.endsWith("groups may add up to more than the whole."));
        FigureAnswer whole = figures.lags(here);
        assertThat(whole.rows().getFirst().count()).isEqualTo(1);
        assertThat(whole.notes()).noneMatch(note -> note.contains("add up"));
    }

    @Test
    void of_an_incident_entered_twice_the_entry_recorded_first_counts_with_its_own_time() {
        OfficerId castellane = story.officer("Castellane");
        twice("TWICE", late(5, "TWICE-a"), late(castellane, 9, "TWICE-a"));
        FigureRow row = row("TWICE");
        assertThat(row.count()).isEqualTo(1);
        assertThat(row.values().get("medianHours")).isEqualByComparingTo("3.00");
        FigureRow ofSecond = program.bean(LatenessFigures.class)
                .lags(FigureQuestion.ALL.only(Dimension.SCHOOL, "TWICE").only(Dimension.OFFICER, castellane.toString()))
                .rows()
                .getFirst();
        assertThat(ofSecond.values().get("medianHours")).isEqualByComparingTo("9.00");
    }

    @Test
    void a_complaint_about_either_of_two_linked_records_counts() {
        Contact[] both = twice("COMPLAINED", late(5, "COMPLAINED-a"), late(5, "COMPLAINED-a"));
        complaint(both[1].id(), RECORDED.minusSeconds(9_000));
        assertThat(row("COMPLAINED").measure("afterComplaint").numerator()).isEqualTo(1);
    }

    @Test
    void a_record_of_somebody_in_no_school_of_the_district_is_late_like_any_other() {
        story.incident("ANYBODY", late(5, "ANYBODY-a"), late(30, "ANYBODY-b").homeSchool("OUT-OF-DISTRICT"));
        assertThat(row("ANYBODY").measure("late")).isEqualTo(new Proportion(1, 2));
    }

    @Test
    void hours_are_rounded_once() {
        story.incident("ONCE", late(0.00496, "ONCE-a"));
        assertThat(row("ONCE").values().get("medianHours")).isEqualTo(new BigDecimal("0.00"));
        story.incident("ONCE-B", late(1.005, "ONCE-b"));
        assertThat(row("ONCE-B").values().get("medianHours")).isEqualTo(new BigDecimal("1.01"));
    }

    private static void complaint(InteractionId about, Instant receivedAt) {
        story.submit(new ComplaintReceived(
                new ComplaintId(UUID.randomUUID()),
                null,
                about,
                Code.of("complaint-kind/PARENT_COMPLAINT"),
                receivedAt));
    }
}
