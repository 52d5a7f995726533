package brightline.command.interaction;

import brightline.command.interaction.InteractionState.Recorded;
import brightline.command.submission.Streams;
import brightline.command.submission.SubmissionProblem;
import brightline.edge.problem.Problem;
import brightline.edge.problem.ProblemException;
import brightline.edge.store.RecordedEvents;
import brightline.events.InteractionId;
import brightline.events.interaction.InteractionEvent;
import brightline.events.interaction.InteractionRecord;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/** Finds contacts for those who edit them, within a submission. */
@Component
public class Interactions {
    private final Configuration axon;
    private final Streams streams;

    private final RecordedEvents log;

    Interactions(Configuration axon, Streams streams, RecordedEvents log) {
        this.axon = axon;
        this.streams = streams;
        this.log = log;
    }

    /** A contact in hand, as it was when it was found. */
    record Found(Aggregate<Interaction> aggregate, InteractionRecord record, long version) {}

    /** A contact as the log held it when it was looked at. */
    record Seen(Recorded state, long version) {}

    Aggregate<Interaction> begin(Callable<Interaction> factory) throws Exception {
        return repository().newInstance(factory);
    }

    /**
     * The contact, for an edit.
     *
     * @param versionSeen the version its sender saw
     * @throws ProblemException when there is none or the editor may not touch it (404, alike), or it has changed since (412)
     * @throws ConcurrencyException when another node has just written it: the same edit may be tried again
     */
    Found forEdit(InteractionId id, long versionSeen, Editor editor) {
        Found found = find(id).orElseThrow(() -> new ProblemException(Problem.notFound()));
        if (!editor.mayEdit(found.record())) {
            throw new ProblemException(Problem.notFound());
        }
        if (found.version() != versionSeen) {
            throw SubmissionProblem.stale(found.version());
        }
        return found;
    }

    /**
     * The contact, for somebody who only looks at what an edit would do. Outside a submission: reads the log, and locks nothing.
     *
     * @param versionSeen the version its sender saw
     * @throws ProblemException as {@link #forEdit}
     */
    Seen forPreview(InteractionId id, long versionSeen, Editor editor) {
        InteractionState state = new InteractionState.Unrecorded();
        long version = -1;
        if (streams.version(id.toString(), Interaction.class).isPresent()) {
            for (TrackedEventMessage<?> message : log.ofStreams(List.of(id.toString()), Long.MAX_VALUE)) {
                state = InteractionDecider.evolve(state, (InteractionEvent) message.getPayload());
                version = ((DomainEventMessage<?>) message).getSequenceNumber();
            }
        }
        if (!(state instanceof Recorded recorded) || !editor.mayEdit(recorded.record())) {
            throw new ProblemException(Problem.notFound());
        }
        if (version != versionSeen) {
            throw SubmissionProblem.stale(version);
        }
        return new Seen(recorded, version);
    }

    /**
     * The contact as it was looked at.
     *
     * @throws ConcurrencyException when it has changed since, or is not there
     */
    Found unchangedSince(InteractionId id, long version) {
        return find(id).filter(found -> found.version() == version)
                .orElseThrow(() -> new ConcurrencyException("The interaction was written elsewhere"));
    }

    /** Whether there is such a contact and the editor may touch it. */
    public boolean mayEdit(InteractionId id, Editor editor) {
        return find(id).map(found -> editor.mayEdit(found.record())).orElse(false);
    }

    /** The contact as it is recorded now; empty if there is none. Within a submission. */
    public Optional<InteractionRecord> record(InteractionId id) {
        return find(id).map(Found::record);
    }

    /** The contact in hand; empty if there is none. Within a submission. */
    Optional<Found> found(InteractionId id) {
        return find(id);
    }

    /** Asks the log before the repository: a cached contact may be older than what another node wrote. */
    private Optional<Found> find(InteractionId id) {
        Optional<Long> stored = streams.version(id.toString(), Interaction.class);
        if (stored.isEmpty()) {
            return Optional.empty();
        }
        Aggregate<Interaction> aggregate = repository().load(id.toString());
        InteractionRecord record = aggregate.invoke(Interaction::record);
        if (record == null) {
            return Optional.empty();
        }
        if (!stored.get().equals(aggregate.version())) {
            throw new ConcurrencyException("The interaction was written elsewhere");
        }
        return Optional.of(new Found(aggregate, record, stored.get()));
    }

    private Repository<Interaction> repository() {
        return axon.repository(Interaction.class);
    }
}
