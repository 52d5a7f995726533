package brightline.query.pages.operations;

import brightline.query.pages.Choice;
import brightline.query.pages.Moment;
import java.util.List;
import java.util.UUID;

/**
 * Who may sign in.
 *
 * @param roles with what an account of each role is for
 * @param schools of the list
 * @param officers of the list
 */
public record AccountsPage(List<Line> lines, List<Choice> roles, List<Choice> schools, List<Choice> officers) {
    public AccountsPage {
        lines = List.copyOf(lines);
        roles = List.copyOf(roles);
        schools = List.copyOf(schools);
        officers = List.copyOf(officers);
    }

    /**
     * One account.
     *
     * @param officer empty for nobody on the list of officers
     * @param schools codes, with commas between
     * @param damaged its stored row is not what an account may have
     * @param tokens good ones, the newest first
     * @param own the reader's: nobody closes the door behind themselves
     */
    public record Line(
            UUID id,
            String username,
            String role,
            String officer,
            String schools,
            boolean open,
            boolean damaged,
            boolean own,
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
