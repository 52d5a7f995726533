package brightline.standalone.demo;

import brightline.edge.access.AccountRole;
import brightline.edge.clock.RecordingClock;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/**
 * Fills an empty installation with an invented agency and a year of its contacts, through the same addresses that people
 * and programs use: officers log, officers and a supervisor correct, the supervisor decides, the coordinator keeps the program.
 */
public final class DemoAgency {
    static final String PATROL = "dupree";

    private static final String COORDINATOR = AccountRole.COORDINATOR.text();
    private static final String POLICE = "Ridgemont Police Department";
    private static final String DISTRICT = "Ridgemont School District";
    private static final Map<String, String> OFFICERS = officers();

    private final ApplicationContext context;
    private final URI base;
    private final HttpClient http;
    private final Consumer<String> progress;
    private final RecordingClock clock;

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
        try (DemoDoor door = new DemoDoor(context, base, http)) {
            clock.set(at(firstDay.minusDays(14), LocalTime.of(9, 0)));
            Map<AccountRole, String> passwords = new EnumMap<>(AccountRole.class);
            for (AccountRole role : AccountRole.values()) {
                if (role != AccountRole.SRO) {
                    passwords.put(role, door.admit(role.text(), role, null, Set.of("MAR")));
                }
            }
            Map<String, String> officers = programme(door, firstDay);
            officers.forEach((name, id) -> {
                String password = door.admit(name, AccountRole.SRO, id, schoolsOf(name));
                if (name.equals(DemoSchool.ALL.getFirst().sro())) {
                    passwords.put(AccountRole.SRO, password);
                }
            });
            String first = agreement(door, "first", "Agreement on school resource officers", firstDay);
            DemoProgramme programme = new DemoProgramme(door, clock::set, officers);
            programme.train(firstDay);
            clock.set(at(firstDay, LocalTime.of(7, 0)));
            students(door, firstDay);
            List<DemoContacts.Logged> contacts = new DemoContacts(firstDay, lastDay).draw(officers);
            progress.accept(
                    "Seeding %d invented contacts from %s to %s ...".formatted(contacts.size(), firstDay, lastDay));
            DemoDesk desk = new DemoDesk(
                    door,
                    clock::set,
                    officers,
                    at(firstDay, LocalTime.MIDNIGHT),
                    at(lastDay.plusDays(1), LocalTime.MIDNIGHT));
            LocalDate renewed = renewedFrom(firstDay);
            desk.later(at(renewed.minusDays(12), LocalTime.NOON), () -> {
                door.post(
                        COORDINATOR,
                        "/api/commands/agreements/" + first + "/end",
                        "agreement-first-end",
                        Map.of("lastDay", renewed.minusDays(1).toString()));
                agreement(door, "second", "Agreement on school resource officers, renewed", renewed);
            });
            record(door, contacts, programme, desk);
            return new Filled(lines(passwords), contacts.size());
        } finally {
            clock.set(null);
        }
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(DemoContacts.ZONE).toInstant();
    }

    private Map<String, String> programme(DemoDoor door, LocalDate firstDay) {
        door.put(
                COORDINATOR,
                "/api/commands/agency",
                "settings",
                Map.of(
                        "name",
                        POLICE,
                        "zone",
                        DemoContacts.ZONE.getId(),
                        "schoolYearStart",
                        "--08-01",
                        "jurisdiction",
                        "illinois",
                        "lateAfterHours",
                        24,
                        "smallCellThreshold",
                        10,
                        "statistics",
                        "DROP"));
        for (DemoSchool school : DemoSchool.ALL) {
            door.post(
                    COORDINATOR,
                    "/api/commands/schools",
                    "school-" + school.code(),
                    Map.of("code", school.code(), "name", school.name()));
        }
        Map<String, String> ids = new LinkedHashMap<>();
        OFFICERS.forEach((name, capacity) -> ids.put(
                name,
                door.post(
                                COORDINATOR,
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
            door.post(
                    COORDINATOR,
                    "/api/commands/officers/" + ids.get(school.sro()) + "/assignments",
                    "assignment-" + school.code(),
                    Map.of("school", school.code(), "from", firstDay.toString()));
        }
        return ids;
    }

    /** The agreement is renewed for the second school year. */
    private static LocalDate renewedFrom(LocalDate firstDay) {
        return LocalDate.of(firstDay.getYear() + 1, Month.AUGUST, 1);
    }

    /** An agreement between the police and the district, in force from that day. */
    private static String agreement(DemoDoor door, String key, String title, LocalDate from) {
        String agreement = door.post(
                        COORDINATOR,
                        "/api/commands/agreements",
                        "agreement-" + key,
                        Map.of("kind", "MOU", "title", title, "parties", List.of(POLICE, DISTRICT)))
                .get("agreement")
                .asString();
        door.post(
                COORDINATOR,
                "/api/commands/agreements/" + agreement + "/in-force",
                "agreement-" + key + "-in-force",
                Map.of("ruleSet", 1, "from", from.toString()));
        door.post(
                COORDINATOR,
                "/api/commands/agreements/" + agreement + "/versions",
                "agreement-" + key + "-version",
                Map.of(
                        "version",
                        1,
                        "writtenOn",
                        from.minusDays(45).toString(),
                        "parties",
                        List.of(POLICE, DISTRICT),
                        "clauses",
                        Map.of(
                                "ROLES", Map.of("present", "YES", "section", "2"),
                                "TRAINING", Map.of("present", "YES", "section", "5"),
                                "NO_TICKETS", Map.of("present", "YES", "section", "6"),
                                "DATA", Map.of("present", "YES", "section", "8")),
                        "disciplineSection",
                        "4"));
        door.post(
                COORDINATOR,
                "/api/commands/agreements/" + agreement + "/adoptions",
                "agreement-" + key + "-adoption",
                Map.of("version", 1, "from", from.toString()));
        return agreement;
    }

    private static Set<String> schoolsOf(String officer) {
        return DemoSchool.ALL.stream()
                .filter(school -> officer.equals(PATROL) || school.sro().equals(officer))
                .map(DemoSchool::code)
                .collect(Collectors.toSet());
    }

    /** The district's list is taken in on the morning of the first day: of a student who is yet to come, no school is known. */
    private static void students(DemoDoor door, LocalDate firstDay) {
        JsonNode begun = door.upload(
                COORDINATOR, "students", "oneroster-1.2", "ridgemont-students.zip", DemoStudents.roster(firstDay));
        String path = "/api/commands/imports/" + begun.get("id").asString();
        JsonNode now = door.get(COORDINATOR, path);
        while (now.get("state").asString().equals("RUNNING")) {
            DemoDoor.pause();
            now = door.get(COORDINATOR, path);
        }
        if (!now.get("state").asString().equals("DONE") || now.get("rejected").asLong() > 0) {
            throw new IllegalStateException("The students' list was not taken in: " + now);
        }
    }

    private void record(DemoDoor door, List<DemoContacts.Logged> contacts, DemoProgramme programme, DemoDesk desk) {
        int number = 0;
        for (DemoContacts.Logged contact : contacts) {
            desk.goOnTo(contact.recordedAt());
            programme.goOnTo(contact.recordedAt());
            clock.set(contact.recordedAt());
            JsonNode answer = door.post(
                    contact.officer(), "/api/commands/incidents", "contact-%05d".formatted(number), contact.document());
            programme.divert(answer, contact);
            number++;
            desk.logged(answer, contact, number);
            if (number % 250 == 0) {
                progress.accept("  %d of %d".formatted(number, contacts.size()));
            }
        }
        desk.finish();
    }

    private static List<String> lines(Map<AccountRole, String> passwords) {
        List<String> lines = new ArrayList<>();
        passwords.forEach((role, password) -> lines.add(role.text() + " "
                + (role == AccountRole.SRO ? DemoSchool.ALL.getFirst().sro() : role.text()) + " " + password));
        return lines;
    }

    private static Map<String, String> officers() {
        Map<String, String> capacities = new LinkedHashMap<>();
        for (DemoSchool school : DemoSchool.ALL) {
            capacities.put(school.sro(), "SRO");
        }
        capacities.put(PATROL, "PATROL");
        return capacities;
    }
}
