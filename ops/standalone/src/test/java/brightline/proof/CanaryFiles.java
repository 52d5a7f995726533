package brightline.proof;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import brightline.benchmark.Api;
import brightline.benchmark.Api.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Sends files with canaries in every column of every format, in names, in the header and in lines that are not lines. */
final class CanaryFiles {
    /** Columns whose texts stand clear by design (ADR 2), in any format: what a source calls its records, schools and officers. */
    static final Map<String, String> CLEAR_BY_DESIGN = Map.of(
            "source", "the name of a system",
            "record_id", "the source's number of the incident, as the outside references are",
            "person_number", "counts the students of an incident",
            "rd", "number of a police report",
            "cad", "number of a call",
            "body_camera", "number of a recording",
            "school_name", "schools are public institutions");

    /** What the state publishes of a stop besides who it was is kept as it stood: keys, schools and values (ADR 2). */
    private static final String STOP_COLUMNS = "/brightline/command/imports/california_stop_columns.csv";

    private static final Set<String> PUBLISHED = Set.of("key", "value", "school");
    private static final String ROSTER = "oneroster";
    private static final String PATH = "/api/commands/imports";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Pattern COLUMN =
            Pattern.compile("(?m)^([A-Za-z0-9_]+)(?: \\*)?(?: \\([A-Z0-9_]+\\))?(?:: |$)");
    private static final Pattern FILE_NAME = Pattern.compile("\"fileName\":\"[^\"]*\",");
    private static final Pattern NAMES = Pattern.compile("[a-z0-9-]{4,}-[a-z0-9.-]+");
    /** A format whose lines need more than a few cells has a sample, from which a line in scope is taken. */
    private static final Map<String, Path> SAMPLES =
            Map.of("california-stop-data", Path.of("..", "samples", "california-stops-sample.csv"));

    private static final Map<String, String> USUAL = Map.of(
            "source", "drill",
            "person_number", "1",
            "school", "MAR",
            "occurred_at", "2026-03-02T10:15:00-06:00",
            "role", "WITNESS",
            "initiator", "OFFICER",
            "star_number", "4711",
            "from", "2026-01-05",
            "day", "2026-01-05",
            "total", "100");

    private final Api api;
    private final String token;
    private final Canaries canaries;
    private final CanaryScan scan;
    private final Map<String, Long> accepted = new HashMap<>();

    /** @param token of who may import */
    CanaryFiles(Api api, String token, Canaries canaries, CanaryScan scan) {
        this.api = api;
        this.token = token;
        this.canaries = canaries;
        this.scan = scan;
    }

    /** Lines that were taken, by format. */
    Map<String, Long> accepted() {
        return accepted;
    }

    void send() throws IOException, InterruptedException {
        String unknown = canaries.text("unknown format");
        Answer refused = upload("unknown format", part("format", unknown) + file("x.csv", "a,b\r\n"));
        for (String format : formats(refused)) {
            String columns = looked(
                            "columns of " + format,
                            api.send("GET", PATH + "/formats/" + format, token, null, Map.of("Accept", "text/plain")))
                    .expect(200)
                    .body();
            List<String> header = COLUMN.matcher(columns)
                    .results()
                    .map(found -> found.group(1))
                    .toList();
            List<String> files =
                    format.startsWith(ROSTER) ? rosters() : contents(format, header, ownAgency(usual(format)));
            for (String content : files) {
                String place = format + " file";
                awaitEnd(upload(
                        place, part("format", format) + file(canaries.text(place + " name") + ".csv", content)));
            }
            String place = format + " parts";
            upload(place, part("format", format) + part(canaries.text(place), canaries.text(place)));
            upload(
                    place,
                    part("format", format)
                            + part("assumeImminent", canaries.text(place))
                            + file("x.csv", canaries.text(place)));
            upload(place, part("format", format) + "--b\r\n" + canaries.text(place));
        }
    }

    /** Their bytes as characters of ISO 8859-1. */
    private List<String> rosters() throws IOException {
        return new CanaryRosters(canaries)
                .all().stream().map(zip -> new String(zip, ISO_8859_1)).toList();
    }

    private static Set<String> formats(Answer refused) {
        Matcher names = NAMES.matcher(refused.body().substring(refused.body().indexOf("must be one of")));
        return Set.copyOf(names.results().map(MatchResult::group).toList());
    }

