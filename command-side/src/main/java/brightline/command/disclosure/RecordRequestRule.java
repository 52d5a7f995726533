package brightline.command.disclosure;

import brightline.command.submission.Rule;
import org.jspecify.annotations.Nullable;

/** What can refuse a command about requests to see or amend a record. */
enum RecordRequestRule implements Rule {
    REQUEST_UNKNOWN("No request has this id", null, "Look at the list of requests."),
    REQUEST_RECORDED_DIFFERENTLY("The request is recorded with other particulars", null, "Record another request."),
    REQUESTED_IN_THE_FUTURE(
            "A request cannot have been received later than now", null, "Give the moment it was received."),
    DECIDED_ALREADY("The request is decided otherwise already", null, "Record another request."),
    DECIDED_BEFORE_RECEIVED("The decision cannot be older than the request", null, "Give the day of the decision."),
    STATEMENT_AFTER_DECISION(
            "A statement stands beside a record that was not amended as asked",
            "34 CFR 99.21(b)",
            "Decide the request first; one that is granted needs no statement.");

    private final Words words;

    RecordRequestRule(String title, @Nullable String source, String action) {
        words = new Words(title, source, action);
    }

    @Override
    public Words words() {
        return words;
    }
}
