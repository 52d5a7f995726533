package brightline.standalone.demo;

import brightline.events.Code;
import brightline.events.DeadlineId;
import brightline.events.ReviewId;
import brightline.events.code.ArrestKind;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What people do about the contacts that were logged: officers and a supervisor correct some, void a few and link what was entered
 * twice; the supervisor decides twice a week about the reviews that contacts have opened, and records what deadlines ask for.
 */
final class DemoDesk {
    private static final String SUPERVISOR = "supervisor";
    private static final Set<String> FIREARMS = Set.of("cps-scc/6-1", "nibrs/520");
    private static final Set<String> DRUGS = Set.of("cps-scc/5-17");
    private static final LocalTime MORNING = LocalTime.of(8, 30);
    private static final Duration BEFORE_A_LOOK = Duration.ofDays(6);
    private static final Duration STILL_OPEN = Duration.ofDays(60);
    private static final Duration JUST_AFTER = Duration.ofMinutes(2);
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(20);

    private final DemoDoor door;
    private final Consumer<Instant> clock;
    private final Map<String, String> officers;
    private final Instant end;
    private final PriorityQueue<Later> waiting =
            new PriorityQueue<>(Comparator.comparing(Later::at).thenComparing(Later::order));
    private final List<Opened> opened = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private final Map<String, Long> versions = new HashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private int order;

    /**
     * @param clock sets the moment of recording
     * @param officers ids by name
     * @param end nothing is done after it: what was to be done then stays open
     */
    DemoDesk(DemoDoor door, Consumer<Instant> clock, Map<String, String> officers, Instant start, Instant end) {
        this.door = door;
        this.clock = clock;
        this.officers = officers;
        this.end = end;
        nextMorning(LocalDate.ofInstant(start, DemoContacts.ZONE));
    }

    /** Something to be done. @param order of what is to be done at one moment */
    private record Later(Instant at, int order, Runnable what) {}

    /** A review to be decided about. @param contact null for a complaint's */
    private record Opened(
            Instant at,
            ReviewId review,
            String ground,
            @Nullable Contact contact) {}

    /** A contact as it was answered. @param version of its stream */
    private record Contact(
            String interaction,
            long version,
            String officer,
            Map<?, ?> student,
            Instant occurredAt,
            Instant recordedAt,
            Set<String> classes) {}

    /** Has something done at its moment, if that is before the end. */
    void later(Instant moment, Runnable what) {
        if (moment.isBefore(end)) {
            waiting.add(new Later(moment, order++, what));
        }
    }

    /** Does everything that was to be done before the moment. */
    void goOnTo(Instant moment) {
        while (!waiting.isEmpty() && waiting.peek().at().isBefore(moment)) {
            Later next = waiting.remove();
            clock.accept(next.at());
            next.what().run();
        }
    }

    /** What the last days leave to do, as far as it is done by their end. */
    void finish() {
        goOnTo(end);
    }

    /** Takes note of an incident just logged. @param number of the incident, from 1 */
    void logged(JsonNode answer, DemoContacts.Logged incident, int number) {
        List<?> students = (List<?>) Objects.requireNonNull(incident.document().get("students"));
        Instant occurredAt = Instant.parse(String.valueOf(incident.document().get("occurredAt")));
        for (int i = 0; i < students.size(); i++) {
            JsonNode interaction = answer.get("interactions").get(i);
            Contact contact = new Contact(
                    interaction.get("id").asString(),
                    interaction.get("version").asLong(),
                    incident.officer(),
                    (Map<?, ?>) students.get(i),
                    occurredAt,
                    incident.recordedAt(),
                    classes(interaction));
            follow(contact, i == 0 ? number : -1, students.size() == 1);
        }
        if (number % 120 == 60) {
            enteredTwice(answer, incident, number);
        }
        if (number % 300 == 150) {
            complaint(answer.get("interactions").get(0).get("id").asString(), incident.recordedAt(), number);
        }
    }

    private static Set<String> classes(JsonNode interaction) {
        Set<String> classes = new HashSet<>();
        interaction
                .get("involvements")
                .forEach(one -> classes.add(one.get("class").asString()));
        return classes;
    }

