package brightline.scenarios;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One student's part of the document that logs a contact, with the stories' defaults. */
final class Contact {
    private final Map<String, Object> student = new LinkedHashMap<>();
    private final List<Map<String, Object>> actions = new ArrayList<>();

    private Contact(String number) {
        student.put("role", "SUBJECT");
        student.put("student", Map.of("number", number, "firstName", "Invented", "lastName", "Person"));
        student.put("imminentThreat", "NO");
        student.put("actions", actions);
    }

    static Contact of(String number) {
        return new Contact(number);
    }

    /** One of two who trade blows, held and parted, without success of talk. */
    static Contact inAFight(String number) {
        return of(number)
                .initiator("DISPATCH")
                .conduct("cps-scc/3-3")
                .arrestPossible("YES")
                .set("deEscalation", Map.of("agitated", "YES", "possible", "YES", "attempted", "YES", "injury", "NO"))
                .imminent("FIGHT_GOING_ON")
                .action("A2_DETAIN");
    }

    Contact set(String field, Object value) {
        student.put(field, value);
        return this;
    }

    Contact without(String field) {
        student.remove(field);
        return this;
    }

    Contact askedByStaff() {
        return set("initiator", "STAFF_REQUEST").set("requestedBy", "TEACHER");
    }

    Contact initiator(String code) {
        return set("initiator", code);
    }

    /** Conduct codes; arrest is lawfully possible by default at tier 2 to 4, which the caller states. */
    Contact conduct(String... codes) {
        return set("conduct", List.of(codes));
    }

    Contact arrestPossible(String answer) {
        return set("arrestLawfullyPossible", answer);
    }

    Contact imminent(String reason) {
        return set("imminentThreat", "YES").set("imminenceReason", reason);
    }

    /** What was considered in place of an arrest: an arrest for which an alternative was open says so. */
    Contact considered() {
        return set("alternativesConsidered", List.of(Map.of("code", "RJ_CIRCLE", "unusedReason", "VICTIM_DECLINED")));
    }

    Contact action(String code) {
        actions.add(new LinkedHashMap<>(Map.of("code", code)));
        return this;
    }

    /** An action with fields of its own: name, value, name, value. */
    Contact action(String code, Object... fields) {
        Map<String, Object> action = new LinkedHashMap<>(Map.of("code", code));
        for (int i = 0; i < fields.length; i += 2) {
            action.put((String) fields[i], fields[i + 1]);
        }
        actions.add(action);
        return this;
    }

    Contact outcome(String code) {
        return set("outcome", code);
    }

    Map<String, Object> document() {
        return student;
    }
}
