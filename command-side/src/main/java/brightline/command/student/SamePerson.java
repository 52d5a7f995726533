package brightline.command.student;

import brightline.command.student.StudentRecorder.KnownBy;
import brightline.edge.keys.PersonalPart.Identity;
import brightline.events.ComparisonForm;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether what a source states under a known number is about that student: a number is given again, and mistyped. A name may change and a
 * birth date be put right, but hardly both at once.
 */
public final class SamePerson {
    private static final Pattern LEFT_OUT = Pattern.compile("[\\p{M}'`´‘’ʹʻʼ]");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private SamePerson() {}

    /**
     * Whether name and birth date say that it is another person. What is known by the source's own name for the student, too, is another's
     * only where the two names have no word in common.
     *
     * @param known null where there is no entry, or nothing of it can be read any more
     * @param stated null, or null in it, where nothing is stated
     */
    public static boolean isAnother(@Nullable Identity known, @Nullable Identity stated, KnownBy by) {
        if (known == null || stated == null || by == KnownBy.ENTRY) {
            return false;
        }
        Set<String> before = words(known);
        Set<String> now = words(stated);
        if (before.isEmpty() || now.isEmpty()) {
            return by == KnownBy.NUMBER && birth(known, stated) == Birth.OTHER;
        }
        Birth birth = birth(known, stated);
        boolean otherName =
                switch (by) {
                    case ENTRY -> false;
                    case SOURCE -> before.stream().noneMatch(now::contains);
                    // A second first name that one of two sources leaves out is no other name, while nothing else tells
                    // them apart.
                    case NUMBER ->
                        birth == Birth.OTHER
                                ? !before.equals(now)
                                : !before.containsAll(now) && !now.containsAll(before);
                };
        return otherName && birth != Birth.SAME;
    }

    /** How what is known of a student is to what is stated of somebody. */
    public enum Likeness {
        /** The birth date is the same, and so is some of the name. */
        SAME,
        /** It is another person, by name and birth date. */
        OTHER,
        /** Too little is stated or known to tell. */
        OPEN
    }

    /**
     * Compares by name and birth date alone, both of which must be known and stated to tell anything.
     *
     * @param known null where there is no entry, or nothing of it can be read any more
     */
    public static Likeness compare(@Nullable Identity known, Identity stated) {
        if (known == null || birth(known, stated) == Birth.NOT_GIVEN) {
            return Likeness.OPEN;
        }
        Set<String> before = words(known);
        Set<String> now = words(stated);
        if (before.isEmpty() || now.isEmpty()) {
            return Likeness.OPEN;
        }
        if (birth(known, stated) == Birth.SAME) {
            return before.stream().anyMatch(now::contains) ? Likeness.SAME : Likeness.OPEN;
        }
        return isAnother(known, stated, KnownBy.NUMBER) ? Likeness.OTHER : Likeness.OPEN;
    }

    private enum Birth {
        SAME,
        OTHER,
        NOT_GIVEN
    }

    private static Birth birth(Identity known, Identity stated) {
        if (known.birthDate() == null || stated.birthDate() == null) {
            return Birth.NOT_GIVEN;
        }
        return known.birthDate().equals(stated.birthDate()) ? Birth.SAME : Birth.OTHER;
    }

    /** Of the whole name, whichever part a source takes for the first; without accents and apostrophes, which many programs lose. */
    private static Set<String> words(Identity identity) {
        return Stream.<@Nullable String>of(identity.firstName(), identity.lastName())
                .filter(Objects::nonNull)
                .flatMap(name -> Arrays.stream(BETWEEN_WORDS.split(
                        LEFT_OUT.matcher(Normalizer.normalize(ComparisonForm.of(name), Normalizer.Form.NFKD))
                                .replaceAll(""))))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toCollection(HashSet::new));
    }
}