    /** A file with a canary in each column in turn, one with unknown columns, and those that are none. */
    private List<String> contents(String format, List<String> header, Map<String, String> usual) throws IOException {
        StringBuilder lines = new StringBuilder(String.join(",", header)).append("\r\n");
        Set<String> published = published();
        for (int column = 0; column < header.size(); column++) {
            String name = header.get(column);
            if (CLEAR_BY_DESIGN.containsKey(name) || published.contains(name)) {
                continue;
            }
            String place = format + " column " + name;
            List<String> cells = cells(header, usual);
            cells.set(column, name.contains("birth") ? canaries.date(place) : canaries.text(place));
            lines.append(String.join(",", cells)).append("\r\n");
        }
        String place = format + " damaged line";
        lines.append(String.join(",", cells(header, usual)))
                .append(',')
                .append(canaries.text(place))
                .append("\r\n");
        lines.append(canaries.text(place)).append("\r\n");
        lines.append("\"").append(canaries.text(place)).append("\r\n");
        List<String> contents = new ArrayList<>();
        contents.add(lines.toString());
        place = format + " header";
        contents.add(canaries.text(place) + "," + canaries.text(place) + "\r\n" + canaries.text(place) + ",\r\n");
        contents.add(String.join(",", header) + "," + canaries.text(place) + "\r\n"
                + String.join(",", cells(header, usual)) + "," + canaries.text(place) + "\r\n");
        contents.add("\u0000" + canaries.text(format + " no file") + "\u0000");
        return contents;
    }

    private static Set<String> published() throws IOException {
        try (InputStream in = Objects.requireNonNull(CanaryFiles.class.getResourceAsStream(STOP_COLUMNS))) {
            return new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .map(line -> line.split(",", -1))
                    .filter(cells -> PUBLISHED.contains(cells[2]))
                    .map(cells -> cells[0])
                    .collect(Collectors.toSet());
        }
    }

    private static Map<String, String> usual(String format) throws IOException {
        Path sample = SAMPLES.get(format);
        if (sample == null) {
            return USUAL;
        }
        List<String> lines = Files.readAllLines(sample);
        List<String> header = List.of(lines.getFirst().split(",", -1));
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            if (cells[header.indexOf("STOP_STUDENT")].equals("1")
                    && cells[header.indexOf("K12_SCHOOL_GROUNDS")].equals("1")) {
                Map<String, String> usual = new HashMap<>();
                header.forEach(column -> usual.put(column, cells[header.indexOf(column)]));
                return usual;
            }
        }
        throw new IllegalStateException("The sample has no line in scope");
    }

    /** As its agency's own, since the settings may name identifiers by now and rows of others are out of scope. */
    private Map<String, String> ownAgency(Map<String, String> usual) {
        JsonNode own = api.send("GET", "/api/commands/agency", token, null, Map.of())
                .expect(200)
                .json()
                .path("identifiers");
        Map<String, String> line = new HashMap<>(usual);
        own.valueStream().findFirst().ifPresent(identifier -> line.replace("AGENCY_ORI", identifier.asString()));
        return line;
    }

    /** A line as it should be; the record is another one each time. */
    private static List<String> cells(List<String> header, Map<String, String> usual) {
        List<String> cells = new ArrayList<>();
        for (String column : header) {
            cells.add(
                    column.equals("record_id") || column.equals("DOJ_RECORD_ID")
                            ? UUID.randomUUID().toString()
                            : usual.getOrDefault(column, ""));
        }
        return cells;
    }

    private void awaitEnd(Answer started) throws InterruptedException {
        if (started.status() != 202) {
            return;
        }
        String address = started.header("Location");
        Instant end = Instant.now().plus(PATIENCE);
        JsonNode status = started.json();
        while (status.get("state").asString().equals("RUNNING") && Instant.now().isBefore(end)) {
            Thread.sleep(50);
            status = looked("import", api.get(token, address)).expect(200).json();
        }
        if (status.get("state").asString().equals("RUNNING")) {
            throw new IllegalStateException("An import does not end: " + status);
        }
        accepted.merge(status.get("format").asString(), status.get("accepted").asLong(), Long::sum);
    }

    private static String part(String name, String value) {
        return "--b\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    private static String file(String name, String content) {
        return "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: text/csv\r\n\r\n" + content + "\r\n";
    }

    private Answer upload(String place, String parts) {
        Answer answer = api.sendRaw(
                "POST",
                PATH,
                token,
                BodyPublishers.ofByteArray((parts + "--b--\r\n").getBytes(ISO_8859_1)),
                Map.of(
                        "Content-Type",
                        "multipart/form-data;boundary=b",
                        "Accept",
                        "application/json, application/problem+json",
                        "Idempotency-Key",
                        UUID.randomUUID().toString()));
        if (answer.status() >= 500) {
            throw new IllegalStateException(place + " was answered " + answer.status() + " " + answer.body());
        }
        return looked(place, answer);
    }

    /** Who may import is told what the sender called the file (ADR 21); it stands in no other member and nowhere else. */
    private Answer looked(String place, Answer answer) {
        scan.look(
                "answer to " + place,
                FILE_NAME.matcher(answer.body()).replaceAll("")
                        + answer.response().headers().map());
        return answer;
    }
}
