package brightline.command.imports.contacts;

import brightline.command.imports.file.Cells;
import brightline.command.imports.file.SourceKey;
import brightline.edge.keys.PersonalPart.Identity;
import brightline.edge.keys.PersonalPart.Statistics;
import brightline.events.Code;
import brightline.events.IncidentId;
import brightline.events.InteractionId;
import brightline.events.SchoolCode;
import brightline.events.Stated;
import brightline.events.incident.OutsideReference;
import brightline.events.interaction.ContactFacts;
import brightline.events.interaction.InteractionEvent.SourceRecorded;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One line of a file as facts: one student in one incident.
 *
 * @param line its number in the file
 * @param incidentKey the source's key of the incident
 * @param personKey the source's key of the line
 * @param writtenKey the same as the file writes it, for people
 * @param schoolName what the file calls the school; null if it does not
 * @param schoolsNamed what the file calls the schools of the line, on whichever of its lines; without those it does not name
 * @param usualCapacities numbers of the actions for whose capacity the file says nothing, so that the officer's usual one stands; 0 for
 *     that of the officer who recorded it
 * @param identity null if not identified
 * @param statistics null if nothing was recorded; without pseudonym
 * @param codes every code the source ticked, in its own lists
 * @param values other columns by name, personal ones left out
 * @param compared what of them is compared with what the source sent before, in one spelling
 */
record ImportedContact(
        long line,
        SourceKey incidentKey,
        SourceKey personKey,
        String writtenKey,
        SchoolCode school,
        @Nullable String schoolName,
        Map<SchoolCode, String> schoolsNamed,
        @Nullable Code place,
        Stated inSession,
        List<OutsideReference> references,
        ContactFacts facts,
        Set<Integer> usualCapacities,
        @Nullable Identity identity,
        @Nullable Statistics statistics,
        @Nullable String narrative,
        List<Code> codes,
        Map<String, String> values,
        Map<String, String> compared) {
    IncidentId incidentId() {
        return new IncidentId(incidentKey.id());
    }

    InteractionId interactionId() {
        return new InteractionId(personKey.id());
    }

    /** The same under other keys. */
    ImportedContact under(SourceKey incident, SourceKey person) {
        return new ImportedContact(
                line,
                incident,
                person,
                writtenKey,
                school,
                schoolName,
                schoolsNamed,
                place,
                inSession,
                references,
                facts,
                usualCapacities,
                identity,
                statistics,
                narrative,
                codes,
                values,
                compared);
    }

    /** What the file calls these schools, where it does. @param schools null for one that the line does not name */
    static Map<SchoolCode, String> named(Cells cells, @Nullable SchoolCode... schools) {
        Map<SchoolCode, String> named = new LinkedHashMap<>();
        for (SchoolCode school : schools) {
            if (school != null) {
                cells.schools().nameOf(school).ifPresent(name -> named.put(school, name));
            }
        }
        return named;
    }

    /** What the file itself says, in its own codes. */
    SourceRecorded asSaid() {
        return new SourceRecorded(interactionId(), personKey.profile(), writtenKey, codes, values);
    }

    @Override
    public String toString() {
        return "line " + line;
    }
}
