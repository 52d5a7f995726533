package brightline.query.asking;

import brightline.edge.door.AtOnce;
import brightline.edge.problem.ProblemException;
import brightline.edge.problem.ProblemWriter;
import brightline.edge.store.IndexFence;
import brightline.query.figures.FigureEngine;
import brightline.query.projection.AwaitedPositions;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a request with {@code atLeastIndex} wait until the read models hold the event, with neither a worker nor a database connection.
 * Who answers only looks. What cannot be read as an index is left to who answers; the body, where there is one, is not read for it.
 */
final class AwaitedIndex extends OncePerRequestFilter implements MeterBinder {
    private static final Pattern INDEX = Pattern.compile("(?:^|&)atLeastIndex=([0-9]{1,19})(?=&|$)");
    private static final String EVERYBODY = "everybody";

    private final IndexFence fence;
    private final AwaitedPositions positions;
    private final BudgetProperties budgets;
    private final AtOnce ofAccount;
    private final AtOnce inAll;
    private @Nullable Counter refused;

    AwaitedIndex(IndexFence fence, AwaitedPositions positions, BudgetProperties budgets) {
        this.fence = fence;
        this.positions = positions;
        this.budgets = budgets;
        this.ofAccount = new AtOnce(budgets.awaiting(), AskingProblems::tooManyWaiting);
        this.inAll = new AtOnce(budgets.awaitingInAll(), AskingProblems::tooManyWaiting);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String account = request.getRemoteUser();
        OptionalLong index = account == null ? OptionalLong.empty() : index(request.getQueryString());
        if (account != null && index.isPresent()) {
            await(account, index.getAsLong(), ProblemWriter.isForMachine(request));
        }
        chain.doFilter(request, response);
    }

    private void await(String account, long index, boolean machine) throws ServletException, IOException {
        if (index > head() + budgets.beyondHead()) {
            throw new ProblemException(FigureEngine.notYet());
        }
        if (positions.held() >= index) {
            return;
        }
        Duration atMost = machine ? budgets.awaitedAtMost() : budgets.pageAwaitedAtMost();
        try {
            ofAccount.run(account, () -> inAll.run(EVERYBODY, () -> positions.await(index, atMost)));
        } catch (ProblemException tooMany) {
            if (refused != null) {
                refused.increment();
            }
            throw tooMany;
        }
        // No read model can hold it, and a worker would only find that out; a page shows what there is.
        if (machine && head() < index) {
            throw new ProblemException(FigureEngine.notYet());
        }
    }

    /** Index of the newest event seen here, final or not. */
    private long head() {
        return fence.lastSeen() + fence.lag().indexes();
    }

    private static OptionalLong index(@Nullable String query) {
        Matcher given = INDEX.matcher(query == null ? "" : query);
        try {
            return given.find() ? OptionalLong.of(Long.parseLong(given.group(1))) : OptionalLong.empty();
        } catch (NumberFormatException _) {
            return OptionalLong.empty();
        }
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("questions.awaiting", positions, AwaitedPositions::waiting)
                .description("Requests that wait for read models to hold an event")
                .register(registry);
        refused = Counter.builder("questions.refused")
                .tag("for", "index")
                .description("Requests refused because too many waited for an event already")
                .register(registry);
    }
}
