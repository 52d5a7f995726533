package brightline.events.rules;

import brightline.events.Code;
import brightline.events.InvolvementRole;
import brightline.events.Stated;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The recorded facts of one officer's involvement with one student, current as of whatever moment is asked about.
 *
 * @param conduct codes of the student's conduct, from any list
 * @param initiator who started the contact with this student; null when not stated
 * @param actions what the officer did, in any order
 * @param assumedImminence what an import declared to assume of actions whose imminence its source does not state; MISSING when
 *     nothing is assumed
 * @param occurredOn day of the contact in the agency's zone: the day whose code lists are read
 */
public record InvolvementFacts(
        InvolvementRole role,
        boolean voided,
        List<Code> conduct,
        @Nullable Code initiator,
        List<ActionFact> actions,
        Stated assumedImminence,
        LocalDate occurredOn) {

    public InvolvementFacts {
        conduct = List.copyOf(conduct);
        actions = List.copyOf(actions);
    }
}
