package brightline.command.imports.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import brightline.command.imports.ImportProgram;
import brightline.command.imports.file.ImportStatus;
import brightline.command.imports.file.ImportStatus.Counts;
import brightline.command.imports.file.ImportStatus.Rejection;
import brightline.command.imports.file.SourceKey;
import brightline.edge.keys.PersonalPart.Identity;
import brightline.edge.keys.PersonalPart.Statistics;
import brightline.edge.keys.PersonalParts;
import brightline.edge.store.EventMetadata;
import brightline.events.Code;
import brightline.events.Correction;
import brightline.events.InvolvementRole;
import brightline.events.Stated;
import brightline.events.incident.IncidentEvent.SchoolCorrected;
import brightline.events.incident.IncidentEvent.SurroundingsCorrected;
import brightline.events.interaction.CorrectedFact;
import brightline.events.interaction.InteractionEvent;
import brightline.events.interaction.InteractionEvent.*;
import brightline.events.interaction.InteractionRecord;
import brightline.events.interaction.PoliceAction;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a source says otherwise than before corrects what it said; what somebody here corrected since stays. */
class CorrectedByFileTest {
    private static final List<String> COLUMNS = List.of(
            "source",
            "record_id",
            "person_number",
            "school",
            "school_name",
            "place",
            "in_session",
            "occurred_at",
            "rd",
            "role",
            "student_number",
            "first_name",
            "last_name",
            "birth_date",
            "race",
            "age",
            "initiator",
            "requested_by",
            "officer",
            "capacity",
            "conduct",
            "imminent_threat",
            "actions",
            "questioning_started_at",
            "outcome",
            "narrative");
    private static final Correction BY_HAND =
            new Correction(Code.of("correction-reason/WRONG_CODE"), Code.of("correction-basis/OWN_REVIEW"), null);

    private static ImportProgram program;

