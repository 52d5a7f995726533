package brightline.proof;

import brightline.command.imports.file.SourceKey;
import brightline.edge.keys.PersonalPart.Identity;
import brightline.edge.keys.PersonalPart.Narrative;
import brightline.edge.keys.PersonalPart.Statistics;
import brightline.edge.keys.PersonalParts;
import brightline.edge.keys.StudentIndex;
import brightline.events.code.CodeEntry;
import brightline.events.code.CodeLists;
import brightline.events.incident.IncidentEvent.IncidentOpened;
import brightline.events.interaction.InteractionEvent;
import brightline.events.interaction.InteractionEvent.NarrativeRecorded;
import brightline.events.interaction.InteractionEvent.SourceRecorded;
import brightline.events.interaction.InteractionRecord;
import brightline.events.officer.OfficerEvent;
import brightline.events.school.SchoolEvent.EnrolmentCounted;
import brightline.events.student.StudentEvent;
import brightline.proof.DamagedSheet.Column;
import brightline.proof.DamagedSheet.Kind;
import brightline.proof.DamagedSheet.Row;
import brightline.scenarios.RunningBrightline;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;

/** A format of files: what its records are made of, and what is on record of one afterwards. */
enum DamagedFormat {
    CONTACTS("brightline-csv", true, true) {
        @Override
        Map<String, DamagedSheet> sheets(Random random, long seed) {
            List<Row> rows = new ArrayList<>();
            Names names = Names.ofSomeFile(random);
            for (int i = 0; i < ROWS; i++) {
                rows.add(new Row("r" + i, contact(random, names, i)));
            }
            return Map.of("", new DamagedSheet(CONTACT, rows));
        }

        @Override
        Map<String, Object> told(RunningBrightline program, Row row, String own) {
            return contact(program, this, key(row, own, "source", "record_id", "person_number"));
        }
    },

    STOPS("california-stop-data", true, true) {
        @Override
        Map<String, DamagedSheet> sheets(Random random, long seed) {
            List<Row> rows = new ArrayList<>();
            for (int i = 0; i < ROWS; i++) {
                Map<String, String> cells = new LinkedHashMap<>(STOPPED.get(random.nextInt(STOPPED.size())));
                cells.put("DOJ_RECORD_ID", "K" + DamagedSheet.OWN + "-" + i);
                cells.put("CLOSEST_CITY", some(random, CITIES));
                rows.add(new Row("r" + i, cells));
            }
            return Map.of("", new DamagedSheet(STOP, rows));
        }

        @Override
        Map<String, Object> told(RunningBrightline program, Row row, String own) {
            return contact(program, this, key(row, own, "AGENCY_ORI", "DOJ_RECORD_ID", "PERSON_NUMBER"));
        }
    },

    OFFICERS("brightline-roster", true, false) {
        /** Each has a name of its own: one that bears a known name and another star is not taken for a new officer. */
        @Override
        Map<String, DamagedSheet> sheets(Random random, long seed) {
            List<Row> rows = new ArrayList<>();
            Names names = Names.ofSomeFile(random);
            for (int i = 0; i < ROWS; i++) {
                Map<String, String> cells = new LinkedHashMap<>();
                cells.put("star_number", DamagedSheet.OWN + "-" + i);
                cells.put("name", names.first(random) + " " + DamagedSheet.OWN + "-" + i + " " + names.last(random));
                cells.put("capacity", code("capacity", random));
                cells.put("school", "MAR");
                cells.put(
                        "from",
                        LocalDate.of(2025, 8, 1).plusDays(random.nextInt(60)).toString());
                cells.put("last_day", random.nextBoolean() ? "" : "2026-06-%02d".formatted(1 + random.nextInt(30)));
                cells.put("post", random.nextBoolean() ? "" : code("post", random));
                boolean confirmed = random.nextBoolean();
                cells.put("confirmed_on", confirmed ? "2026-02-03" : "");
                cells.put("confirmed_by", confirmed ? code("roster-side", random) : "");
                rows.add(new Row("r" + i, cells));
            }
            return Map.of("", new DamagedSheet(OFFICER, rows));
        }

        @Override
        Map<String, Object> told(RunningBrightline program, Row row, String own) {
            String id = new SourceKey(format, "officer", key(row, own, "star_number"))
                    .id()
                    .toString();
            List<String> events = events(program, id)
                    .map(OfficerEvent.class::cast)
                    .map(event -> event.toString().replace(id, "").replace(own + "-", DamagedSheet.OWN + "-"))
                    .toList();
            return events.isEmpty() ? Map.of() : Map.of("events", events);
        }
    },

