package brightline.benchmark;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One client's HTTP/1.1 connection, kept alive until the server says it closes. As lean as a client can be, since it shares the
 * processors with what it measures. For one thread.
 */
public final class KeptConnection implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 60_000;

    private final URI url;
    private final String head;
    private @Nullable Socket socket;
    private @Nullable InputStream in;
    private @Nullable OutputStream out;

    /** @param token API token of the sender */
    public KeptConnection(URI url, String path, String token) {
        this.url = url;
        this.head =
                "POST %s HTTP/1.1\r\nHost: %s:%d\r\nAuthorization: Bearer %s\r\nAccept: application/json\r\nContent-Type: application/json\r\n"
                        .formatted(path, url.getHost(), url.getPort(), token);
    }

    /** Status and body. */
    public record Reply(int status, String body) {}

    /** @throws IOException when the connection breaks before the whole answer is here: whether it was accepted is then not known */
    public Reply post(String key, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        byte[] start = (head + "Idempotency-Key: " + key + "\r\nContent-Length: " + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] request = new byte[start.length + body.length];
        System.arraycopy(start, 0, request, 0, start.length);
        System.arraycopy(body, 0, request, start.length, body.length);
        InputStream answers = in;
        OutputStream requests = out;
        if (answers == null || requests == null) {
            Socket opened = new Socket(url.getHost(), url.getPort());
            opened.setTcpNoDelay(true);
            opened.setSoTimeout(PATIENCE_MILLIS);
            socket = opened;
            answers = new BufferedInputStream(opened.getInputStream());
            requests = opened.getOutputStream();
            in = answers;
            out = requests;
        }
        try {
            requests.write(request);
            return read(answers);
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private Reply read(InputStream answers) throws IOException {
        String first = line(answers);
        int status = Integer.parseInt(first.split(" ", 3)[1]);
        int length = 0;
        boolean chunked = false;
        boolean closes = false;
        for (String line = line(answers); !line.isEmpty(); line = line(answers)) {
            int colon = line.indexOf(':');
            String value = line.substring(colon + 1).strip();
            switch (line.substring(0, colon).toLowerCase(Locale.ROOT)) {
                case "content-length" -> length = Integer.parseInt(value);
                case "transfer-encoding" -> chunked = value.equalsIgnoreCase("chunked");
                case "connection" -> closes = value.equalsIgnoreCase("close");
                default -> {}
            }
        }
        String body = chunked ? chunks(answers) : text(answers, length);
        if (closes) {
            close();
        }
        return new Reply(status, body);
    }

    private static String chunks(InputStream answers) throws IOException {
        StringBuilder body = new StringBuilder();
        while (true) {
            int length = Integer.parseInt(line(answers).strip(), 16);
            body.append(text(answers, length));
            line(answers);
            if (length == 0) {
                return body.toString();
            }
        }
    }

    private static String text(InputStream answers, int length) throws IOException {
        byte[] bytes = answers.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("The answer ended early");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static String line(InputStream answers) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = answers.read(); c != '\n'; c = answers.read()) {
            if (c < 0) {
                throw new EOFException("The connection was closed");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        in = null;
        out = null;
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }
}
