package brightline.query.pages.operations;

/**
 * Sending a file to be taken in, above the files taken in before.
 *
 * @param zone the agency's zone, as times are shown
 */
public record ImportsPage(String zone) {}