    ENROLLMENT("brightline-enrolment", true, false) {
        /** A school of its own for each sending, and for as many files as there are days: a count's key is school and day. */
        @Override
        String own(char sending, long seed) {
            return sending + Long.toString(seed / FILES_OF_A_SCHOOL, Character.MAX_RADIX);
        }

        @Override
        Set<String> schools(char sending, long seed) {
            return Set.of("EN" + own(sending, seed));
        }

        @Override
        Map<String, DamagedSheet> sheets(Random random, long seed) {
            List<Row> rows = new ArrayList<>();
            for (int i = 0; i < ROWS; i++) {
                Map<String, String> cells = new LinkedHashMap<>();
                cells.put("school", "EN" + DamagedSheet.OWN);
                cells.put(
                        "day",
                        LocalDate.of(1990, 1, 1)
                                .plusDays(seed % FILES_OF_A_SCHOOL * ROWS + i)
                                .toString());
                cells.put("total", Integer.toString(600 + random.nextInt(900)));
                for (Column group : COUNTED.subList(3, COUNTED.size())) {
                    cells.put(group.name(), random.nextInt(3) == 0 ? "" : Integer.toString(random.nextInt(60)));
                }
                rows.add(new Row("r" + i, cells));
            }
            return Map.of("", new DamagedSheet(COUNTED, rows));
        }

        @Override
        Map<String, Object> told(RunningBrightline program, Row row, String own) {
            LocalDate day = LocalDate.parse(row.meant.get("day"));
            return events(program, "EN" + own)
                    .filter(EnrolmentCounted.class::isInstance)
                    .map(EnrolmentCounted.class::cast)
                    .filter(counted -> counted.day().equals(day))
                    .reduce((_, last) -> last)
                    .<Map<String, Object>>map(counted -> Map.of("total", counted.total(), "groups", counted.groups()))
                    .orElse(Map.of());
        }
    },

