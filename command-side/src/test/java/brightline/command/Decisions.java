package brightline.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import brightline.command.submission.CommandRejected;
import brightline.command.submission.Rule;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Given, when, then for a decider: {@code stream.given(events).when(command).then(events)}.
 *
 * @param <C> the stream's commands
 * @param <S> what its decisions remember
 * @param <E> its events
 * @param begin what is remembered before the first event
 */
public record Decisions<C, S, E>(
        S begin, BiFunction<C, S, ? extends List<? extends E>> decide, BiFunction<S, E, S> evolve) {
    /** The stream as those events left it. */
    @SafeVarargs
    public final Given<C, S, E> given(E... events) {
        return new Given<>(this, after(begin, Arrays.asList(events)));
    }

    /** Nothing has happened to it. */
    public Given<C, S, E> givenNothing() {
        return new Given<>(this, begin);
    }

    private S after(S state, List<? extends E> events) {
        S after = state;
        for (E event : events) {
            after = evolve.apply(after, event);
        }
        return after;
    }

    /** A stream that waits for a command. */
    public record Given<C, S, E>(Decisions<C, S, E> decisions, S state) {
        public When<C, S, E> when(C command) {
            return new When<>(this, command);
        }
    }

    /** A command that waits for its answer. */
    public record When<C, S, E>(Given<C, S, E> given, C command) {
        /** These events follow, and none when the command is said a second time. */
        @SafeVarargs
        public final void then(E... events) {
            Decisions<C, S, E> decisions = given.decisions();
            List<? extends E> decided = decisions.decide().apply(command, given.state());
            assertThat(decided).isEqualTo(Arrays.asList(events));
            assertThat(decisions.decide().apply(command, decisions.after(given.state(), decided)))
                    .as("the same command again")
                    .isEqualTo(List.of());
        }

        /** These events follow however often it is said: who sends it has found the difference. */
        @SafeVarargs
        public final void thenEachTime(E... events) {
            assertThat(given.decisions().decide().apply(command, given.state())).isEqualTo(Arrays.asList(events));
        }

        /** It is so already. */
        public void thenNothing() {
            assertThat(given.decisions().decide().apply(command, given.state())).isEqualTo(List.of());
        }

        public void thenRefused(Rule rule) {
            Throwable refusal = catchThrowable(() -> given.decisions().decide().apply(command, given.state()));
            assertThat(refusal)
                    .isInstanceOfSatisfying(
                            CommandRejected.class,
                            rejected -> assertThat(rejected.rule()).isEqualTo(rule));
        }
    }
}
