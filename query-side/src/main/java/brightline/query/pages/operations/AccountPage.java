package brightline.query.pages.operations;

import brightline.query.pages.Choice;
import brightline.query.pages.Moment;
import java.util.List;

/**
 * One account: what it reaches, to be changed, and what happened to it.
 *
 * @param waiting for a second person
 * @param unit empty for none
 * @param roles the account's selected
 * @param schools of the list and of the account, those it reads selected
 * @param officers of the list, the account's selected
 * @param history the latest first
 */
public record AccountPage(
        AccountsPage.Line account,
        List<AccountsPage.Waiting> waiting,
        String unit,
        List<Choice> roles,
        List<Choice> schools,
        List<Choice> officers,
        List<Happened> history) {
    public AccountPage {
        waiting = List.copyOf(waiting);
        roles = List.copyOf(roles);
        schools = List.copyOf(schools);
        officers = List.copyOf(officers);
        history = List.copyOf(history);
    }

    /** Something that happened. @param by user name of who did it; empty where nobody is named */
    public record Happened(Moment at, String words, String by) {}
}