    STUDENTS("oneroster-1.2", false, true) {
        @Override
        Map<String, DamagedSheet> sheets(Random random, long seed) {
            Names names = Names.ofSomeFile(random);
            List<Row> users = new ArrayList<>();
            List<Row> roles = new ArrayList<>();
            List<Row> groups = new ArrayList<>();
            for (int i = 0; i < ROWS; i++) {
                String record = "r" + i;
                String user = "u" + DamagedSheet.OWN + "-" + i;
                users.add(new Row(
                        record,
                        Map.of(
                                "sourcedId",
                                user,
                                "givenName",
                                names.first(random),
                                "familyName",
                                names.last(random),
                                "identifier",
                                "N" + DamagedSheet.OWN + "-" + i,
                                "grades",
                                List.of("06", "07", "08", "09", "10", "11", "12")
                                        .get(random.nextInt(7)),
                                "primaryOrgSourcedId",
                                ORG)));
                roles.add(new Row(
                        record,
                        Map.of(
                                "sourcedId",
                                "r" + user,
                                "userSourcedId",
                                user,
                                "roleType",
                                "primary",
                                "role",
                                "student",
                                "beginDate",
                                "2025-08-%02d".formatted(1 + random.nextInt(28)),
                                "orgSourcedId",
                                ORG)));
                groups.add(new Row(
                        record,
                        Map.of(
                                "sourcedId",
                                user,
                                "birthDate",
                                birth(random),
                                "sex",
                                random.nextBoolean() ? "male" : "female",
                                "asian",
                                Boolean.toString(random.nextBoolean()),
                                "blackOrAfricanAmerican",
                                Boolean.toString(random.nextBoolean()),
                                "white",
                                "false")));
            }
            Map<String, DamagedSheet> sheets = new LinkedHashMap<>();
            sheets.put("users.csv", new DamagedSheet(USER, users));
            sheets.put("roles.csv", new DamagedSheet(ROLE, roles));
            sheets.put("demographics.csv", new DamagedSheet(GROUP, groups));
            return sheets;
        }

        @Override
        Map<String, Object> told(RunningBrightline program, Row row, String own) {
            Optional<String> id =
                    program.bean(StudentIndex.class).find("N" + own + "-" + row.record.substring(1)).stream()
                            .map(Objects::toString)
                            .findFirst();
            Map<String, Object> told = new TreeMap<>();
            PersonalParts parts = program.bean(PersonalParts.class);
            id.stream().flatMap(student -> events(program, student)).forEach(event -> {
                switch ((StudentEvent) event) {
                    case StudentEvent.StudentRegistered one ->
                        identity(parts.open(one.identity(), Identity.class).orElseThrow(), told);
                    case StudentEvent.IdentityChanged one ->
                        identity(parts.open(one.identity(), Identity.class).orElseThrow(), told);
                    case StudentEvent.StatisticsRecorded one -> {
                        Statistics group =
                                parts.open(one.statistics(), Statistics.class).orElseThrow();
                        put(told, "grade", group.gradeBand());
                        put(told, "race", group.race());
                        put(told, "sex", group.sex());
                    }
                    case StudentEvent.StudentEnrolled one -> {
                        put(told, "enrolled", one.school());
                        put(told, "since", one.from());
                    }
                    default -> {
                        // Not of what these files state.
                    }
                }
            });
            return told;
        }

        private static void identity(Identity identity, Map<String, Object> told) {
            put(told, "first", identity.firstName());
            put(told, "last", identity.lastName());
            put(told, "birth", identity.birthDate());
        }
    };

    static final String ORG = "drill-org";
    /** Of a file. */
    static final int ROWS = 28;

    private static final LocalDate DAY = LocalDate.of(2026, 1, 15);
    private static final List<String> FIRST =
            List.of("Vesper", "Émile", "Jo", "Ana María", "D'Andre", "Nguyễn", "Søren", "Mary-Kate", "Li");
    private static final List<String> LAST =
            List.of("Quillon", "O’Hara", "de la Cruz, Jr.", "Núñez", "Smith \"Smitty\"", "Żak", "Ho", "Van Der Berg");
    private static final List<String> CITIES = List.of("LAKEMONT", "La Cañada", "Peñón");
    private static final long FILES_OF_A_SCHOOL = 400;

    /** What the people of a file may be called. */
    private record Names(List<String> first, List<String> last) {
        private static final Names ALL = new Names(FIRST, LAST);
        private static final Names OF_WINDOWS = new Names(ofWindows(FIRST), ofWindows(LAST));

        /** Of half the files such as any encoding can say. */
        static Names ofSomeFile(Random random) {
            return random.nextBoolean() ? ALL : OF_WINDOWS;
        }

        private static List<String> ofWindows(List<String> names) {
            return names.stream()
                    .filter(DamagedSheet.WINDOWS_1252.newEncoder()::canEncode)
                    .toList();
        }

        String first(Random random) {
            return some(random, first);
        }

        String last(Random random) {
            return some(random, last);
        }
    }

