package brightline.query.asking;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code brightline.budgets.*}: how much one account may ask, so that it leaves workers to the others.
 *
 * @param questions of one account answered at once: half of the workers there are for questions
 * @param questionsWaiting of one account that wait for their turn: what a page with its figures asks for, twice
 * @param questionPatience how long they do; what takes longer is asked again
 * @param awaiting requests of one account that wait for an index at once; a person waits for one, a program for what it has just sent
 * @param awaitingInAll of everybody; each costs a connection and a thread that is no worker
 * @param awaitedAtMost how long a request of the API waits for an index
 * @param pageAwaitedAtMost how long a page does: its reader has just sent something and would not find it
 * @param beyondHead how far an index may lie beyond the newest one known here: what others have recorded in the meantime
 */
@ConfigurationProperties("brightline.budgets")
record BudgetProperties(
        @DefaultValue("2") int questions,
        @DefaultValue("8") int questionsWaiting,
        @DefaultValue("5s") Duration questionPatience,
        @DefaultValue("16") int awaiting,
        @DefaultValue("256") int awaitingInAll,
        @DefaultValue("2s") Duration awaitedAtMost,
        @DefaultValue("10s") Duration pageAwaitedAtMost,
        @DefaultValue("1000") long beyondHead) {}
