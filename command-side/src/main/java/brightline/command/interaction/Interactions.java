package brightline.command.interaction;

import brightline.command.submission.Streams;
import brightline.command.submission.SubmissionProblem;
import brightline.edge.problem.Problem;
import brightline.edge.problem.ProblemException;
import brightline.events.InteractionId;
import brightline.events.interaction.InteractionRecord;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.axonframework.config.Configuration;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/** Finds contacts for those who edit them, within a submission. */
@Component
public class Interactions {
    private final Configuration axon;
    private final Streams streams;

    Interactions(Configuration axon, Streams streams) {
        this.axon = axon;
        this.streams = streams;
    }

    /** A contact in hand, as it was when it was found. */
    record Found(Aggregate<Interaction> aggregate, InteractionRecord record, long version) {}

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
