package brightline.query.pages;

import brightline.edge.access.AccountRole;
import java.util.List;

/**
 * The start page: what the reader can do here.
 *
 * @param rooms the rooms the reader's role comes to, in order; empty for a role whose rooms are not built
 * @param settingsMissing the agency's settings have not been recorded yet, so nothing else works
 */
public record StartPage(List<Rooms> rooms, boolean settingsMissing) {

    public static StartPage of(AccountRole role, boolean settingsMissing) {
        return new StartPage(Rooms.of(role), settingsMissing);
    }
}
