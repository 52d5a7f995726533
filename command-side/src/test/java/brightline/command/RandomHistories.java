package brightline.command;

import static org.assertj.core.api.Assertions.assertThat;

import brightline.command.submission.CommandRejected;
import brightline.command.submission.Rule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * A thousand lives of one stream, each under forty commands drawn from a seed. Nothing but a named rule may refuse a command, a command
 * said twice says nothing new, and every rule of the stream refuses something.
 *
 * @param <C> the stream's commands
 * @param <S> what its decisions remember
 * @param <E> its events
 */
public abstract class RandomHistories<C, S, E> {
    private static final int HISTORIES = 1_000;
    private static final int COMMANDS = 40;

    private UUID stream = new UUID(0, 1);

    /** Names the stream whose life it is; another one for each life that is put into a log with others. */
    protected final UUID stream() {
        return stream;
    }

    /**
     * One life's events, in order.
     *
     * @param named its stream
     */
    public final List<E> life(UUID named, long seed) {
        stream = named;
        Random random = new Random(seed);
        S state = begin();
        List<E> events = new ArrayList<>();
        for (int i = 0; i < COMMANDS; i++) {
            C command = command(random, state);
            try {
                for (E event : decide(command, state)) {
                    state = evolve(state, event);
                    events.add(event);
                }
            } catch (CommandRejected _) {
                // Refused commands leave nothing.
            }
        }
        return events;
    }

    /** What is remembered before the first event. */
    protected abstract S begin();

    /** A command that may or may not suit the state; the draws alone decide which. */
    protected abstract C command(Random random, S state);

    protected abstract List<? extends E> decide(C command, S state);

    protected abstract S evolve(S state, E event);

    /** The rules that random commands are to meet, all of them. */
    protected abstract Collection<? extends Rule> rules();

    @Test
    void only_named_rules_refuse_and_saying_it_twice_says_nothing_new() {
        Set<Rule> met = new HashSet<>();
        for (int seed = 0; seed < HISTORIES; seed++) {
            Random random = new Random(seed);
            S state = begin();
            List<E> history = new ArrayList<>();
            for (int i = 0; i < COMMANDS; i++) {
                C command = command(random, state);
                List<? extends E> events;
                try {
                    events = decide(command, state);
                } catch (CommandRejected refusal) {
                    met.add(refusal.rule());
                    continue;
                }
                for (E event : events) {
                    state = evolve(state, event);
                    history.add(event);
                }
                assertThat(decide(command, state))
                        .as("seed %d, %s said twice", seed, command)
                        .isEmpty();
            }
            S again = begin();
            for (E event : history) {
                again = evolve(again, event);
            }
            assertThat(again).as("seed %d, folded again", seed).isEqualTo(state);
        }
        assertThat(met).containsAll(rules());
    }
}