    private static final List<Column> CONTACT = List.of(
            new Column("source", Kind.AS_IS, true),
            new Column("record_id", Kind.KEY, true),
            new Column("person_number", Kind.KEY, true),
            new Column("school", Kind.AS_IS, true),
            new Column("school_name", Kind.AS_IS, false),
            new Column("place", Kind.CODE, false),
            new Column("in_session", Kind.FLAG, false),
            new Column("occurred_at", Kind.MOMENT, true),
            new Column("rd", Kind.AS_IS, false),
            new Column("role", Kind.CODE, true),
            new Column("student_number", Kind.NUMBER, false),
            new Column("first_name", Kind.WORDS, false),
            new Column("last_name", Kind.WORDS, false),
            new Column("birth_date", Kind.DATE, false),
            new Column("race", Kind.CODE, false),
            new Column("sex", Kind.CODE, false),
            new Column("grade_band", Kind.CODE, false),
            new Column("age", Kind.COUNT, false),
            new Column("disability", Kind.CODE, false),
            new Column("english_learner", Kind.FLAG, false),
            new Column("initiator", Kind.CODE, false),
            new Column("conduct", Kind.CODE, false),
            new Column("imminent_threat", Kind.FLAG, false),
            new Column("actions", Kind.CODE, false),
            new Column("action_imminent_threat", Kind.FLAG, false),
            new Column("arrest_lawfully_possible", Kind.FLAG, false),
            new Column("outcome", Kind.CODE, false),
            new Column("narrative", Kind.ACCOUNT, false));

    private static final List<Column> OFFICER = List.of(
            new Column("star_number", Kind.KEY, true),
            new Column("name", Kind.WORDS, true),
            new Column("capacity", Kind.CODE, true),
            new Column("school", Kind.CODE, true),
            new Column("from", Kind.DATE, true),
            new Column("last_day", Kind.DATE, false),
            new Column("post", Kind.CODE, false),
            new Column("confirmed_on", Kind.DATE, false),
            new Column("confirmed_by", Kind.CODE, false));

    private static final List<Column> COUNTED = Stream.concat(
                    Stream.of(
                            new Column("school", Kind.CODE, true),
                            new Column("day", Kind.DATE, true),
                            new Column("total", Kind.COUNT, true)),
                    Stream.of("race", "sex")
                            .flatMap(list -> CodeLists.standard().validOn(list, LocalDate.of(2018, 1, 1)).stream())
                            .map(group -> new Column(group.key().toString(), Kind.COUNT, false)))
            .toList();

    private static final List<Column> USER = List.of(
            new Column("sourcedId", Kind.AS_IS, true),
            new Column("givenName", Kind.WORDS, false),
            new Column("familyName", Kind.WORDS, false),
            new Column("identifier", Kind.NUMBER, true),
            new Column("grades", Kind.CODE, false),
            new Column("primaryOrgSourcedId", Kind.AS_IS, false));

    private static final List<Column> ROLE = List.of(
            new Column("sourcedId", Kind.AS_IS, false),
            new Column("userSourcedId", Kind.AS_IS, true),
            new Column("roleType", Kind.AS_IS, true),
            new Column("role", Kind.AS_IS, true),
            new Column("beginDate", Kind.DATE, false),
            new Column("endDate", Kind.DATE, false),
            new Column("orgSourcedId", Kind.AS_IS, true));

    private static final List<Column> GROUP = Stream.of(
                    "sourcedId",
                    "birthDate",
                    "sex",
                    "americanIndianOrAlaskaNative",
                    "asian",
                    "blackOrAfricanAmerican",
                    "nativeHawaiianOrOtherPacificIslander",
                    "white",
                    "demographicRaceTwoOrMoreRaces",
                    "hispanicOrLatinoEthnicity")
            .map(name -> new Column(
                    name,
                    name.equals("sourcedId") ? Kind.AS_IS : name.equals("birthDate") ? Kind.DATE : Kind.CODE,
                    name.equals("sourcedId")))
            .toList();

    private static final Map<String, String> USES = uses();
    private static final List<Map<String, String>> STOPPED = stops();
    private static final List<Column> STOP = STOPPED.getFirst().keySet().stream()
            .map(name -> new Column(
                    name,
                    kindOfStop(name),
                    Set.of("DOJ_RECORD_ID", "PERSON_NUMBER").contains(name)))
            .toList();

    /** In the API. */
    final String format;

    /** Whether a record may come twice in a file. */
    final boolean repeats;

    /** Whether an optional cell that cannot be read is not stated, and costs its row nothing else. */
    final boolean cellsAlone;

    DamagedFormat(String format, boolean repeats, boolean cellsAlone) {
        this.format = format;
        this.repeats = repeats;
        this.cellsAlone = cellsAlone;
    }

