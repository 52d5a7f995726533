package brightline.edge.problem;

/**
 * One thing wrong with one field of a request.
 *
 * @param pointer JSON pointer (RFC 6901) into the request body, empty for the whole of it; {@code ?name} for a query parameter
 * @param code stable code of what is wrong, such as {@code wrong-type} or {@code unknown-code}
 * @param reason the same in words; never holds the value that was sent
 */
public record FieldProblem(String pointer, String code, String reason) {}
