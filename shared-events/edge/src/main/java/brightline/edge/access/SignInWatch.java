package brightline.edge.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes down and counts how sign-ins fare. What costs who tries nothing, a made-up token or a try after too many, is written
 * once a minute for each source, so that nobody drowns the log; the meter counts every one.
 */
final class SignInWatch implements MeterBinder {
    private static final Duration QUIET = Duration.ofMinutes(1);
    private static final int MANY_SOURCES = 10_000;
    private static final String WRONG = "wrong";
    private static final String TOKEN = "token";

    private final Sources sources;
    private final Map<String, LongAdder> refusals = Stream.concat(
                    Stream.of(WRONG, TOKEN),
                    Stream.of(Verification.Why.values()).map(why -> why.name().toLowerCase(Locale.ROOT)))
            .collect(Collectors.toUnmodifiableMap(Function.identity(), _ -> new LongAdder()));
    private final Cache<String, Boolean> written = Caffeine.newBuilder()
            .expireAfterWrite(QUIET)
            .maximumSize(MANY_SOURCES)
            .build();

    SignInWatch(Sources sources) {
        this.sources = sources;
    }

    void accepted(SignedIn signedIn) {
        AccessLog.signedIn(signedIn, sources.current());
    }

    void refused(Verification.Refused refused, SignedIn.Means means) {
        count(WRONG);
        AccessLog.refused(refused, means, sources.current());
    }

    void postponed(Verification.Postponed postponed, SignedIn.Means means) {
        String why = postponed.why().name();
        String source = sources.current();
        count(why.toLowerCase(Locale.ROOT));
        if (isNews(why + source)) {
            AccessLog.postponed(postponed, means, source);
        }
    }

    void tokenRefused() {
        String source = sources.current();
        count(TOKEN);
        if (isNews(TOKEN + source)) {
            AccessLog.tokenRefused(source);
        }
    }

    private void count(String reason) {
        LongAdder counter = refusals.get(reason);
        if (counter != null) {
            counter.increment();
        }
    }

    private boolean isNews(String what) {
        return written.asMap().putIfAbsent(what, Boolean.TRUE) == null;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        refusals.forEach((reason, count) -> FunctionCounter.builder("sign.ins.refused", count, LongAdder::sum)
                .description("Sign-ins and tokens that were not let in")
                .tag("reason", reason)
                .register(registry));
    }
}
