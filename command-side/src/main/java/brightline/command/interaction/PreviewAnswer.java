package brightline.command.interaction;

/**
 * What an edit would do, before it is recorded.
 *
 * @param version the one it was read at, for the edit's If-Match
 * @param changes false when the record already says so: recorded, the edit would write nothing
 * @param before how the contact is read now
 * @param after how it would be read
 */
record PreviewAnswer(long version, boolean changes, InteractionAnswer before, InteractionAnswer after) {}
