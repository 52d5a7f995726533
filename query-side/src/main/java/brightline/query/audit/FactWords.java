package brightline.query.audit;

import brightline.events.Code;
import brightline.events.IncidentId;
import brightline.events.InvolvementRole;
import brightline.events.SchoolCode;
import brightline.events.Stated;
import brightline.events.interaction.DeEscalation;
import brightline.events.interaction.Decision.AlternativeConsidered;
import brightline.events.interaction.Force;
import brightline.events.interaction.InteractionEvent.*;
import brightline.events.interaction.PoliceAction;
import brightline.events.interaction.Questioning;
import brightline.query.audit.CaseFold.*;
import java.time.Instant;
import java.util.List;

/** A fact's value in words. */
final class FactWords {
    private final EventWords words;
    private final CaseNames names;

    FactWords(EventWords words, CaseNames names) {
        this.words = words;
        this.names = names;
    }

    /** What the fact is called. */
    String label(About about, Object value) {
        return about == About.TREATMENT
                ? words.treatment((TreatmentEvent) value).label()
                : about.label();
    }

    @SuppressWarnings("unchecked")
    String of(About about, Object value) {
        String said =
                switch (about) {
                    case SCHOOL -> EventWords.school((SchoolCode) value);
                    case PLACE, STARTED, ASKED, OUTCOME -> words.name((Code) value);
                    case IN_SESSION, ARREST_POSSIBLE -> EventWords.said((Stated) value);
                    case HAPPENED -> EventWords.at((Instant) value);
                    case PART -> EventWords.role((InvolvementRole) value);
                    case STUDENT ->
                        ((Student) value).named()
                                ? "Named in the record; not shown here"
                                : "Not identified in the record";
                    case CONDUCT -> words.conduct((List<Code>) value);
                    case ACTION -> words.deed((PoliceAction) value);
                    case DANGER -> words.danger(((Danger) value).imminence(), ((Danger) value).reason());
                    case QUESTIONING -> words.questioning((Questioning) value);
                    case FORCE -> words.force((Force) value);
                    case CALMING -> words.calming((DeEscalation) value);
                    case TREATMENT -> words.treatment((TreatmentEvent) value).said();
                    case ALTERNATIVES -> words.alternatives((List<AlternativeConsidered>) value);
                    case SHOWN -> words.shown((AdviceShown) value);
                    case UNTICKED -> words.unticked((ActionUnticked) value);
                    case COUNTS_AS -> EventWords.incident((IncidentId) value);
                    case VOIDED -> "it counts nowhere";
                };
        String named = names.in(said);
        return named.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + named.substring(1);
    }
}
