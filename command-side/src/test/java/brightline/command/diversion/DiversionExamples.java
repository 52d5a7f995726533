package brightline.command.diversion;

/** Request bodies for the API's description; each is sent by a test. */
final class DiversionExamples {
    static final String OFFER = """
            {"interaction": "01890a5d-ac96-774b-bcce-b302099a8057", "kind": "STATION_INFORMAL",
             "offeredAt": "2026-03-02T12:40:00-06:00", "offence": "MISDEMEANOUR"}
            """;
    static final String OFFER_CIRCLE = """
            {"interaction": "01890a5d-ac96-774b-bcce-b302099a8057", "kind": "RJ_CIRCLE",
             "offeredAt": "2026-03-02T12:40:00-06:00"}
            """;
    static final String NOT_USED = """
            {"interaction": "01890a5d-ac96-774b-bcce-b302099a8057", "kind": "RJ_CIRCLE", "reason": "VICTIM_DECLINED"}
            """;
    static final String ACCEPTANCE = """
            {"on": "2026-03-02"}
            """;
    static final String DECLINE = """
            {"on": "2026-03-02", "by": "GUARDIAN"}
            """;
    static final String START = """
            {"on": "2026-03-03", "due": "2026-05-02", "serviceHours": 10}
            """;
    static final String TERMS = """
            {"on": "2026-03-02", "offence": "MISDEMEANOUR", "due": "2026-05-01", "serviceHours": 20,
             "conditions": ["TEEN_COURT", "SCHOOL_ATTENDANCE"], "guardianInvolved": "YES"}
            """;
    static final String QUERY = """
            {"askedAt": "2026-03-02T12:45:00-06:00", "answer": "WITHIN_LIMITS", "misdemeanours": 1, "all": 1}
            """;
    static final String EXTENSION = """
            {"on": "2026-03-10", "due": "2026-05-30", "reason": "ILLNESS"}
            """;
    static final String BREACH = """
            {"on": "2026-03-12", "remedy": "WARNED"}
            """;
    static final String COMPLETION = """
            {"on": "2026-03-20"}
            """;
    static final String FAILURE = """
            {"on": "2026-03-20", "reason": "AGREEMENT_BROKEN"}
            """;
    static final String UNKNOWN = """
            {"on": "2026-03-20", "reason": "PROVIDER_SILENT"}
            """;
    static final String REPORT = """
            {"on": "2026-03-15", "status": "ACTIVE", "serviceHoursDone": 6}
            """;
    static final String VOID = """
            {"reason": "DUPLICATE", "basis": "SUPERVISOR_REVIEW"}
            """;

    private DiversionExamples() {}
}
