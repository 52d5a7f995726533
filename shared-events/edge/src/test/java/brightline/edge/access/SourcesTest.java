package brightline.edge.access;

import static org.assertj.core.api.Assertions.assertThat;

import brightline.edge.keys.KeyedMac;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class SourcesTest {
    private final Sources sources = new Sources(new KeyedMac(SampleApp.keys().resolve("key")));

    private String of(String address) {
        var request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        request.addHeader("X-Forwarded-For", "203.0.113.9");
        request.addHeader("Forwarded", "for=203.0.113.9");
        return sources.of(request);
    }

    @Test
    void are_addresses_and_the_networks_of_ipv6() {
        assertThat(of("192.0.2.1")).isEqualTo(of("192.0.2.1")).isNotEqualTo(of("192.0.2.2"));
        assertThat(of("2001:db8:1:2::3")).isEqualTo(of("2001:db8:1:2:ffff::4")).isNotEqualTo(of("2001:db8:1:3::3"));
    }

    @Test
    void are_named_only_to_who_has_the_key() {
        var other = new Sources(new KeyedMac(SampleApp.keys().resolve("key")));
        var request = new MockHttpServletRequest();
        request.setRemoteAddr("192.0.2.1");
        assertThat(other.of(request)).isNotEqualTo(of("192.0.2.1"));
    }
}
