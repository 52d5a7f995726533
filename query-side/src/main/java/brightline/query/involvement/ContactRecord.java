package brightline.query.involvement;

import brightline.edge.keys.PersonalPart.Statistics;
import brightline.events.IncidentId;
import brightline.events.StudentId;
import brightline.events.interaction.InteractionRecord;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One record of one student in one incident, as known at one index of the log.
 *
 * @param counted the incident it counts under; its own, unless it was entered twice
 * @param firstIndex index of the record's first event
 * @param firstRecordedAt when that was recorded
 * @param student null where nothing is recorded, or nothing that can still be read
 * @param persons the students that go by this pseudonym in the school year of this record, of those that entries of the incident are about;
 *     empty where it is no entry of several, or the key store does not tell
 */
record ContactRecord(
        InteractionRecord record,
        IncidentRecord incident,
        IncidentRecord counted,
        long firstIndex,
        Instant firstRecordedAt,
        @Nullable Statistics student,
        Set<StudentId> persons) {
    ContactRecord {
        persons = Set.copyOf(persons);
    }

    /** The primary incident's record first, then the one recorded first. */
    private static final Comparator<ContactRecord> PRIMARY_FIRST =
            Comparator.comparing(ContactRecord::isLinked).thenComparingLong(ContactRecord::firstIndex);

    IncidentId primary() {
        return counted.incidentId();
    }

    private boolean isLinked() {
        return !incident.incidentId().equals(primary());
    }

    /**
     * Whether both tell of one student in one incident, in whichever school year each lies. Who is not identified is never matched; what
     * was voided stands apart.
     */
    boolean tellsTheSameAs(ContactRecord other) {
        return equals(other)
                || student != null
                        && other.student != null
                        && student.pseudonym() != null
                        && (Objects.equals(student.pseudonym(), other.student.pseudonym())
                                || !Collections.disjoint(persons, other.persons))
                        && primary().equals(other.primary())
                        && record.voided() == other.record.voided();
    }

    /** This one and those of the others that tell the same, the primary one first. */
    List<ContactRecord> among(List<ContactRecord> others) {
        return Stream.concat(Stream.of(this), others.stream().filter(this::tellsTheSameAs))
                .sorted(PRIMARY_FIRST)
                .toList();
    }
}
