package brightline.query.pages;

import brightline.edge.access.AccountRole;
import java.util.List;

/**
 * The start page: what the reader can do here.
 *
 * @param rooms the rooms the reader's role comes to, in order; empty for a role whose pages are not built
 * @param requests what a role without pages can do all the same; empty where it has pages
 * @param settingsMissing the agency's settings have not been recorded yet, so defaults hold
 * @param unfinished first steps that are not done, for those who take them; none for all others
 */
public record StartPage(
        List<Rooms> rooms, List<AnswerableRequest> requests, boolean settingsMissing, List<String> unfinished) {
    public StartPage {
        rooms = List.copyOf(rooms);
        requests = List.copyOf(requests);
        unfinished = List.copyOf(unfinished);
    }

    /** @param unfinished titles of first steps, in their order */
    public static StartPage of(AccountRole role, boolean settingsMissing, List<String> unfinished) {
        return new StartPage(Rooms.of(role), AnswerableRequest.of(role), settingsMissing, unfinished);
    }
}