    /** The file's sheets, by name; one of no name where a file is one sheet. Every row is as it was meant. */
    abstract Map<String, DamagedSheet> sheets(Random random, long seed);

    /** What is on record of the record, in a form that does not tell one sending from another; empty where nothing is. */
    abstract Map<String, Object> told(RunningBrightline program, Row row, String own);

    /** What tells a sending's keys from those of others. */
    String own(char sending, long seed) {
        return sending + Long.toString(seed, Character.MAX_RADIX);
    }

    /** The codes of those that a sending needs and nothing else brings. */
    Set<String> schools(char sending, long seed) {
        return Set.of();
    }

    private static Map<String, String> contact(Random random, Names names, int number) {
        Map<String, String> cells = new LinkedHashMap<>();
        boolean known = random.nextInt(4) > 0;
        boolean acted = random.nextBoolean();
        cells.put("source", "Drill records");
        cells.put("record_id", "I" + DamagedSheet.OWN + "-" + number / 2);
        cells.put("person_number", Integer.toString(number % 2 + 1));
        cells.put("school", "MAR");
        cells.put("school_name", "");
        cells.put("place", "CAFETERIA");
        cells.put("in_session", "YES");
        String local =
                "2026-01-%02dT%02d:%02d".formatted(1 + random.nextInt(28), 9 + random.nextInt(6), random.nextInt(60));
        cells.put("occurred_at", random.nextBoolean() ? local : local + ":00-06:00");
        cells.put("role", random.nextInt(4) > 0 ? "SUBJECT" : "WITNESS");
        String first = names.first(random);
        String last = names.last(random);
        String birth = birth(random);
        // One number, one person: under the number of another the row would be refused.
        long person = Math.floorMod((first + last + birth).hashCode(), 900_000_000L);
        cells.put("student_number", known ? "2026" + (1_000_000_000L + person) + number % 2 : "");
        cells.put("first_name", known ? first : "");
        cells.put("last_name", known ? last : "");
        cells.put("birth_date", known ? birth : "");
        cells.put("race", code("race", random));
        cells.put("sex", code("sex", random));
        cells.put("grade_band", code("grade-band", random));
        cells.put("age", random.nextBoolean() ? "" : Integer.toString(11 + random.nextInt(8)));
        cells.put("disability", code("disability", random));
        cells.put("english_learner", flag(random));
        cells.put("initiator", code("initiator", random));
        cells.put("conduct", "nibrs/" + code("nibrs", random));
        cells.put("imminent_threat", flag(random));
        cells.put("actions", acted ? "A2_ESCORT|A3_CITE" : "A1_ADVICE");
        cells.put("action_imminent_threat", acted && random.nextBoolean() ? "|YES" : "");
        cells.put("arrest_lawfully_possible", flag(random));
        cells.put("outcome", random.nextBoolean() ? "" : code("outcome", random));
        cells.put("narrative", random.nextBoolean() ? "" : "Said \"no\", left;\nwas back by noon.");
        return cells;
    }

    private static String flag(Random random) {
        return List.of("YES", "NO", "").get(random.nextInt(3));
    }

    private static String birth(Random random) {
        return LocalDate.of(2008, 1, 1).plusDays(random.nextInt(2_000)).toString();
    }

