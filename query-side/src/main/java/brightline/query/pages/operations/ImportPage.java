package brightline.query.pages.operations;

/**
 * What became of the lines of one file.
 *
 * @param id of the import
 * @param zone the agency's zone, as times are shown
 */
public record ImportPage(String id, String zone) {}
