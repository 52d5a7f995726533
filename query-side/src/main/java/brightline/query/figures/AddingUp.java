package brightline.query.figures;

import java.util.List;

/**
 * What is counted once for several officers, or for several of their actions, is counted once in each group that one of them is in: groups
 * may add up to more than the whole, and the answer says so.
 */
public final class AddingUp {
    private AddingUp() {}

    /**
     * The note that groups may add up to more; none of one row alone.
     *
     * @param one the unit as a sentence begins with it, for instance {@code A decision}
     */
    public static List<String> remarks(String one, List<FigureRow> rows) {
        return rows.size() > 1
                ? List.of(one + " is in each group that a part of it is in: groups may add up to more than the whole.")
                : List.of();
    }
}
