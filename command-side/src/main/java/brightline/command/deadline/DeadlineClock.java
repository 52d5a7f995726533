package brightline.command.deadline;

import brightline.command.deadline.DeadlineCommand.MissDeadline;
import brightline.command.deadline.DeadlineState.Waiting;
import brightline.command.follow.Follower;
import brightline.command.follow.RecordedStream;
import brightline.command.follow.RecordedStream.Entry;
import brightline.command.follow.RecordedStreams;
import brightline.command.submission.Commands;
import brightline.command.submission.Request;
import brightline.edge.clock.RecordingClock;
import brightline.edge.schema.SchemaMigration;
import brightline.events.DeadlineId;
import brightline.events.deadline.DeadlineEvent;
import brightline.events.deadline.DeadlineEvent.*;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Records that a deadline was missed, when its moment has passed. What waits stands in the database, so that a restart forgets
 * nothing; the time is that of recording, so that a clock that jumps is followed. A moment that passed while the program was off is
 * found when it starts.
 */
@Component
class DeadlineClock implements Follower, SmartLifecycle {
    static final String NAME = "deadline-clock";
    private static final Duration JUST_AFTER = Duration.ofMillis(1);
    private static final Duration AFTER_A_FAILURE = Duration.ofMinutes(1);

    private final Commands commands;
    private final RecordingClock clock;
    private final OneTimeTask<Void> task = Tasks.oneTime("deadline")
            .onFailure((complete, operations) -> operations.reschedule(
                    complete, again(complete.getExecution().taskInstance.getId())))
            .execute((instance, _) -> passed(instance.getId()));
    private final RecordedStreams streams;
    private final DataSource dataSource;
    private final boolean desks;
    private final Duration lookEvery;
    private volatile Scheduler scheduler;
    private @Nullable ScheduledExecutorService ticks;
    private volatile boolean running;

    DeadlineClock(
            Commands commands,
            RecordedStreams streams,
            RecordingClock clock,
            DataSource dataSource,
            @Qualifier("commandSchema") SchemaMigration commandSchema,
            @Value("${brightline.desks:true}") boolean desks,
            @Value("${brightline.deadlines.look-every:2s}") Duration lookEvery) {
        this.commands = commands;
        this.streams = streams;
        this.clock = clock;
        this.dataSource = dataSource;
        this.desks = desks;
        this.lookEvery = lookEvery;
        this.scheduler = built();
    }

    private Scheduler built() {
        return Scheduler.create(dataSource, task)
                .tableName("command.scheduled_task")
                .serializer(new NoTaskData())
                .clock(clock::instant)
                .pollingInterval(lookEvery)
                .threads(1)
                .alwaysPersistTimestampInUTC()
                .shutdownMaxWait(Duration.ofSeconds(10))
                .build();
    }

    private void passed(String deadline) {
        commands.send(
                new MissDeadline(new DeadlineId(UUID.fromString(deadline)), clock.instant()),
                DeadlineAnswer.class,
                Request.inside(NAME));
    }

    /** When it is tried again: at its moment, if the clock was set back before that, else a little later. */
    private Instant again(String deadline) {
        Instant soon = clock.instant().plus(AFTER_A_FAILURE);
        return state(streams.read(deadline)) instanceof Waiting waiting
                        && waiting.dueAt().isAfter(clock.instant())
                ? waiting.dueAt().plus(JUST_AFTER)
                : soon;
    }

    private static DeadlineState state(RecordedStream stream) {
        DeadlineState state = new DeadlineState.Unknown();
        for (Entry entry : stream.entries()) {
            if (entry.event() instanceof DeadlineEvent event) {
                state = DeadlineDecider.evolve(state, event);
            }
        }
        return state;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Class<?>> events() {
        return Set.of(DeadlineSet.class, DeadlineMoved.class, DeadlineMet.class, DeadlineCancelled.class);
    }

    @Override
    public void look(RecordedStream stream) {
        DeadlineState state = state(stream);
        TaskInstance<Void> instance = task.instance(stream.stream());
        boolean scheduled = scheduler.getScheduledExecution(instance).isPresent();
        if (state instanceof Waiting waiting && !waiting.missed()) {
            Instant at = waiting.dueAt().plus(JUST_AFTER);
            if (scheduled) {
                scheduler.reschedule(instance, at);
            } else {
                scheduler.scheduleIfNotExists(instance, at);
            }
        } else if (scheduled) {
            scheduler.cancel(instance);
        }
    }

    @Override
    public synchronized void start() {
        if (desks && !running) {
            scheduler.start();
            ticks = ticking();
            running = true;
        }
    }

    /** The scheduler's own pauses go by the clock it is given, and never end when that is set back. */
    private ScheduledExecutorService ticking() {
        ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("deadline-ticks").daemon(true).factory());
        executor.scheduleWithFixedDelay(
                () -> scheduler.triggerCheckForDueExecutions(),
                lookEvery.toMillis(),
                lookEvery.toMillis(),
                TimeUnit.MILLISECONDS);
        return executor;
    }

    /** A scheduler that was stopped does not start again; another one takes up what stands in the database. */
    @Override
    public synchronized void stop() {
        if (running) {
            if (ticks != null) {
                ticks.shutdownNow();
            }
            scheduler.stop();
            scheduler = built();
            running = false;
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
