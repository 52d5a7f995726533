package brightline.proof;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import brightline.benchmark.Api;
import brightline.benchmark.Api.Answer;
import brightline.benchmark.Contacts;
import brightline.benchmark.FoundedAgency;
import brightline.benchmark.KeptConnection;
import brightline.benchmark.StandaloneProcess;
import brightline.benchmark.StandaloneProcess.DatabaseAddress;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/**
 * Two programs on one database edit the same contacts at the same time, each with its own cache of them: every accepted edit built on the
 * one before it, and none is lost.
 */
@Timeout(value = 45, unit = MINUTES)
class ConcurrentEditsDrillTest {
    private static final int EDITS = Form.of(300, 5_000);
    private static final int CONTACTS = 10;
    private static final int CLIENTS = 8;
    private static final long SEED = 20_261_122;
    private static final Pattern VERSION_NOW = Pattern.compile("version is now ([0-9]+)");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The newest version anybody has heard of, by contact. */
    private final Map<String, Long> versions = new ConcurrentHashMap<>();

    private final Map<String, Set<Long>> answered = new ConcurrentHashMap<>();
    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicInteger overtaken = new AtomicInteger();

    @Test
    void no_accepted_edit_is_lost_between_two_programs(@TempDir Path folder) throws Exception {
        Path first = Programs.dataIn(Files.createDirectories(folder.resolve("first")));
        Path second = Programs.dataIn(Files.createDirectories(folder.resolve("second")));
        try (StandaloneProcess one = Programs.start(first)) {
            FoundedAgency agency = FoundedAgency.on(one);
            try (StandaloneProcess other = onTheSameDatabase(one.database(), first, second);
                    Connection database = one.database().connect()) {
                List<String> contacts = contacts(one, agency);
                Map<String, Long> before = new HashMap<>(versions);
                edit(List.of(one.url(), other.url()), agency, contacts);

                assertThat(overtaken).as("edits that met a newer version").hasPositiveValue();
                for (String contact : contacts) {
                    long now = events(database, contact) - 1;
                    assertThat(now - Objects.requireNonNull(before.get(contact)))
                            .as("versions of %s since, and edits accepted", contact)
                            .isEqualTo(answeredOf(contact).size());
                    assertThat(answeredOf(contact)).contains(now);
                }
                assertThat(accepted).hasValue(EDITS);
            }
        } finally {
            Programs.leave(first);
            Programs.leave(second);
        }
    }

    /** Another program with the same keys. */
    private static StandaloneProcess onTheSameDatabase(DatabaseAddress address, Path first, Path second)
            throws IOException {
        Path keys = Files.createDirectories(second.resolve("keys"));
        try (Stream<Path> files = Files.list(first.resolve("keys"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, keys.resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        String server = "jdbc:postgresql://" + address.host() + ":" + address.port() + "/";
        List<String> command = new ArrayList<>(List.of(
                "env",
                "BRIGHTLINE_DB_URL=" + server + address.name(),
                "BRIGHTLINE_DB_USER=" + address.user(),
                "BRIGHTLINE_DB_PASSWORD=" + address.password(),
                "BRIGHTLINE_KEYS_DB_URL=" + server + address.name() + "_keys",
                "BRIGHTLINE_KEYS_DB_USER=" + address.user(),
                "BRIGHTLINE_KEYS_DB_PASSWORD=" + address.password()));
        command.addAll(Programs.BRIGHTLINE);
        return StandaloneProcess.start(command, second);
    }

    private List<String> contacts(StandaloneProcess brightline, FoundedAgency agency) throws IOException {
        Contacts invented = new Contacts(agency.school(), SEED);
        List<String> contacts = new ArrayList<>();
        try (var connection = new KeptConnection(brightline.url(), "/api/commands/incidents", agency.officer())) {
            for (int n = 1; n <= CONTACTS; n++) {
                var contact = invented.number(n);
                var interaction = JSON.readTree(
                                connection.post(contact.key(), contact.json()).body())
                        .get("interactions")
                        .get(0);
                String id = interaction.get("id").asString();
                contacts.add(id);
                versions.put(id, interaction.get("version").asLong());
                answered.put(id, ConcurrentHashMap.newKeySet());
            }
        }
        return contacts;
    }

    private void edit(List<URI> programs, FoundedAgency agency, List<String> contacts) throws Exception {
        AtomicInteger left = new AtomicInteger(EDITS);
        try (var threads = Executors.newFixedThreadPool(CLIENTS)) {
            List<Future<?>> clients = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                Api api = Api.of(programs.get(i % programs.size()));
                Random random = new Random(SEED + i);
                clients.add(threads.submit(() -> {
                    while (left.getAndDecrement() > 0) {
                        editUntilAccepted(api, agency, contacts.get(random.nextInt(contacts.size())), random);
                    }
                }));
            }
            for (Future<?> client : clients) {
                client.get();
            }
        }
    }

    private void editUntilAccepted(Api api, FoundedAgency agency, String contact, Random random) {
        while (true) {
            long seen = Objects.requireNonNull(versions.get(contact));
            Answer answer = api.send(
                    "POST",
                    "/api/commands/interactions/" + contact + "/supplements",
                    agency.officer(),
                    "{\"narrative\":\"The counsellor joined.\",\"reason\":\"LEFT_OUT\",\"basis\":\"OWN_REVIEW\"}",
                    Map.of(
                            "If-Match",
                            "\"" + seen + "\"",
                            "Idempotency-Key",
                            new UUID(random.nextLong(), random.nextLong()).toString()));
            if (answer.status() == 200) {
                long version = answer.json().get("version").asLong();
                assertThat(version).isEqualTo(seen + 1);
                assertThat(answeredOf(contact).add(version))
                        .as("version %d of %s was answered once", version, contact)
                        .isTrue();
                versions.merge(contact, version, Math::max);
                accepted.incrementAndGet();
                return;
            }
            assertThat(answer.status()).as(answer.body()).isIn(409, 412);
            overtaken.incrementAndGet();
            Matcher now = VERSION_NOW.matcher(answer.body());
            if (now.find()) {
                versions.merge(contact, Long.parseLong(now.group(1)), Math::max);
            }
        }
    }

    private Set<Long> answeredOf(String contact) {
        return Objects.requireNonNull(answered.get(contact));
    }

    private static long events(Connection database, String stream) throws Exception {
        try (var query = database.prepareStatement(
                "select count(*), max(sequence_number) + 1 from log.domain_event_entry where aggregate_identifier = ?")) {
            query.setString(1, stream);
            try (var row = query.executeQuery()) {
                row.next();
                assertThat(row.getLong(1)).as("a stream without holes").isEqualTo(row.getLong(2));
                return row.getLong(1);
            }
        }
    }
}
