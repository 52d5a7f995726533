package brightline.proof.recount;

import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * M2: of the involvements that have a class in the whole, those in which police did the school's discipline (strict), or that and mere
 * talk for which staff had asked (broad). Declined: of contacts of tier 1 or 2 that staff had asked for, those handed back. Backlog: those
 * that lack a fact their class depends on, of all with a class and these.
 */
final class RoutineDiscipline implements Figure {
    private static final Set<String> WHOLE = Set.of(
            "ROUTINE_DISCIPLINE",
            "ROUTINE_DISCIPLINE_LOW",
            "DECLINED",
            "SAFETY_RESPONSE",
            "LAW_ENFORCEMENT",
            "LAW_ENFORCEMENT_DISCRETION",
            "NOT_ROUTINE");
    private static final Set<String> CLASSES_OF_REQUESTS =
            Set.of("DECLINED", "ROUTINE_DISCIPLINE", "ROUTINE_DISCIPLINE_LOW", "NOT_ROUTINE", "SAFETY_RESPONSE");
    private static final Set<String> LOW_TIERS = Set.of("1", "2");

    @Override
    public String name() {
        return "routine-discipline";
    }

    @Override
    public boolean tellsVoided() {
        return true;
    }

    @Override
    public Row row(List<Involvement> those, Question question) {
        List<Involvement> students =
                those.stream().filter(Involvement::ofStudent).toList();
        List<Involvement> whole = students.stream()
                .filter(one -> WHOLE.contains(one.involvementClass()))
                .toList();
        List<Involvement> requests = whole.stream()
                .filter(one -> "STAFF_REQUEST".equals(one.value("initiator")))
                .filter(one -> LOW_TIERS.contains(String.valueOf(one.tier())))
                .filter(one -> CLASSES_OF_REQUESTS.contains(one.involvementClass()))
                .toList();
        long strict = Figure.count(whole, RoutineDiscipline::isRoutine);
        long low = Figure.count(whole, one -> one.involvementClass().equals("ROUTINE_DISCIPLINE_LOW"));
        long review = Figure.count(students, one -> one.involvementClass().equals("NEEDS_REVIEW"));
        Row row = new Row()
                .with("count", (long) students.size())
                .share("M2a", strict, whole.size())
                .share("M2b", strict + low, whole.size())
                .share(
                        "M2c",
                        Figure.count(requests, one -> one.involvementClass().equals("DECLINED")),
                        requests.size())
                .share("M2d", review, whole.size() + review);
        split(
                row,
                "M2aStaffRequest",
                whole.stream()
                        .filter(one -> "STAFF_REQUEST".equals(one.value("initiator")))
                        .toList());
        split(
                row,
                "M2aOtherInitiator",
                whole.stream()
                        .filter(one -> one.value("initiator") != null
                                && !Objects.equals(one.value("initiator"), "STAFF_REQUEST"))
                        .toList());
        split(
                row,
                "M2aInitiatorMissing",
                whole.stream().filter(one -> one.value("initiator") == null).toList());
        return row;
    }

    private static void split(Row row, String measure, List<Involvement> part) {
        row.share(measure, Figure.count(part, RoutineDiscipline::isRoutine), part.size());
    }

    private static boolean isRoutine(Involvement one) {
        return one.involvementClass().equals("ROUTINE_DISCIPLINE");
    }
}
