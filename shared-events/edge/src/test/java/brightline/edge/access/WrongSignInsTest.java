package brightline.edge.access;

import static org.assertj.core.api.Assertions.assertThat;

import brightline.edge.TestDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Sources are addresses of this machine: who comes from 127.0.0.2 is somebody else than who comes from 127.0.0.3. */
@ExtendWith(OutputCaptureExtension.class)
class WrongSignInsTest {
    private final SampleApp app = SampleApp.running().forgetful();

    private NewAccount account() {
        return app.accounts().create("w-" + UUID.randomUUID(), AccountRole.SRO, null, Set.of());
    }

    private static String name(NewAccount account) {
        return account.account().username();
    }

    private static String stranger() {
        return "nobody-" + UUID.randomUUID();
    }

    private HttpResponse<String> wrong(int from, String name) {
        return app.clientFrom(from).signIn(name, "wrong");
    }

    private static String outcome(HttpResponse<String> answer) {
        return answer.statusCode() + " "
                + answer.headers().firstValue("Location").orElse("");
    }

    private static void assertPostponed(HttpResponse<String> answer, Duration atMost) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(429);
        assertThat(answer.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, atMost.toSeconds());
        assertThat(answer.body()).contains("Too many user names and passwords did not match");
    }

    private long counted() {
        return app.jdbc()
                .sql("select count(*) from access.sign_in_failure")
                .query(Long.class)
                .single();
    }

    /** As if this many passwords had been wrong a moment ago: for a name, from somewhere. */
    private void failures(int many, String nameMac, String sourceMac) {
        app.jdbc()
                .sql(
                        "insert into access.sign_in_failure (name_mac, source_mac) select :name, :source from generate_series(1, :many)")
                .param("name", nameMac)
                .param("source", sourceMac)
                .param("many", many)
                .update();
    }

    private Sources sources() {
        return app.context.getBean(Sources.class);
    }

    @Test
    void of_one_name_from_one_source_lock_out_nobody_else() {
        NewAccount account = account();
        for (int i = 0; i < SignInGuard.WRONG_PER_PAIR; i++) {
            assertThat(outcome(wrong(2, name(account)))).isEqualTo("302 /sign-in?error");
        }
        assertPostponed(app.clientFrom(2).signIn(account), Duration.ofMinutes(15));
        assertThat(counted()).as("not looked at, not counted").isEqualTo(SignInGuard.WRONG_PER_PAIR);
        assertThat(outcome(app.clientFrom(3).signIn(account))).isEqualTo("302 /");
        assertThat(outcome(app.clientFrom(2).signIn(account()))).isEqualTo("302 /");
    }

    @Test
    void are_forgotten_after_a_quarter_of_an_hour_of_the_database() {
        NewAccount account = account();
        for (int i = 0; i < SignInGuard.WRONG_PER_PAIR; i++) {
            wrong(2, name(account));
        }
        assertThat(app.jdbc()
                        .sql(
                                "select round(extract(epoch from max(locks_until) - now()) / 60) from access.sign_in_failure")
                        .query(Integer.class)
                        .single())
                .isEqualTo(15);
        app.jdbc().sql("""
                        update access.sign_in_failure
                        set failed_at = failed_at - interval '15 minutes', locks_until = locks_until - interval '15 minutes'""").update();
        for (int i = 0; i < SignInGuard.WRONG_PER_PAIR - 1; i++) {
            assertThat(outcome(wrong(2, name(account)))).isEqualTo("302 /sign-in?error");
        }
        assertThat(outcome(app.clientFrom(2).signIn(account))).isEqualTo("302 /");
    }

    @Test
    void look_alike_whether_or_not_there_is_such_an_account() {
        String there = name(account());
        String not = stranger();
        for (int i = 0; i <= SignInGuard.WRONG_PER_PAIR; i++) {
            HttpResponse<String> known = wrong(2, there);
            HttpResponse<String> unknown = wrong(2, not);
            assertThat(outcome(unknown)).isEqualTo(outcome(known));
            assertThat(unknown.body()).isEqualTo(known.body());
        }
        Client machine = app.clientFrom(2).basic(there, "wrong");
        assertPostponed(machine.get("/api/queries/me"), Duration.ofMinutes(15));
        assertThat(machine.get("/api/queries/me").body())
                .isEqualTo(app.clientFrom(2)
                        .basic(not, "wrong")
                        .get("/api/queries/me")
                        .body());
    }

    @Test
    void for_many_names_bar_their_source_but_not_from_an_account_that_was_signed_in_there() {
        NewAccount regular = account();
        assertThat(outcome(app.clientFrom(2).signIn(regular))).isEqualTo("302 /");
        failures(SignInGuard.WRONG_PER_SOURCE - 1, "of many names", sourceOf(2));
        assertThat(outcome(wrong(2, stranger()))).isEqualTo("302 /sign-in?error");
        assertPostponed(wrong(2, stranger()), Duration.ofMinutes(15));
        assertPostponed(app.clientFrom(2).signIn(account()), Duration.ofMinutes(15));
        assertThat(counted()).isEqualTo(SignInGuard.WRONG_PER_SOURCE);

        assertThat(outcome(app.clientFrom(2).signIn(regular))).isEqualTo("302 /");
        assertPostponed(wrong(2, name(regular)), Duration.ofMinutes(15));
        assertThat(outcome(app.clientFrom(3).signIn(account()))).isEqualTo("302 /");
        app.jdbc()
                .sql("update access.sign_in_place set signed_in_at = signed_in_at - interval '30 days'")
                .update();
        assertPostponed(app.clientFrom(2).signIn(regular), Duration.ofMinutes(15));
    }

    @Test
    void for_one_name_from_everywhere_slow_down_strangers_and_not_its_owner() {
        NewAccount owner = account();
        assertThat(outcome(app.clientFrom(2).signIn(owner))).isEqualTo("302 /");
        for (String name : List.of(name(owner), stranger())) {
            for (int source = 0; source < SignInGuard.WRONG_PER_NAME; source++) {
                failures(1, sources().ofName(name), "source " + source);
            }
            assertPostponed(wrong(3, name), Duration.ofHours(1));
        }
        assertPostponed(app.clientFrom(3).signIn(owner), Duration.ofHours(1));
        assertThat(outcome(app.clientFrom(2).signIn(owner))).isEqualTo("302 /");

        NewAccount reset = new NewAccount(
                owner.account(), app.accounts().resetPassword(owner.account().id()));
        assertThat(outcome(app.clientFrom(3).signIn(reset)))
                .as("a new password starts anew")
                .isEqualTo("302 /");
    }

    @Test
    void in_parallel_are_no_more_than_one_after_the_other() throws Exception {
        NewAccount account = account();
        int left = 3;
        failures(SignInGuard.WRONG_PER_NAME - left, sources().ofName(name(account)), "elsewhere");
        int many = 16;
        var together = new CyclicBarrier(many);
        List<Future<Verification>> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < many; i++) {
                int source = i;
                answers.add(threads.submit(() -> {
                    RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request(100 + source)));
                    together.await();
                    return app.accounts().verify(name(account), "wrong");
                }));
            }
        }
        assertThat(answers.stream().map(Future::resultNow))
                .filteredOn(answer -> !(answer instanceof Verification.Postponed))
                .hasSize(left);
        assertThat(counted()).isEqualTo(SignInGuard.WRONG_PER_NAME);
    }

    @Test
    void of_a_crowd_keep_out_strangers_and_not_who_was_signed_in_there() throws Exception {
        NewAccount regular = account();
        NewAccount newcomer = account();
        assertThat(outcome(app.clientFrom(2).signIn(regular))).isEqualTo("302 /");
        Passwords passwords = app.context.getBean(Passwords.class);
        var held = new CountDownLatch(1);
        int queue = Passwords.WAITING
                - Math.clamp(Runtime.getRuntime().availableProcessors() / 2, 1, Passwords.MOST_AT_ONCE);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < Passwords.WAITING; i++) {
                threads.submit(() -> passwords.onItsThread(
                        Passwords.Who.STRANGER, Patience.of(Duration.ofMinutes(1)), () -> await(held)));
            }
            while (passwords.waiting() < queue) {
                Thread.sleep(1);
            }
            assertThat(outcome(app.clientFrom(3).signIn(newcomer))).isNotEqualTo("302 /");
            Future<String> known =
                    threads.submit(() -> outcome(app.clientFrom(2).signIn(regular)));
            while (passwords.waiting() <= queue && !known.isDone()) {
                Thread.sleep(1);
            }
            held.countDown();
            assertThat(known.get()).isEqualTo("302 /");
        } finally {
            held.countDown();
        }
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void count_once_a_try() {
        NewAccount account = account();
        wrong(2, name(account));
        assertThat(counted()).isEqualTo(1);
        app.clientFrom(2).basic(name(account), "wrong").get("/api/queries/me");
        assertThat(counted()).isEqualTo(2);
        app.clientFrom(2).signIn(account);
        assertThat(counted()).as("it was the owner").isZero();
    }

    @Test
    void are_not_forgiven_by_a_restart() {
        TestDatabase database = TestDatabase.fresh();
        var keys = SampleApp.keys();
        NewAccount account;
        try (var first = SampleApp.start(database, keys, SampleApp.Application.class)) {
            account = first.getBean(Accounts.class).create("sro", AccountRole.SRO, null, Set.of());
            for (int i = 0; i < SignInGuard.WRONG_PER_PAIR; i++) {
                new Client(SampleApp.port(first), "127.0.0.2").signIn("sro", "wrong");
            }
        }
        try (var second = SampleApp.start(database, keys, SampleApp.Application.class)) {
            assertPostponed(new Client(SampleApp.port(second), "127.0.0.2").signIn(account), Duration.ofMinutes(15));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0b", "\u0000", "a\nb", "ädele", "Ａ", "a b", "'; drop table account; --"})
    void for_what_no_account_can_be_called_are_like_any_other(String name) {
        assertThat(outcome(wrong(2, name))).isEqualTo("302 /sign-in?error");
        assertThat(app.clientFrom(2).basic(name, "wrong").get("/api/queries/me").statusCode())
                .isEqualTo(401);
        assertThat(counted()).isEqualTo(2);
    }

    @Test
    void for_a_name_too_long_are_like_any_other() {
        assertThat(outcome(wrong(2, "a".repeat(65)))).isEqualTo("302 /sign-in?error");
        assertThat(outcome(wrong(2, "a".repeat(5_000)))).isEqualTo("302 /sign-in?error");
    }

    @Test
    void are_told_to_the_owner_once_at_the_next_sign_in() {
        NewAccount account = account();
        assertThat(told(2, account)).isEqualTo("nothing");
        wrong(2, name(account));
        assertThat(told(2, account)).isEqualTo("1 here");
        wrong(2, name(account));
        wrong(3, name(account));
        app.clientFrom(2).basic(account).get("/api/queries/me");
        assertThat(told(2, account)).as("a program tells nobody").isEqualTo("2 elsewhere");
        assertThat(told(2, account)).isEqualTo("nothing");
    }

    private String told(int from, NewAccount account) {
        Client browser = app.clientFrom(from);
        browser.signIn(account);
        String first = browser.get("/told").body();
        assertThat(browser.get("/told").body()).as("once").isEqualTo("nothing");
        return first;
    }

    @Test
    void are_kept_and_logged_without_address_or_name(CapturedOutput log) {
        NewAccount account = account();
        String stranger = stranger();
        wrong(2, name(account));
        wrong(2, stranger);
        app.clientFrom(2).token("bl_" + "A".repeat(43)).get("/api/queries/me");
        String source = sourceOf(2);
        assertThat(log.getAll())
                .contains(
                        "account=" + account.account().id() + " reason=WRONG_PASSWORD means=SESSION source="
                                + source.substring(0, 12),
                        "account=none reason=UNKNOWN means=SESSION source=" + source.substring(0, 12),
                        "means=TOKEN source=" + source.substring(0, 12))
                .doesNotContain("127.0.0.2", stranger, name(account), source);
        assertThat(app.jdbc()
                        .sql(
                                "select name_mac from access.sign_in_failure union select source_mac from access.sign_in_failure")
                        .query(String.class)
                        .list())
                .contains(source)
                .allMatch(mac -> mac.matches("[0-9a-f]{64}"));
    }

    @Test
    void after_too_many_do_not_fill_the_log_and_are_all_counted(CapturedOutput log) {
        failures(SignInGuard.WRONG_PER_SOURCE, "of many names", sourceOf(4));
        double before = postponed();
        for (int i = 0; i < 10; i++) {
            wrong(4, stranger());
        }
        assertThat(postponed() - before).isEqualTo(10);
        assertThat(log.getAll().lines().filter(line -> line.contains("sign-in.postponed reason=SOURCE")))
                .hasSizeLessThanOrEqualTo(1);
    }

    private double postponed() {
        return app.context
                .getBean(MeterRegistry.class)
                .get("sign.ins.refused")
                .tag("reason", "source")
                .functionCounter()
                .count();
    }

    @Test
    void that_no_longer_count_are_removed() {
        JdbcClient jdbc = app.jdbc();
        app.clientFrom(2).signIn(account());
        failures(3, "name", "source");
        jdbc.sql("update access.sign_in_failure set failed_at = failed_at - interval '61 minutes'")
                .update();
        jdbc.sql("update access.sign_in_place set signed_in_at = signed_in_at - interval '31 days'")
                .update();
        failures(1, "name", "source");
        app.context.getBean(SignInGuard.class).sweep();
        assertThat(counted()).isEqualTo(1);
        assertThat(jdbc.sql("select count(*) from access.sign_in_place")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void of_programs_are_429_with_what_to_do() {
        failures(SignInGuard.WRONG_PER_SOURCE, "of many names", sourceOf(2));
        HttpResponse<String> answer = app.clientFrom(2).basic("a", "b").get("/api/queries/me");
        assertPostponed(answer, Duration.ofMinutes(15));
        assertThat(answer.body()).contains("urn:brightline:problem:sign-in-postponed", "\"action\"");
    }

    private String sourceOf(int last) {
        return sources().of(request(last));
    }

    private static MockHttpServletRequest request(int last) {
        var request = new MockHttpServletRequest();
        request.setRemoteAddr("127.0.0." + last);
        return request;
    }
}
