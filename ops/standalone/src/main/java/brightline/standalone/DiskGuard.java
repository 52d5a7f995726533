package brightline.standalone;

import brightline.edge.problem.Problem;
import brightline.edge.problem.ProblemException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Takes no more commands when the disk of the data directory is nearly full: a database that cannot write its log stops, and with
 * it all reading. Below 5 percent, but never above a gigabyte nor below 64 megabytes.
 */
final class DiskGuard implements HandlerInterceptor, WebMvcConfigurer, MeterBinder {
    private static final long LEAST = 64L << 20;
    private static final long MOST = 1L << 30;
    private static final int PART = 20;
    private static final Duration TRY_AGAIN = Duration.ofSeconds(30);

    /** Asked as a file: a look for the store it lies in reads through all mounts each time. */
    private final File disk;

    DiskGuard(@Value("${brightline.data}") Path data) {
        this.disk = data.toFile();
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/commands/**");
    }

    /** @throws ProblemException 503 {@code disk-nearly-full} */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!request.getMethod().equals(HttpMethod.GET.name()) && usable() < needed()) {
            throw new ProblemException(
                    Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "disk-nearly-full", "The disk is nearly full")
                            .withAction(
                                    "Nothing was recorded. Send it again with the same key when the operator has made room.")
                            .withRetryAfter(TRY_AGAIN));
        }
        return true;
    }

    private long needed() {
        return Math.clamp(disk.getTotalSpace() / PART, LEAST, MOST);
    }

    /** In bytes; 0 when it cannot be told. */
    private long usable() {
        return disk.getUsableSpace();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("data.disk.usable", this, DiskGuard::usable)
                .baseUnit("bytes")
                .description("Room left on the disk of the data directory")
                .register(registry);
        Gauge.builder("data.disk.needed", this, DiskGuard::needed)
                .baseUnit("bytes")
                .description("Below this no commands are taken")
                .register(registry);
    }
}
