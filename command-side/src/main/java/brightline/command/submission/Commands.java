package brightline.command.submission;

import brightline.command.receipt.Receipts;
import brightline.command.submission.SubmissionMeters.Outcome;
import brightline.edge.problem.Faults;
import brightline.edge.problem.ProblemException;
import brightline.edge.store.EventMetadata;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Runs commands: each in one unit of work and one database transaction over all its aggregates, secrets and its idempotency
 * row. What comes back has been committed.
 */
public final class Commands {
    private static final Logger log = LoggerFactory.getLogger(Commands.class);
    private static final int RETRIES = 3;

    private final CommandBus bus;
    private final Answers answers;
    private final SubmissionMeters meters;
    private final Receipts receipts;

    Commands(CommandBus bus, Answers answers, SubmissionMeters meters, Receipts receipts) {
        this.bus = bus;
        this.answers = answers;
        this.meters = meters;
        this.receipts = receipts;
    }

    /**
     * Runs the command, or gives the stored answer where the same actor used the same key for the same content.
     *
     * <p>A {@link Commuting} command that another writer overtook is decided again, at most three times; so is every command
     * that the database chose as a deadlock's victim.
     *
     * @param answer type of the handler's answer: a record that JSON can hold, without personal data
     * @throws CommandRejected when a rule refuses it
     * @throws ProblemException when the key was used for other content (422), its first use is still running (409), another
     *     writer was faster (409), the outcome of the commit is not known or its receipt could not be kept (503); the handler's own pass as they are
     * @throws IllegalStateException inside a transaction or unit of work: a failure after this one's end would leave cached
     *     aggregates with events that were never committed
     */
    public <T> Accepted<T> send(Object command, Class<T> answer, Request request) {
        if (CurrentUnitOfWork.isStarted() || TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A submission is a transaction of its own");
        }
        long began = System.nanoTime();
        for (int retriesLeft = RETRIES; ; retriesLeft--) {
            Submission submission = new Submission(request);
            Throwable failure = dispatch(command, submission);
            if (failure == null) {
                keepReceipt(submission);
                Accepted<T> accepted = submission.accepted(answer, answers);
                meters.submitted(
                        command, accepted.repeated() ? Outcome.REPEATED : Outcome.ACCEPTED, System.nanoTime() - began);
                return accepted;
            }
            if (retriesLeft == 0 || !mayBeDecidedAgain(command, failure)) {
                throw explained(command, submission, failure, System.nanoTime() - began);
            }
        }
    }

    /** Runs the command within a rehearsal: it sees what the rehearsal's earlier commands wrote, and nothing is recorded. */
    <T> T rehearse(Object command, Class<T> answer, Request request) {
        Submission submission = Submission.rehearsed(request);
        Throwable end = dispatch(command, submission);
        if (end instanceof OncePerKey.RehearsedException) {
            return submission.accepted(answer, answers).answer();
        }
        throw end == null
                ? new IllegalStateException("A rehearsal was committed")
                : end instanceof RuntimeException failure ? failure : new IllegalStateException(end);
    }

    private @Nullable Throwable dispatch(Object command, Submission submission) {
        Map<String, Object> metadata = Map.of(
                EventMetadata.ACTOR, submission.request().actor(),
                EventMetadata.SUBMISSION, submission.id(),
                Submission.METADATA, submission);
        var result = new AtomicReference<@Nullable CommandResultMessage<?>>();
        bus.dispatch(
                new GenericCommandMessage<>(new GenericMessage<>(command, metadata), StreamCommand.nameOf(command)),
                (_, message) -> result.set(message));
        CommandResultMessage<?> message = result.get();
        if (message == null) {
            throw new IllegalStateException("The command bus answers on another thread");
        }
        return message.isExceptional() ? message.exceptionResult() : null;
    }

    /** Nobody hears of a submission whose receipt is not on the disk; it is recorded all the same, and its key settles it. */
    private void keepReceipt(Submission submission) {
        String receipt = submission.receipt();
        if (receipt == null) {
            return;
        }
        boolean kept = submission.isRepeated()
                ? receipts.keptBefore(receipt)
                : receipts.keep(submission.id(), submission.events(), receipt);
        if (!kept) {
            throw SubmissionProblem.receiptNotKept();
        }
    }

    private static boolean mayBeDecidedAgain(Object command, Throwable failure) {
        return (failure instanceof ConcurrencyException && command instanceof Commuting)
                || SqlState.DEADLOCK.equals(SqlState.of(failure));
    }

    /** The failure as the caller may see it: what quotes events or parameters stays here. */
    private RuntimeException explained(Object command, Submission submission, Throwable failure, long nanos) {
        RuntimeException explained = explained(submission, failure);
        String receipt = submission.receipt();
        if (receipt != null && submission.isReady() && SqlState.leavesCommitUnknown(SqlState.of(failure))) {
            receipts.doubt(submission.id(), submission.events(), receipt);
        }
        Outcome outcome =
                switch (explained) {
                    case CommandRejected rejected -> {
                        meters.rejected(rejected.rule());
                        yield Outcome.REJECTED;
                    }
                    case ProblemException problem when problem.problem().status() < 500 -> Outcome.CONFLICT;
                    default -> Outcome.FAILED;
                };
        meters.submitted(command, outcome, nanos);
        if (outcome == Outcome.FAILED) {
            log.atError()
                    .addKeyValue("event", "submission.failed")
                    .addKeyValue("command", command.getClass().getSimpleName())
                    .addKeyValue("sqlState", SqlState.of(failure))
                    .log(() -> "Submission failed: " + Faults.describe(failure));
        }
        return explained;
    }

    private static RuntimeException explained(Submission submission, Throwable failure) {
        String state = SqlState.of(failure);
        return switch (failure) {
            case CommandRejected rejected -> rejected;
            case ProblemException problem -> problem;
            case ConcurrencyException _, AggregateStreamCreationException _ -> SubmissionProblem.conflict();
            case RuntimeException _
            when SqlState.DEADLOCK.equals(state) || SqlState.LOCK_NOT_AVAILABLE.equals(state) ->
                SubmissionProblem.notRecorded();
            case RuntimeException _
            when submission.isReady() && SqlState.leavesCommitUnknown(state) -> SubmissionProblem.outcomeUnknown();
            case EventStoreException _
            when state != null && SqlState.leavesCommitUnknown(state) -> SubmissionProblem.notRecorded();
            case RuntimeException _
            when state != null && SqlState.leavesCommitUnknown(state) -> SubmissionProblem.notRecorded();
            case RuntimeException other when state == null && !(other instanceof EventStoreException) -> other;
            default -> SubmissionProblem.fault("The database refused: " + state);
        };
    }
}
