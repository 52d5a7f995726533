package brightline.query.pages.dashboard;

import brightline.edge.access.AccountRole;
import brightline.edge.access.Action;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The questions of the front page, each answered in full on a page of its own. */
public enum Question {
    ROUTINE("routine", "Is the line holding?", Action.OPEN_DASHBOARD),
    STARTED("started", "How did it start?", Action.OPEN_DASHBOARD),
    SCHOOLS("schools", "At which schools?", Action.OPEN_DASHBOARD),
    ARRESTS("arrests", "What instead of arrest?", Action.OPEN_DASHBOARD),
    MISSING("missing", "Which facts are missing?", Action.OPEN_DASHBOARD),
    LINE("line", "What was unticked after the line?", Action.READ_LINE_CHANGES);

    private final String slug;
    private final String heading;
    private final Action action;

    Question(String slug, String heading, Action action) {
        this.slug = slug;
        this.heading = heading;
        this.action = action;
    }

    /** Those an account of this role is answered, in the order of the front page. */
    static List<Question> of(AccountRole role) {
        return Arrays.stream(values())
                .filter(one -> one.action.roles().contains(role))
                .toList();
    }

    /** The question's name in an address. */
    public String slug() {
        return slug;
    }

    public String heading() {
        return heading;
    }

    /** The path of the question's page. */
    public String path() {
        return "/dashboard/" + slug;
    }

    /** The question of that name in an address, for an account that is answered it. */
    static Optional<Question> named(String slug, AccountRole role) {
        return of(role).stream().filter(one -> one.slug.equals(slug)).findFirst();
    }
}
