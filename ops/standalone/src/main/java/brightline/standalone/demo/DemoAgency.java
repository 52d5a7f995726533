package brightline.standalone.demo;

import brightline.edge.access.AccountRole;
import brightline.edge.access.Accounts;
import brightline.edge.access.ApiTokens;
import brightline.edge.access.NewAccount;
import brightline.edge.access.TokenScope;
import brightline.edge.clock.RecordingClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Fills an empty installation with an invented agency and a year of its contacts, through the same addresses that people
 * and programs use. Every request has a key of its own that is the same at every try, so that a filling that was cut off
 * goes on where it stopped.
 */
public final class DemoAgency {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Map<String, String> OFFICERS = officers();

    private final ApplicationContext context;
    private final URI base;
    private final HttpClient http;
    private final Consumer<String> progress;
    private final RecordingClock clock;
    private String token = "";

    /**
     * @param base where the running application listens
     * @param progress told what is going on, line by line
     */
    public DemoAgency(ApplicationContext context, URI base, HttpClient http, Consumer<String> progress) {
        this.context = context;
        this.base = base;
        this.http = http;
        this.progress = progress;
        this.clock = context.getBean(RecordingClock.class);
    }

    /** What a finished filling leaves: the accounts as {@code role username password}, in the order of roles. */
    public record Filled(List<String> accounts, int contacts) {}

    /**
     * Fills the installation with a school year and what followed until the last day.
     *
     * @param lastDay usually yesterday
     */
    public Filled fill(LocalDate lastDay) {
        int startYear =
                lastDay.getMonthValue() >= Month.AUGUST.getValue() ? lastDay.getYear() - 1 : lastDay.getYear() - 2;
        return fill(LocalDate.of(startYear, Month.AUGUST, 18), lastDay);
    }

    /** Fills the installation with the contacts of these days, both included. */
    public Filled fill(LocalDate firstDay, LocalDate lastDay) {
        Accounts accounts = context.getBean(Accounts.class);
        token = temporaryToken(accounts);
        try {
            Map<String, String> officerIds = programme(firstDay);
            DemoProgramme programme = new DemoProgramme(this::post, clock::set, officerIds);
            programme.train(firstDay);
            List<DemoContacts.Logged> contacts = new DemoContacts(firstDay, lastDay).draw(officerIds);
            progress.accept(
                    "Seeding %d invented contacts from %s to %s ...".formatted(contacts.size(), firstDay, lastDay));
            record(contacts, programme);
            return new Filled(accounts(accounts, officerIds), contacts.size());
        } finally {
            clock.set(null);
            accounts.find("demo-seed").ifPresent(account -> accounts.setEnabled(account.id(), false));
        }
    }

    private String temporaryToken(Accounts accounts) {
        UUID seeder = accounts.find("demo-seed")
                .map(account -> {
                    accounts.setEnabled(account.id(), true);
                    return account.id();
                })
                .orElseGet(() -> accounts.create("demo-seed", AccountRole.COORDINATOR, null, Set.of())
                        .account()
                        .id());
        return context.getBean(ApiTokens.class)
                .issue(seeder, EnumSet.of(TokenScope.COMMANDS), Duration.ofHours(2))
                .clear();
    }

