package brightline.proof;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import brightline.benchmark.Api;
import brightline.benchmark.FoundedAgency;
import brightline.benchmark.StandaloneProcess;
import brightline.proof.Attackers.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * Somebody means harm, from another address or from the officer's own: an officer logs contacts all the while as if nothing were, the
 * disk does not fill, and when they are called off all is as before at once.
 */
@Tag("alone")
@Timeout(value = 30, unit = MINUTES)
class AttackDrillTest {
    private static final String ELSEWHERE = "127.0.0.2";
    private static final String THE_OFFICERS_OWN_ADDRESS = "127.0.0.1";
    private static final int CONTACTS_BEFORE = Form.of(150, 1500);
    private static final Duration SLOW = Duration.ofSeconds(Form.of(6, 60));
    private static final Duration QUICK = Duration.ofSeconds(Form.of(4, 30));
    /**
     * The long form, on a machine of its own, is held to what was promised. The short form runs on whatever machine checks a change,
     * whose own pauses are seconds: it tells an officer who is starved, and what that officer waited is in its figures.
     */
    private static final double LONGEST_MILLIS = Form.of(20_000, 2000);

    private static final double P99_MILLIS = Form.of(20_000, 300);
    private static final double RECOVERED_WITHIN_MILLIS = Form.of(20_000, 1000);
    private static final Duration DISK_LOOKED_AT_EVERY = Duration.ofMillis(200);
    private static final Duration GONE_WITHIN = Duration.ofSeconds(20);
    private static final long UPLOAD_BYTES = 60_000_000;
    /** Of one account so many files are taken at once. */
    private static final int FILES_OF_ONE_ACCOUNT = 2;
    /** What a place keeps for itself: folders, a file just made. */
    private static final long NOTHING_TO_SPEAK_OF = 64 * 1024;

    private static final String DIMENSIONS =
            "class,school,officer,officerCapacity,month,schoolYear,race,sex,gradeBand,disability,"
                    + "englishLearner,initiator,tier,action,outcome";
    private static final Pattern SECRET = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    static @Nullable Path folder;

    private static @Nullable Path data;
    private static @Nullable StandaloneProcess running;
    private static @Nullable FoundedAgency agency;
    private static String analyst = "";
    private static final List<String> OFFICERS = new ArrayList<>();
    private static final AtomicInteger SEED = new AtomicInteger(20_261_128);

    /** What somebody does who means harm. */
    enum Attack {
        NOTHING(QUICK),
        SLOW_SIGN_INS(SLOW),
        SLOW_ENTRIES(SLOW),
        HEAVY_QUESTIONS(QUICK),
        WRONG_SIGN_INS(QUICK),
        WRONG_SIGN_INS_FROM_EVERYWHERE(QUICK),
        WAITS_FOR_AN_INDEX(QUICK),
        HELD_UPLOADS(QUICK),
        HELD_IMPORTS(QUICK);

        private final Duration lasts;

        Attack(Duration lasts) {
            this.lasts = lasts;
        }
    }

    @BeforeAll
    static void anAgencyWithSomeContacts() throws Exception {
        Path place = Programs.dataIn(Objects.requireNonNull(folder));
        data = place;
        StandaloneProcess brightline = StandaloneProcess.start(Programs.WITH_PASSWORDS_IN_EARNEST, place);
        running = brightline;
        FoundedAgency founded = FoundedAgency.on(brightline);
        agency = founded;
        Api api = Api.of(brightline.url());
        analyst = FoundedAgency.account(brightline, "drill-analyst", "analyst", Map.of());
        for (int i = 0; i < 4; i++) {
            String registered = api.post(
                            founded.coordinator(),
                            "/api/commands/officers",
                            Map.of("starNumber", "90" + i, "name", "A. Ttack", "capacity", "SRO"))
                    .expect(201)
                    .header("Location");
            OFFICERS.add(FoundedAgency.account(
                    brightline,
                    "drill-officer-" + i,
                    "sro",
                    Map.of(
                            "officer",
                            registered.substring(registered.lastIndexOf('/') + 1),
                            "schools",
                            List.of(founded.school()))));
        }
        try (var officer = new LoggingOfficer(brightline.url(), founded, SEED.incrementAndGet())) {
            for (int i = 0; i < CONTACTS_BEFORE; i++) {
                officer.log();
            }
            assertThat(officer.refused()).isEmpty();
        }
    }

