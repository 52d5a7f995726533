package brightline.command.interaction;

import brightline.edge.keys.KnownStudents;
import brightline.edge.keys.PersonalPart.Identity;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whose the numbers of students are: a number is given again, and mistyped. Asked within a submission, before anything is recorded. */
public interface NumbersInUse {
    /**
     * Those who are not the student whose number they are stated with: name and birth date are both stated and both others than of the
     * student's entry, or where there is none of one before in the list. Nothing is looked up where no name or no birth date is stated.
     *
     * @param stated as contacts state it, null for not identified
     * @param students the ones with the stated numbers
     * @return places in the list, from 0
     */
    Set<Integer> ofOthers(List<@Nullable Identity> stated, KnownStudents students);
}
