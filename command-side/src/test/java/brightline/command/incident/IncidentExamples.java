package brightline.command.incident;

/** Request bodies for the API's description; the first is sent by a test. */
final class IncidentExamples {
    static final String INCIDENT = """
            {"occurredAt": "2026-03-02T10:15:00-06:00", "school": "MAR", "place": "CLASSROOM", "inSession": "YES",
             "references": [{"kind": "CAD", "value": "26-061-0042"}],
             "students": [{
               "role": "SUBJECT",
               "student": {"number": "S-101", "firstName": "Ada", "lastName": "Quill", "birthDate": "2010-05-01",
                           "homeSchool": "MAR"},
               "statistics": {"race": "BLACK", "sex": "F", "gradeBand": "9-12", "disability": "NONE",
                              "englishLearner": "NO"},
               "initiator": "STAFF_REQUEST", "requestedBy": "TEACHER",
               "conduct": ["cps-scc/1-8"],
               "imminentThreat": "NO",
               "actions": [{"code": "A2_ESCORT"}, {"code": "D_ENFORCE_RULE"}],
               "arrestLawfullyPossible": "NO", "outcome": "NO_ACTION",
               "adviceShown": [
                 {"shownAt": "2026-03-02T10:20:00-06:00", "class": null, "ruleSet": 1, "actions": []},
                 {"shownAt": "2026-03-02T10:20:30-06:00", "class": "ROUTINE_DISCIPLINE", "rule": "R02", "ruleSet": 1,
                  "actions": ["A2_ESCORT", "D_ENFORCE_RULE", "A2_SEARCH_PERSON"]}],
               "unticked": [{"code": "A2_SEARCH_PERSON", "untickedAt": "2026-03-02T10:20:40-06:00", "reason": "MISTAP"}],
               "narrative": "Asked by the teacher to take a phone."}]}
            """;

    static final String ADVICE = """
            {"students": [{"role": "SUBJECT", "initiator": "STAFF_REQUEST", "conduct": ["cps-scc/1-8"], "imminentThreat": "NO",
                           "actions": [{"code": "A2_HANDCUFF"}, {"code": "A0_REFER_BACK"}]}]}
            """;

    static final String STUDENT = """
            {"role": "WITNESS", "initiator": "OFFICER"}
            """;

    static final String SCHOOL = """
            {"school": "QUI", "reason": "WRONG_SCHOOL", "basis": "SCHOOL_REPORT"}
            """;

    static final String LINK = """
            {"primary": "01890a5d-ac96-774b-bcce-b302099a8057", "reason": "DOUBLE_ENTRY", "basis": "SUPERVISOR_REVIEW"}
            """;

    private IncidentExamples() {}
}
