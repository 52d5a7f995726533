package brightline.benchmark;

import brightline.benchmark.KeptConnection.Reply;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/** Logs contacts over HTTP, one after the other in each client, every client on a kept connection. */
final class Load {
    private final URI url;
    private final String token;
    private final Contacts contacts;
    private final AtomicLong next = new AtomicLong();

    Load(URI url, String token, Contacts contacts) {
        this.url = url;
        this.token = token;
        this.contacts = contacts;
    }

    /** Exactly so many submissions from one client. */
    void send(int count) throws IOException {
        try (var connection = new KeptConnection(url, "/api/commands/incidents", token)) {
            for (int i = 0; i < count; i++) {
                submit(connection);
            }
        }
    }

    /** @throws IllegalStateException when a submission is not accepted */
    Measured run(int clients, Duration duration) throws InterruptedException {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(clients)) {
            List<Future<List<Long>>> running = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                running.add(threads.submit(() -> {
                    start.await();
                    return client(duration);
                }));
            }
            long began = System.nanoTime();
            start.countDown();
            List<Long> nanos = new ArrayList<>();
            for (Future<List<Long>> client : running) {
                nanos.addAll(client.get());
            }
            return Measured.of(nanos, System.nanoTime() - began);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private List<Long> client(Duration duration) throws IOException {
        List<Long> nanos = new ArrayList<>();
        try (var connection = new KeptConnection(url, "/api/commands/incidents", token)) {
            long end = System.nanoTime() + duration.toNanos();
            for (long began = System.nanoTime(); began < end; began = System.nanoTime()) {
                submit(connection);
                nanos.add(System.nanoTime() - began);
            }
        }
        return nanos;
    }

    private void submit(KeptConnection connection) throws IOException {
        Contacts.Contact contact = contacts.number(next.incrementAndGet());
        Reply reply = connection.post(contact.key(), contact.json());
        if (reply.status() != 201) {
            throw new IllegalStateException("A submission was answered %d: %s".formatted(reply.status(), reply.body()));
        }
    }
}
