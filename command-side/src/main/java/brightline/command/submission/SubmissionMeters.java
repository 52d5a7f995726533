package brightline.command.submission;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/** How submissions fare. Tags have few values: a command, an outcome, a rule. */
final class SubmissionMeters {
    /** What became of a submission. */
    enum Outcome {
        ACCEPTED,
        REPEATED,
        REJECTED,
        CONFLICT,
        FAILED
    }

    private static final Duration[] OBJECTIVES = {
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5)
    };

    private final MeterRegistry registry;
    private final Timer append;

    SubmissionMeters(MeterRegistry registry) {
        this.registry = registry;
        this.append = Timer.builder("commands.append")
                .description("From the first event handed to the log to its rows written, before the commit")
                .serviceLevelObjectives(OBJECTIVES)
                .register(registry);
    }

    void appended(long nanos) {
        append.record(Duration.ofNanos(nanos));
    }

    void submitted(Object command, Outcome outcome, long nanos) {
        Timer.builder("commands.submissions")
                .description("Submissions with the time they took, commit included")
                .tag("command", command.getClass().getSimpleName())
                .tag("outcome", outcome.name())
                .serviceLevelObjectives(OBJECTIVES)
                .register(registry)
                .record(Duration.ofNanos(nanos));
    }

    void rejected(Rule rule) {
        Counter.builder("commands.rejected")
                .description("Submissions refused by a rule")
                .tag("rule", rule.code())
                .register(registry)
                .increment();
    }
}
