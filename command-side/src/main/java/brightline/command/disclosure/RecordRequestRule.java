package brightline.command.disclosure;

import brightline.command.submission.Rule;
import org.jspecify.annotations.Nullable;

/** What can refuse a command about requests to see or amend a record. */
enum RecordRequestRule implements Rule {
    REQUEST_UNKNOWN("request-unknown", "No request has this id", null, "Look at the list of requests."),
    REQUEST_RECORDED_DIFFERENTLY(
            "request-recorded-differently",
            "The request is recorded with other particulars",
            null,
            "Record another request."),
    REQUESTED_IN_THE_FUTURE(
            "requested-in-the-future",
            "A request cannot have been received later than now",
            null,
            "Give the moment it was received."),
    DECIDED_ALREADY("decided-already", "The request is decided otherwise already", null, "Record another request."),
    DECIDED_BEFORE_RECEIVED(
            "decided-before-received",
            "The decision cannot be older than the request",
            null,
            "Give the day of the decision."),
    STATEMENT_AFTER_DECISION(
            "statement-after-decision",
            "A statement stands beside a record that was not amended as asked",
            "34 CFR 99.21(b)",
            "Decide the request first; one that is granted needs no statement.");

    private final String code;
    private final String title;
    private final @Nullable String source;
    private final String action;

    RecordRequestRule(String code, String title, @Nullable String source, String action) {
        this.code = code;
        this.title = title;
        this.source = source;
        this.action = action;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public @Nullable String source() {
        return source;
    }

    @Override
    public String action() {
        return action;
    }
}
