package brightline.edge.access;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** A client with cookies of its own that follows no redirect, and may carry an Authorization header. */
final class Client {
    private final URI root;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http;
    private @Nullable String authorization;

    Client(int port) {
        this.root = URI.create("http://localhost:" + port);
        this.http = HttpClient.newBuilder().cookieHandler(cookies).build();
    }

    /** @param source the address it comes from, one of this machine's own */
    Client(int port, String source) {
        this.root = URI.create("http://127.0.0.1:" + port);
        this.http = HttpClient.newBuilder()
                .cookieHandler(cookies)
                .localAddress(InetAddress.ofLiteral(source))
                .build();
    }

    Client basic(NewAccount account) {
        return basic(account.account().username(), account.firstPassword());
    }

    Client basic(String username, String password) {
        String pair = username + ":" + password;
        return authorized("Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }

    Client token(String token) {
        return authorized("Bearer " + token);
    }

    Client authorized(String header) {
        authorization = header;
        return this;
    }

    HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(root.resolve(path));
        return authorization == null ? request : request.header("Authorization", authorization);
    }

    HttpResponse<String> get(String path) {
        return send(request(path));
    }

    HttpResponse<String> post(String path, String body, String... headers) {
        return post(path, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    HttpResponse<String> post(String path, byte[] body, String... headers) {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "0123456789abcdef")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    HttpResponse<String> form(String path, String fields) {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(fields)));
    }

    /** Signs in by the form, as a browser does. */
    HttpResponse<String> signIn(String username, String password) {
        String csrf = csrf("/sign-in");
        return form(
                "/sign-in",
                "username=" + encoded(username) + "&password=" + encoded(password) + "&_csrf=" + encoded(csrf));
    }

    HttpResponse<String> signIn(NewAccount account) {
        return signIn(account.account().username(), account.firstPassword());
    }

    /** Sets a cookie, as a page of another program on this machine could. */
    void cookie(String name, String value) {
        var cookie = new HttpCookie(name, value);
        cookie.setPath("/");
        cookie.setVersion(0);
        cookies.getCookieStore().add(root, cookie);
    }

    String csrf(String page) {
        return get(page).body().replace("csrf=", "");
    }

    @Nullable
    HttpCookie session() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("brightline"))
                .findFirst()
                .orElse(null);
    }

    String sessionId() {
        HttpCookie session = session();
        if (session == null) {
            throw new AssertionError("No session cookie");
        }
        return session.getValue();
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError("No answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
