package brightline.edge.keys;

import brightline.events.Code;
import brightline.events.SchoolCode;
import brightline.events.Stated;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
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

        /** In full years; a birthday counts from its midnight. Null where no birth date is recorded, or one after the day. */
        public @Nullable Integer ageOn(LocalDate day) {
            return birthDate == null || birthDate.isAfter(day) ? null : (int) ChronoUnit.YEARS.between(birthDate, day);
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
     * @param list what the district's list said of the student; null where it said nothing, or before it was kept
     */
    record Statistics(
            @Nullable Code race,
            @Nullable Code sex,
            @Nullable Code gradeBand,
            @Nullable Integer age,
            @Nullable Code disability,
            Stated englishLearner,
            @Nullable String pseudonym,
            @Nullable FromList list)
            implements PersonalPart {
        /** Nothing was recorded. */
        public static final Statistics NONE = new Statistics(null, null, null, null, null, Stated.MISSING, null);

        public Statistics {
            englishLearner = Stated.orMissing(englishLearner);
        }

        /** As recorded, with nothing of a list. */
        public Statistics(
                @Nullable Code race,
                @Nullable Code sex,
                @Nullable Code gradeBand,
                @Nullable Integer age,
                @Nullable Code disability,
                Stated englishLearner,
                @Nullable String pseudonym) {
            this(race, sex, gradeBand, age, disability, englishLearner, pseudonym, null);
        }

        /** The same under a student's pseudonym and with what a list says, in place of any others. @param said null for nothing */
        public Statistics under(String otherPseudonym, @Nullable FromList said) {
            return new Statistics(race, sex, gradeBand, age, disability, englishLearner, otherPseudonym, said);
        }

        /** The same of a student of that age, in full years. */
        public Statistics aged(int otherAge) {
            return new Statistics(race, sex, gradeBand, otherAge, disability, englishLearner, pseudonym, list);
        }

        /** What figures count: as recorded, and where nothing was recorded as the list said. */
        public Statistics counted() {
            return list == null
                    ? this
                    : new Statistics(
                            race == null ? list.race() : race,
                            sex == null ? list.sex() : sex,
                            gradeBand == null ? list.gradeBand() : gradeBand,
                            age == null ? list.age() : age,
                            disability,
                            englishLearner,
                            pseudonym,
                            list);
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

    /**
     * What the district's list said of a student when a contact was recorded: facts of an education record, kept apart from what police
     * recorded themselves. Null is what it did not say.
     *
     * @param homeSchool on the day of the contact
     * @param gradeBand code list {@code grade-band}; null for a contact of an earlier school year
     * @param age in full years on the day of the contact
     * @param race code list {@code race}
     * @param sex code list {@code sex}
     */
    record FromList(
            @Nullable SchoolCode homeSchool,
            @Nullable Code gradeBand,
            @Nullable Integer age,
            @Nullable Code race,
            @Nullable Code sex) {
        @Override
        public String toString() {
            return "[redacted]";
        }
    }
}
