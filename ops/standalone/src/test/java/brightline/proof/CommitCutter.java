package brightline.proof;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A network between the program and its PostgreSQL that breaks when told to: at the COMMIT of the next submission. Knows as much of
 * the server's protocol (version 3, without encryption) as it takes to see one.
 */
final class CommitCutter implements AutoCloseable {
    /** By this a transaction is known as a submission's: the first statement of each. */
    private static final String SUBMISSION = "insert into command.idempotency";

    private static final int PARSE = 'P';
    private static final int BIND = 'B';
    private static final int SIMPLE_QUERY = 'Q';
    private static final int READY_FOR_QUERY = 'Z';

    private final String host;
    private final int port;
    private final ServerSocket listener;
    private final AtomicReference<@Nullable Cut> armed = new AtomicReference<>();
    private final AtomicInteger cuts = new AtomicInteger();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    /** Where the connection is cut. */
    enum Cut {
        /** The server never hears of the COMMIT. */
        BEFORE_THE_SERVER_HEARD,
        /** The server has committed and said so; nobody hears it. */
        AFTER_THE_SERVER_ANSWERED
    }

    /** Listens on a free port of the loopback and passes on to the server at the given one. */
    CommitCutter(String host, int port) throws IOException {
        this.host = host;
        this.port = port;
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().name("commit-cutter").start(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Cuts once, at the next submission. */
    void arm(Cut cut) {
        armed.set(cut);
    }

    /** How often it has cut so far. */
    int cuts() {
        return cuts.get();
    }

    private void accept() {
        while (true) {
            try {
                Socket client = listener.accept();
                Socket server = new Socket(host, port);
                client.setTcpNoDelay(true);
                server.setTcpNoDelay(true);
                open.add(client);
                open.add(server);
                var connection = new Line(client, server);
                Thread.ofPlatform().daemon().start(() -> connection.run(connection::toServer));
                Thread.ofPlatform().daemon().start(() -> connection.run(connection::toClient));
            } catch (IOException _) {
                return;
            }
        }
    }

    @Override
    public void close() {
        shut(listener);
        open.forEach(CommitCutter::shut);
    }

    private static void shut(AutoCloseable socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Pump {
        void run() throws IOException;
    }

    /** One connection of the program and its other half. */
    private final class Line {
        private final Socket client;
        private final Socket server;
        private final Map<String, String> statements = new HashMap<>();
        private boolean submission;
        private volatile boolean deaf;

        Line(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        void run(Pump pump) {
            try {
                pump.run();
            } catch (IOException _) {
                // an end closed it, or we did
            } finally {
                shut(client);
                shut(server);
                open.remove(client);
                open.remove(server);
            }
        }

        void toServer() throws IOException {
            var in = new DataInputStream(new BufferedInputStream(client.getInputStream()));
            var out = new DataOutputStream(new BufferedOutputStream(server.getOutputStream()));
            int startup = in.readInt();
            out.writeInt(startup);
            out.write(body(in, startup));
            out.flush();
            while (true) {
                int type = in.readUnsignedByte();
                int length = in.readInt();
                byte[] body = body(in, length);
                Cut cut = cutAt(statement(type, body));
                if (cut == Cut.BEFORE_THE_SERVER_HEARD) {
                    cuts.incrementAndGet();
                    return;
                }
                deaf |= cut == Cut.AFTER_THE_SERVER_ANSWERED;
                out.writeByte(type);
                out.writeInt(length);
                out.write(body);
                if (in.available() == 0) {
                    out.flush();
                }
            }
        }

        void toClient() throws IOException {
            var in = new DataInputStream(new BufferedInputStream(server.getInputStream()));
            var out = new DataOutputStream(new BufferedOutputStream(client.getOutputStream()));
            while (true) {
                int type = in.readUnsignedByte();
                int length = in.readInt();
                byte[] body = body(in, length);
                if (deaf) {
                    if (type == READY_FOR_QUERY) {
                        cuts.incrementAndGet();
                        return;
                    }
                    continue;
                }
                out.writeByte(type);
                out.writeInt(length);
                out.write(body);
                if (in.available() == 0) {
                    out.flush();
                }
            }
        }

        /** The text of the statement that the message has the server carry out; empty for other messages. */
        private String statement(int type, byte[] body) {
            return switch (type) {
                case PARSE -> {
                    String name = text(body, 0);
                    statements.put(name, text(body, name.length() + 1));
                    yield "";
                }
                case BIND -> statements.getOrDefault(text(body, text(body, 0).length() + 1), "");
                case SIMPLE_QUERY -> text(body, 0);
                default -> "";
            };
        }

        private @Nullable Cut cutAt(String statement) {
            String text = statement.strip().toLowerCase(Locale.ROOT);
            if (text.contains(SUBMISSION)) {
                submission = true;
            }
            if (!text.equals("commit") && !text.equals("rollback")) {
                return null;
            }
            boolean ofSubmission = submission && text.equals("commit");
            submission = false;
            return ofSubmission ? armed.getAndSet(null) : null;
        }
    }

    /** What follows a length that counts itself. */
    private static byte[] body(InputStream in, int length) throws IOException {
        byte[] body = in.readNBytes(length - Integer.BYTES);
        if (body.length < length - Integer.BYTES) {
            throw new EOFException();
        }
        return body;
    }

    /** The text that ends with the next zero byte. Statements of ours are ASCII where it matters, so bytes count as characters. */
    private static String text(byte[] body, int from) {
        int end = from;
        while (body[end] != 0) {
            end++;
        }
        return new String(body, from, end - from, StandardCharsets.ISO_8859_1);
    }
}
