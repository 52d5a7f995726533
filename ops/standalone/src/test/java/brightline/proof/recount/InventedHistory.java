package brightline.proof.recount;

import brightline.scenarios.Desk;
import brightline.scenarios.RunningBrightline;
import brightline.scenarios.RunningBrightline.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a small district might record in a year and a half, made of a seed and sent as people send it: contacts, corrections, voids, double
 * entries, diversions, questioning, the roster, reviews, files. Rare combinations come often. What is refused is left out.
 */
final class InventedHistory {
    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
    private static final List<String> CONDUCT = List.of(
            "cps-scc/NO_CONDUCT",
            "cps-scc/1-8",
            "cps-scc/2-6",
            "cps-scc/3-3",
            "cps-scc/4-5",
            "nibrs/90C",
            "cps-scc/4-7",
            "cps-scc/4-12",
            "nibrs/13B",
            "nibrs/520",
            "nibrs/510");
    private static final List<String> ACTIONS = List.of(
            "A0_PRESENCE",
            "A0_REFER_BACK",
            "A1_ADVICE",
            "A1_CALL_GUARDIAN",
            "A2_ESCORT",
            "A2_QUESTION",
            "A2_SEARCH_PERSON",
            "A2_SEARCH_PROPERTY",
            "A2_DETAIN",
            "A2_HANDCUFF",
            "A3_CITE",
            "A3_ARREST",
            "A3_STATION_ADJ",
            "D_ENFORCE_RULE",
            "D_RECOMMEND");
    private static final List<String> OUTCOMES = List.of(
            "NONE",
            "NO_ACTION",
            "REFER_BACK",
            "WARN_VERBAL",
            "WARN_WRITTEN",
            "COUNSEL_REFER",
            "GUARDIAN_RELEASE",
            "RJ_CIRCLE",
            "JISC",
            "STATION_INFORMAL",
            "PROBATION_ADJ",
            "TEEN_COURT",
            "MUNI_TICKET",
            "NOTICE_TO_APPEAR",
            "ARREST_PETITION",
            "ARREST_PETITION");
    private static final List<String> PLACES =
            List.of("CLASSROOM", "HALLWAY", "GROUNDS", "BUS", "OFF_CAMPUS", "OTHER", "HALLWAY", "CAFETERIA");
    private static final List<String> INITIATORS = List.of(
            "STAFF_REQUEST", "STAFF_REQUEST", "OFFICER", "DISPATCH", "STUDENT", "WARRANT", "SCREENING", "OTHER");
    private static final List<String> RACES = List.of("BLACK", "WHITE", "HISPANIC", "ASIAN", "MULTIRACIAL");
    private static final List<String> TOPICS = List.of(
            "LEGAL",
            "CULTURE",
            "PROBLEM_SOLVING",
            "DE_ESCALATION",
            "YOUTH_DEVELOPMENT",
            "CRISIS",
            "DISABILITY",
            "STUDENT_GROUPS");
    private static final List<String> PRESENT =
            List.of("PARENT", "SCHOOL_NURSE", "SCHOOL_COUNSELOR", "LAWYER", "ADMINISTRATOR", "TEACHER", "OTHER");

    /** Lines of a file of every other history: more contacts than limits of chance are exact for. */
    private static final int MANY = 300;

    private static final int FEW = 3;

    private final RunningBrightline brightline;
    private final Desk desk;
    private final long seed;
    private final Random random;
    private final String name;
    private final List<String> schools = new ArrayList<>();
    private final List<String> officers = new ArrayList<>();
    private final Map<String, String> stars = new LinkedHashMap<>();
    private final List<Logged> logged = new ArrayList<>();
    private final List<String> diversions = new ArrayList<>();
    private final Map<String, Integer> refusals = new TreeMap<>();
    private final List<Instant> moments = new ArrayList<>();
    private Instant now;
    private int accepted;

    /** A recorded contact as it can be edited. */
    private static final class Logged {
        final String incident;
        final String contact;
        final Instant occurredAt;
        final int actions;
        final String officer;
        long version;
        long incidentVersion;

