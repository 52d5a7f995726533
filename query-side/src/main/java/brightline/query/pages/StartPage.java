package brightline.query.pages;

import java.util.List;

/**
 * The start page: what the reader can do here.
 *
 * @param rooms the rooms the reader's roles come to, in order; empty for a role whose rooms are not built
 * @param settingsMissing the agency's settings have not been recorded yet, so nothing else works
 */
public record StartPage(List<Rooms> rooms, boolean settingsMissing) {

    public static StartPage of(SignedIn account, boolean settingsMissing) {
        return new StartPage(Rooms.of(account.roles()), settingsMissing);
    }
}
