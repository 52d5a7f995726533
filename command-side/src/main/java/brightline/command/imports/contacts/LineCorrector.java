package brightline.command.imports.contacts;

import brightline.command.imports.file.Answers;
import brightline.command.imports.file.ImportStatus.Rejection;
import brightline.command.incident.SourcedIncidents;
import brightline.command.interaction.SourceCorrections;
import brightline.command.interaction.SourceCorrections.Hindrance;
import brightline.command.interaction.SourceCorrections.Outcome;
import brightline.command.register.RegisterEdition;
import brightline.events.IncidentId;
import brightline.events.incident.IncidentEvent.IncidentOpened;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Corrects contacts by lines that say something else than their source sent last, within the transaction of their chunk. */
@Component
final class LineCorrector {
    private final SourceCorrections corrections;
    private final SourcedIncidents incidents;
    private final EventStore log;

    /** @param log comes lazily: its configuration looks for command handlers */
    LineCorrector(SourceCorrections corrections, SourcedIncidents incidents, @Lazy EventStore log) {
        this.corrections = corrections;
        this.incidents = incidents;
        this.log = log;
    }

    /**
     * What became of lines.
     *
     * @param followed those that were not rejected
     * @param kept how many of them say otherwise what stays as it was corrected here
     * @param incidents the last sequence numbers of the incidents they are of
     */
    record Corrected(Map<String, ImportedContact> followed, long kept, Map<IncidentId, Long> incidents) {}

    /** Answers every line. @param changed by the hash of its key, whose contact was recorded before */
    Corrected correct(Map<String, ImportedContact> changed, RegisterEdition known, Answers answers) throws Exception {
        Map<ImportedContact, String> keys = new LinkedHashMap<>();
        changed.forEach((key, contact) -> {
            if (incidents.hasReferences(contact.incidentId(), contact.references())) {
                keys.put(contact, key);
            } else {
                reject(contact, null, "has other numbers of other systems than", answers);
            }
        });
        List<ImportedContact> contacts = List.copyOf(keys.keySet());
        List<Outcome> outcomes =
                corrections.follow(contacts.stream().map(LineCorrector::said).toList(), known);
        Map<String, ImportedContact> followed = new LinkedHashMap<>();
        Map<IncidentId, Long> versions = new HashMap<>();
        long kept = 0;
        for (int i = 0; i < contacts.size(); i++) {
            ImportedContact contact = contacts.get(i);
            switch (outcomes.get(i)) {
                case Outcome.Hindered(Hindrance by) -> reject(contact, by, answers);
                case Outcome.Refused(var rule) ->
                    answers.reject(new Rejection(
                            contact.line(),
                            null,
                            "says otherwise than before" + asNumbered(contact) + ", and cannot correct it: "
                                    + rule.words().title()));
                case Outcome.Followed(boolean factsChanged, boolean factsKept) -> {
                    var where = incidents.follow(
                            contact.incidentId(), contact.school(), contact.place(), contact.inSession());
                    versions.put(contact.incidentId(), incidents.version(contact.incidentId()));
                    followed.put(Objects.requireNonNull(keys.get(contact)), contact);
                    boolean stays = factsKept || where.kept();
                    kept += stays ? 1 : 0;
                    answer(factsChanged || where.changed(), stays, answers);
                }
            }
        }
        return new Corrected(followed, kept, versions);
    }

    private static void answer(boolean changed, boolean kept, Answers answers) {
        if (changed) {
            answers.change(1);
        } else if (kept) {
            answers.accept(1);
        } else {
            answers.repeat(1);
        }
    }

    private static SourceCorrections.Said said(ImportedContact contact) {
        return new SourceCorrections.Said(
                contact.facts(),
                contact.usualCapacities(),
                contact.identity(),
                contact.statistics(),
                contact.narrative(),
                contact.asSaid());
    }

    private void reject(ImportedContact contact, Hindrance by, Answers answers) {
        switch (by) {
            case ANOTHER_STUDENT -> reject(contact, "student_number", "is about another student than", answers);
            case ANOTHER_REPORTER -> reject(contact, "officer", "names another officer than", answers);
            case NO_QUESTIONING ->
                reject(contact, "questioning_started_at", "no longer has the questioning of", answers);
            case ERASED -> reject(contact, null, "comes after the erasure of", answers);
        }
    }

    private void reject(ImportedContact contact, @Nullable String column, String how, Answers answers) {
        answers.reject(new Rejection(
                contact.line(),
                column,
                how + " the record its key was taken in for" + asNumbered(contact) + ": no file corrects that"));
    }

    /** Under which number people find it; empty where the incident was begun by a record that is not there. */
    private String asNumbered(ImportedContact contact) {
        return log.readEvents(contact.incidentId().toString())
                .asStream()
                .map(message -> message.getPayload())
                .filter(IncidentOpened.class::isInstance)
                .map(opened -> ", in " + ((IncidentOpened) opened).number())
                .findFirst()
                .orElse("");
    }
}
