package brightline.command.officer;

/** Request bodies for the API's description; a test sends each of them in this order. */
final class OfficerExamples {
    static final String KEY = "16 to 255 visible characters, new for each submission";

    static final String REGISTER = """
            {"starNumber": "4711", "name": "A. Reyes", "capacity": "SRO"}
            """;
    static final String NAME = """
            {"name": "A. Reyes-Holt", "from": "2025-09-01", "reason": "CHANGED", "basis": "OTHER"}
            """;
    static final String STAR = """
            {"starNumber": "5120", "from": "2025-09-15", "reason": "CHANGED", "basis": "OTHER"}
            """;
    static final String STAR_END = """
            {"lastDay": "2026-06-30", "reason": "CHANGED", "basis": "OTHER"}
            """;
    static final String CAPACITY = """
            {"capacity": "PATROL"}
            """;
    static final String ASSIGN = """
            {"school": "MAR", "from": "2025-08-18", "post": "PRIMARY"}
            """;
    static final String POST = """
            {"school": "MAR", "from": "2025-08-18", "post": "RELIEF"}
            """;
    static final String CONFIRM = """
            {"school": "MAR", "on": "2025-10-01", "side": "SCHOOL"}
            """;
    static final String END = """
            {"school": "MAR", "lastDay": "2026-02-27"}
            """;
    static final String WITHDRAW = """
            {"school": "MAR", "from": "2025-08-18", "reason": "DOUBLE_ENTRY", "basis": "AUDIT"}
            """;
    static final String SCREENING = """
            {"screenedOn": "2025-06-02", "criteriaVersion": "2025-1", "facts": ["INTERVIEWED", "COMPLAINTS_CHECKED"],
             "result": "ELIGIBLE", "principalConsulted": "YES"}
            """;
    static final String COMPLAINT = """
            {"complaint": "2025-0042", "receivedOn": "2025-09-15", "about": ["YOUTH"], "disciplineProbable": "NO"}
            """;
    static final String ASSESSMENT = """
            {"complaint": "2025-0042", "on": "2025-10-20", "disciplineProbable": "YES"}
            """;
    static final String FINDING = """
            {"complaint": "2025-0042", "on": "2025-11-12", "finding": "SUSTAINED", "about": ["YOUTH"]}
            """;
    static final String TRAINING = """
            {"topic": "DE_ESCALATION", "completedOn": "2025-07-21", "expiresOn": "2027-07-21", "certificate": "T-1189"}
            """;
    static final String WAIVER = """
            {"topic": "SRO_COURSE", "from": "2025-08-18", "number": "W-77"}
            """;
    static final String NOT_TRAINED = """
            {"topic": "DE_ESCALATION", "day": "2025-07-21", "reason": "WRONG_OFFICER", "basis": "AUDIT"}
            """;
    static final String ACKNOWLEDGEMENT = """
            {"agreement": "00000000-0000-4000-8000-0000000000a1", "version": 1, "on": "2025-08-20"}
            """;

    private OfficerExamples() {}
}
