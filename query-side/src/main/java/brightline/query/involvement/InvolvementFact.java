package brightline.query.involvement;

import brightline.events.IncidentId;
import brightline.events.InteractionId;
import brightline.events.rules.Classification;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The facts of one officer in one interaction at one time. Codes without their list's name; null is missing.
 *
 * @param lagHours from occurredAt to the first record, 4 decimals
 * @param classes one per installed rule set
 */
record InvolvementFact(
        InteractionId interactionId,
        IncidentId incidentId,
        IncidentId primaryIncidentId,
        String incidentNumber,
        String school,
        @Nullable String homeSchool,
        @Nullable String place,
        @Nullable String inSession,
        Instant occurredAt,
        LocalDate occurredOn,
        @Nullable UUID officer,
        @Nullable String officerCapacity,
        String role,
        @Nullable String initiator,
        @Nullable String requestedBy,
        @Nullable String tier,
        @Nullable String action,
        @Nullable String imminence,
        boolean imminenceAssumed,
        StudentStatistics student,
        @Nullable String outcome,
        boolean custodial,
        boolean cited,
        @Nullable String arrestPossible,
        @Nullable String decision,
        BigDecimal lagHours,
        @Nullable UUID importId,
        boolean voided,
        List<Classification> classes) {
    InvolvementFact {
        classes = List.copyOf(classes);
    }

    /** What figures may say of a student: groups, and the name for one year's headcounts. */
    record StudentStatistics(
            @Nullable String race,
            @Nullable String sex,
            @Nullable String gradeBand,
            @Nullable String disability,
            @Nullable String englishLearner,
            @Nullable String pseudonym) {
        /** Nothing recorded, or nothing that can still be read. */
        static final StudentStatistics UNKNOWN = new StudentStatistics(null, null, null, null, null, null);

        @Override
        public String toString() {
            return "[redacted]";
        }
    }
}
