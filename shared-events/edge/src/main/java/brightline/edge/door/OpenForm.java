package brightline.edge.door;

/**
 * A form that is read of who is not signed in: the sign-in. Of others nothing is.
 *
 * @param path the exact path; the method is POST
 */
public record OpenForm(String path) {}
