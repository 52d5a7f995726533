package brightline.command.follow;

import java.util.Set;

/**
 * Acts on what was recorded, by commands of its own. It is shown a stream whenever one of its events came, and again after a
 * restart that came too early: what it does twice says nothing new.
 */
public interface Follower {
    /** Names the place up to which it has read the log, which is kept, measured and logged as a desk's; never changes. */
    String name();

    /** Events after which it wants to look at the stream. */
    Set<Class<?>> events();

    /**
     * Looks at the stream as it stands now. What a rule refuses stops nothing else: {@link FollowerCommands}.
     *
     * @throws RuntimeException if it cannot go on: it is shown the stream again, for as long as it takes
     */
    void look(RecordedStream stream);
}
