package brightline.query.pages.operations;

import brightline.query.pages.Count;
import brightline.query.pages.Moment;
import brightline.query.replay.Replay;
import brightline.query.replay.Replay.Part;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;

/** Rebuilds as pages tell them. */
final class ReplayWords {
    /** What the tables of a projection are for, for people. */
    private static final Map<String, String> TABLES = Map.of(
            "involvement", "Contacts, their classes, schools and officers’ names",
            "timeline", "Timelines of cases",
            "caseload", "Cases, referrals and diversion",
            "desk", "Reviews, deadlines and requests",
            "roster", "Officers, training and agreements",
            "students", "List of students",
            "care", "Decisions about events held for repair");

    private ReplayWords() {}

    static String tables(String projection) {
        return TABLES.getOrDefault(projection, projection.replace('_', ' '));
    }

    /** What a table is called, without its underscores: a name, not a sentence. */
    static String table(String name) {
        return name.replace('_', ' ');
    }

    static String state(Replay replay) {
        return switch (replay.state()) {
            case RUNNING -> isRead(replay) ? "Comparing" : "Rebuilding";
            case COMPARED -> "Compared, waiting for a decision";
            case SWITCHED -> "Put to use";
            case DISCARDED -> "Discarded";
            case FAILED -> "Stopped before it was done";
        };
    }

    /** Whether every event was read, so that the comparison is under way. */
    static boolean isRead(Replay replay) {
        return !replay.projections().isEmpty()
                && replay.projections().stream().allMatch(part -> part.position() >= part.horizon());
    }

    static long done(Replay replay) {
        return replay.projections().stream().mapToLong(Part::position).sum();
    }

    static long total(Replay replay) {
        return replay.projections().stream().mapToLong(Part::horizon).sum();
    }

    static String differences(Replay replay) {
        Long differences = replay.differences();
        return differences == null ? "not compared yet" : Count.of(differences);
    }

    /** How long it has taken, or took, and about how much longer it takes to read the rest. */
    static String time(Replay replay, Instant now, ZoneId zone) {
        Instant end = replay.comparedAt() != null ? replay.comparedAt() : replay.endedAt();
        if (replay.state() != Replay.State.RUNNING) {
            return end == null ? "" : "It took " + length(Duration.between(replay.startedAt(), end)) + ".";
        }
        Duration elapsed = Duration.between(replay.startedAt(), now);
        long done = done(replay);
        String started = "Started " + new Moment(replay.startedAt(), zone).text() + ", " + length(elapsed) + " ago.";
        if (done == 0 || isRead(replay)) {
            return started;
        }
        Duration rest = Duration.ofSeconds(Math.max(1, elapsed.toSeconds() * (total(replay) - done) / done));
        return started + " About " + length(rest) + " more to read, then the comparison.";
    }

    static String length(Duration time) {
        long seconds = Math.max(0, time.toSeconds());
        if (seconds < 90) {
            return seconds == 1 ? "1 second" : seconds + " seconds";
        }
        long minutes = (seconds + 30) / 60;
        return minutes < 90 ? minutes + " minutes" : String.format(Locale.US, "%.1f hours", minutes / 60.0);
    }
}