        Logged(
                String incident,
                String contact,
                Instant occurredAt,
                int actions,
                String officer,
                long version,
                long incidentVersion) {
            this.officer = officer;
            this.incident = incident;
            this.contact = contact;
            this.occurredAt = occurredAt;
            this.actions = actions;
            this.version = version;
            this.incidentVersion = incidentVersion;
        }
    }

    /** @param start when it begins: later than all that was recorded before */
    InventedHistory(RunningBrightline brightline, Desk desk, long seed, Instant start) {
        this.brightline = brightline;
        this.desk = desk;
        this.seed = seed;
        this.random = new Random(seed);
        this.name = "H" + seed;
        this.now = start;
    }

    Set<String> schools() {
        return new TreeSet<>(schools);
    }

    /** When something was recorded, in order. */
    List<Instant> moments() {
        return moments;
    }

    /** How often what was refused; most of what is sent is accepted. */
    Map<String, Integer> refusals() {
        return refusals;
    }

    /** How much was recorded. */
    int accepted() {
        return accepted;
    }

    Instant now() {
        return now;
    }

    /**
     * All of it happens, one after the other.
     *
     * @param contacts how many incidents are recorded, apart from doubles and files
     * @param betweenTimes is done after each of them
     */
    void happen(int contacts, Runnable betweenTimes) {
        brightline.now(now);
        for (String school : List.of("A", "B", "C")) {
            schools.add(name + school);
            post("schools", Map.of("code", name + school, "name", "School " + name + school));
        }
        for (String capacity : List.of("SRO", "SRO", "PATROL", "SCHOOL_SERGEANT")) {
            String star = name + "-" + officers.size();
            JsonNode answer =
                    post("officers", Map.of("starNumber", star, "name", "Officer " + star, "capacity", capacity));
            String id = answer.get("officer").asString();
            officers.add(id);
            stars.put(id, star);
        }
        for (int i = 0; i < contacts; i++) {
            advance();
            contact();
            for (int more = random.nextInt(3); more > 0; more--) {
                advance();
                something();
            }
            betweenTimes.run();
        }
        advance();
        imported();
        advance();
        desk.settle();
        overrides();
        moments.add(now.plusSeconds(30));
    }

    private void advance() {
        now = now.plus(Duration.ofMinutes(chance(3) ? 1 + random.nextInt(120) : 1 + random.nextInt(45 * 24 * 60)));
        moments.add(now.plusSeconds(30));
        brightline.now(now);
    }

    private void something() {
        switch (random.nextInt(13)) {
            case 0, 1, 2 -> correction();
            case 3 -> voiding();
            case 4, 5 -> doubleEntry();
            case 6, 7 -> diversion();
            case 8 -> complaint();
            case 9 -> roster();
            case 10 -> training();
            case 11 -> listed();
            default -> schoolCorrection();
        }
    }

    // Contacts.

