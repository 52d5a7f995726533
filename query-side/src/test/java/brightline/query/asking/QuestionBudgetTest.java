package brightline.query.asking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import brightline.edge.problem.ProblemException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Two questions of an account at once and three that wait, each held until the test lets it go. */
class QuestionBudgetTest {
    private static final BudgetProperties BUDGETS = new BudgetProperties(
            2, 3, Duration.ofMinutes(1), 16, 256, Duration.ofSeconds(2), Duration.ofSeconds(10), 1_000);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final QuestionBudget budget = new QuestionBudget(BUDGETS);
    private final AtomicInteger underWay = new AtomicInteger();
    private final CountDownLatch letGo = new CountDownLatch(1);
    private final ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor();

    @BeforeEach
    void bind() {
        budget.bindTo(meters);
    }

    @AfterEach
    void end() {
        letGo.countDown();
        askers.close();
    }

    @Test
    void two_are_answered_and_three_wait_and_the_sixth_is_told_to_ask_later() throws Exception {
        List<CompletableFuture<Integer>> asked = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            asked.add(ask("analyst", "/api/queries/lateness"));
        }
        await().atMost(Duration.ofSeconds(60))
                .until(() -> underWay.get() == 2
                        && meters.get("questions.waiting").gauge().value() == 3);

        assertThatThrownBy(() -> ask("analyst", "/dashboard").get())
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOfSatisfying(ProblemException.class, refused -> {
                    assertThat(refused.problem().status()).isEqualTo(429);
                    assertThat(refused.problem().code()).isEqualTo("too-many-questions");
                    assertThat(refused.problem().retryAfter()).isNotNull();
                });
        assertThat(meters.get("questions.refused").counter().count()).isEqualTo(1);
        assertThat(underWay.get()).isEqualTo(2);

        letGo.countDown();
        for (CompletableFuture<Integer> one : asked) {
            assertThat(one.get()).isEqualTo(200);
        }
    }

    @Test
    void another_account_has_a_budget_of_its_own() {
        for (int i = 0; i < 5; i++) {
            ask("analyst", "/dashboard");
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> underWay.get() == 2);
        ask("supervisor", "/dashboard");
        await().atMost(Duration.ofSeconds(60)).until(() -> underWay.get() == 3);
    }

    @Test
    void what_records_or_is_open_to_all_is_no_question() {
        for (String path :
                List.of("/api/commands/incidents", "/entry", "/assets/a.css", "/actuator/health/readiness")) {
            for (int i = 0; i < 6; i++) {
                ask("sro", path);
            }
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> underWay.get() == 24);
    }

    @Test
    void who_has_waited_too_long_is_told_so_and_leaves_the_line() throws Exception {
        var hasty = new Turns(1, 1, Duration.ofMillis(1));
        assertThat(hasty.enter("analyst")).isTrue();
        assertThat(hasty.enter("analyst")).isFalse();
        assertThat(hasty.waitingNow()).isZero();
        hasty.leave("analyst");
        assertThat(hasty.enter("analyst")).isTrue();
    }

    private CompletableFuture<Integer> ask(String account, String path) {
        return CompletableFuture.supplyAsync(
                () -> {
                    var request = new MockHttpServletRequest("GET", path);
                    request.setRemoteUser(account);
                    var response = new MockHttpServletResponse();
                    try {
                        budget.doFilter(request, response, (_, _) -> {
                            underWay.incrementAndGet();
                            try {
                                letGo.await();
                            } catch (InterruptedException e) {
                                throw new IllegalStateException(e);
                            }
                        });
                    } catch (java.io.IOException | jakarta.servlet.ServletException e) {
                        throw new IllegalStateException(e);
                    }
                    return response.getStatus();
                },
                askers);
    }
}
