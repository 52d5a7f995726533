package brightline.query.pages;

import brightline.edge.access.AccountRole;
import java.util.List;

/**
 * Something that a role without pages can do by a request of the API.
 *
 * @param what in the role's own words
 * @param method HTTP method
 * @param path as the API's description writes it
 */
public record AnswerableRequest(String what, String method, String path) {

    /** What the role can do; empty for roles that have pages. */
    public static List<AnswerableRequest> of(AccountRole role) {
        return switch (role) {
            case PROVIDER ->
                List.of(
                        new AnswerableRequest(
                                "List the alternatives of your program", "GET", "/api/queries/diversions"),
                        new AnswerableRequest(
                                "Report on a student’s way through a program",
                                "POST",
                                "/api/commands/diversions/{id}/provider-reports"),
                        new AnswerableRequest(
                                "Say that a program was completed", "POST", "/api/commands/diversions/{id}/completion"),
                        new AnswerableRequest(
                                "Say that a program was not completed, and why",
                                "POST",
                                "/api/commands/diversions/{id}/failure"));
            case SCHOOL_ADMIN ->
                List.of(
                        new AnswerableRequest("Refer a matter to the police", "POST", "/api/commands/referrals"),
                        new AnswerableRequest(
                                "Read the referrals and police calls of your schools", "GET", "/api/queries/referrals"),
                        new AnswerableRequest(
                                "See which of them have a matching police record", "GET", "/api/queries/counterparts"),
                        new AnswerableRequest(
                                "Look up a student of your schools", "POST", "/api/queries/students/search"));
            case CLERK ->
                List.of(
                        new AnswerableRequest(
                                "Record that a record was given to somebody", "POST", "/api/commands/disclosures"),
                        new AnswerableRequest(
                                "Record a request to see or amend a record", "POST", "/api/commands/requests"),
                        new AnswerableRequest("Record the decision", "POST", "/api/commands/requests/{id}/decision"),
                        new AnswerableRequest("List disclosures and notices due", "GET", "/api/queries/disclosures"),
                        new AnswerableRequest("List requests", "GET", "/api/queries/requests"));
            case SRO, SUPERVISOR, COORDINATOR, ANALYST, AUDITOR, SYSADMIN -> List.of();
        };
    }
}