    private void contact() {
        Instant occurredAt = now.minus(Duration.ofMinutes(
                        chance(2)
                                ? 1 + random.nextInt(300)
                                : 1 + random.nextInt(chance(3) ? 40 * 24 * 60 : 2 * 24 * 60)))
                .truncatedTo(ChronoUnit.MINUTES);
        String officer = one(officers);
        List<Map<String, Object>> students = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            int number = random.nextInt(9);
            if (!numbers.contains(number)) {
                numbers.add(number);
                students.add(student(number, occurredAt));
            }
        }
        record(one(schools), occurredAt, officer, students);
    }

    private void record(String school, Instant occurredAt, String officer, List<Map<String, Object>> students) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("occurredAt", occurredAt.toString());
        document.put("school", school);
        if (!chance(10)) {
            document.put("place", one(PLACES));
        }
        if (!chance(8)) {
            document.put("inSession", chance(5) ? "NO" : "YES");
        }
        document.put("officer", officer);
        document.put("students", students);
        JsonNode answer = post("incidents", document);
        JsonNode interactions = answer.get("interactions");
        if (interactions == null) {
            return;
        }
        for (int i = 0; i < students.size(); i++) {
            logged.add(new Logged(
                    answer.get("incident").asString(),
                    interactions.get(i).get("id").asString(),
                    occurredAt,
                    ((List<?>) students.get(i).getOrDefault("actions", List.of())).size(),
                    officer,
                    interactions.get(i).get("version").asLong(),
                    answer.get("version").asLong()));
        }
    }

    private Map<String, Object> student(int number, Instant occurredAt) {
        Map<String, Object> student = new LinkedHashMap<>();
        String role = chance(4) ? one(List.of("VICTIM", "WITNESS", "REPORTER", "BYSTANDER")) : "SUBJECT";
        student.put("role", role);
        if (number > 0) {
            Map<String, Object> person = new LinkedHashMap<>(Map.of("number", name + "-S" + number));
            String home = chance(12) ? Involvement.NON_STUDENT : chance(5) ? null : one(schools);
            if (home != null) {
                person.put("homeSchool", home);
            }
            student.put("student", person);
        }
        if (!chance(6)) {
            student.put("statistics", statistics());
        }
        if (!chance(10)) {
            String initiator = one(INITIATORS);
            student.put("initiator", initiator);
            if (initiator.equals("STAFF_REQUEST")) {
                student.put("requestedBy", "TEACHER");
            }
        }
        if (!chance(8)) {
            student.put("conduct", chance(4) ? List.of(one(CONDUCT), one(CONDUCT)) : List.of(one(CONDUCT)));
        }
        danger(student, "imminentThreat", 3);
        List<Map<String, Object>> actions = new ArrayList<>();
        for (int i = role.equals("SUBJECT") ? 1 + random.nextInt(3) : random.nextInt(2); i > 0; i--) {
            actions.add(action());
        }
        if (!actions.isEmpty()) {
            student.put("actions", actions);
        }
        if (!chance(5)) {
            student.put("arrestLawfullyPossible", chance(4) ? "NO" : "YES");
        }
        if (!chance(4)) {
            student.put("outcome", one(OUTCOMES));
        }
        student.put("alternativesConsidered", List.of(Map.of("code", "RJ_CIRCLE", "unusedReason", "VICTIM_DECLINED")));
        if (chance(2)) {
            student.put("deEscalation", calming(actions.size()));
        }
        if (chance(3)) {
            student.put("questioning", questioning(occurredAt));
        }
        if (chance(8)) {
            student.put("force", List.of(Map.of("kind", one(List.of("HANDCUFFS", "PHYSICAL_HOLD", "STRIKE")))));
        }
        return student;
    }

    private Map<String, Object> statistics() {
        Map<String, Object> statistics = new LinkedHashMap<>();
        stated(statistics, "race", 3, RACES);
        stated(statistics, "sex", 6, List.of("F", "M", "X"));
        stated(statistics, "gradeBand", 6, List.of("PK-2", "3-5", "6-8", "9-12"));
        stated(statistics, "disability", 5, List.of("NONE", "IDEA", "504"));
        stated(statistics, "englishLearner", 5, List.of("YES", "NO"));
        if (!chance(5)) {
            statistics.put("age", 10 + random.nextInt(10));
        }
        return statistics;
    }

    private Map<String, Object> action() {
        Map<String, Object> action = new LinkedHashMap<>();
        action.put("code", one(ACTIONS));
        if (chance(4)) {
            action.put("officer", one(officers));
        }
        if (chance(6)) {
            action.put("capacity", one(List.of("SRO", "PATROL", "DETECTIVE")));
        }
        if (chance(3)) {
            danger(action, "imminentThreat", 2);
        }
        if (action.get("code").toString().startsWith("A2_SEARCH") && !chance(4)) {
            action.put("legalBasis", one(List.of("CONSENT", "SCHOOL_POLICY", "PROBABLE_CAUSE")));
        }
        if (action.get("code").equals("A0_REFER_BACK")) {
            action.put("referredTo", "DEAN");
        }
        return action;
    }

    /** YES with its reason, NO, or nothing. */
    private void danger(Map<String, Object> of, String field, int oneIn) {
        if (chance(8)) {
            return;
        }
        boolean yes = chance(oneIn);
        of.put(field, yes ? "YES" : "NO");
        if (yes) {
            of.put("imminenceReason", "FIGHT_GOING_ON");
        }
    }

    private Map<String, Object> calming(int actions) {
        Map<String, Object> calming = new LinkedHashMap<>();
        for (String field : List.of("agitated", "possible", "attempted")) {
            stated(calming, field, 6, List.of("YES", "YES", "YES", "NO"));
        }
        stated(calming, "injury", 4, List.of("NO", "NO", "NO", "YES"));
        if (chance(4)) {
            List<Map<String, Object>> phases = new ArrayList<>();
            for (int i = 1 + random.nextInt(2); i > 0; i--) {
                Map<String, Object> phase = new LinkedHashMap<>();
                for (String field : List.of("agitated", "possible", "attempted", "worked")) {
                    stated(phase, field, 5, List.of("YES", "YES", "NO"));
                }
                if (actions > 0) {
                    phase.put("action", 1 + random.nextInt(actions));
                }
                phases.add(phase);
            }
            calming.put("phases", phases);
        }
        return calming;
    }

    private Map<String, Object> questioning(Instant occurredAt) {
        Map<String, Object> questioning = new LinkedHashMap<>();
        Instant startedAt = occurredAt.plus(Duration.ofMinutes(20));
        questioning.put("startedAt", startedAt.toString());
        List<Map<String, Object>> attempts = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            Map<String, Object> attempt = new LinkedHashMap<>();
            attempt.put(
                    "at",
                    startedAt.minus(Duration.ofMinutes(random.nextInt(30) - 10)).toString());
            stated(attempt, "manner", 5, List.of("PHONE", "EMAIL"));
            stated(attempt, "result", 5, List.of("REACHED", "NO_ANSWER"));
            attempts.add(attempt);
        }
        questioning.put("noticeAttempts", attempts);
        List<String> present = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            String who = one(PRESENT);
            if (!present.contains(who)) {
                present.add(who);
            }
        }
        questioning.put("present", present);
        if (chance(6)) {
            questioning.put("exemption", "FLEEING_OR_ARMED");
        }
        return questioning;
    }

    // What comes after.

    private void correction() {
        Logged contact = pick();
        if (contact == null) {
            return;
        }
        Map<String, Object> fact = new LinkedHashMap<>();
        switch (random.nextInt(11)) {
            case 0 -> fact.put("conduct", List.of(one(CONDUCT)));
            case 1 -> fact.put("initiator", one(INITIATORS));
            case 2 ->
                fact.put(
                        "occurredAt",
                        contact.occurredAt
                                .minus(Duration.ofHours(random.nextInt(60 * 24)))
                                .toString());
            case 3 -> fact.put("role", one(List.of("SUBJECT", "WITNESS", "VICTIM")));
            case 4, 5 -> {
                if (contact.actions == 0) {
                    return;
                }
                Map<String, Object> action = action();
                action.put("number", 1 + random.nextInt(contact.actions));
                fact.put("action", action);
            }
            case 6 -> fact.put("withdrawAction", 1 + random.nextInt(Math.max(1, contact.actions)));
            case 7, 8 -> fact.put("outcome", one(OUTCOMES));
            case 9 -> fact.put("statistics", statistics());
            default -> fact.put("questioning", questioning(contact.occurredAt));
        }
        if (fact.containsKey("outcome") && chance(2)) {
            fact.put("arrestLawfullyPossible", one(List.of("YES", "NO")));
        }
        fact.put("reason", "WRONG_CODE");
        fact.put("basis", "OWN_REVIEW");
        edit(contact, "corrections", fact);
        if (chance(5)) {
            Map<String, Object> student = new LinkedHashMap<>(reasons("WRONG_STUDENT"));
            student.put("student", Map.of("number", name + "-S" + (1 + random.nextInt(9)), "homeSchool", one(schools)));
            student.put("statistics", statistics());
            edit(contact, "subject-corrections", student);
        }
        if (chance(4)) {
            Map<String, Object> supplement = new LinkedHashMap<>(reasons("LEFT_OUT"));
            supplement.put("actions", List.of(action()));
            edit(contact, "supplements", supplement);
        }
    }

    private void voiding() {
        Logged contact = pick();
        if (contact != null) {
            edit(contact, "void", Map.of("reason", "NEVER_HAPPENED", "basis", "SUPERVISOR_REVIEW"));
        }
    }

    /** The same or another officer told it before; the two are linked, and now and then somebody complains about the second. */
    private void doubleEntry() {
        if (logged.isEmpty()) {
            return;
        }
        Logged firstTold = one(logged);
        String officer = one(officers);
        int before = logged.size();
        List<Map<String, Object>> students = new ArrayList<>();
        for (int number = 1; number <= 8; number++) {
            if (chance(2)) {
                students.add(student(number, firstTold.occurredAt));
            }
        }
        if (students.isEmpty()) {
            return;
        }
        record(one(schools), firstTold.occurredAt.plus(Duration.ofMinutes(random.nextInt(5))), officer, students);
        if (logged.size() == before) {
            return;
        }
        Logged second = logged.getLast();
        Map<String, Object> link = new LinkedHashMap<>(reasons("DOUBLE_ENTRY"));
        link.put("primary", firstTold.incident);
        Answer answer = brightline.edit(
                Recounted.COORDINATOR,
                "/api/commands/incidents/" + second.incident + "/links",
                second.incidentVersion,
                link);
        if (noted("links", answer)) {
            second.incidentVersion = answer.json().get("version").asLong();
        }
        if (chance(2)) {
            boolean whole = chance(2);
            post(
                    "complaints",
                    Map.of(
                            whole ? "incident" : "interaction",
                            whole ? second.incident : second.contact,
                            "kind",
                            "PARENT_COMPLAINT",
                            "receivedAt",
                            now.minus(Duration.ofHours(random.nextInt(48))).toString()));
        }
    }

    private void complaint() {
        Logged contact = pick();
        if (contact == null) {
            return;
        }
        Map<String, Object> complaint = new LinkedHashMap<>();
        boolean whole = chance(2);
        complaint.put(whole ? "incident" : "interaction", whole ? contact.incident : contact.contact);
        complaint.put("kind", one(List.of("PARENT_COMPLAINT", "LEGAL_NOTICE")));
        complaint.put(
                "receivedAt",
                now.minus(Duration.ofHours(random.nextInt(20 * 24))).toString());
        post("complaints", complaint);
    }

    private void schoolCorrection() {
        Logged contact = pick();
        if (contact == null) {
            return;
        }
        Map<String, Object> correction = new LinkedHashMap<>(reasons("WRONG_SCHOOL"));
        correction.put("school", one(schools));
        long version = contact.incidentVersion;
        Answer answer = brightline.edit(
                Recounted.COORDINATOR,
                "/api/commands/incidents/" + contact.incident + "/school-corrections",
                version,
                correction);
        if (noted("school-corrections", answer)) {
            long newer = answer.json().get("version").asLong();
            logged.stream()
                    .filter(one -> one.incident.equals(contact.incident))
                    .forEach(one -> one.incidentVersion = newer);
        }
    }

    private void diversion() {
        Logged contact = pick();
        if (contact == null || (chance(2) && !diversions.isEmpty())) {
            step();
            return;
        }
        String kind = one(List.of("RJ_CIRCLE", "TEEN_COURT", "MEDIATION", "STATION_INFORMAL", "JISC", "SUBSTANCE_ED"));
        if (chance(6)) {
            post("diversions/not-used", Map.of("interaction", contact.contact, "kind", kind, "reason", "NO_PLACE"));
            return;
        }
        Map<String, Object> offer = new LinkedHashMap<>();
        offer.put("interaction", contact.contact);
        offer.put("kind", kind);
        offer.put("offeredAt", contact.occurredAt.plus(Duration.ofMinutes(90)).toString());
        offer.put("officer", one(officers));
        JsonNode answer = post("diversions", offer);
        JsonNode id = answer.get("diversion") == null ? answer.get("id") : answer.get("diversion");
        if (id != null) {
            diversions.add(id.asString());
        }
    }

    private void step() {
        if (diversions.isEmpty()) {
            return;
        }
        String diversion = "diversions/" + one(diversions);
        String on = LocalDate.ofInstant(now, CHICAGO).toString();
        switch (random.nextInt(9)) {
            case 0, 1 -> post(diversion + "/acceptance", Map.of("on", on));
            case 2 -> post(diversion + "/decline", Map.of("on", on, "by", "GUARDIAN"));
            case 3 -> post(diversion + "/start", Map.of("on", on));
            case 4 -> post(diversion + "/station-adjustment", Map.of("on", on, "offence", "MISDEMEANOUR"));
            case 5 -> post(diversion + "/completion", Map.of("on", on));
            case 6 -> post(diversion + "/failure", Map.of("on", on, "reason", "AGREEMENT_BROKEN"));
            case 7 -> post(diversion + "/unknown", Map.of("on", on, "reason", "PROVIDER_SILENT"));
            default ->
                post(
                        diversion + (chance(3) ? "/void" : "/breach"),
                        chance(2)
                                ? Map.of("on", on, "remedy", "ENDED_AND_REFERRED")
                                : Map.of("reason", "DUPLICATE", "basis", "SUPERVISOR_REVIEW"));
        }
    }

    private void roster() {
        String officer = one(officers);
        LocalDate day = LocalDate.ofInstant(now, CHICAGO);
        String path = "officers/" + officer + "/assignments";
        switch (random.nextInt(6)) {
            case 0, 1, 2 ->
                post(
                        path,
                        Map.of(
                                "school",
                                one(schools),
                                "from",
                                day.minusDays(random.nextInt(60)).toString(),
                                "post",
                                "PRIMARY"));
            case 3 ->
                post(
                        path + "/end",
                        Map.of(
                                "school",
                                one(schools),
                                "lastDay",
                                day.minusDays(random.nextInt(10)).toString()));
            case 4 ->
                post(
                        path + "/confirmations",
                        Map.of("school", one(schools), "on", day.toString(), "side", one(List.of("POLICE", "SCHOOL"))));
            default -> {
                List<Map<String, Object>> lines = new ArrayList<>();
                stars.values().forEach(star -> {
                    if (chance(2)) {
                        lines.add(Map.of("starNumber", star, "school", one(schools)));
                    }
                });
                post(
                        "roster-lists",
                        Map.of("side", one(List.of("POLICE", "SCHOOL")), "day", day.toString(), "lines", lines));
            }
        }
    }

    /** A student of the history comes onto the district's list, or stands there otherwise than before. */
    private void listed() {
        Map<String, Object> document = new LinkedHashMap<>(Map.of(
                "number",
                name + "-S" + (1 + random.nextInt(9)),
                "lastName",
                "Quillon",
                "birthDate",
                LocalDate.ofInstant(now, CHICAGO)
                        .minusDays((8 + random.nextInt(12)) * 365L + random.nextInt(365))
                        .toString()));
        if (!chance(4)) {
            document.put("homeSchool", one(schools));
            document.put(
                    "enrolledFrom",
                    LocalDate.ofInstant(now, CHICAGO)
                            .minusDays(random.nextInt(400))
                            .toString());
        }
        Map<String, Object> statistics = statistics();
        statistics.remove("age");
        document.put("statistics", statistics);
        post("students", document);
    }

    private void training() {
        String officer = one(officers);
        LocalDate day = LocalDate.ofInstant(now, CHICAGO);
        for (String topic : TOPICS) {
            if (!chance(8)) {
                post(
                        "officers/" + officer + "/trainings",
                        Map.of(
                                "topic",
                                topic,
                                "completedOn",
                                day.minusDays(random.nextInt(200)).toString(),
                                "expiresOn",
                                day.plusDays(random.nextInt(400)).toString()));
            }
        }
    }

    private void overrides() {
        JsonNode reviews = brightline
                .get(Recounted.AUDITOR, "/api/queries/reviews?limit=200")
                .expect(200)
                .json()
                .get("items");
        for (JsonNode review : reviews) {
            JsonNode contact = review.get("interactionId");
            logged.stream()
                    .filter(one -> contact != null && one.contact.equals(contact.asString()))
                    .forEach(one -> override(review.get("reviewId").asString(), one));
        }
    }

    /** Now and then, sometimes twice, now and then of an officer who may have a part in it or not. */
    private void override(String review, Logged contact) {
        for (int i = random.nextInt(3); i > 0; i--) {
            post(
                    "reviews/" + review + "/overrides",
                    Map.of(
                            "officer",
                            chance(4) ? one(officers) : contact.officer,
                            "class",
                            one(List.of("SAFETY_RESPONSE", "DECLINED", "ROUTINE_DISCIPLINE")),
                            "reason",
                            "RULE_DOES_NOT_FIT"));
        }
    }

    /** A file of another system. */
    private void imported() {
        StringBuilder file = new StringBuilder(
                "source,record_id,person_number,school,place,in_session,occurred_at,role,student_number,home_school,race,"
                        + "initiator,officer,conduct,imminent_threat,imminence_reason,actions,arrest_lawfully_possible,outcome\n");
        int lines = seed % 2 == 0 ? MANY : FEW;
        String busiest = one(schools);
        for (int i = 0; i < lines; i++) {
            boolean danger = chance(3);
            file.append(String.join(
                            ",",
                            "Invented records",
                            name + "-R" + i,
                            "1",
                            lines == MANY ? busiest : one(schools),
                            one(PLACES),
                            chance(3) ? "" : "YES",
                            now.minus(Duration.ofDays(1 + random.nextInt(90)))
                                    .truncatedTo(ChronoUnit.MINUTES)
                                    .toString(),
                            chance(4) ? "WITNESS" : "SUBJECT",
                            chance(3) ? "" : name + "-S" + (1 + random.nextInt(9)),
                            chance(3) ? "" : one(schools),
                            chance(3) ? "" : one(RACES),
                            chance(4) ? "" : one(INITIATORS),
                            chance(3) ? "" : one(List.copyOf(stars.values())),
                            chance(4) ? "" : one(CONDUCT),
                            chance(4) ? "," : danger ? "YES,FIGHT_GOING_ON" : "NO,",
                            chance(4) ? "" : one(ACTIONS) + (chance(2) ? "" : "|" + one(ACTIONS)),
                            chance(4) ? "" : chance(3) ? "NO" : "YES",
                            chance(3) ? "" : one(OUTCOMES)))
                    .append('\n');
        }
        upload(file.toString());
    }

    private void upload(String file) {
        String boundary = "----" + UUID.randomUUID();
        String body =
                "--" + boundary + "\r\nContent-Disposition: form-data; name=\"format\"\r\n\r\nbrightline-csv\r\n--"
                        + boundary
                        + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"invented.csv\"\r\nContent-Type: text/csv\r\n\r\n"
                        + file + "\r\n--" + boundary + "--\r\n";
        HttpRequest request = HttpRequest.newBuilder(URI.create(brightline.url() + "/api/commands/imports"))
                .header("Authorization", "Bearer " + brightline.token(Recounted.COORDINATOR))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 202) {
                refusals.merge("imports " + answer.statusCode() + answer.body(), 1, Integer::sum);
                return;
            }
            String where = answer.headers().firstValue("Location").orElseThrow();
            org.awaitility.Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> !brightline
                            .get(Recounted.COORDINATOR, where)
                            .json()
                            .get("state")
                            .asString()
                            .equals("RUNNING"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    // Sending.

    private JsonNode post(String path, Map<String, Object> document) {
        Answer answer = brightline.post(Recounted.COORDINATOR, "/api/commands/" + path, document);
        noted(path.replaceAll("/[0-9a-f-]{36}", ""), answer);
        return answer.json();
    }

    private void edit(Logged contact, String what, Map<String, Object> document) {
        Answer answer = brightline.edit(
                Recounted.COORDINATOR,
                "/api/commands/interactions/" + contact.contact + "/" + what,
                contact.version,
                document);
        if (noted(what, answer)) {
            contact.version = answer.json().get("interaction").get("version").asLong();
        }
    }

    private boolean noted(String what, Answer answer) {
        if (answer.status() / 100 == 2) {
            accepted++;
            return true;
        }
        if (answer.status() / 100 == 5) {
            throw new AssertionError(what + ": " + answer.body());
        }
        refusals.merge(
                what + " " + answer.status() + " " + answer.body().replaceAll("[0-9a-f-]{36}", "_"), 1, Integer::sum);
        return false;
    }

    private static Map<String, Object> reasons(String reason) {
        return Map.of("reason", reason, "basis", "SUPERVISOR_REVIEW");
    }

    private @Nullable Logged pick() {
        return logged.isEmpty() ? null : one(logged);
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    private void stated(Map<String, Object> document, String field, int missingOneIn, List<String> values) {
        if (!chance(missingOneIn)) {
            document.put(field, one(values));
        }
    }
}
