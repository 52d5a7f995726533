package brightline.command;

import brightline.command.agreement.AgreementAnswer;
import brightline.command.agreement.AgreementCommand.DraftAgreement;
import brightline.command.agreement.AgreementCommand.PutInForce;
import brightline.command.officer.OfficerAnswer;
import brightline.command.officer.OfficerCommand.RegisterOfficer;
import brightline.command.school.SchoolAnswer;
import brightline.command.school.SchoolCommand.RegisterSchool;
import brightline.command.submission.Commands;
import brightline.command.submission.Request;
import brightline.edge.TestDatabase;
import brightline.edge.access.AccountRole;
import brightline.edge.access.Accounts;
import brightline.edge.access.ApiTokens;
import brightline.edge.access.TokenScope;
import brightline.events.AgreementId;
import brightline.events.Code;
import brightline.events.OfficerId;
import brightline.events.SchoolCode;
import brightline.events.agreement.AgreementEvent;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The command side on a port of its own, over an empty database with the invented schools and officers: Adeyemi and Castellane
 * are SROs, Dupree patrols; an agreement under rule set 1 is in force since 2024.
 */
public final class CommandSideOverHttp implements AutoCloseable {
    public static final OfficerId ADEYEMI = new OfficerId(UUID.fromString("00000000-0000-4000-8000-000000000001"));
    public static final OfficerId CASTELLANE = new OfficerId(UUID.fromString("00000000-0000-4000-8000-000000000002"));
    public static final OfficerId DUPREE = new OfficerId(UUID.fromString("00000000-0000-4000-8000-000000000003"));
    public static final AgreementId AGREEMENT =
            new AgreementId(UUID.fromString("00000000-0000-4000-8000-0000000000a1"));

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public final TestDatabase database = TestDatabase.fresh();
    public final ConfigurableApplicationContext context;
    public final JdbcClient jdbc = JdbcClient.create(database.dataSource());
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> tokens;

    /** An answer, its body read. */
    public record Answer(int status, JsonNode body, Map<String, List<String>> headers) {
        public @Nullable String header(String name) {
            List<String> values = headers.get(name.toLowerCase(java.util.Locale.ROOT));
            return values == null ? null : values.getFirst();
        }
    }

    /** Starts it with its schools, officers, agreement and accounts. */
    public CommandSideOverHttp() {
        context = CommandSideProgram.start(database);
        Commands commands = context.getBean(Commands.class);
        Request setUp = Request.inside("set-up");
        for (String school : List.of("MAR", "QUI", "ORC", "LAK")) {
            commands.send(new RegisterSchool(new SchoolCode(school), school), SchoolAnswer.class, setUp);
        }
        officer(commands, ADEYEMI, "1001", "SRO");
        officer(commands, CASTELLANE, "1002", "SRO");
        officer(commands, DUPREE, "1003", "PATROL");
        commands.send(
                new DraftAgreement(AGREEMENT, AgreementEvent.Kind.MOU, "Agreement", List.of("Police", "Schools")),
                AgreementAnswer.class,
                setUp);
        commands.send(new PutInForce(AGREEMENT, 1, LocalDate.of(2024, 1, 1), null), AgreementAnswer.class, setUp);
        tokens = Map.of(
                "adeyemi", token("adeyemi", AccountRole.SRO, ADEYEMI),
                "castellane", token("castellane", AccountRole.SRO, CASTELLANE),
                "supervisor", token("supervisor", AccountRole.SUPERVISOR, null),
                "coordinator", token("coordinator", AccountRole.COORDINATOR, null),
                "analyst", token("analyst", AccountRole.ANALYST, null),
                "dean", token("dean", AccountRole.SCHOOL_ADMIN, null),
                "sysadmin", token("sysadmin", AccountRole.SYSADMIN, null));
    }

    private static void officer(Commands commands, OfficerId id, String star, String capacity) {
        commands.send(
                new RegisterOfficer(id, star, "Officer " + star, new Code("capacity", capacity)),
                OfficerAnswer.class,
                Request.inside("set-up"));
    }

    private String token(String username, AccountRole role, @Nullable OfficerId officer) {
        var account = context.getBean(Accounts.class)
                .create(username, role, officer == null ? null : officer.value(), Set.of("MAR"));
        return context.getBean(ApiTokens.class)
                .issue(account.account().id(), Set.of(TokenScope.COMMANDS, TokenScope.QUERIES), Duration.ofHours(1))
                .clear();
    }

    /**
     * Sends JSON under a new key.
     *
     * @param headers names and values in turn
     */
    public Answer post(String who, String path, String body, String... headers) {
        return postUnder(UUID.randomUUID().toString(), who, path, body, headers);
    }

    /**
     * Sends JSON under a key.
     *
     * @param key null for none
     */
    public Answer postUnder(@Nullable String key, String who, String path, String body, String... headers) {
        HttpRequest.Builder request = request(who, path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    /** Reads. */
    public Answer get(String who, String path) {
        return send(request(who, path).GET());
    }

    /** Sends a file as a form of several parts, under a new key. @param fields names and values in turn */
    public Answer upload(String who, String path, byte[] file, String... fields) {
        return uploadUnder(UUID.randomUUID().toString(), who, path, file, fields);
    }

    /** Sends a file as a form of several parts, under a key. @param fields names and values in turn */
    public Answer uploadUnder(String key, String who, String path, byte[] file, String... fields) {
        String boundary = "----" + UUID.randomUUID();
        StringBuilder head = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            head.append("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                    .formatted(boundary, fields[i], fields[i + 1]));
        }
        head.append(("--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"file\"\r\n"
                        + "Content-Type: application/octet-stream\r\n\r\n")
                .formatted(boundary));
        return send(request(who, path)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.concat(
                        HttpRequest.BodyPublishers.ofString(head.toString()),
                        HttpRequest.BodyPublishers.ofByteArray(file),
                        HttpRequest.BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"))));
    }

    private HttpRequest.Builder request(String who, String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(
                "http://localhost:" + context.getEnvironment().getRequiredProperty("local.server.port") + path));
        String token = tokens.get(who);
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(
                    answer.statusCode(),
                    JSON.readTree(answer.body().isEmpty() ? "{}" : answer.body()),
                    answer.headers().map());
        } catch (IOException e) {
            throw new AssertionError("No answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
