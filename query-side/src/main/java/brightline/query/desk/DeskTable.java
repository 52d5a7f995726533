package brightline.query.desk;

import java.util.List;

/**
 * A table with one row for each event of a stream: the row as that event left it, with the stretch in which it was what was known.
 *
 * @param key column of the stream's id
 * @param columns what the events say, besides id, version, beginning and stretch
 */
record DeskTable(String name, String key, List<String> columns) {
    static final List<DeskTable> ALL = List.of(
            new DeskTable("complaint", "complaint_id", List.of("incident_id", "interaction_id", "kind", "received_at")),
            new DeskTable(
                    "review",
                    "review_id",
                    List.of(
                            "ground",
                            "incident_id",
                            "interaction_id",
                            "complaint_id",
                            "classes",
                            "state",
                            "owner",
                            "conclusion",
                            "closed_at")),
            new DeskTable(
                    "deadline",
                    "deadline_id",
                    List.of(
                            "rule",
                            "interaction_id",
                            "officer",
                            "school",
                            "triggered_at",
                            "due_at",
                            "responsible",
                            "source",
                            "verified",
                            "state",
                            "met_at",
                            "manner",
                            "cancelled_because")),
            new DeskTable("deadline_switch", "deadline_rule_id", List.of("rule", "switched_on")),
            new DeskTable(
                    "disclosure",
                    "disclosure_id",
                    List.of(
                            "interaction_id",
                            "recipient",
                            "basis",
                            "parts",
                            "disclosed_at",
                            "notice",
                            "notice_cause",
                            "corrected_at",
                            "notice_sent_at",
                            "notice_manner")),
            new DeskTable(
                    "record_request",
                    "request_id",
                    List.of(
                            "interaction_id",
                            "kind",
                            "asked_by",
                            "received_at",
                            "decision",
                            "decided_on",
                            "with_statement")),
            new DeskTable(
                    "evaluation",
                    "evaluation_id",
                    List.of(
                            "officer",
                            "from_day",
                            "to_day",
                            "evaluator",
                            "criteria",
                            "figures",
                            "replied",
                            "steps",
                            "look_again_on")),
            new DeskTable(
                    "activity",
                    "activity_id",
                    List.of("officer", "school", "kind", "started_at", "minutes", "students", "withdrawn")),
            new DeskTable("work_mark", "work_item_id", List.of("item", "account", "state")));

    DeskTable {
        columns = List.copyOf(columns);
    }

    static DeskTable named(String name) {
        return ALL.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    }
}
