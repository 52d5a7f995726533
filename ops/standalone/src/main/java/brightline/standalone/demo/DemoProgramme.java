package brightline.standalone.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** What belongs to the programme beside its contacts: trainings, confirmations of the roster, and what became of alternatives to arrest. */
final class DemoProgramme {
    private static final String COORDINATOR = "coordinator";
    private static final String STATE_COURSE = "SRO_COURSE";
    private static final String WITHOUT_STATE_COURSE = "okonkwo";
    private static final List<String> TOPICS = List.of(
            "LEGAL",
            "CULTURE",
            "PROBLEM_SOLVING",
            "DE_ESCALATION",
            "YOUTH_DEVELOPMENT",
            "CRISIS",
            "DISABILITY",
            "STUDENT_GROUPS",
            STATE_COURSE);
    private static final Period UNTIL_AN_OUTCOME = Period.ofDays(21);

    private final DemoDoor door;
    private final Consumer<Instant> clock;
    private final Map<String, String> officers;
    private final Set<YearMonth> confirmed = new HashSet<>();
    private final Deque<Outcome> outcomes = new ArrayDeque<>();
    private int offered;

    /**
     * @param clock sets the moment of recording
     * @param officers ids by name
     */
    DemoProgramme(DemoDoor door, Consumer<Instant> clock, Map<String, String> officers) {
        this.door = door;
        this.clock = clock;
        this.officers = officers;
    }

    /** What will be known of an accepted offer. @param step last part of the address */
    private record Outcome(LocalDate on, String diversion, String step, Map<String, Object> body) {}

    /** Everybody is trained before the first day, but for one who lacks the state board's course. */
    void train(LocalDate firstDay) {
        door.post(
                COORDINATOR,
                "/api/commands/agency/coordinators",
                "coordinator",
                Map.of("name", "Morgan Ashdown", "from", firstDay.toString()));
        DemoSchool.ALL.stream()
                .map(DemoSchool::sro)
                .distinct()
                .forEach(officer -> TOPICS.stream()
                        .filter(topic -> !topic.equals(STATE_COURSE) || !officer.equals(WITHOUT_STATE_COURSE))
                        .forEach(topic -> door.post(
                                COORDINATOR,
                                "/api/commands/officers/" + officers.get(officer) + "/trainings",
                                "training-" + officer + "-" + topic,
                                Map.of(
                                        "topic", topic,
                                        "completedOn", firstDay.minusDays(40).toString(),
                                        "expiresOn", firstDay.plusYears(3).toString()))));
    }

    /** What was to happen until then: both sides confirm the roster once a month, but for one school that stopped after the first. */
    void goOnTo(Instant moment) {
        LocalDate day = LocalDate.ofInstant(moment, DemoContacts.ZONE);
        boolean first = confirmed.isEmpty();
        if (confirmed.add(YearMonth.from(day))) {
            clock.accept(moment);
            DemoSchool.ALL.stream()
                    .filter(school -> first || !school.equals(DemoSchool.ALL.getLast()))
                    .forEach(school -> confirm(school, day));
        }
        while (!outcomes.isEmpty() && outcomes.getFirst().on().isBefore(day)) {
            Outcome outcome = outcomes.removeFirst();
            clock.accept(moment);
            door.post(
                    COORDINATOR,
                    "/api/commands/diversions/" + outcome.diversion() + "/" + outcome.step(),
                    "diversion-" + outcome.diversion() + "-" + outcome.step(),
                    outcome.body());
        }
    }

    private void confirm(DemoSchool school, LocalDate day) {
        for (String side : List.of("POLICE", "SCHOOL")) {
            door.post(
                    COORDINATOR,
                    "/api/commands/officers/" + officers.get(school.sro()) + "/assignments/confirmations",
                    "confirmation-%s-%s-%s".formatted(school.code(), day, side),
                    Map.of("school", school.code(), "on", day.toString(), "side", side));
        }
    }

    /**
     * Offers restorative circles where a contact ended with one. Three of five are completed, one fails, and of one nothing is
     * heard again.
     */
    void divert(JsonNode answer, DemoContacts.Logged contact) {
        List<?> students = (List<?>) Objects.requireNonNull(contact.document().get("students"));
        LocalDate day = LocalDate.ofInstant(contact.recordedAt(), DemoContacts.ZONE);
        for (int i = 0; i < students.size(); i++) {
            if (!(students.get(i) instanceof Map<?, ?> student) || !"RJ_CIRCLE".equals(student.get("outcome"))) {
                continue;
            }
            String interaction = answer.get("interactions").get(i).get("id").asString();
            String diversion = door.post(
                            COORDINATOR,
                            "/api/commands/diversions",
                            "diversion-" + interaction,
                            Map.of(
                                    "interaction",
                                    interaction,
                                    "kind",
                                    "RJ_CIRCLE",
                                    "offeredAt",
                                    contact.recordedAt().toString()))
                    .get("diversion")
                    .asString();
            door.post(
                    COORDINATOR,
                    "/api/commands/diversions/" + diversion + "/acceptance",
                    "diversion-" + diversion + "-acceptance",
                    Map.of("on", day.toString()));
            LocalDate known = day.plus(UNTIL_AN_OUTCOME);
            switch (offered++ % 5) {
                case 0 -> {
                    // Nobody hears of it again.
                }
                case 1 ->
                    outcomes.add(new Outcome(
                            known, diversion, "failure", Map.of("on", known.toString(), "reason", "AGREEMENT_BROKEN")));
                default -> outcomes.add(new Outcome(known, diversion, "completion", Map.of("on", known.toString())));
            }
        }
    }
}
