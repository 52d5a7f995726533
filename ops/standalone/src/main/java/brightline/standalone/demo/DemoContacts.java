package brightline.standalone.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Draws a year of contacts: the same year every time for the same last day. */
final class DemoContacts {
    static final ZoneId ZONE = ZoneId.of("America/Chicago");
    private static final long SEED = 20_180_913;

    private static final Map<Kind, String> ACCOUNTS = Map.of(
            Kind.STAFF_ASKS, "Staff member was with the student when I came. I spoke to both in the hallway.",
            Kind.SEEN, "Saw it from the end of the hallway. Student answered my questions and went on to class.",
            Kind.FIGHT, "Two students apart when a dean arrived. Nurse looked at both.",
            Kind.OFFENSE, "Item handed to the assistant principal, who called home while I was present.",
            Kind.SERIOUS, "Building administrator called 911 at once. Item secured before I arrived.");

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final LocalDate first;
    private final LocalDate last;

    /** @param first first school day @param last last day of the year, included */
    DemoContacts(LocalDate first, LocalDate last) {
        this.first = first;
        this.last = last;
    }

    /**
     * One incident to be logged.
     *
     * @param recordedAt when the officer sends it
     * @param officer by whose account
     * @param document the body for {@code POST /api/commands/incidents}
     */
    record Logged(Instant recordedAt, String officer, Map<String, Object> document) {}

