package brightline.edge.door;

import brightline.edge.problem.Problem;
import brightline.edge.problem.ProblemException;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** How many of each key are under way at once; what is more is refused. */
public final class AtOnce {
    private final ConcurrentHashMap<String, Integer> underWay = new ConcurrentHashMap<>();
    private final int most;
    private final Supplier<Problem> refusal;

    /** @param refusal made for each one that is refused */
    public AtOnce(int most, Supplier<Problem> refusal) {
        this.most = most;
        this.refusal = refusal;
    }

    /** @throws ProblemException when as many as may be are under way for the key */
    public void run(String key, Share.Work work) throws IOException, ServletException {
        if (underWay.merge(key, 1, Integer::sum) > most) {
            ended(key);
            throw new ProblemException(refusal.get());
        }
        try {
            work.run();
        } finally {
            ended(key);
        }
    }

    private void ended(String key) {
        underWay.computeIfPresent(key, (_, count) -> count == 1 ? null : count - 1);
    }
}
