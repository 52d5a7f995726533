package brightline.query.replay;

import brightline.query.replay.Comparison.Finding;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A rebuild of all projections.
 *
 * @param actor account that asked for it
 * @param endedAt null while it runs or waits to be switched or discarded
 * @param failure class of what stopped it; null if nothing did
 * @param comparedAt when both copies were compared; null before that
 * @param figures the headline figures of both copies; empty before the comparison
 * @param findings empty before the comparison
 */
public record Replay(
        UUID id,
        long number,
        State state,
        String actor,
        Instant startedAt,
        @Nullable Instant endedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String failure,
        @Nullable Instant comparedAt,
        List<Part> projections,
        List<Figure> figures,
        List<Found> findings) {
    public Replay {
        figures = List.copyOf(figures);
        projections = List.copyOf(projections);
        findings = List.copyOf(findings);
    }

    /** Where a replay stands. */
    public enum State {
        /** Being rebuilt and compared. */
        RUNNING,
        /** Compared; switch or discard. */
        COMPARED,
        /** Its tables are the live ones. */
        SWITCHED,
        /** Its tables are gone. */
        DISCARDED,
        /** It came to no end; its tables are gone. */
        FAILED
    }

    /**
     * How far one projection has come.
     *
     * @param horizon index up to which it is to be rebuilt
     * @param position index up to which it has been
     * @param parked streams with an event that could not be handled
     */
    public record Part(String name, long horizon, long position, int parked) {}

    /** A headline figure as the live tables and the rebuilt ones have it. */
    public record Figure(HeadlineFigure figure, long live, long rebuilt) {}

    /**
     * What the comparison found in one table.
     *
     * @param rows of the rebuilt table
     * @param different rows that differ or stand on one side only, by key
     * @param keys the first 100 of their keys
     */
    public record Found(String projection, String table, long rows, long different, List<String> keys) {
        public Found {
            keys = List.copyOf(keys);
        }

        static Found of(Finding finding) {
            return new Found(
                    finding.projection(), finding.table(), finding.rows(), finding.different(), finding.keys());
        }
    }

    /** Whether the copies were compared. */
    @JsonIgnore
    public boolean isCompared() {
        return comparedAt != null || !findings.isEmpty();
    }

    /** Rows that differ, over all tables; null before they are compared. */
    @JsonProperty
    public @Nullable Long differences() {
        return isCompared() ? findings.stream().mapToLong(Found::different).sum() : null;
    }
}
