package brightline.query.figures;

import brightline.events.code.CodeLists;
import java.time.LocalDate;
import java.util.stream.Collectors;

/** Whether a place is on school grounds, as the list of places says of its codes. A place that is not recorded is neither. */
public final class SchoolGrounds {
    private static final String ON = places("yes");
    private static final String OFF = places("no");

    private SchoolGrounds() {}

    /** A condition: it is recorded that the place of that column is on school grounds. */
    public static String on(String column) {
        return column + " in (" + ON + ")";
    }

    /** A condition: it is recorded that the place of that column is not on school grounds. */
    public static String off(String column) {
        return column + " in (" + OFF + ")";
    }

    private static String places(String grounds) {
        return CodeLists.standard().validOn("place", LocalDate.of(2026, 1, 1)).stream()
                .filter(place -> grounds.equals(place.attribute("school_grounds")))
                .map(place -> "'" + place.code() + "'")
                .collect(Collectors.joining(", "));
    }
}