    private Map<String, String> programme(LocalDate firstDay) {
        clock.set(firstDay.minusDays(14)
                .atTime(LocalTime.of(9, 0))
                .atZone(DemoContacts.ZONE)
                .toInstant());
        for (DemoSchool school : DemoSchool.ALL) {
            post(
                    "/api/commands/schools",
                    "school-" + school.code(),
                    Map.of("code", school.code(), "name", school.name()));
        }
        Map<String, String> ids = new LinkedHashMap<>();
        OFFICERS.forEach((name, capacity) -> ids.put(
                name,
                post(
                                "/api/commands/officers",
                                "officer-" + name,
                                Map.of(
                                        "starNumber",
                                        String.valueOf(4100 + ids.size()),
                                        "name",
                                        Character.toUpperCase(name.charAt(0)) + name.substring(1),
                                        "capacity",
                                        capacity))
                        .get("officer")
                        .asString()));
        for (DemoSchool school : DemoSchool.ALL) {
            post(
                    "/api/commands/officers/" + ids.get(school.sro()) + "/assignments",
                    "assignment-" + school.code(),
                    Map.of("school", school.code(), "from", firstDay.toString()));
        }
        String first = post(
                        "/api/commands/agreements",
                        "agreement-first",
                        Map.of(
                                "kind", "MOU",
                                "title", "Agreement on school resource officers",
                                "parties", List.of("Ridgemont Police Department", "Ridgemont School District")))
                .get("agreement")
                .asString();
        post(
                "/api/commands/agreements/" + first + "/in-force",
                "agreement-first-in-force",
                Map.of("ruleSet", 1, "from", firstDay.toString()));
        return ids;
    }

    private void record(List<DemoContacts.Logged> contacts, DemoProgramme programme) {
        int number = 0;
        for (DemoContacts.Logged contact : contacts) {
            programme.goOnTo(contact.recordedAt());
            clock.set(contact.recordedAt());
            JsonNode answer = post("/api/commands/incidents", "contact-%05d".formatted(number), contact.document());
            programme.divert(answer, contact);
            number++;
            if (number % 41 == 0) {
                correct(answer, contact.recordedAt(), number);
            }
            if (number % 250 == 0) {
                progress.accept("  %d of %d".formatted(number, contacts.size()));
            }
        }
    }

    /** Some records are corrected a day later, so that what was known and what is known differ. */
    private void correct(JsonNode answer, Instant recordedAt, int number) {
        JsonNode interaction = answer.get("interactions").get(0);
        clock.set(recordedAt.plus(Duration.ofMinutes(90)));
        send(
                "/api/commands/interactions/" + interaction.get("id").asString() + "/corrections",
                "correction-%05d".formatted(number),
                Map.of("conduct", List.of("cps-scc/4-12"), "reason", "WRONG_CODE", "basis", "OWN_REVIEW"),
                Optional.of(interaction.get("version").asLong()));
    }

    private List<String> accounts(Accounts accounts, Map<String, String> officerIds) {
        List<String> lines = new ArrayList<>();
        for (AccountRole role : AccountRole.values()) {
            String username = role == AccountRole.SRO ? "adeyemi" : role.text();
            @Nullable String officer = role == AccountRole.SRO ? officerIds.get("adeyemi") : null;
            String password = accounts.find(username)
                    .map(account -> accounts.resetPassword(account.id()))
                    .orElseGet(() -> created(accounts, username, role, officer));
            lines.add(role.text() + " " + username + " " + password);
        }
        return lines;
    }

    private static String created(Accounts accounts, String username, AccountRole role, @Nullable String officer) {
        NewAccount made =
                accounts.create(username, role, officer == null ? null : UUID.fromString(officer), Set.of("MAR"));
        return made.firstPassword();
    }

    private JsonNode post(String path, String key, Map<String, Object> body) {
        return send(path, key, body, Optional.empty());
    }

    private JsonNode send(String path, String key, Map<String, Object> body, Optional<Long> version) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "demo-agency-" + key)
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
        version.ifPresent(seen -> request.header("If-Match", "\"" + seen + "\""));
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() / 100 != 2) {
                throw new IllegalStateException(
                        path + " was answered " + response.statusCode() + " " + response.body());
            }
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Seeding was interrupted", e);
        }
    }

    private static Map<String, String> officers() {
        Map<String, String> capacities = new LinkedHashMap<>();
        for (DemoSchool school : DemoSchool.ALL) {
            capacities.put(school.sro(), "SRO");
        }
        capacities.put("dupree", "PATROL");
        return capacities;
    }
}
