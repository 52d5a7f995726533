package brightline.query.pages.operations;

import brightline.query.pages.Choice;
import java.util.List;

/**
 * Sending a file to be taken in, above the files taken in before.
 *
 * @param zone the agency's zone, as times are shown
 * @param formats value is the format's name in the API, for instance {@code california-stop-data}
 */
public record ImportsPage(String zone, List<Choice> formats) {}
