package brightline.query.asking;

import brightline.edge.door.Lanes;
import brightline.edge.problem.ProblemException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets few questions of one account be answered at once; the next wait for their turn, and no more than some do. */
final class QuestionBudget extends OncePerRequestFilter implements MeterBinder {
    private final Turns turns;
    private @Nullable Counter refused;

    QuestionBudget(BudgetProperties budgets) {
        this.turns = new Turns(budgets.questions(), budgets.questionsWaiting(), budgets.questionPatience());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String account = request.getRemoteUser();
        if (account == null || !Lanes.isQuestion(request)) {
            chain.doFilter(request, response);
            return;
        }
        if (!turns.enter(account)) {
            if (refused != null) {
                refused.increment();
            }
            throw new ProblemException(AskingProblems.tooManyQuestions());
        }
        try {
            chain.doFilter(request, response);
        } finally {
            turns.leave(account);
        }
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("questions.waiting", turns, Turns::waitingNow)
                .description("Questions that wait until others of their account are answered")
                .register(registry);
        refused = Counter.builder("questions.refused")
                .tag("for", "questions")
                .description("Questions refused because their account had too many under way, or waiting")
                .register(registry);
    }
}
