package brightline.edge.door;

/**
 * A route that takes files, and so the only kind at which a multipart form is read: by whoever may use it, and nobody else.
 *
 * @param path the exact path; the method is POST
 */
public record FileRoute(String path) {}
