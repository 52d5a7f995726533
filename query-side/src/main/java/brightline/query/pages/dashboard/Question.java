package brightline.query.pages.dashboard;

import java.util.Arrays;
import java.util.Optional;

/** The questions of the front page, each answered in full on a page of its own. */
public enum Question {
    ROUTINE("routine", "Is the line holding?"),
    STARTED("started", "How did it start?"),
    SCHOOLS("schools", "At which schools?"),
    ARRESTS("arrests", "What instead of arrest?"),
    MISSING("missing", "Which facts are missing?");

    private final String slug;
    private final String heading;

    Question(String slug, String heading) {
        this.slug = slug;
        this.heading = heading;
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

    /** The question of that name in an address. */
    static Optional<Question> named(String slug) {
        return Arrays.stream(values()).filter(one -> one.slug.equals(slug)).findFirst();
    }
}