    /** @param number of the incident; negative where nothing but the rules' own consequences follow */
    private void follow(Contact contact, int number, boolean alone) {
        versions.put(contact.interaction(), contact.version());
        boolean arrest = actions(contact).stream()
                .anyMatch(code -> ArrestKind.of(new Code("police-action", code)) != ArrestKind.NONE);
        boolean plain = !arrest && contact.classes().stream().noneMatch(DemoDesk::isReviewed);
        if (number > 0 && alone && plain && number % 37 == 0) {
            voided(contact, number);
            return;
        }
        if (arrest) {
            open(contact.recordedAt(), contact, "ARREST");
        }
        grounds(contact.recordedAt(), contact, contact.classes());
        if (number > 0 && number % 41 == 0) {
            anotherCode(contact, number);
            return;
        }
        if (number > 0 && number % 173 == 0) {
            anotherStudent(contact, number);
        }
        deadlines(contact);
    }

    private static List<String> actions(Contact contact) {
        return contact.student().get("actions") instanceof List<?> actions
                ? actions.stream()
                        .map(action -> action instanceof Map<?, ?> one ? String.valueOf(one.get("code")) : "")
                        .toList()
                : List.of();
    }

    private static boolean isReviewed(String involvementClass) {
        return involvementClass.equals("ROUTINE_DISCIPLINE") || involvementClass.equals("NEEDS_REVIEW");
    }

    private void grounds(Instant at, Contact contact, Set<String> classes) {
        if (classes.contains("ROUTINE_DISCIPLINE")) {
            open(at, contact, "FLAGGED_CLASS");
        }
        if (classes.contains("NEEDS_REVIEW")) {
            open(at, contact, "NEEDS_REVIEW");
        }
    }

    private void open(Instant at, Contact contact, String ground) {
        if (seen.add(contact.interaction() + ground)) {
            opened.add(new Opened(at, ReviewId.of(contact.interaction(), ground), ground, contact));
        }
    }

    /** Now and then: true for every n-th of its kind. */
    private boolean every(int n, String kind) {
        return counts.merge(kind, 1, Integer::sum) % n == 0;
    }

    private JsonNode edit(Contact contact, String as, String edit, String key, Map<String, Object> body) {
        JsonNode answer = door.edit(
                as,
                "/api/commands/interactions/" + contact.interaction() + "/" + edit,
                key,
                Objects.requireNonNull(versions.get(contact.interaction())),
                body);
        versions.put(contact.interaction(), answer.get("version").asLong());
        return answer;
    }

    /** The officer finds the wrong code an hour and a half later: what was known and what is known differ, and so does the class. */
    private void anotherCode(Contact contact, int number) {
        Instant at = contact.recordedAt().plus(Duration.ofMinutes(90));
        later(at, () -> {
            JsonNode corrected = edit(
                    contact,
                    contact.officer(),
                    "corrections",
                    "correction-%05d".formatted(number),
                    Map.of("conduct", List.of("cps-scc/4-12"), "reason", "WRONG_CODE", "basis", "OWN_REVIEW"));
            grounds(at, contact, classes(corrected.get("interaction")));
        });
    }

    private void voided(Contact contact, int number) {
        later(
                contact.recordedAt().plus(Duration.ofHours(20)),
                () -> edit(
                        contact,
                        SUPERVISOR,
                        "void",
                        "void-%05d".formatted(number),
                        Map.of(
                                "reason",
                                every(2, "voided") ? "NOT_A_STUDENT" : "TEST_ENTRY",
                                "basis",
                                "SUPERVISOR_REVIEW")));
    }

    private void anotherStudent(Contact contact, int number) {
        DemoSchool school = DemoSchool.ALL.getFirst();
        later(
                contact.recordedAt().plus(Duration.ofHours(26)),
                () -> edit(
                        contact,
                        SUPERVISOR,
                        "subject-corrections",
                        "student-%05d".formatted(number),
                        Map.of(
                                "student",
                                DemoStudents.person(school, number % DemoStudents.PER_SCHOOL),
                                "statistics",
                                DemoStudents.statistics(school, number % DemoStudents.PER_SCHOOL),
                                "reason",
                                "WRONG_STUDENT",
                                "basis",
                                "SCHOOL_REPORT")));
    }

