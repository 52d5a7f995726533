package brightline.query.pages;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Serves every sample page for looking at: {@code java brightline.query.pages.PagesPreview [port]}, run in the module's
 * folder. The content security policy is the application's, so that what breaks there breaks here.
 */
final class PagesPreview {

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private PagesPreview() {}

    public static void main(String[] arguments) throws IOException {
        int port = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 8099;
        HttpServer server = HttpServer.create(new InetSocketAddress("localhost", port), 0);
        server.createContext("/", PagesPreview::answer);
        server.start();
        System.out.println("http://localhost:" + port + "/entry");
    }

    private static void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path.startsWith("/assets/")) {
            Path file = Path.of("target/classes/static").resolve(path.substring(1));
            send(
                    exchange,
                    Files.exists(file) ? 200 : 404,
                    type(path),
                    Files.exists(file) ? Files.readAllBytes(file) : new byte[0]);
            return;
        }
        String name = path.equals("/") ? "start" : path.substring(1);
        Map<String, Object> model = Samples.pages().get(name);
        if (model == null) {
            send(exchange, 404, "text/plain", "no such sample".getBytes(StandardCharsets.UTF_8));
            return;
        }
        exchange.getResponseHeaders().add("Content-Security-Policy", POLICY);
        String html = Rendering.of(PagesTest.template(name), model);
        send(exchange, 200, "text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    private static String type(String path) {
        return switch (path.substring(path.lastIndexOf('.') + 1)) {
            case "css" -> "text/css";
            case "js" -> "text/javascript";
            case "svg" -> "image/svg+xml";
            case "woff2" -> "font/woff2";
            default -> "application/octet-stream";
        };
    }
}
