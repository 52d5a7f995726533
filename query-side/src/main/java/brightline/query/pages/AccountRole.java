package brightline.query.pages;

/** The account roles as pages name them. The authority is Spring Security's text for the role. */
public enum AccountRole {
    SRO("Officer"),
    SUPERVISOR("Supervisor"),
    COORDINATOR("Programme coordinator"),
    PROVIDER("Diversion provider"),
    SCHOOL_ADMIN("School administrator"),
    ANALYST("Analyst"),
    AUDITOR("Auditor"),
    CLERK("Records clerk"),
    SYSADMIN("System administrator");

    private final String label;

    AccountRole(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** For instance {@code ROLE_SCHOOL_ADMIN}. */
    public String authority() {
        return "ROLE_" + name();
    }
}
