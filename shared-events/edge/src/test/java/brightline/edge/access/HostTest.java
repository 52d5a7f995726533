package brightline.edge.access;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import brightline.edge.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostTest {
    private final SampleApp app = SampleApp.running();

    private static String answer(int port, String request) {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first line of the answer, without waiting for what comes after it. */
    private static String firstLine(int port, String request) {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1)).readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String asked(String host) {
        return asked(SampleApp.port(app.context), host);
    }

    private static String asked(int port, String host) {
        return answer(port, "GET /entry HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
    }

    private static String status(String answer) {
        return answer.substring("HTTP/1.1 ".length(), "HTTP/1.1 200".length());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "LOCALHOST",
                "localhost.",
                "localhost:8080",
                "127.0.0.1",
                "127.0.0.1:1",
                "[::1]",
                "[::1]:80"
            })
    void of_this_machine_is_ours_and_no_redirect_repeats_it(String host) {
        assertThat(asked(host)).startsWith("HTTP/1.1 302").contains("\r\nLocation: /sign-in\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "localhost.evil.example", "xlocalhost", "192.0.2.7", "[2001:db8::1]"})
    void that_is_not_ours_is_misdirected(String host) {
        assertThat(asked(host))
                .startsWith("HTTP/1.1 421")
                .contains("urn:brightline:problem:misdirected-request", "application/problem+json")
                .doesNotContain("Location", "evil", "Set-Cookie");
    }

    @Test
    void missing_twice_or_other_than_the_target_is_refused() {
        int port = SampleApp.port(app.context);
        String end = "Connection: close\r\n\r\n";
        assertThat(List.of(
                        status(answer(port, "GET /entry HTTP/1.0\r\n\r\n")),
                        status(answer(port, "GET /entry HTTP/1.1\r\n" + end)),
                        status(answer(port, "GET /entry HTTP/1.1\r\nHost:\r\n" + end)),
                        status(answer(port, "GET /entry HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n" + end)),
                        status(answer(port, "GET http://evil.example/entry HTTP/1.1\r\nHost: localhost\r\n" + end)),
                        status(answer(port, "GET http://evil.example/entry HTTP/1.1\r\nHost: evil.example\r\n" + end))))
                .allMatch(status -> status.equals("421") || status.equals("400"));
    }

    @Test
    void that_is_not_ours_is_answered_before_a_body_arrives() {
        assertThat(firstLine(
                        SampleApp.port(app.context),
                        "POST /sign-in HTTP/1.1\r\nHost: evil.example\r\nContent-Length: 1000\r\nConnection: close\r\n"
                                + "Content-Type: application/x-www-form-urlencoded\r\n\r\n"))
                .startsWith("HTTP/1.1 421");
    }

    @Test
    void is_no_longer_repeated_after_sign_in() {
        Client browser = app.forgetful().client();
        browser.get("/entry?school=MAR");
        assertThat(browser.signIn(app.account(AccountRole.SRO)).headers().firstValue("Location"))
                .hasValue("/entry?school=MAR");
    }

    @Test
    void that_was_configured_is_ours_and_the_machines_own_stay() {
        try (var context = SampleApp.start(
                TestDatabase.fresh(),
                SampleApp.Application.class,
                "brightline.hosts=Brightline.Example.org,records.example.org")) {
            int port = SampleApp.port(context);
            assertThat(List.of(
                            asked(port, "brightline.example.org"),
                            asked(port, "records.example.org:443"),
                            asked(port, "127.0.0.1")))
                    .allMatch(answer -> answer.startsWith("HTTP/1.1 302"));
            assertThat(asked(port, "other.example.org")).startsWith("HTTP/1.1 421");
        }
    }

    @Test
    void is_any_address_or_this_machines_name_under_tls_where_none_is_configured() throws UnknownHostException {
        var names = new HostNames(List.of(), true);
        assertThat(names.include("192.0.2.7", "10.0.0.5")).isTrue();
        assertThat(names.include("[2001:db8::1]", "10.0.0.5")).isTrue();
        assertThat(names.include(InetAddress.getLocalHost().getHostName(), "10.0.0.5"))
                .isTrue();
        assertThat(names.include("evil.example", "10.0.0.5")).isFalse();
        assertThat(new HostNames(List.of("brightline.example.org"), true).include("192.0.2.7", "10.0.0.5"))
                .isFalse();
    }

    @Test
    void that_is_the_address_a_probe_came_to_is_ours() {
        var names = new HostNames(List.of("brightline.example.org"), false);
        assertThat(names.include("10.0.0.5", "10.0.0.5")).isTrue();
        assertThat(names.include("[fe80::1]", "fe80:0:0:0:0:0:0:1%eth0")).isTrue();
        assertThat(names.include("10.0.0.6", "10.0.0.5")).isFalse();
    }
}
