package brightline.events.rules;

import brightline.events.Code;
import brightline.events.InvolvementRole;
import brightline.events.Stated;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the classifier reads of one involvement. */
public record InvolvementFacts(
        InvolvementRole role,
        boolean voided,
        List<Code> conduct,
        @Nullable Code initiator,
        List<ActionFact> actions,
        Stated assumedImminence,
        LocalDate occurredOn) {}
