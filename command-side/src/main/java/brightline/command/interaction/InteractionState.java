package brightline.command.interaction;

import brightline.events.SecretRef;
import brightline.events.interaction.InteractionRecord;
import java.util.HashSet;
import java.util.Set;

/** What decisions about a contact need to remember. */
sealed interface InteractionState {
    /** Nothing is recorded under this id. */
    record Unrecorded() implements InteractionState {}

    /**
     * The contact as its events so far describe it.
     *
     * @param supplements the accounts added so far
     */
    record Recorded(InteractionRecord record, Set<SecretRef> supplements) implements InteractionState {
        public Recorded {
            supplements = Set.copyOf(supplements);
        }

        Recorded with(InteractionRecord next) {
            return new Recorded(next, supplements);
        }

        Recorded withSupplement(SecretRef narrative) {
            Set<SecretRef> more = new HashSet<>(supplements);
            more.add(narrative);
            return new Recorded(record, more);
        }
    }
}
