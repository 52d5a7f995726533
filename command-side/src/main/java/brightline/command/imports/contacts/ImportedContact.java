package brightline.command.imports.contacts;

import brightline.command.imports.file.SourceKey;
import brightline.edge.keys.PersonalPart.Identity;
import brightline.edge.keys.PersonalPart.Statistics;
import brightline.events.Code;
import brightline.events.SchoolCode;
import brightline.events.Stated;
import brightline.events.incident.OutsideReference;
import brightline.events.interaction.ContactFacts;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of a file as facts: one student in one incident.
 *
 * @param line its number in the file
 * @param incidentKey the source's key of the incident
 * @param personKey the source's key of the line
 * @param schoolName what the file calls the school; null if it does not
 * @param identity null if not identified
 * @param statistics null if nothing was recorded; without pseudonym
 * @param codes every code the source ticked, in its own lists
 * @param values other columns by name, personal ones left out
 */
record ImportedContact(
        long line,
        SourceKey incidentKey,
        SourceKey personKey,
        SchoolCode school,
        @Nullable String schoolName,
        @Nullable Code place,
        Stated inSession,
        List<OutsideReference> references,
        ContactFacts facts,
        @Nullable Identity identity,
        @Nullable Statistics statistics,
        @Nullable String narrative,
        List<Code> codes,
        Map<String, String> values) {
    @Override
    public String toString() {
        return "line " + line;
    }
}
