package brightline.command.interaction;

import brightline.command.interaction.CountedStudents.Counted;
import brightline.command.interaction.InteractionCommand.CorrectFact;
import brightline.command.interaction.Interactions.Found;
import brightline.command.register.ReferenceRegister;
import brightline.command.register.RegisterEdition;
import brightline.edge.keys.CaseSecrets;
import brightline.edge.keys.PersonalPart.Statistics;
import brightline.edge.keys.PersonalParts;
import brightline.events.Correction;
import brightline.events.IncidentId;
import brightline.events.InteractionId;
import brightline.events.StudentId;
import brightline.events.SubjectHandle;
import brightline.events.interaction.CorrectedFact;
import brightline.events.interaction.InteractionRecord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lets contacts count for another student, one by one: under the pseudonym of that student and the school year. What was counted before
 * keeps the pseudonym it had then, so that no figure as known earlier moves.
 */
@Component
public class ContactPseudonyms {
    /** Indexes looked at by one statement, so that none takes long. */
    private static final long STRETCH = 20_000;

    private final Interactions interactions;
    private final ReferenceRegister registers;
    private final PersonalParts parts;
    private final CountedStudents counted;
    private final JdbcClient log;

    ContactPseudonyms(
            Interactions interactions,
            ReferenceRegister registers,
            PersonalParts parts,
            CountedStudents counted,
            DataSource dataSource) {
        this.interactions = interactions;
        this.registers = registers;
        this.parts = parts;
        this.counted = counted;
        this.log = JdbcClient.create(dataSource);
    }

    /** Whether contacts of both stand in one incident and were not voided. Within a submission. */
    public boolean meet(Set<SubjectHandle> some, Set<SubjectHandle> others) {
        Set<IncidentId> incidents = new HashSet<>();
        contactsOf(some).forEach(found -> incidents.add(found.record().incidentId()));
        return !incidents.isEmpty()
                && contactsOf(others).stream()
                        .anyMatch(found -> incidents.contains(found.record().incidentId()));
    }

    /** Lets the contacts of these cases count for the student from now on. Within a submission. */
    public void countUnder(StudentId student, Set<SubjectHandle> cases, Correction correction) {
        RegisterEdition register = registers.current();
        Counted statistics = counted.of(Set.of(student));
        List<CaseSecrets> sealed = new ArrayList<>();
        for (Found found : contactsOf(cases)) {
            InteractionRecord record = found.record();
            Statistics now = statistics.of(
                    parts.open(record.statistics(), Statistics.class).orElse(null),
                    student,
                    record.occurredAt(),
                    register);
            CaseSecrets secrets = parts.existingCase(record.subject());
            var fact = new CorrectedFact.Statistics(Objects.requireNonNull(secrets.seal(now)));
            found.aggregate()
                    .execute(contact -> contact.decide(new CorrectFact(record.interactionId(), fact, correction)));
            sealed.add(secrets);
        }
        parts.store(sealed);
    }

    /** The contacts of these cases that were not voided. */
    private List<Found> contactsOf(Set<SubjectHandle> cases) {
        List<Found> contacts = new ArrayList<>();
        for (InteractionId id : idsOf(cases)) {
            interactions
                    .found(id)
                    .filter(found -> !found.record().voided()
                            && cases.contains(found.record().subject()))
                    .ifPresent(contacts::add);
        }
        return contacts;
    }

    /** Nothing leads from a case to its contact but the contact's own events: they are looked through, which takes its time. */
    private Set<InteractionId> idsOf(Set<SubjectHandle> cases) {
        Set<InteractionId> found = new HashSet<>();
        if (cases.isEmpty()) {
            return found;
        }
        String[] handles = cases.stream().map(SubjectHandle::toString).toArray(String[]::new);
        long last = log.sql("select coalesce(max(global_index), 0) from log.domain_event_entry")
                .query(Long.class)
                .single();
        for (long from = 0; from < last; from += STRETCH) {
            log.sql("""
                            select aggregate_identifier from log.domain_event_entry
                             where global_index > :from and global_index <= :to
                               and payload_type in ('interaction.opened', 'interaction.subject-corrected')
                               and coalesce(convert_from(payload, 'UTF8')::jsonb ->> 'to',
                                            convert_from(payload, 'UTF8')::jsonb ->> 'subject') = any(:handles)
                            """)
                    .param("from", from)
                    .param("to", from + STRETCH)
                    .param("handles", handles)
                    .query((row, _) -> new InteractionId(UUID.fromString(row.getString(1))))
                    .list()
                    .forEach(found::add);
        }
        return found;
    }
}
