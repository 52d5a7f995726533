package brightline.proof;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Many clients that mean harm, from one address of this machine unless it is said. Each keeps at it until they are called off: who is answered or cut
 * off comes back after a moment.
 */
final class Attackers implements AutoCloseable {
    private static final String CLOSED = "closed";
    private static final Duration BEFORE_ANOTHER_TRY = Duration.ofSeconds(1);
    private static final Duration BETWEEN_BYTES = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Set<Integer> COME_BACK_LATER = Set.of(429, 503);

    private final URI url;
    private final InetAddress from;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final SortedMap<String, Integer> answers = new TreeMap<>();
    private final List<String> unplanned = new ArrayList<>();
    private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean attacking = true;

    Attackers(URI url, String from) throws IOException {
        this.url = url;
        this.from = InetAddress.getByName(from);
    }

    /**
     * Bodies that come one byte every three seconds.
     *
     * @param bytes how long each is to be, by its own word
     * @param headers of each request, each line ended
     * @param planned statuses they may be answered with
     */
    void slowBodies(int count, String path, int bytes, Supplier<String> headers, Set<Integer> planned) {
        keepTrying(count, () -> {
            try (Socket socket = connected()) {
                socket.setSoTimeout((int) BETWEEN_BYTES.toMillis());
                OutputStream out = socket.getOutputStream();
                out.write((head("POST", path, headers.get()) + "Content-Length: " + bytes + "\r\n\r\n{\"a\"")
                        .getBytes(StandardCharsets.US_ASCII));
                InputStream in = new BufferedInputStream(socket.getInputStream());
                while (attacking) {
                    try {
                        answered(in, planned);
                        return;
                    } catch (SocketTimeoutException _) {
                        out.write(' ');
                    }
                }
            }
        });
    }

    /** Files of so many bytes, sent as quickly as they are taken but for the last byte, and then held. */
    void heldUploads(int count, String path, Supplier<String> headers, long bytes, Set<Integer> planned) {
        byte[] start = ("--b\r\nContent-Disposition: form-data; name=\"format\"\r\n\r\nbrightline-csv\r\n"
                        + "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"held.csv\"\r\n"
                        + "Content-Type: text/csv\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] block = "0123456789abcdef".repeat(4096).getBytes(StandardCharsets.US_ASCII);
        keepTrying(count, () -> {
            try (Socket socket = connected()) {
                socket.setSoTimeout((int) PATIENCE.toMillis());
                OutputStream out = socket.getOutputStream();
                out.write((head("POST", path, headers.get())
                                + "Content-Type: multipart/form-data; boundary=b\r\nContent-Length: " + bytes
                                + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
                clients.submit(() -> {
                    out.write(start);
                    long left = bytes - start.length - 1;
                    while (left > 0) {
                        int next = (int) Math.min(left, block.length);
                        out.write(block, 0, next);
                        left -= next;
                    }
                    return null;
                });
                answered(new BufferedInputStream(socket.getInputStream()), planned);
            }
        });
    }

    /**
     * Whole requests, each client one after the other and on a connection of its own.
     *
     * @param request line, headers and body, without the host
     */
    void requests(int count, Supplier<Request> request, Set<Integer> planned) {
        requests(count, () -> from, request, planned);
    }

    /** Each from an address of its own, as by machines that somebody has taken over. */
    void requestsFromEverywhere(int count, Supplier<Request> request, Set<Integer> planned) {
        AtomicInteger sender = new AtomicInteger();
        requests(count, () -> address(sender.getAndIncrement() % count), request, planned);
    }

    private static InetAddress address(int sender) throws IOException {
        return InetAddress.getByAddress(new byte[] {127, 0, (byte) (sender / 250 + 10), (byte) (sender % 250 + 1)});
    }

    private void requests(int count, Source source, Supplier<Request> request, Set<Integer> planned) {
        keepTrying(count, () -> {
            try (Socket socket = connected(source.next())) {
                socket.setSoTimeout((int) PATIENCE.toMillis());
                Request asked = request.get();
                byte[] body = asked.body().getBytes(StandardCharsets.UTF_8);
                OutputStream out = socket.getOutputStream();
                out.write((head(asked.method(), asked.path(), asked.headers()) + "Connection: close\r\nContent-Length: "
                                + body.length + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
                out.write(body);
                InputStream in = new BufferedInputStream(socket.getInputStream());
                answered(in, planned);
                in.transferTo(OutputStream.nullOutputStream());
            }
        });
    }

    /** @param headers each line ended */
    record Request(String method, String path, String headers, String body) {
        static Request get(String path, String headers) {
            return new Request("GET", path, headers, "");
        }
    }

    @FunctionalInterface
    private interface Source {
        InetAddress next() throws IOException;
    }

    @FunctionalInterface
    private interface Try {
        void once() throws IOException, InterruptedException;
    }

    private void keepTrying(int count, Try one) {
        for (int i = 0; i < count; i++) {
            clients.submit(() -> {
                while (attacking) {
                    try {
                        one.once();
                    } catch (IOException _) {
                        count(CLOSED);
                    }
                    Thread.sleep(BEFORE_ANOTHER_TRY);
                }
                return null;
            });
        }
    }

    private Socket connected() throws IOException {
        return connected(from);
    }

    private Socket connected(InetAddress from) throws IOException {
        Socket socket = new Socket();
        open.add(socket);
        socket.bind(new InetSocketAddress(from, 0));
        socket.connect(new InetSocketAddress(url.getHost(), url.getPort()), (int) PATIENCE.toMillis());
        if (!attacking) {
            socket.close();
        }
        return socket;
    }

    private String head(String method, String path, String headers) {
        return "%s %s HTTP/1.1\r\nHost: %s:%d\r\nAccept: application/json\r\n%s"
                .formatted(method, path, url.getHost(), url.getPort(), headers);
    }

    /** Waits for the head of an answer. @throws IOException when the connection is closed without one */
    private void answered(InputStream in, Set<Integer> planned) throws IOException {
        String first = line(in);
        boolean retryAfter = false;
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            retryAfter |= line.toLowerCase(Locale.ROOT).startsWith("retry-after:");
        }
        counted(Integer.parseInt(first.split(" ", 3)[1]), retryAfter, planned);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("The connection was closed");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    private void counted(int status, boolean retryAfter, Set<Integer> planned) {
        count(Integer.toString(status));
        if (!planned.contains(status) && !COME_BACK_LATER.contains(status)) {
            unplanned("answered " + status);
        } else if (COME_BACK_LATER.contains(status) && !retryAfter) {
            unplanned("answered " + status + " without Retry-After");
        }
    }

    /** After they were called off connections end of themselves. */
    private synchronized void count(String answer) {
        if (attacking) {
            answers.merge(answer, 1, Integer::sum);
        }
    }

    private synchronized void unplanned(String what) {
        if (!unplanned.contains(what)) {
            unplanned.add(what);
        }
    }

    /** How often they were answered with which status, or closed without an answer. */
    synchronized SortedMap<String, Integer> answers() {
        return new TreeMap<>(answers);
    }

    /** Answers nobody planned. */
    synchronized Collection<String> unplanned() {
        return List.copyOf(unplanned);
    }

    /** Calls them off at once. */
    @Override
    public void close() {
        attacking = false;
        clients.shutdownNow();
        for (Socket socket : open) {
            try {
                socket.close();
            } catch (IOException closedAlready) {
                continue;
            }
        }
        try {
            clients.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