    @AfterAll
    static void leave() throws IOException {
        if (running != null) {
            running.close();
        }
        if (data != null) {
            Programs.leave(data);
        }
    }

    /** Each by itself, then all at once from the officer's own address; in the long form each from there, too. */
    static Stream<Arguments> attacks() {
        Stream<Arguments> alone = Stream.of(ELSEWHERE, THE_OFFICERS_OWN_ADDRESS)
                .limit(Form.of(1, 2))
                .flatMap(from -> Arrays.stream(Attack.values())
                        .map(attack -> Arguments.of(List.of(attack), from, attack.lasts)));
        return Stream.concat(alone, Stream.of(Arguments.of(List.of(Attack.values()), THE_OFFICERS_OWN_ADDRESS, SLOW)));
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void an_officer_logs_contacts_as_if_nobody_meant_harm(List<Attack> attacks, String from, Duration lasting)
            throws Exception {
        URI url = brightline().url();
        long before = onDisk();
        long most = before;
        try (var officer = new LoggingOfficer(url, founded(), SEED.incrementAndGet())) {
            officer.log();
            var attackers = new Attackers(url, from);
            try (attackers) {
                for (Attack attack : attacks) {
                    begin(attack, attackers, officer);
                }
                officer.start();
                Instant end = Instant.now().plus(lasting);
                while (Instant.now().isBefore(end)) {
                    Thread.sleep(DISK_LOOKED_AT_EVERY);
                    most = Math.max(most, onDisk());
                }
                officer.stop();
            }
            double recovery = officer.log();
            long after = onDiskSoon(before);
            List<Double> sorted = officer.millis().stream().sorted().toList();
            Map<String, Object> figure = new LinkedHashMap<>();
            figure.put("drill", "attack");
            figure.put("attack", attacks.size() == 1 ? attacks.getFirst().name() : "ALL");
            figure.put("from", from);
            figure.put("entries", sorted.size());
            figure.put("p50Millis", Math.round(percentile(sorted, 50)));
            figure.put("p99Millis", Math.round(percentile(sorted, 99)));
            figure.put("maxMillis", Math.round(sorted.getLast()));
            figure.put("recoveryMillis", Math.round(recovery));
            figure.put("diskMost", most - before);
            figure.put("diskAfter", after - before);
            figure.put("refused", officer.refused().size());
            figure.put("answers", attackers.answers());
            System.out.println(JSON.writeValueAsString(figure));

            assertThat(officer.refused()).isEmpty();
            assertThat(percentile(sorted, 99)).as("99th percentile").isLessThan(P99_MILLIS);
            assertThat(sorted.getLast()).as("longest").isLessThan(LONGEST_MILLIS);
            assertThat(recovery).as("first entry after it").isLessThan(RECOVERED_WITHIN_MILLIS);
            assertThat(attackers.unplanned()).isEmpty();
            assertThat(after - before).as("left on the disk").isLessThan(NOTHING_TO_SPEAK_OF);
            assertThat(most - before)
                    .as("most on the disk")
                    .isLessThan(
                            attacks.contains(Attack.HELD_IMPORTS)
                                    ? FILES_OF_ONE_ACCOUNT * UPLOAD_BYTES + NOTHING_TO_SPEAK_OF
                                    : NOTHING_TO_SPEAK_OF);
        }
    }

    private static void begin(Attack attack, Attackers attackers, LoggingOfficer officer) throws Exception {
        switch (attack) {
            case NOTHING -> {
                // What the others are compared with.
            }
            case SLOW_SIGN_INS ->
                attackers.slowBodies(
                        200,
                        "/sign-in",
                        1_000,
                        () -> "Content-Type: application/x-www-form-urlencoded\r\n",
                        Set.of(400, 401, 403, 408));
            case SLOW_ENTRIES ->
                attackers.slowBodies(
                        200,
                        "/api/commands/incidents",
                        1_000_000,
                        () -> bearer(oneOf(OFFICERS)) + "Content-Type: application/json\r\nIdempotency-Key: "
                                + UUID.randomUUID() + "\r\n",
                        Set.of(400, 408));
            case HEAVY_QUESTIONS ->
                attackers.requests(100, () -> asking("lateness?groupBy=" + DIMENSIONS, analyst), Set.of(200));
            case WRONG_SIGN_INS -> attackers.requests(250, wrongSignIns(), Set.of(302, 303, 401));
            case WRONG_SIGN_INS_FROM_EVERYWHERE ->
                attackers.requestsFromEverywhere(250, wrongSignIns(), Set.of(302, 303, 401));
            case WAITS_FOR_AN_INDEX -> {
                attackers.requests(
                        300, () -> asking("involvements?atLeastIndex=2147483648", analyst), Set.of(400, 409));
                attackers.requests(
                        300,
                        () -> asking("involvements?atLeastIndex=" + (officer.index() + 40), analyst),
                        Set.of(200, 409));
            }
            case HELD_UPLOADS -> {
                for (String path : List.of("/sign-in", "/nonexistent", "/api/commands/imports")) {
                    attackers.heldUploads(
                            7, path, () -> "", UPLOAD_BYTES, Set.of(400, 401, 403, 404, 408, 411, 413, 415));
                }
            }
            case HELD_IMPORTS ->
                attackers.heldUploads(
                        20,
                        "/api/commands/imports",
                        () -> bearer(founded().coordinator()) + "Idempotency-Key: " + UUID.randomUUID() + "\r\n",
                        UPLOAD_BYTES,
                        Set.of(400, 408, 409, 413));
        }
    }

    /** By the form, with the secret of its page. */
    private static Supplier<Request> wrongSignIns() {
        Api.Answer page = Api.of(brightline().url()).send("GET", "/sign-in", null, null, Map.of("Accept", "text/html"));
        String cookies = String.join(
                "; ",
                page.response().headers().allValues("Set-Cookie").stream()
                        .map(cookie -> cookie.split(";", 2)[0])
                        .toList());
        Matcher secret = SECRET.matcher(page.body());
        assertThat(secret.find()).isTrue();
        String form = "_csrf=" + URLEncoder.encode(secret.group(1), StandardCharsets.UTF_8)
                + "&password=not-the-password&username=";
        List<String> people = List.of("drill-analyst", "sysadmin", "nobody", "somebody");
        return () -> new Request(
                "POST",
                "/sign-in",
                "Content-Type: application/x-www-form-urlencoded\r\nCookie: " + cookies + "\r\n",
                form + oneOf(people));
    }

    private static Request asking(String question, String token) {
        return Request.get("/api/queries/" + question, bearer(token));
    }

    private static String bearer(String token) {
        return "Authorization: Bearer " + token + "\r\n";
    }

    private static String oneOf(List<String> all) {
        return all.get(ThreadLocalRandom.current().nextInt(all.size()));
    }

    private static double percentile(List<Double> sorted, int percent) {
        return sorted.get(Math.max((int) Math.ceil(sorted.size() * percent / 100.0), 1) - 1);
    }

    /** Bytes where uploads arrive and wait. */
    private static long onDisk() throws IOException {
        long bytes = 0;
        for (String place : List.of("web", "imports")) {
            Path in = Objects.requireNonNull(data).resolve(place);
            if (Files.isDirectory(in)) {
                try (Stream<Path> files = Files.walk(in)) {
                    bytes += files.mapToLong(AttackDrillTest::size).sum();
                } catch (UncheckedIOException goneMeanwhile) {
                    if (!(goneMeanwhile.getCause() instanceof NoSuchFileException)) {
                        throw goneMeanwhile;
                    }
                }
            }
        }
        return bytes;
    }

    /** What is there when those who were called off have been noticed to be gone, at the latest. */
    private static long onDiskSoon(long before) throws IOException, InterruptedException {
        Instant end = Instant.now().plus(GONE_WITHIN);
        long bytes = onDisk();
        while (bytes - before >= NOTHING_TO_SPEAK_OF && Instant.now().isBefore(end)) {
            Thread.sleep(DISK_LOOKED_AT_EVERY);
            bytes = onDisk();
        }
        return bytes;
    }

    private static long size(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.size(file) : 0;
        } catch (IOException goneMeanwhile) {
            return 0;
        }
    }

    private static StandaloneProcess brightline() {
        return Objects.requireNonNull(running);
    }

    private static FoundedAgency founded() {
        return Objects.requireNonNull(agency);
    }
}
