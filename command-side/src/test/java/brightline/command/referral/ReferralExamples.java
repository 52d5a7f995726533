package brightline.command.referral;

/** Request bodies for the API's description; each is sent by a test. */
final class ReferralExamples {
    static final String MADE = """
            {"kind": "POLICE_CALL", "school": "MAR", "madeAt": "2026-03-02T09:40:00-06:00", "madeBy": "DEAN",
             "to": "SRO", "conduct": ["5-17"], "students": 1, "emergency": "NO"}
            """;
    static final String ACCEPTANCE = """
            {"at": "2026-03-02T09:45:00-06:00"}
            """;
    static final String DECLINE = """
            {"at": "2026-03-02T09:45:00-06:00", "reason": "SCHOOL_MATTER"}
            """;
    static final String RETURN = """
            {"at": "2026-03-02T09:55:00-06:00", "to": "DEAN"}
            """;
    static final String DISCIPLINE = """
            {"disposition": "OUT_OF_SCHOOL_SUSPENSION", "on": "2026-03-02", "daysOut": 2}
            """;
    static final String LINK = """
            {"incident": "01890a5d-ac96-774b-bcce-b302099a8057"}
            """;
    static final String UNLINK = """
            {"reason": "OTHER", "basis": "SCHOOL_REPORT"}
            """;
    static final String OWNER = """
            {"owner": "coordinator"}
            """;
    static final String VOID = """
            {"reason": "DUPLICATE", "basis": "SCHOOL_REPORT"}
            """;

    private ReferralExamples() {}
}
