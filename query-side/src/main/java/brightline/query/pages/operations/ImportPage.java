package brightline.query.pages.operations;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of the records of one file.
 *
 * @param id of the import
 * @param zone the agency's zone, as times are shown
 * @param places where what came in can be seen, by what a file holds
 */
public record ImportPage(String id, String zone, List<Place> places) {

    /** @param holds what a file holds, as the API says it: CONTACTS, STUDENTS, OFFICERS or ENROLLMENT */
    public record Place(String holds, List<Way> ways) {}

    /**
     * A way to see it.
     *
     * @param label of the page; null where there is none
     * @param href null where the reader may not open it
     */
    public record Way(
            @Nullable String label,
            @Nullable String href,
            String words) {}
}
