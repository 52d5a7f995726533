package brightline.query.pages.operations;

import brightline.query.pages.Choice;
import brightline.query.pages.Moment;
import java.util.List;
import java.util.UUID;

/**
 * Who may sign in.
 *
 * @param waiting for a second person, the longest first
 * @param roles with what an account of each role is for
 * @param schools of the list
 * @param officers of the list
 */
public record AccountsPage(
        List<Waiting> waiting, List<Line> lines, List<Choice> roles, List<Choice> schools, List<Choice> officers) {
    public AccountsPage {
        waiting = List.copyOf(waiting);
        lines = List.copyOf(lines);
        roles = List.copyOf(roles);
        schools = List.copyOf(schools);
        officers = List.copyOf(officers);
    }

    /**
     * Rights that wait for a second person.
     *
     * @param rights in words
     * @param has what it has now, in words; empty for nothing
     * @param alone they act already, by one person alone; else they do not act yet
     * @param by who asked for them, or gave them
     * @param others whether others than the reader decide: the reader asked, or it is the reader's own account
     */
    public record Waiting(
            UUID id,
            String username,
            String rights,
            String has,
            boolean alone,
            String by,
            Moment since,
            boolean others) {}

    /**
     * One account.
     *
     * @param officer empty for nobody on the list of officers
     * @param schools codes, with commas between
     * @param unit empty for none
     * @param state whether anybody signs in with it, in words
     * @param damaged its stored row is not what an account may have
     * @param tokens good ones, the newest first
     * @param own the reader's: nobody closes the door behind themselves
     * @param secondFactor whether it has a second factor that can be removed
     */
    public record Line(
            UUID id,
            String username,
            String role,
            String officer,
            String schools,
            String unit,
            String state,
            boolean open,
            boolean damaged,
            boolean own,
            boolean secondFactor,
            List<Token> tokens) {
        public Line {
            tokens = List.copyOf(tokens);
        }
    }

    /**
     * A good API token.
     *
     * @param scopes with commas between
     */
    public record Token(UUID id, String scopes, Moment made, Moment expires) {}
}
