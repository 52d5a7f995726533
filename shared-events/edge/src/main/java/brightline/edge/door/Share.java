package brightline.edge.door;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadFactory;
import java.util.function.Supplier;

/** Whose workers and database connections a piece of work uses. One that is used up leaves the others as they are. */
public enum Share {
    /** Commands, and all that goes on by itself but projections: desks, clocks, files. */
    RECORDING,
    /** Projections and their replays. */
    PROJECTING,
    /** Figures, lists and pages. */
    QUESTIONS,
    /** Who it is that asks, and what is shown before anybody signs in. */
    DOOR;

    private static final ScopedValue<Share> CURRENT = ScopedValue.newInstance();

    /** A piece of work in a request. */
    @FunctionalInterface
    public interface Work {
        void run() throws IOException, ServletException;
    }

    /** The share that this thread works for; {@link #RECORDING} where nobody said. */
    public static Share current() {
        return CURRENT.orElse(RECORDING);
    }

    /** Does a piece of a request for this share. */
    void serve(Work work) throws IOException, ServletException {
        unwrapped(() -> ScopedValue.where(CURRENT, this).call(() -> {
            work.run();
            return null;
        }));
    }

    /** Threads that do one piece of work each for this share. */
    public ThreadFactory threads(String name) {
        return work -> Thread.ofPlatform().daemon().name(name).unstarted(() -> run(work));
    }

    /** Does a piece of work for this share. */
    public void run(Runnable work) {
        ScopedValue.where(CURRENT, this).run(work);
    }

    /** What comes of a piece of work for this share. */
    public <T> T get(Supplier<T> work) {
        return ScopedValue.where(CURRENT, this).call(work::get);
    }

    /** Calls, with what a request may throw thrown as itself. */
    static void unwrapped(Callable<?> call) throws IOException, ServletException {
        try {
            call.call();
        } catch (IOException | ServletException | RuntimeException thrown) {
            throw thrown;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** As in meters and thread names. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
