package brightline.command.register;

/** What can refuse a command about schools, officers, students and agreements. */
public enum ReferenceRule {
    /** The agency's own stream bears that name. */
    SCHOOL_CODE_RESERVED("school-code-reserved", "Take the code the district or state gives the school."),
    SCHOOL_UNKNOWN("school-unknown", "Register the school first."),
    /** An officer's id names one person for ever; a changed star number is another registration. */
    OFFICER_REGISTERED_DIFFERENTLY("officer-registered-differently", "Change the capacity, or register another officer."),
    OFFICER_UNKNOWN("officer-unknown", "Register the officer first."),
    STAR_NUMBER_TAKEN("star-number-taken", "Look the number up; another officer bears it."),
    /** An officer serves one school once on a day; several schools on a day are allowed. */
    ASSIGNMENTS_OVERLAP("assignments-overlap", "End the earlier assignment before the new one starts."),
    ASSIGNMENT_NOT_OPEN("assignment-not-open", "Look up the officer's assignments."),
    ENDS_BEFORE_IT_BEGINS("ends-before-it-begins", "Give a last day that is not before the first."),
    STUDENT_REGISTERED_DIFFERENTLY(
            "student-registered-differently", "The number belongs to a student whose record says otherwise: check it."),
    AGREEMENT_UNKNOWN("agreement-unknown", "Draft the agreement first."),
    AGREEMENT_DRAFTED_DIFFERENTLY("agreement-drafted-differently", "Draft it as another agreement."),
    AGREEMENT_NOT_IN_FORCE("agreement-not-in-force", "Look up the days on which it binds."),
    /** A contact is read under one rule set: on no day may two agreements bind. */
    AGREEMENTS_OVERLAP("agreements-overlap", "End the agreement in force before the new one begins.");

    private final String code;
    private final String action;

    ReferenceRule(String code, String action) {
        this.code = code;
        this.action = action;
    }

    /** The stable code, as answered. */
    public String code() {
        return code;
    }

    String action() {
        return action;
    }

    public ReferenceRefusal broken() {
        return new ReferenceRefusal(this);
    }
}
