package brightline.proof.recount;

import brightline.edge.keys.PersonalPart.FromList;
import brightline.proof.recount.Known.Contact;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * M13: of students under 18 it was about who were held and questioned on school grounds in session, without an exemption: those whose
 * guardian somebody had tried to reach when questions began, and beside whom a parent or a listed professional was. One student in one
 * incident counts once. Missing: a fact of the base nobody stated, and questioning of a minor there and then of which there is no record.
 */
final class GuardianNotice implements Figure {
    private static final Set<String> HOLDING = Set.of("2", "3");
    private static final Set<String> LISTED = Set.of("parent", "professional");
    private static final List<String> TELLING_FIRST = List.of("BASE", "EXEMPTED", "MISSING", "OUT");
    private static final int OF_AGE = 18;

    @Override
    public String name() {
        return "questioning";
    }

    @Override
    public Row row(List<Involvement> those, Question question) {
        Map<List<String>, List<Involvement>> instances = new LinkedHashMap<>();
        those.stream()
                .filter(Involvement::ofStudent)
                .forEach(one -> instances
                        .computeIfAbsent(one.instance(), _ -> new ArrayList<>())
                        .add(one));
        long base = 0;
        long exempted = 0;
        long missing = 0;
        long unrecorded = 0;
        long late = 0;
        long undocumented = 0;
        long alone = 0;
        long compliant = 0;
        for (List<Involvement> instance : instances.values()) {
            Involvement one = telling(instance);
            Contact contact = one.counted.contact();
            switch (standing(one, contact)) {
                case "BASE" -> {
                    base++;
                    boolean inTime = inTime(contact);
                    boolean documented = documented(contact);
                    boolean withAdult = withListedAdult(contact, one.day());
                    late += inTime ? 0 : 1;
                    undocumented += documented ? 0 : 1;
                    alone += withAdult ? 0 : 1;
                    compliant += inTime && documented && withAdult ? 1 : 0;
                }
                case "EXEMPTED" -> exempted++;
                case "MISSING" -> {
                    missing++;
                    unrecorded += contact.questioning == null ? 1 : 0;
                }
                default -> {
                    // Not of it.
                }
            }
        }
        return new Row()
                .with("count", base)
                .with("exempted", exempted)
                .with("NOTICE_AFTER_QUESTIONING", late)
                .with("NOTICE_NOT_DOCUMENTED", undocumented)
                .with("NO_LISTED_ADULT", alone)
                .with("QUESTIONING_NOT_RECORDED", unrecorded)
                .share("M13", compliant, base)
                .share("exemption", exempted, base + exempted)
                .share("missing", missing, base + exempted + missing);
    }

    /** Of several officers' records the one that tells most; of equal ones the primary's. */
    private static Involvement telling(List<Involvement> instance) {
        return instance.stream()
                .min(Comparator.comparing(
                                (Involvement one) -> TELLING_FIRST.indexOf(standing(one, one.counted.contact())))
                        .thenComparing(one -> !one.counted.contact().incident.equals(one.incident.id))
                        .thenComparing(one -> one.counted.contact().recordedAs))
                .orElseThrow();
    }

    private static String standing(Involvement one, Contact contact) {
        LocalDate day = one.day();
        boolean held =
                contact.acts.stream().anyMatch(act -> HOLDING.contains(String.valueOf(Codes.level(act.code(), day))));
        boolean asked = contact.acts.stream().anyMatch(act -> act.code().endsWith("/A2_QUESTION"));
        JsonNode questioning = contact.questioning;
        if (!contact.role.equals("SUBJECT") || !held || (questioning == null && !asked)) {
            return "OUT";
        }
        Integer age = contact.orOfTheList(contact.statistics.age(), FromList::age);
        if ((age != null && age >= OF_AGE) || one.onGrounds().equals("no") || one.incident.inSession.equals("NO")) {
            return "OUT";
        }
        boolean unknown = age == null || one.onGrounds().isEmpty() || one.incident.inSession.equals("MISSING");
        if (questioning == null) {
            return unknown ? "OUT" : "MISSING";
        }
        if (unknown) {
            return "MISSING";
        }
        return Said.text(questioning, "exemption") == null ? "BASE" : "EXEMPTED";
    }

    private static List<JsonNode> attempts(Contact contact) {
        return Said.list(Objects.requireNonNull(contact.questioning), "noticeAttempts");
    }

    private static boolean inTime(Contact contact) {
        Instant start = Objects.requireNonNull(Said.moment(Objects.requireNonNull(contact.questioning), "startedAt"));
        return attempts(contact).isEmpty()
                || attempts(contact).stream()
                        .anyMatch(attempt -> !Objects.requireNonNull(Said.moment(attempt, "at"))
                                .isAfter(start));
    }

    private static boolean documented(Contact contact) {
        return attempts(contact).stream().anyMatch(attempt -> Said.text(attempt, "manner") != null);
    }

    private static boolean withListedAdult(Contact contact, LocalDate day) {
        return Said.texts(Objects.requireNonNull(contact.questioning), "present").stream()
                .anyMatch(who -> LISTED.contains(Codes.attribute(who, day, "listed_adult")));
    }
}
