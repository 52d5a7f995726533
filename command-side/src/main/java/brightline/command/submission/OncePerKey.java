package brightline.command.submission;

import brightline.command.receipt.Receipts;
import brightline.edge.store.AppendedEvents;
import java.util.Optional;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Runs a command at most once per actor and key. The key is taken before anything else, in the command's own transaction, so
 * rivals queue up before any aggregate is built; the answer is stored by the same transaction, after the events.
 */
final class OncePerKey implements MessageHandlerInterceptor<CommandMessage<?>> {
    private final Answers answers;
    private final SubmissionMeters meters;
    private final Receipts receipts;

    OncePerKey(Answers answers, SubmissionMeters meters, Receipts receipts) {
        this.answers = answers;
        this.meters = meters;
        this.receipts = receipts;
    }

    @Override
    public @Nullable Object handle(UnitOfWork<? extends CommandMessage<?>> work, InterceptorChain chain)
            throws Exception {
        if (!(work.getMessage().getMetaData().get(Submission.METADATA) instanceof Submission submission)) {
            return chain.proceed();
        }
        Request request = submission.request();
        String key = request.key();
        if (key != null) {
            Optional<Answers.Stored> earlier = answers.claim(request.actor(), key, request.content());
            if (earlier.isPresent()) {
                repeat(submission, earlier.get());
                return null;
            }
        }
        Object answer = chain.proceed();
        work.onPrepareCommit(u -> settle(u, submission, answer));
        return answer;
    }

    /**
     * Everything is decided and written, and the unit of work is rolled back: what is kept in memory of its streams goes, and their locks.
     * What it wrote stays until the transaction around it ends.
     */
    static final class RehearsedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        RehearsedException() {
            super("Rehearsed, not recorded", null, false, false);
        }
    }

    private static void repeat(Submission submission, Answers.Stored earlier) {
        if (!submission.request().content().is(earlier.contentMac(), earlier.macVersion())) {
            throw SubmissionProblem.keyReused();
        }
        submission.repeats(earlier);
    }

    private void settle(UnitOfWork<?> work, Submission submission, Object answer) {
        if (submission.isRehearsed()) {
            submission.ready(answer, 0);
            throw new RehearsedException();
        }
        AppendedEvents appended = AppendedEvents.in(work);
        if (!appended.events().isEmpty()) {
            meters.appended(appended.nanos());
            submission.recorded(appended.events(), receipts.sign(submission.id(), appended.events()));
        }
        submission.ready(answer, answers.settle(submission, answer));
    }
}
