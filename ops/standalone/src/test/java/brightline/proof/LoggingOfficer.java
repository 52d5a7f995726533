package brightline.proof;

import brightline.benchmark.Contacts;
import brightline.benchmark.Contacts.Contact;
import brightline.benchmark.FoundedAgency;
import brightline.benchmark.KeptConnection;
import brightline.benchmark.KeptConnection.Reply;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An officer who logs one contact after the other on a connection that is kept, and how long each took. */
final class LoggingOfficer implements AutoCloseable {
    private static final Duration BETWEEN_CONTACTS = Duration.ofMillis(20);
    private static final Pattern INDEX = Pattern.compile("\"index\":(\\d+)");

    private final KeptConnection connection;
    private final Contacts contacts;
    private final List<Double> millis = Collections.synchronizedList(new ArrayList<>());
    private final List<String> refused = Collections.synchronizedList(new ArrayList<>());
    private final Thread thread;
    private volatile boolean logging;
    private volatile long index;
    private long next;

    LoggingOfficer(URI url, FoundedAgency agency, long seed) {
        this.connection = new KeptConnection(url, "/api/commands/incidents", agency.officer());
        this.contacts = new Contacts(agency.school(), seed);
        this.thread = Thread.ofPlatform().name("officer").unstarted(this::keepLogging);
    }

    /** Logs one. @return milliseconds until it was answered */
    double log() {
        Contact contact = contacts.number(++next);
        long began = System.nanoTime();
        try {
            Reply reply = connection.post(contact.key(), contact.json());
            if (reply.status() == 201) {
                Matcher found = INDEX.matcher(reply.body());
                if (found.find()) {
                    index = Long.parseLong(found.group(1));
                }
            } else {
                refused.add(reply.status() + ": " + reply.body());
            }
        } catch (IOException e) {
            refused.add(e.toString());
        }
        return (System.nanoTime() - began) / 1e6;
    }

    /** Index of the last contact that was logged. */
    long index() {
        return index;
    }

    void start() {
        logging = true;
        thread.start();
    }

    private void keepLogging() {
        try {
            while (logging) {
                millis.add(log());
                Thread.sleep(BETWEEN_CONTACTS);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Puts the pen down after the contact being logged. */
    void stop() throws InterruptedException {
        logging = false;
        thread.join();
    }

    List<Double> millis() {
        return List.copyOf(millis);
    }

    /** What was not accepted, and how it was answered. */
    List<String> refused() {
        return List.copyOf(refused);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        stop();
        connection.close();
    }
}
