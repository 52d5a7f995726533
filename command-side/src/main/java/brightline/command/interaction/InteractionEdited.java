package brightline.command.interaction;

/**
 * What the answer to an edit says.
 *
 * @param version for the next If-Match
 * @param index of its last event in the log, for {@code atLeastIndex}
 */
public record InteractionEdited(long version, long index, InteractionAnswer interaction) {}
