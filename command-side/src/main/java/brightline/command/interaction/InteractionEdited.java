package brightline.command.interaction;

/**
 * The answer to an edit.
 *
 * @param version for the next If-Match
 * @param index of its last event in the log, for {@code atLeastIndex}
 */
record InteractionEdited(long version, long index, InteractionAnswer interaction) {}
