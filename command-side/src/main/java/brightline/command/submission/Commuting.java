package brightline.command.submission;

/**
 * A command that may be decided once more on newer state when another writer came first: either both orders are right, or it
 * carries the version its sender saw and is refused on a newer one.
 */
public interface Commuting {}
