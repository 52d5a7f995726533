package brightline.query.audit;

import static brightline.query.projection.Version.known;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What became of a record after it was first made, or how it came to be. */
public enum CaseMark {
    /** A fact, the student or the school was corrected after recording. */
    CORRECTED("""
            (f.interaction_id in (select t.interaction_id from rm.timeline_entry t
                                   where t.kind in ('interaction.corrected', 'interaction.subject-corrected') and t.log_index <= :horizon)
              or f.incident_id in (select t.incident_id from rm.timeline_entry t
                                    where t.kind = 'incident.school-corrected' and t.log_index <= :horizon))"""),
    /** Recorded later than the agency's limit. */
    LATE("f.lag_micros > :lateAfter * 3600000000"),
    /** Voided: it counts nowhere. */
    VOIDED("f.voided"),
    /** Entered twice: it counts as another incident, or another counts as it. */
    LINKED("""
            (f.primary_incident_id <> f.incident_id
              or f.incident_id in (select other.primary_incident_id from rm.involvement_fact other
                                    where other.primary_incident_id <> other.incident_id and %s))""".formatted(known("other")));

    private final String condition;

    CaseMark(String condition) {
        this.condition = condition;
    }

    /** Whether a record has this mark, said of the same rows as {@link #sql}. */
    String condition() {
        return condition;
    }

    /**
     * An expression for the names of all marks, in this order. It speaks of {@code f}, a row of the facts a figure selects, of its {@code
     * :horizon}, and of {@code :lateAfter}, the agency's limit in hours.
     */
    static String sql() {
        return Arrays.stream(values())
                .map(mark -> "case when " + mark.condition + " then '" + mark.name() + "' end")
                .collect(Collectors.joining(", ", "array_remove(array[", "]::text[], null)"));
    }
}
