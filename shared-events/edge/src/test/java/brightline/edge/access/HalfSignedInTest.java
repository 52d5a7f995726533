package brightline.edge.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class HalfSignedInTest {
    private final AtomicLong nanos = new AtomicLong();
    private final HalfSignedIn halves = new HalfSignedIn(OwnCookie.of("-half", true), nanos::get);
    private final Account account = new Account(
            UUID.randomUUID(), "officer", AccountRole.SRO, null, Set.of(), null, true, false, true, false, false, 1);

    private MockHttpServletRequest begun(Cookie... before) {
        var request = new MockHttpServletRequest();
        request.setCookies(before);
        var response = new MockHttpServletResponse();
        halves.begin(request, response, account);
        var next = new MockHttpServletRequest();
        next.setCookies(Objects.requireNonNull(response.getCookie("__Host-brightline-half")));
        return next;
    }

    @Test
    void is_over_after_five_minutes() {
        MockHttpServletRequest request = begun();
        nanos.addAndGet(Duration.ofMinutes(5).minusSeconds(1).toNanos());
        assertThat(halves.isBegun(request)).isTrue();
        nanos.addAndGet(Duration.ofSeconds(2).toNanos());
        assertThat(halves.isBegun(request)).isFalse();
    }

    @Test
    void ends_what_the_browser_had_begun_before() {
        MockHttpServletRequest first = begun();
        MockHttpServletRequest second = begun(Objects.requireNonNull(first.getCookies()));
        assertThat(halves.isBegun(first)).isFalse();
        assertThat(halves.isBegun(second)).isTrue();
        halves.end(second, new MockHttpServletResponse());
        assertThat(halves.isBegun(second)).isFalse();
    }
}
