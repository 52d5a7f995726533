package brightline.query.audit;

/** What facts of a case are about, in the order in which a reader wants them. */
public enum About {
    /** A {@link brightline.events.SchoolCode}. */
    SCHOOL("School"),
    /** A {@link brightline.events.Code}. */
    PLACE("Place"),
    /** A {@link brightline.events.Stated}. */
    IN_SESSION("School in session"),
    /** An {@link java.time.Instant}. */
    HAPPENED("Happened"),
    /** An {@link brightline.events.InvolvementRole}. */
    PART("The student’s part"),
    /** A {@link CaseFold.Student}. */
    STUDENT("The student"),
    /** A {@link brightline.events.Code}. */
    STARTED("How it started"),
    /** A {@link brightline.events.Code}. */
    ASKED("Who asked"),
    /** A list of {@link brightline.events.Code}s. */
    CONDUCT("What the student did"),
    /** A {@link brightline.events.interaction.PoliceAction} whose imminence is left out; by its number. */
    ACTION("What the officer did"),
    /** A {@link CaseFold.Danger}; by the action's number. */
    DANGER("Immediate danger"),
    /** A {@link brightline.events.interaction.Questioning}. */
    QUESTIONING("Questioning and parent notification"),
    /** A {@link brightline.events.interaction.Force}; by its place. */
    FORCE("Force or restraint"),
    /** A {@link brightline.events.interaction.DeEscalation}. */
    CALMING("De-escalation"),
    /**
     * What else says how the student was treated: the {@link brightline.events.interaction.InteractionEvent.TreatmentEvent} that
     * would record it as it stands, by its kind's place among them. Labeled as {@link EventWords} call it.
     */
    TREATMENT("Treatment"),
    /** A {@link brightline.events.Stated}. */
    ARREST_POSSIBLE("Arrest or citation possible"),
    /** A list of {@link brightline.events.interaction.Decision.AlternativeConsidered}. */
    ALTERNATIVES("Alternatives considered and not used"),
    /** A {@link brightline.events.Code}. */
    OUTCOME("How it ended"),
    /** An {@link brightline.events.interaction.InteractionEvent.AdviceShown}; by its place. */
    SHOWN("Shown to the officer before recording"),
    /** An {@link brightline.events.interaction.InteractionEvent.ActionUnticked}; by its place. */
    UNTICKED("Unticked after the line was shown"),
    /** A {@link brightline.events.IncidentId}. */
    COUNTS_AS("Entered twice: counts as"),
    /** Always true. */
    VOIDED("Voided");

    private final String label;

    About(String label) {
        this.label = label;
    }

    /** As a page names it. */
    public String label() {
        return label;
    }
}
