package brightline.edge.keys;

import brightline.events.Code;
import brightline.events.Stated;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What is encrypted. Prints as redacted wherever somebody logs it by mistake. */
public sealed interface PersonalPart {
    Part part();

    /**
     * Who the student is, as recorded. Null is what was not recorded.
     *
     * @param number the district's student number
     */
    record Identity(
            @Nullable String number,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable LocalDate birthDate)
            implements PersonalPart {
        /** The same person under another number. */
        public Identity under(@Nullable String otherNumber) {
            return new Identity(otherNumber, firstName, lastName, birthDate);
        }

        /** Whether it can tell one student from another: it has a birth date, and something of a name. */
        public boolean tellsApart() {
            return birthDate != null && (firstName != null || lastName != null);
        }

        @Override
        public Part part() {
            return Part.IDENTITY;
        }

        @Override
        public String toString() {
            return "[redacted]";
        }
    }

    /** An account in free text. */
    record Narrative(String text) implements PersonalPart {
        @Override
        public Part part() {
            return Part.NARRATIVE;
        }

        @Override
        public String toString() {
            return "[redacted]";
        }
    }

    /**
     * The student's statistics as recorded. Null is what was not recorded.
     *
     * @param race code list {@code race}; for officers' records the officer's perception
     * @param sex code list {@code sex}
     * @param gradeBand code list {@code grade-band}
     * @param age in full years when it happened
     * @param disability code list {@code disability}
     * @param pseudonym the student's statistics pseudonym for the school year, for headcounts; null if not identified
     */
    record Statistics(
            @Nullable Code race,
            @Nullable Code sex,
            @Nullable Code gradeBand,
            @Nullable Integer age,
            @Nullable Code disability,
            Stated englishLearner,
            @Nullable String pseudonym)
            implements PersonalPart {
        /** Nothing was recorded. */
        public static final Statistics NONE = new Statistics(null, null, null, null, null, Stated.MISSING, null);

        public Statistics {
            englishLearner = Stated.orMissing(englishLearner);
        }

        /** The same under a student's pseudonym, in place of any other. */
        public Statistics under(String otherPseudonym) {
            return new Statistics(race, sex, gradeBand, age, disability, englishLearner, otherPseudonym);
        }

        /** The same of a student of that age, in full years. */
        public Statistics aged(int otherAge) {
            return new Statistics(race, sex, gradeBand, otherAge, disability, englishLearner, pseudonym);
        }

        @Override
        public Part part() {
            return Part.STAT;
        }

        @Override
        public String toString() {
            return "[redacted]";
        }
    }
}