    /** All incidents in the order in which they are recorded, the last on the last day. */
    List<Logged> draw(Map<String, String> officerIds) {
        List<Logged> contacts = new ArrayList<>();
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            if (!isSchoolDay(day)) {
                continue;
            }
            for (DemoSchool school : DemoSchool.ALL) {
                int today = poisson(school.contactsPerWeek() / 5);
                for (int i = 0; i < today; i++) {
                    contacts.add(contact(school, day, officerIds));
                }
            }
        }
        Instant end = last.plusDays(1).atStartOfDay(ZONE).toInstant();
        contacts.removeIf(contact -> !contact.recordedAt().isBefore(end));
        contacts.sort(Comparator.comparing(Logged::recordedAt));
        return contacts;
    }

    private static boolean isSchoolDay(LocalDate day) {
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        boolean summer = day.getMonth() == Month.JULY
                || day.getMonth() == Month.JUNE && day.getDayOfMonth() > 12
                || day.getMonth() == Month.AUGUST && day.getDayOfMonth() < 18;
        boolean winter = day.getMonth() == Month.DECEMBER && day.getDayOfMonth() > 19
                || day.getMonth() == Month.JANUARY && day.getDayOfMonth() < 5;
        LocalDate thanksgiving = LocalDate.of(day.getYear(), Month.NOVEMBER, 1)
                .with(TemporalAdjusters.dayOfWeekInMonth(4, DayOfWeek.THURSDAY));
        boolean holiday = day.equals(thanksgiving) || day.equals(thanksgiving.plusDays(1));
        return !weekend && !summer && !winter && !holiday;
    }

    private Logged contact(DemoSchool school, LocalDate day, Map<String, String> officerIds) {
        Instant occurredAt = day.atTime(LocalTime.of(8, 0).plusMinutes(random.nextInt(7 * 60 + 30)))
                .atZone(ZONE)
                .toInstant();
        boolean patrol = random.nextDouble() < 0.06;
        String officer = patrol ? "dupree" : school.sro();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("occurredAt", occurredAt.toString());
        document.put("school", school.code());
        document.put("place", pick("CLASSROOM", "HALLWAY", "HALLWAY", "CAFETERIA", "ENTRANCE", "GROUNDS"));
        document.put("inSession", "YES");
        document.put("officer", officerIds.get(officer));
        document.put("capacity", patrol ? "PATROL" : "SRO");
        int students = random.nextDouble() < 0.14 ? 2 : random.nextDouble() < 0.03 ? 3 : 1;
        int firstStudent = random.nextInt(DemoStudents.PER_SCHOOL);
        boolean trained = !day.isBefore(LocalDate.of(first.getYear() + 1, Month.JANUARY, 12));
        double routine = trained ? school.routineAfter() : school.routineBefore();
        Kind kind = kind(school, patrol);
        document.put(
                "students",
                IntStream.range(0, students)
                        .mapToObj(i -> student(school, (firstStudent + i) % DemoStudents.PER_SCHOOL, kind, routine))
                        .toList());
        Duration lag = random.nextDouble() < 0.07
                ? Duration.ofHours(26 + random.nextInt(70))
                : Duration.ofMinutes(8 + random.nextInt(170));
        return new Logged(occurredAt.plus(lag), officer, document);
    }

    private enum Kind {
        STAFF_ASKS,
        SEEN,
        FIGHT,
        OFFENSE,
        SERIOUS
    }

    private Kind kind(DemoSchool school, boolean patrol) {
        double drawn = random.nextDouble();
        if (patrol) {
            return drawn < 0.5 ? Kind.OFFENSE : Kind.FIGHT;
        }
        if (school.code().equals("LAK")) {
            return drawn < 0.6 ? Kind.STAFF_ASKS : Kind.SEEN;
        }
        if (drawn < 0.46) {
            return Kind.STAFF_ASKS;
        }
        if (drawn < 0.62) {
            return Kind.SEEN;
        }
        if (drawn < 0.78) {
            return Kind.FIGHT;
        }
        return drawn < 0.96 ? Kind.OFFENSE : Kind.SERIOUS;
    }

    private Map<String, Object> student(DemoSchool school, int number, Kind kind, double routine) {
        Map<String, Object> student = new LinkedHashMap<>();
        student.put("role", "SUBJECT");
        student.put("student", DemoStudents.person(school, number));
        student.put("statistics", DemoStudents.statistics(school, number));
        switch (kind) {
            case STAFF_ASKS -> staffAsks(student, routine);
            case SEEN -> seen(student, routine);
            case FIGHT -> fight(student, routine);
            case OFFENSE -> offense(student);
            case SERIOUS -> serious(student);
        }
        if (random.nextDouble() < 0.1) {
            student.put("narrative", ACCOUNTS.get(kind));
        }
        return student;
    }

    private void staffAsks(Map<String, Object> student, double routine) {
        student.put("initiator", "STAFF_REQUEST");
        student.put("requestedBy", pick("TEACHER", "TEACHER", "DEAN", "SECURITY_STAFF"));
        student.put("conduct", List.of("cps-scc/" + pick("1-8", "2-6", "1-4", "2-8", "1-3", "2-7")));
        student.put("imminentThreat", "NO");
        student.put("arrestLawfullyPossible", "NO");
        if (random.nextDouble() < routine) {
            student.put(
                    "actions",
                    switch (random.nextInt(4)) {
                        case 0 -> List.of(action("A2_ESCORT"), action("D_ENFORCE_RULE"));
                        case 1 -> List.of(action("A2_ESCORT"));
                        case 2 -> List.of(searched());
                        default -> List.of(action("A1_ADVICE"));
                    });
            student.put("outcome", "NONE");
        } else {
            student.put("actions", List.of(Map.of("code", "A0_REFER_BACK", "referredTo", pick("DEAN", "PRINCIPAL"))));
            student.put("outcome", "REFER_BACK");
        }
    }

    private static Map<String, Object> searched() {
        return Map.of("code", "A2_SEARCH_PROPERTY", "legalBasis", "SCHOOL_POLICY");
    }

    private void seen(Map<String, Object> student, double routine) {
        student.put("initiator", "OFFICER");
        student.put("conduct", List.of("cps-scc/" + pick("1-1", "1-4", "2-4", "2-10")));
        student.put("imminentThreat", "NO");
        student.put("arrestLawfullyPossible", "NO");
        boolean enforces = random.nextDouble() < routine / 3;
        student.put("actions", List.of(action(enforces ? "D_ENFORCE_RULE" : "A1_ADVICE")));
        student.put("outcome", enforces ? "NONE" : "WARN_VERBAL");
    }

    private void fight(Map<String, Object> student, double routine) {
        student.put("initiator", pick("DISPATCH", "OFFICER"));
        boolean arrested = random.nextDouble() < routine / 2;
        student.put("conduct", arrested ? List.of("cps-scc/3-3", "nibrs/90C") : List.of("cps-scc/3-3"));
        student.put("imminentThreat", "YES");
        student.put("imminenceReason", "FIGHT_GOING_ON");
        student.put("arrestLawfullyPossible", "YES");
        student.put("deEscalation", Map.of("agitated", "YES", "possible", "YES", "attempted", "YES", "injury", "NO"));
        if (arrested) {
            boolean adjusted = random.nextDouble() < 0.4;
            student.put(
                    "actions",
                    List.of(
                            action("A2_DETAIN"),
                            Map.of("code", adjusted ? "A3_STATION_ADJ" : "A3_ARREST", "imminentThreat", "NO")));
            student.put("outcome", adjusted ? "STATION_INFORMAL" : "ARREST_PETITION");
            student.put(
                    "alternativesConsidered", List.of(Map.of("code", "RJ_CIRCLE", "unusedReason", "VICTIM_DECLINED")));
        } else {
            String outcome = pick("REFER_BACK", "MEDIATION", "RJ_CIRCLE");
            student.put("actions", List.of(action(outcome.equals("MEDIATION") ? "A1_ADVICE" : "A2_DETAIN")));
            student.put("outcome", outcome);
        }
    }

    private void offense(Map<String, Object> student) {
        student.put("initiator", pick("STAFF_REQUEST", "DISPATCH", "OFFICER"));
        student.put("conduct", List.of("cps-scc/" + pick("4-7", "4-4", "5-17", "4-12", "4-13")));
        // Now and then the officer did not say whether threat was imminent: that goes to review.
        if (random.nextDouble() > 0.08) {
            student.put("imminentThreat", "NO");
        }
        student.put("arrestLawfullyPossible", "YES");
        if (random.nextDouble() < 0.30) {
            student.put("actions", List.of(action("A2_DETAIN"), action("A3_ARREST")));
            student.put("outcome", pick("ARREST_PETITION", "STATION_FORMAL", "JISC"));
            student.put(
                    "alternativesConsidered", List.of(Map.of("code", "RJ_CIRCLE", "unusedReason", "FAMILY_DECLINED")));
        } else {
            student.put("actions", List.of(action("A2_QUESTION")));
            student.put("outcome", pick("RJ_CIRCLE", "WARN_WRITTEN", "SUBSTANCE_ED", "GUARDIAN_RELEASE"));
        }
    }

    private void serious(Map<String, Object> student) {
        student.put("initiator", "STAFF_REQUEST");
        student.put("requestedBy", "PRINCIPAL");
        student.put("conduct", List.of("cps-scc/6-1", "nibrs/520"));
        student.put("imminentThreat", "YES");
        student.put("imminenceReason", "WEAPON_IN_HAND");
        student.put("arrestLawfullyPossible", "YES");
        student.put("actions", List.of(action("A2_SEIZE"), action("A3_ARREST")));
        student.put("outcome", "ARREST_PETITION");
        student.put("alternativesConsidered", List.of(Map.of("code", "RJ_CIRCLE", "unusedReason", "SAFETY")));
    }

    private static Map<String, Object> action(String code) {
        return Map.of("code", code);
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private int poisson(double mean) {
        double limit = Math.exp(-mean);
        double product = random.nextDouble();
        int count = 0;
        while (product > limit) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }
}
