package brightline.command.interaction;

import brightline.command.register.RegisterEdition;
import brightline.edge.clock.RecordingClock;
import brightline.edge.keys.PersonalPart.FromList;
import brightline.edge.keys.PersonalPart.Statistics;
import brightline.edge.keys.StudentIndex;
import brightline.events.StudentId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What contacts of identified students count under: a pseudonym of the school year, and beside what was recorded what the district's list
 * says. As it was when it was recorded: a later list changes no contact.
 */
@Component
public final class CountedStudents {
    private final StudentIndex index;
    private final SchoolList list;
    private final RecordingClock clock;

    CountedStudents(StudentIndex index, SchoolList list, RecordingClock clock) {
        this.index = index;
        this.list = list;
        this.clock = clock;
    }

    /** Those of one submission, looked up together. @param students null among them for who is not identified */
    public Counted of(Collection<? extends @Nullable StudentId> students) {
        Set<StudentId> identified = new HashSet<>();
        for (StudentId student : students) {
            if (student != null) {
                identified.add(student);
            }
        }
        return new Counted(identified.isEmpty() ? Map.of() : list.entries(identified));
    }

    /** Students of one submission. */
    public final class Counted {
        private final Map<StudentId, SchoolList.Entry> entries;

        private Counted(Map<StudentId, SchoolList.Entry> entries) {
            this.entries = entries;
        }

        /**
         * What a contact of the student counts under.
         *
         * @param recorded null for nothing; its pseudonym and what it has of a list are replaced
         * @param student one of these; null when not identified
         * @return null when there is nothing
         */
        public @Nullable Statistics statistics(
                @Nullable Statistics recorded,
                @Nullable StudentId student,
                Instant occurredAt,
                RegisterEdition register) {
            return student == null ? recorded : of(recorded, student, occurredAt, register);
        }

        /** As {@link #statistics} of somebody identified. */
        Statistics of(@Nullable Statistics recorded, StudentId student, Instant occurredAt, RegisterEdition register) {
            return Objects.requireNonNullElse(recorded, Statistics.NONE)
                    .under(
                            index.pseudonym(student, register.schoolYear(occurredAt)),
                            said(student, occurredAt, register));
        }

        private @Nullable FromList said(StudentId student, Instant occurredAt, RegisterEdition register) {
            SchoolList.Entry entry = entries.get(student);
            return entry == null
                    ? null
                    : entry.on(day(occurredAt, register), day(clock.instant(), register), register.agency());
        }

        private static LocalDate day(Instant moment, RegisterEdition register) {
            return moment.atZone(register.agency().zone()).toLocalDate();
        }
    }
}