    @BeforeAll
    static void start() {
        program = new ImportProgram();
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    /** Cells by column, over those of a contact with an advice. */
    private static Map<String, String> line(String record, String... cells) {
        Map<String, String> line = new HashMap<>(Map.of(
                "source", "RMS",
                "record_id", record,
                "person_number", "1",
                "school", "MAR",
                "school_name", "Marsh High",
                "occurred_at", "2026-03-11T10:15:00-05:00",
                "role", "SUBJECT",
                "imminent_threat", "NO",
                "actions", "A1_ADVICE"));
        for (int i = 0; i < cells.length; i += 2) {
            line.put(cells[i], cells[i + 1]);
        }
        return line;
    }

    @SafeVarargs
    private static ImportStatus take(Map<String, String>... lines) {
        return take(List.of(lines));
    }

    private static ImportStatus take(List<Map<String, String>> lines) {
        String file = String.join(",", COLUMNS) + "\n"
                + lines.stream()
                        .map(line -> COLUMNS.stream()
                                .map(column -> line.getOrDefault(column, ""))
                                .collect(Collectors.joining(",", "", "\n")))
                        .collect(Collectors.joining());
        return program.take(file, BrightlineCsv.NAME, Stated.MISSING);
    }

    private static String stream(String kind, String... parts) {
        return new SourceKey(BrightlineCsv.NAME, kind, List.of(parts)).id().toString();
    }

    private static List<InteractionEvent> events(String record) {
        return program.factsOf(stream("person", "RMS", record, "1"));
    }

    private static InteractionRecord contact(String record) {
        @Nullable InteractionRecord known = null;
        for (InteractionEvent event : events(record)) {
            known = InteractionRecord.evolve(known, event);
        }
        return Objects.requireNonNull(known);
    }

    private static void byHand(String record, InteractionEvent event) {
        String stream = stream("person", "RMS", record, "1");
        EventStore log = program.context.getBean(EventStore.class);
        log.publish(new GenericDomainEventMessage<>(
                "Interaction", stream, log.lastSequenceNumberFor(stream).orElseThrow() + 1, event));
    }

    private static String reasons(ImportStatus status) {
        return program.rejections(status.importId()).stream()
                .map(Rejection::reason)
                .collect(Collectors.joining("; "));
    }

    @Test
    void an_arrest_that_was_none_is_corrected_with_before_and_after_by_who_sent_the_file() {
        assertThat(take(line("A", "actions", "A3_ARREST", "outcome", "NONE")).counts())
                .isEqualTo(new Counts(1, 0, 0, 0));
        int before = events("A").size();
        Map<String, String> mended = line("A", "actions", "A1_ADVICE", "outcome", "WARN_VERBAL");
        assertThat(take(mended).counts()).isEqualTo(new Counts(1, 0, 0, 0, 1));
        List<InteractionEvent> more = events("A").subList(before, events("A").size());
        assertThat(more).hasSize(2).allSatisfy(event -> {
            var corrected = (InteractionCorrected) event;
            assertThat(corrected.correction()).isEqualTo(Correction.BY_SOURCE);
        });
        assertThat(contact("A").actions())
                .extracting(PoliceAction::number, action -> action.code().code())
                .containsExactly(org.assertj.core.api.Assertions.tuple(1, "A1_ADVICE"));
        assertThat(program.context
                        .getBean(EventStore.class)
                        .readEvents(stream("person", "RMS", "A", "1"))
                        .asStream()
                        .toList()
                        .getLast()
                        .getMetaData()
                        .get(EventMetadata.ACTOR))
                .isEqualTo("coordinator");
        mended.put("actions", " A1_ADVICE ");
        assertThat(take(mended).counts()).as("the same again").isEqualTo(new Counts(0, 1, 0, 0));
        assertThat(take(line("A", "actions", "A3_ARREST", "outcome", "NONE"), line("Z"))
                        .counts())
                .as("the source changes its mind")
                .isEqualTo(new Counts(2, 0, 0, 0, 1));
        assertThat(take(mended).counts())
                .as("and back, with a file that was sent before")
                .isEqualTo(new Counts(1, 0, 0, 0, 1));
    }

    @Test
    void every_fact_follows_whether_it_was_there_before_or_not() {
        take(line("B", "conduct", "cps-scc/1-8", "race", "BLACK", "age", "15", "narrative", "First."));
        ImportStatus status = take(line(
                "B",
                "conduct",
                "cps-scc/4-12|cps-scc/1-8",
                "race",
                "WHITE",
                "role",
                "WITNESS",
                "occurred_at",
                "2026-03-12T09:00:00-05:00",
                "initiator",
                "STAFF_REQUEST",
                "requested_by",
                "TEACHER",
                "actions",
                "A3_CITE|A2_ESCORT",
                "questioning_started_at",
                "2026-03-12T09:10:00-05:00",
                "outcome",
                "WARN_VERBAL",
                "narrative",
                "Second.",
                "school",
                "ORC",
                "school_name",
                "Orchard",
                "place",
                "CAFETERIA",
                "in_session",
                "YES"));
        assertThat(reasons(status)).isEmpty();
        assertThat(status.counts()).isEqualTo(new Counts(1, 0, 0, 0, 1));
        InteractionRecord contact = contact("B");
        assertThat(contact.conduct()).hasSize(2);
        assertThat(contact.role()).isEqualTo(InvolvementRole.WITNESS);
        assertThat(contact.occurredAt()).isEqualTo("2026-03-12T14:00:00Z");
        assertThat(contact.requestedBy()).isEqualTo(Code.of("requester/TEACHER"));
        assertThat(contact.actions())
                .extracting(action -> action.code().code())
                .containsExactly("A3_CITE", "A2_ESCORT");
        assertThat(contact.treatment().questioning()).isNotNull();
        assertThat(contact.decision()).isNotNull();
        assertThat(program.statistics(contact.statistics())).hasValueSatisfying(stated -> {
            assertThat(stated.race()).isEqualTo(Code.of("race/WHITE"));
            assertThat(stated.age()).isNull();
        });
        assertThat(events("B").stream().filter(InteractionSupplemented.class::isInstance))
                .hasSize(1);
        assertThat(program.context
                        .getBean(EventStore.class)
                        .readEvents(stream("incident", "RMS", "B"))
                        .asStream()
                        .map(message -> (Object) message.getPayload().getClass()))
                .contains(SchoolCorrected.class, SurroundingsCorrected.class);
        assertThat(take(line("B", "conduct", "cps-scc/1-8", "race", "BLACK", "age", "15"), line("W"))
                        .counts())
                .as("a questioning that is told no longer")
                .isEqualTo(new Counts(1, 0, 0, 1));
    }

    @Test
    void what_was_corrected_here_since_stays_and_the_rest_follows() {
        take(line("C", "actions", "A2_ESCORT|A3_ARREST", "conduct", "cps-scc/1-8", "outcome", "NONE"));
        InteractionRecord first = contact("C");
        PoliceAction arrest = first.action(2).orElseThrow();
        byHand(
                "C",
                new InteractionCorrected(
                        first.interactionId(),
                        new CorrectedFact.Action(new PoliceAction(
                                2,
                                Code.of("police-action/A3_CITE"),
                                null,
                                null,
                                arrest.imminence(),
                                null,
                                null,
                                null,
                                null,
                                null)),
                        BY_HAND));
        ImportStatus status =
                take(line("C", "actions", "A2_ESCORT|A1_ADVICE", "conduct", "cps-scc/4-12", "outcome", "NONE"));
        assertThat(status.counts()).isEqualTo(new Counts(1, 0, 0, 0, 1));
        assertThat(contact("C").actions())
                .extracting(action -> action.code().code())
                .containsExactly("A2_ESCORT", "A3_CITE");
        assertThat(contact("C").conduct()).containsExactly(Code.of("cps-scc/4-12"));
        int events = events("C").size();
        ImportStatus kept =
                take(line("C", "actions", "A2_ESCORT|A2_QUESTION", "conduct", "cps-scc/4-12", "outcome", "NONE"));
        assertThat(program.notes(kept.importId()))
                .containsExactly(
                        "What was corrected here by hand since stays, though the file says otherwise: 1 record.");
        assertThat(kept.counts()).as("nothing but what was corrected here").isEqualTo(new Counts(1, 0, 0, 0));
        assertThat(events("C")).hasSize(events);
    }

    @Test
    void an_action_added_here_is_neither_taken_away_nor_taken_for_the_sources() {
        take(line("D", "actions", "A1_ADVICE"));
        InteractionRecord first = contact("D");
        byHand("D", new InteractionSupplemented(first.interactionId(), null, BY_HAND));
        byHand(
                "D",
                ActionEvent.of(
                        first.interactionId(),
                        new PoliceAction(
                                2,
                                Code.of("police-action/A2_ESCORT"),
                                null,
                                null,
                                Stated.NO,
                                null,
                                null,
                                null,
                                null,
                                null)));
        assertThat(take(line("D", "actions", "A3_CITE|A3_ARREST")).counts()).isEqualTo(new Counts(1, 0, 0, 0, 1));
        assertThat(contact("D").actions())
                .extracting(action -> action.code().code())
                .containsExactly("A3_CITE", "A2_ESCORT", "A3_ARREST");
        assertThat(take(line("D", "actions", "A3_ARREST")).counts()).isEqualTo(new Counts(1, 0, 0, 0, 1));
        assertThat(contact("D").actions())
                .extracting(action -> action.code().code())
                .containsExactly("A2_ESCORT", "A3_ARREST");
    }

    @Test
    void another_student_under_the_key_is_rejected_by_name_and_a_name_written_otherwise_is_corrected() {
        take(line("E", "student_number", "E-1", "last_name", "Oakapple", "birth_date", "2010-05-01"));
        ImportStatus other = take(line("E", "student_number", "E-2", "last_name", "Pinehurst"));
        assertThat(other.counts()).isEqualTo(new Counts(0, 0, 0, 1));
        assertThat(program.rejections(other.importId())).singleElement().satisfies(rejection -> {
            assertThat(rejection.column()).isEqualTo("student_number");
            assertThat(rejection.reason())
                    .matches(
                            "is about another student than the record its key was taken in for, in BL-[0-9]{4}-[0-9]{5}: "
                                    + "no file corrects that");
        });
        assertThat(take(line("E", "student_number", "E-2", "last_name", "Pinehurst"), line("Y"))
                        .counts())
                .as("refused, it left nothing behind")
                .isEqualTo(new Counts(1, 0, 0, 1));
        assertThat(take(line("E", "student_number", "e\u20131", "last_name", "Oakapple", "birth_date", "2010-05-01"))
                        .counts())
                .as("the same number in other dashes and letters")
                .isEqualTo(new Counts(0, 1, 0, 0));
        assertThat(take(line("E", "student_number", "E-1", "last_name", "Oakapple-Ash", "birth_date", "2010-05-01"))
                        .counts())
                .isEqualTo(new Counts(1, 0, 0, 0, 1));
        assertThat(program.context
                        .getBean(PersonalParts.class)
                        .open(contact("E").identity(), Identity.class))
                .hasValueSatisfying(identity -> assertThat(identity.lastName()).isEqualTo("Oakapple-Ash"));
        assertThat(take(line("E")).counts()).as("nobody any more").isEqualTo(new Counts(0, 0, 0, 1));
    }

    @Test
    void who_was_not_known_becomes_known_and_counts_as_that_student() {
        take(line("F", "race", "BLACK"));
        assertThat(take(line("F", "race", "BLACK", "student_number", "F-1")).counts())
                .isEqualTo(new Counts(1, 0, 0, 0, 1));
        assertThat(program.statistics(contact("F").statistics()))
                .map(Statistics::pseudonym)
                .isPresent();
    }

    @Test
    void a_voided_contact_stays_voided_and_the_line_is_named() {
        take(line("G"));
        byHand("G", new InteractionVoided(contact("G").interactionId(), BY_HAND));
        ImportStatus status = take(line("G", "actions", "A3_ARREST"));
        assertThat(status.counts()).isEqualTo(new Counts(0, 0, 0, 1));
        assertThat(reasons(status))
                .startsWith("says otherwise than before, in BL-")
                .contains("cannot correct it");
        assertThat(contact("G").voided()).isTrue();
    }

    @Test
    void a_key_with_two_contents_in_one_file_is_no_correction_however_far_apart_they_stand() {
        List<Map<String, String>> lines = IntStream.range(0, 450)
                .mapToObj(i -> line("H" + i))
                .collect(Collectors.toCollection(java.util.ArrayList::new));
        lines.add(line("H0", "actions", "A3_ARREST"));
        lines.add(line("H0"));
        ImportStatus status = take(lines);
        assertThat(status.counts()).isEqualTo(new Counts(450, 1, 0, 1));
        assertThat(reasons(status)).isEqualTo("its key stands on line 2 with other content");
        assertThat(take(lines).counts()).as("the same file again").isEqualTo(new Counts(0, 451, 0, 1));
        assertThat(contact("H0").actions())
                .extracting(action -> action.code().code())
                .containsExactly("A1_ADVICE");
    }

    /** Small files go between the pieces of large ones, and an import that was stopped may go on after a later file. */
    @Test
    void what_a_later_file_said_stands_though_it_was_read_sooner() {
        take(line("L"));
        ImportStatus later = take(line("L", "actions", "A3_ARREST"));
        program.jdbc
                .sql("update command.import set started_at = started_at + interval '1 day' where import_id = :id")
                .param("id", later.importId().value())
                .update();
        ImportStatus earlier = take(line("L", "actions", "A2_ESCORT"));
        assertThat(earlier.counts()).isEqualTo(new Counts(0, 1, 0, 0));
        assertThat(program.notes(earlier.importId()))
                .containsExactly(
                        "A file that was sent later and read sooner says otherwise, and that stands: 1 record.");
        assertThat(contact("L").actions())
                .extracting(action -> action.code().code())
                .containsExactly("A3_ARREST");
    }

    @Test
    void one_more_student_and_a_correction_of_one_incident_come_together() {
        take(line("I"));
        ImportStatus status = take(
                line("I", "school", "ORC", "school_name", "Orchard"),
                line("I", "school", "ORC", "school_name", "Orchard", "person_number", "2"));
        assertThat(reasons(status)).isEmpty();
        assertThat(status.counts()).isEqualTo(new Counts(2, 0, 0, 0, 1));
        assertThat(take(line("I", "school", "QUI", "school_name", "Quince"), line("X"))
                        .counts())
                .isEqualTo(new Counts(2, 0, 0, 0, 1));
    }

    @Test
    void an_officers_usual_capacity_is_not_said_by_the_file_and_a_stated_one_is() {
        program.take(
                "star_number,name,capacity,school,from\n8080,T. Relief,SRO,ORC,2025-08-18\n",
                "brightline-roster",
                Stated.MISSING);
        take(line("ORC", "school", "ORC", "school_name", "Orchard"));
        program.take(
                "star_number,name,capacity,school,from\n8080,T. Relief,SRO,ORC,2025-08-18\n",
                "brightline-roster",
                Stated.MISSING);
        take(line("J", "officer", "8080"), line("K", "officer", "8080", "capacity", "PATROL"));
        program.take(
                "star_number,capacity,school,from\n8080,DETECTIVE,ORC,2025-08-18\n",
                "brightline-roster",
                Stated.MISSING);
        assertThat(take(line("J", "officer", "8080"), line("K", "officer", "8080", "capacity", "SRO"))
                        .counts())
                .isEqualTo(new Counts(1, 1, 0, 0, 1));
        assertThat(contact("K").action(1).orElseThrow().capacity()).isEqualTo(Code.of("capacity/SRO"));
        assertThat(take(line("J", "officer", "8080", "conduct", "cps-scc/1-8")).counts())
                .isEqualTo(new Counts(1, 0, 0, 0, 1));
        assertThat(contact("J").action(1).orElseThrow().capacity()).isEqualTo(Code.of("capacity/SRO"));
        ImportStatus other = take(line("J", "conduct", "cps-scc/1-8"));
        assertThat(program.rejections(other.importId()))
                .extracting(Rejection::column)
                .containsExactly("officer");
    }
}
