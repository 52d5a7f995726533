package brightline.proof.recount;

import java.util.List;
import java.util.Set;

/**
 * Involvements, incidents, students and instances of students of the district; people known to be in no school of it are counted apart.
 * An instance is one student in one incident; a student counts once in a school year. Police activity at school is one person in one
 * incident on school grounds about whom police did something, whatever the reason.
 */
final class Counts implements Figure {
    private static final Set<String> DOING = Set.of("1", "2", "3", "D");

    @Override
    public String name() {
        return "involvements";
    }

    @Override
    public boolean tellsVoided() {
        return true;
    }

    @Override
    public Row row(List<Involvement> those, Question question) {
        List<Involvement> students =
                those.stream().filter(Involvement::ofStudent).toList();
        List<Involvement> activity = those.stream()
                .filter(one -> one.level() != null && DOING.contains(one.level()))
                .toList();
        return new Row()
                .with("count", (long) students.size())
                .with(
                        "incidents",
                        those.stream().map(one -> one.incident.id).distinct().count())
                .with(
                        "students",
                        students.stream()
                                .map(one -> List.of(one.student, one.known.schoolYear(one.day())))
                                .distinct()
                                .count())
                .with(
                        "instances",
                        students.stream().map(Involvement::instance).distinct().count())
                .with(
                        "nonStudents",
                        those.stream()
                                .filter(one -> !one.ofStudent())
                                .map(Involvement::instance)
                                .distinct()
                                .count())
                .with(
                        "policeActivityAtSchool",
                        activity.stream()
                                .filter(one -> one.onGrounds().equals("yes"))
                                .map(Involvement::instance)
                                .distinct()
                                .count())
                .with(
                        "policeActivityPlaceMissing",
                        activity.stream()
                                .filter(one -> one.onGrounds().isEmpty())
                                .map(Involvement::instance)
                                .distinct()
                                .count());
    }
}