    /** The same incident from the patrol officer who was called to it, linked by the supervisor the next day. */
    private void enteredTwice(JsonNode first, DemoContacts.Logged incident, int number) {
        if (incident.officer().equals(DemoAgency.PATROL)) {
            return;
        }
        Map<String, Object> document = new HashMap<>(incident.document());
        document.remove("officer");
        document.put("capacity", "PATROL");
        later(incident.recordedAt().plus(Duration.ofMinutes(50)), () -> {
            Instant now = incident.recordedAt().plus(Duration.ofMinutes(50));
            JsonNode second =
                    door.post(DemoAgency.PATROL, "/api/commands/incidents", "twice-%05d".formatted(number), document);
            logged(second, new DemoContacts.Logged(now, DemoAgency.PATROL, document), -number);
            later(
                    now.plus(Duration.ofHours(22)),
                    () -> door.edit(
                            SUPERVISOR,
                            "/api/commands/incidents/" + second.get("incident").asString() + "/links",
                            "link-%05d".formatted(number),
                            second.get("version").asLong(),
                            Map.of(
                                    "primary", first.get("incident").asString(),
                                    "reason", "DOUBLE_ENTRY",
                                    "basis", "SUPERVISOR_REVIEW")));
        });
    }

    private void complaint(String interaction, Instant recordedAt, int number) {
        Instant received = recordedAt.plus(Duration.ofDays(3));
        later(received.plus(Duration.ofHours(1)), () -> {
            String complaint = door.post(
                            SUPERVISOR,
                            "/api/commands/complaints",
                            "complaint-%05d".formatted(number),
                            Map.of(
                                    "interaction",
                                    interaction,
                                    "kind",
                                    "PARENT_COMPLAINT",
                                    "receivedAt",
                                    received.toString()))
                    .get("id")
                    .asString();
            opened.add(new Opened(received, ReviewId.of(complaint, "COMPLAINT"), "COMPLAINT", null));
        });
    }

    private void deadlines(Contact contact) {
        List<?> conduct = contact.student().get("conduct") instanceof List<?> codes ? codes : List.of();
        if (conduct.stream().anyMatch(FIREARMS::contains)) {
            meet(contact, "IL-FIREARM-POLICE", Duration.ofHours(24), Duration.ofMinutes(2), null);
            meet(contact, "IL-FIREARM-PARENT", Duration.ofHours(24), Duration.ofMinutes(35), "PHONE");
        }
        if (conduct.stream().anyMatch(DRUGS::contains)) {
            meet(contact, "IL-DRUG-POLICE", Duration.ofHours(48), Duration.ofMinutes(5), null);
        }
    }