    private static String some(Random random, List<String> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static String code(String list, Random random) {
        List<CodeEntry> codes = CodeLists.standard().validOn(list, DAY);
        return codes.get(random.nextInt(codes.size())).code();
    }

    private static List<String> key(Row row, String own, String... columns) {
        return Arrays.stream(columns)
                .map(column -> Objects.requireNonNull(row.meant.get(column)).replace(DamagedSheet.OWN, own))
                .toList();
    }

    private static Stream<Object> events(RunningBrightline program, String stream) {
        return program.bean(EventStore.class).readEvents(stream).asStream().map(message -> message.getPayload());
    }

    private static void put(Map<String, Object> told, String field, @Nullable Object value) {
        if (value == null) {
            told.remove(field);
        } else {
            told.put(field, value);
        }
    }

    private static Map<String, Object> contact(RunningBrightline program, DamagedFormat format, List<String> key) {
        List<InteractionEvent> events = events(
                        program,
                        new SourceKey(format.format, "person", key)
                                .compared()
                                .id()
                                .toString())
                .map(InteractionEvent.class::cast)
                .toList();
        if (events.isEmpty()) {
            return Map.of();
        }
        @Nullable InteractionRecord folded = null;
        for (InteractionEvent event : events) {
            folded = InteractionRecord.evolve(folded, event);
        }
        InteractionRecord record = Objects.requireNonNull(folded);
        PersonalParts parts = program.bean(PersonalParts.class);
        Map<String, Object> told = new TreeMap<>();
        put(told, "role", record.role());
        put(told, "at", record.occurredAt());
        put(told, "initiator", record.initiator());
        put(told, "conduct", record.conduct());
        put(told, "actions", record.actions());
        put(told, "treatment", record.treatment());
        put(told, "decision", record.decision());
        put(
                told,
                "identity",
                parts.open(record.identity(), Identity.class)
                        .map(DamagedFormat::clear)
                        .orElse(null));
        put(
                told,
                "statistics",
                parts.open(record.statistics(), Statistics.class)
                        .map(DamagedFormat::clear)
                        .orElse(null));
        for (InteractionEvent event : events) {
            if (event instanceof NarrativeRecorded account) {
                put(
                        told,
                        "narrative",
                        parts.open(account.narrative(), Narrative.class)
                                .map(Narrative::text)
                                .orElse(null));
            } else if (event instanceof SourceRecorded source) {
                put(told, "codes", source.codes());
                put(told, "values", source.values());
            }
        }
        events(program, record.incidentId().toString())
                .filter(IncidentOpened.class::isInstance)
                .map(IncidentOpened.class::cast)
                .forEach(opened -> {
                    put(told, "school", opened.school());
                    put(told, "place", opened.place());
                    put(told, "inSession", opened.inSession());
                });
        return told;
    }

    /** Personal parts say nothing of themselves. */
    private static String clear(Identity one) {
        return one.number() + "|" + one.firstName() + "|" + one.lastName() + "|" + one.birthDate();
    }

    private static String clear(Statistics one) {
        return one.race() + "|" + one.sex() + "|" + one.gradeBand() + "|" + one.age() + "|" + one.disability() + "|"
                + one.englishLearner();
    }

    private static Kind kindOfStop(String column) {
        return switch (column) {
            case "DOJ_RECORD_ID", "PERSON_NUMBER" -> Kind.KEY;
            case "TIME_OF_STOP", "REASON_FOR_STOP" -> Kind.CODE;
            case "DATE_OF_STOP" -> Kind.DATE;
            default ->
                switch (USES.getOrDefault(column, "value")) {
                    case "tick", "personal" -> Kind.COUNT;
                    default -> Kind.AS_IS;
                };
        };
    }

    private static Map<String, String> uses() {
        try (InputStream table = Objects.requireNonNull(
                DamagedFormat.class.getResourceAsStream("/brightline/command/imports/california_stop_columns.csv"))) {
            Map<String, String> uses = new TreeMap<>();
            new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .forEach(line -> {
                        String[] cells = line.split(",", 4);
                        uses.put(cells[0], cells[2]);
                        uses.put(cells[1], cells[2]);
                    });
            return uses;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The sample's rows of students at schools. */
    private static List<Map<String, String>> stops() {
        try {
            List<String> lines = Files.readAllLines(Path.of("..", "samples", "california-stops-sample.csv"));
            List<String> header = List.of(lines.getFirst().split(",", -1));
            return lines.stream()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .filter(cells -> cells.length == header.size())
                    .map(cells -> {
                        Map<String, String> row = new LinkedHashMap<>();
                        IntStream.range(0, cells.length).forEach(i -> row.put(header.get(i), cells[i]));
                        return row;
                    })
                    .filter(row -> "1".equals(row.get("STOP_STUDENT")) && "1".equals(row.get("K12_SCHOOL_GROUNDS")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
