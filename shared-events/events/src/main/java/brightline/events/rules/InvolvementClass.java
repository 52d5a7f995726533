package brightline.events.rules;

/** What one officer's involvement with one student was, from the worst to the mildest: among several phases the first counts. */
public enum InvolvementClass {
    /** Police did the school's discipline. */
    ROUTINE_DISCIPLINE(true),
    /** A fact is missing; it may not hide behind a milder phase. */
    NEEDS_REVIEW(false),
    /** Police were asked to correct a student and only talked. */
    ROUTINE_DISCIPLINE_LOW(true),
    /** An offence that left the officer a choice. */
    LAW_ENFORCEMENT_DISCRETION(true),
    /** Serious, or to be reported by law. */
    LAW_ENFORCEMENT(true),
    /** An answer to a real and immediate threat. */
    SAFETY_RESPONSE(true),
    /** Referred back to the school. */
    DECLINED(true),
    /** Presence or contact only. */
    NOT_ROUTINE(true),
    /** Not about this student's conduct at school. */
    NOT_APPLICABLE(false),
    /** Voided. */
    EXCLUDED(false);

    private final boolean inDenominator;

    InvolvementClass(boolean inDenominator) {
        this.inDenominator = inDenominator;
    }

    /** Whether it counts in D, the denominator of the routine-discipline share (measure M2). */
    public boolean inDenominator() {
        return inDenominator;
    }
}