    /** Most are met in time; some late; some nobody is known to have met. @param manner code list {@code notice-manner} */
    private void meet(Contact contact, String rule, Duration limit, Duration usual, @Nullable String manner) {
        Instant due = contact.occurredAt().plus(limit);
        boolean late = every(16, "late " + rule);
        boolean missed = !late && every(21, "missed " + rule);
        if (late || missed) {
            Instant passed = due.plus(JUST_AFTER);
            later(
                    passed.isBefore(contact.recordedAt()) ? contact.recordedAt().plus(JUST_AFTER) : passed,
                    () -> untilMissed(contact, rule));
        }
        if (missed) {
            return;
        }
        Instant met =
                late ? due.plus(Duration.ofHours(5)) : contact.occurredAt().plus(usual);
        Instant now = latest(met, contact.recordedAt()).plus(Duration.ofMinutes(20));
        Map<String, Object> body =
                manner == null ? Map.of("metAt", met.toString()) : Map.of("metAt", met.toString(), "manner", manner);
        DeadlineId deadline = DeadlineId.of(contact.interaction(), rule);
        later(
                now,
                () -> door.decide(
                        SUPERVISOR,
                        "/api/commands/deadlines/" + deadline + "/met",
                        "met-" + deadline,
                        body,
                        "deadline-unknown"));
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** The program finds by itself that a deadline has passed: at the moment it has, and not when somebody looks later. */
    private void untilMissed(Contact contact, String rule) {
        String path = "/api/queries/deadlines?state=MISSED&rule=" + rule + "&interaction=" + contact.interaction();
        long patience = System.nanoTime() + LONGEST_LOOK.toNanos();
        while (door.get(SUPERVISOR, path).get("items").isEmpty()) {
            if (System.nanoTime() > patience) {
                throw new IllegalStateException("Nobody noticed that the deadline " + rule + " has passed");
            }
            DemoDoor.pause();
        }
    }

    private void nextMorning(LocalDate day) {
        LocalDate tuesday = day.with(TemporalAdjusters.next(DayOfWeek.TUESDAY));
        LocalDate friday = day.with(TemporalAdjusters.next(DayOfWeek.FRIDAY));
        LocalDate next = tuesday.isBefore(friday) ? tuesday : friday;
        Instant morning = next.atTime(MORNING).atZone(DemoContacts.ZONE).toInstant();
        later(morning, () -> {
            decide(morning);
            nextMorning(next);
        });
    }

    private void decide(Instant morning) {
        for (Iterator<Opened> waiting = opened.iterator(); waiting.hasNext(); ) {
            Opened review = waiting.next();
            if (review.at().isAfter(morning.minus(BEFORE_A_LOOK))) {
                continue;
            }
            boolean old = review.at().isBefore(morning.minus(STILL_OPEN));
            String mark = "waits " + review.review();
            if (counts.containsKey(mark)) {
                if (old) {
                    close(review);
                    waiting.remove();
                }
            } else if (every(8, "waits")) {
                counts.put(mark, 1);
                on(review, "assignment", Map.of("owner", SUPERVISOR));
            } else {
                close(review);
                waiting.remove();
            }
        }
    }

    private void close(Opened review) {
        String conclusion =
                switch (review.ground()) {
                    case "COMPLAINT" -> every(2, "complaint") ? "TRAINING_GIVEN" : "UNFOUNDED";
                    case "ARREST" -> every(9, "arrest") ? "POLICY_NOT_FOLLOWED" : "RIGHT_AS_RECORDED";
                    case "NEEDS_REVIEW" -> needsReview(review);
                    default -> flagged(review);
                };
        on(review, "close", Map.of("conclusion", conclusion));
    }

    /** The officer is asked whether there was danger and says no; every third time nobody can say, and the supervisor decides. */
    private String needsReview(Opened review) {
        Contact contact = Objects.requireNonNull(review.contact());
        if (every(3, "never said") && override(review, "LAW_ENFORCEMENT_DISCRETION", "FACTS_NOT_RECORDED")) {
            return "CLASS_OVERRIDDEN";
        }
        for (int action = 1; action <= actions(contact).size(); action++) {
            edit(
                    contact,
                    SUPERVISOR,
                    "corrections",
                    "danger-%s-%d".formatted(contact.interaction(), action),
                    Map.of(
                            "action", Map.of("number", action, "imminentThreat", "NO"),
                            "reason", "LEFT_OUT",
                            "basis", "SUPERVISOR_REVIEW"));
        }
        return "RECORD_CORRECTED";
    }

    private String flagged(Opened review) {
        if (every(14, "overridden")
                && override(
                        review,
                        "SAFETY_RESPONSE",
                        every(2, "reason") ? "AGREEMENT_SAYS_OTHERWISE" : "FACTS_NOT_RECORDED")) {
            return "CLASS_OVERRIDDEN";
        }
        if (every(4, "policy")) {
            return "POLICY_NOT_FOLLOWED";
        }
        return every(5, "training") ? "TRAINING_GIVEN" : "RIGHT_AS_RECORDED";
    }

    private boolean override(Opened review, String to, String reason) {
        String officer = Objects.requireNonNull(
                officers.get(Objects.requireNonNull(review.contact()).officer()));
        return on(review, "overrides", Map.of("officer", officer, "class", to, "reason", reason));
    }

    private boolean on(Opened review, String step, Map<String, Object> body) {
        return door.decide(
                SUPERVISOR,
                "/api/commands/reviews/" + review.review() + "/" + step,
                step + "-" + review.review(),
                body,
                "review-unknown");
    }
}
