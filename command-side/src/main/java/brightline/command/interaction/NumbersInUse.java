package brightline.command.interaction;

import brightline.edge.keys.PersonalPart.Identity;
import brightline.events.ImportId;
import brightline.events.StudentId;
import brightline.events.clash.ClashCause;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * Whose the numbers of students are: a number is given again, and mistyped. Within a submission, before anything else is recorded of those
 * who are named.
 */
public interface NumbersInUse {
    /**
     * One who is named.
     *
     * @param identity null for not identified
     * @param entry the one meant of those who have the number; null where nobody said
     * @param apart how somebody else under a known number is taken in; null where that is refused
     */
    record Named(
            @Nullable Identity identity,
            @Nullable StudentId entry,
            @Nullable Apart apart) {
        @Override
        public String toString() {
            return "[redacted]";
        }
    }

    /** How somebody came to be kept apart. @param importId the file that stated it; null where a person did */
    record Apart(ClashCause cause, @Nullable ImportId importId) {}

    /** Who is meant. */
    sealed interface Whose {
        /** No number was stated. */
        record Nobodys() implements Whose {}

        /** @param keptApart whether it is somebody who was found now to be another than the student of that number */
        record Of(StudentId student, boolean keptApart) implements Whose {}

        /** Several have the number, and nothing stated tells which of them is meant. */
        record OneOfSeverals() implements Whose {}

        /** Name and birth date are both stated and both others than of whoever has the number. */
        record SomebodyElses() implements Whose {}

        /** The one said to be meant does not have the number. */
        record NotOfEntry() implements Whose {}
    }

    /**
     * Who each of them is, in their order. Name and birth date are compared with those of the entries, or where there is none of one named
     * before; nothing is compared where no name or no birth date is stated. Whoever is taken in apart is entered.
     *
     * @param holders who has the numbers, by number as it is stated, each with whoever that turned out to be
     * @param before what the file that is being read said of students before this list, as if it stood in it
     */
    List<Whose> whose(
            List<Named> named,
            Map<String, ? extends SequencedMap<StudentId, StudentId>> holders,
            Map<StudentId, Identity> before)
            throws Exception;

    /** As {@link #whose(List, Map, Map)}, where nothing was said before. */
    default List<Whose> whose(List<Named> named, Map<String, ? extends SequencedMap<StudentId, StudentId>> holders)
            throws Exception {
        return whose(named, holders, Map.of());
    }

    /**
     * Gives somebody a number that others have, and asks people whether it is one of them, who are entered where contacts alone tell of
     * them. Who has the number and is nobody, left from a submission that was never recorded, is no other.
     *
     * @param others whoever the entries with the number turned out to be; at least one
     * @return to be entered by the caller, in the same submission; the first of the others where all of them are nobody
     */
    StudentId keepApart(String number, Collection<StudentId> others, Apart apart) throws Exception;
}
