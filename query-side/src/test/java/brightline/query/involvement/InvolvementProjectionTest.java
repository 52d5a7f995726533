package brightline.query.involvement;

import static org.assertj.core.api.Assertions.assertThat;

import brightline.events.IncidentId;
import brightline.events.OfficerId;
import brightline.events.SchoolCode;
import brightline.events.Stated;
import brightline.events.SubjectHandle;
import brightline.events.incident.IncidentEvent.IncidentLinked;
import brightline.events.incident.IncidentEvent.SchoolCorrected;
import brightline.events.interaction.CorrectedFact;
import brightline.events.interaction.InteractionEvent.InteractionCorrected;
import brightline.events.interaction.InteractionEvent.InteractionSupplemented;
import brightline.events.interaction.InteractionEvent.InteractionVoided;
import brightline.query.Contact;
import brightline.query.QueryProgram;
import brightline.query.Story;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class InvolvementProjectionTest {
    static QueryProgram program;
    static Story story;
    static OfficerId adeyemi;
    static OfficerId castellane;

    @BeforeAll
    static void start() {
        program = QueryProgram.start();
        story = program.story().recordedAt("2026-03-02T17:00:00Z");
        adeyemi = story.officer("Adeyemi");
        castellane = story.officer("Castellane");
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    private static List<Map<String, Object>> facts(Contact contact) {
        program.settle();
        return program.jdbc().sql("""
                        select f.*, c.class, c.rule from rm.involvement_fact f
                          join rm.involvement_class c on c.fact_key = f.fact_key and c.rule_set = 1
                         where interaction_id = ? order by known_from_index, officer""").param(contact.id().value()).query().listOfRows();
    }

    private static Contact phone() {
        return Contact.of(adeyemi)
                .conduct("cps-scc/1-8")
                .action("A2_ESCORT")
                .action("A2_SEIZE")
                .action("D_ENFORCE_RULE")
                .outcome("NONE", Stated.NO)
                .student("pseudo-101", "BLACK");
    }

    @Test
    void a_contact_is_one_row_with_its_class_although_it_took_seven_events() {
        Contact contact = phone();
        story.incident("MAR", contact);
        assertThat(facts(contact))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("class", "ROUTINE_DISCIPLINE")
                        .containsEntry("rule", "R02")
                        .containsEntry("school", "MAR")
                        .containsEntry("tier", "1")
                        .containsEntry("action", "D")
                        .containsEntry("race", "BLACK")
                        .containsEntry("pseudonym", "pseudo-101")
                        .containsEntry("disability", null)
                        .containsEntry("month", "2026-03")
                        .containsEntry("officer", adeyemi.value())
                        .containsEntry("known_to_index", null));
    }

    @Test
    void two_officers_are_two_rows() {
        Contact contact = phone().by(castellane, "PATROL").action("A1_ADVICE");
        story.incident("MAR", contact);
        assertThat(facts(contact))
                .hasSize(2)
                .extracting(row -> row.get("action"))
                .containsExactlyInAnyOrder("D", "1");
    }

    @Test
    void a_correction_closes_the_row_and_opens_the_next() {
        Contact contact = Contact.of(adeyemi).conduct("cps-scc/6-1").action("A2_SEIZE");
        story.incident("MAR", contact);
        long index = story.submit(new InteractionCorrected(
                contact.id(),
                new CorrectedFact.Conduct(List.of(brightline.events.Code.of("cps-scc/4-12"))),
                Story.BECAUSE));
        var rows = facts(contact);
        assertThat(rows).extracting(row -> row.get("rule")).containsExactly("R07", "R11");
        assertThat(rows.getFirst().get("known_to_index")).isEqualTo(index);
        assertThat(rows.getLast().get("known_from_index")).isEqualTo(index);
    }

    @Test
    void what_changes_no_fact_makes_no_version_and_a_void_excludes() {
        Contact contact = phone();
        story.incident("MAR", contact);
        story.submit(new InteractionSupplemented(contact.id(), null, Story.BECAUSE));
        assertThat(facts(contact)).hasSize(1);
        story.submit(new InteractionVoided(contact.id(), Story.BECAUSE));
        assertThat(facts(contact))
                .extracting(row -> row.get("class"))
                .containsExactly("ROUTINE_DISCIPLINE", "EXCLUDED");
    }

    @Test
    void a_corrected_school_moves_the_rows_of_all_students() {
        Contact one = phone();
        Contact two = phone();
        IncidentId incident = story.incident("MAR", one, two);
        story.submit(new SchoolCorrected(incident, new SchoolCode("MAR"), new SchoolCode("QUI"), Story.BECAUSE));
        for (Contact contact : List.of(one, two)) {
            assertThat(facts(contact)).extracting(row -> row.get("school")).containsExactly("MAR", "QUI");
        }
    }

    @Test
    void links_are_followed_to_their_end_whatever_the_order_they_came_in() {
        Contact contact = phone();
        IncidentId first = story.incident("MAR", phone());
        IncidentId second = story.incident("MAR", phone());
        IncidentId third = story.incident("MAR", contact);
        story.submit(new IncidentLinked(third, second, Story.BECAUSE));
        story.submit(new IncidentLinked(second, first, Story.BECAUSE));
        assertThat(facts(contact))
                .extracting(row -> row.get("primary_incident_id"))
                .containsExactly(third.value(), second.value(), first.value());
    }

    @Test
    void of_linked_entries_each_keeps_its_row_and_one_counts_by_each_rule_set() {
        Contact outside = phone().initiator("WARRANT").student("pseudo-linked", "BLACK");
        Contact talk = Contact.of(adeyemi)
                .conduct("cps-scc/1-8")
                .action("A1_ADVICE")
                .at("2026-02-28T16:00:00Z")
                .student("pseudo-linked", "BLACK");
        IncidentId primary = story.incident("MAR", talk);
        IncidentId second = story.incident("QUI", outside);
        assertThat(counting(outside)).containsExactly("1 true 2026-03-02 QUI", "2 true 2026-03-02 QUI");
        story.submit(new IncidentLinked(second, primary, Story.BECAUSE));
        assertThat(counting(talk)).containsExactly("1 false 2026-02-28 MAR", "2 false 2026-02-28 MAR");
        assertThat(counting(outside))
                .as("rule set 2 says nothing else of discipline by an officer")
                .containsExactly("1 true 2026-02-28 MAR", "2 true 2026-02-28 MAR");
        assertThat(facts(outside).getLast())
                .containsEntry("own_school", "QUI")
                .containsEntry("own_day", java.sql.Date.valueOf("2026-03-02"));
        story.submit(new InteractionCorrected(outside.id(), new CorrectedFact.ActionWithdrawn(3), Story.BECAUSE));
        assertThat(counting(talk))
                .as("a warrant is out of it by set 2, and to be looked at by set 1")
                .containsExactly("1 false 2026-02-28 MAR", "2 true 2026-02-28 MAR");
    }

    private static List<String> counting(Contact contact) {
        program.settle();
        return program.jdbc()
                .sql("""
                        select c.rule_set || ' ' || c.counts || ' ' || f.occurred_on || ' ' || f.school
                          from rm.involvement_fact f join rm.involvement_class c using (fact_key)
                         where f.interaction_id = ? and f.known_to_index is null order by c.rule_set""")
                .param(contact.id().value())
                .query(String.class)
                .list();
    }

    @Test
    void statistics_whose_key_is_gone_are_missing_and_nothing_fails() {
        Contact contact = phone();
        IncidentId incident = new IncidentId(UUID.randomUUID());
        List<Object> events = story.eventsOf(incident, "MAR", contact);
        SubjectHandle subject = events.stream()
                .filter(brightline.events.interaction.InteractionEvent.InteractionOpened.class::isInstance)
                .map(opened -> ((brightline.events.interaction.InteractionEvent.InteractionOpened) opened).subject())
                .findFirst()
                .orElseThrow();
        program.keys()
                .sql("delete from keys.case_key where subject_handle = ?")
                .param(subject.value())
                .update();
        story.submit(events.toArray());
        assertThat(facts(contact))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("race", null)
                        .containsEntry("pseudonym", null)
                        .containsEntry("class", "ROUTINE_DISCIPLINE"));
    }
}
