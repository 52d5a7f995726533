package brightline.query.audit;

import brightline.query.caseload.CaseFlag;
import brightline.query.figures.AgreementTerm;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A case as it was known at a moment.
 *
 * @param index last index of the log that counts
 * @param lines everything recorded of it until then, in the order of recording
 * @param involvements its officers' facts with the class under each rule set, as known then; empty before any was
 * @param facts each with the event that set it
 * @param agreement the one in force when it happened, as known then; null for none
 * @param flags what rules make of the facts as known then
 */
public record CaseTimeline(
        UUID interactionId,
        UUID incidentId,
        long index,
        List<Line> lines,
        List<Involvement> involvements,
        List<CaseStory.Known> facts,
        @Nullable AgreementTerm agreement,
        List<CaseFlag> flags) {
    public CaseTimeline {
        flags = List.copyOf(flags);
        facts = List.copyOf(facts);
        lines = List.copyOf(lines);
        involvements = List.copyOf(involvements);
    }

    /**
     * One officer's facts, with nothing of the student but the part in it. Codes without their list's name; null is missing.
     *
     * @param decision of measure M1: P, A, S or U; null where it does not ask
     * @param lagHours from occurredAt to the first record
     * @param knownFromIndex event since which they are known so
     */
    public record Involvement(
            @Nullable UUID officer,
            @Nullable String officerCapacity,
            String number,
            UUID primaryIncidentId,
            String school,
            Instant occurredAt,
            LocalDate occurredOn,
            String role,
            @Nullable String initiator,
            @Nullable String tier,
            @Nullable String action,
            @Nullable String imminence,
            boolean imminenceAssumed,
            @Nullable String outcome,
            @Nullable String arrestPossible,
            @Nullable String decision,
            boolean custodial,
            boolean cited,
            BigDecimal lagHours,
            boolean voided,
            long knownFromIndex,
            Instant knownFrom,
            @Nullable String schoolName,
            @Nullable String officerName,
            List<Classed> classes) {
        public Involvement {
            classes = List.copyOf(classes);
        }
    }

    /** What one rule set makes of it. */
    public record Classed(
            int ruleSet, @JsonProperty("class") String involvementClass, String rule, String reason) {}

    /**
     * One event in plain words.
     *
     * @param kind the event's stored name
     * @param occurredAt null where the event does not say
     * @param submission what was recorded together carries the same
     * @param ofIncident whether it is about all students of the incident
     */
    public record Line(
            long index,
            String kind,
            String words,
            @Nullable Instant occurredAt,
            Instant recordedAt,
            String actor,
            String submission,
            boolean ofIncident) {}

    /**
     * A case in a list.
     *
     * @param classes one per officer, by the rule set in force or asked for
     * @param flags names of {@link CaseFlag}
     * @param marks names of {@link CaseMark}
     * @param conduct codes written {@code list/code}
     */
    public record Found(
            UUID interactionId,
            UUID incidentId,
            String number,
            String school,
            Instant occurredAt,
            LocalDate occurredOn,
            String role,
            @Nullable String tier,
            @Nullable String outcome,
            List<String> classes,
            List<String> flags,
            List<String> marks,
            boolean voided,
            @Nullable String schoolName,
            List<String> conduct) {
        public Found {
            marks = List.copyOf(marks);
            conduct = List.copyOf(conduct);
            flags = List.copyOf(flags);
            classes = List.copyOf(classes);
        }

        Found withConduct(List<String> codes) {
            return new Found(
                    interactionId,
                    incidentId,
                    number,
                    school,
                    occurredAt,
                    occurredOn,
                    role,
                    tier,
                    outcome,
                    classes,
                    flags,
                    marks,
                    voided,
                    schoolName,
                    codes);
        }
    }
}
