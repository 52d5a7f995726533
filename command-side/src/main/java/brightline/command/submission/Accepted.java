package brightline.command.submission;

/**
 * A committed command.
 *
 * @param answer what its handler answered, or had answered when the same key was first used
 * @param index index in the log of its last event; where the command asked for what was already so, an index at which that
 *     was known. Reading with {@code atLeastIndex} of it shows the effect
 * @param repeated whether this is the stored answer of an earlier request with the same key
 */
public record Accepted<T>(T answer, long index, boolean repeated) {}
