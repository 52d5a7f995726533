package brightline.command.student;

import brightline.edge.keys.PersonalPart.Statistics;
import brightline.events.Code;
import brightline.events.Stated;
import brightline.events.student.StudentEvent.StatisticsPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Grade and group of a student as somebody states them. What is null or MISSING says nothing, least of all "no": it leaves
 * standing what is known.
 *
 * @param gradeBand code list {@code grade-band}
 * @param race code list {@code race}
 * @param sex code list {@code sex}
 * @param disability code list {@code disability}
 */
public record StatedStatistics(
        @Nullable Code gradeBand,
        @Nullable Code race,
        @Nullable Code sex,
        @Nullable Code disability,
        Stated englishLearner) {
    /** Nothing is stated. */
    public static final StatedStatistics NOTHING = new StatedStatistics(null, null, null, null, Stated.MISSING);

    @Override
    public String toString() {
        return "[redacted]";
    }

    /** What is recorded with this said on top of it. Never an age, which would be wrong within a year. */
    Statistics over(@Nullable Statistics recorded) {
        Statistics before = recorded == null ? Statistics.NONE : recorded;
        return new Statistics(
                race == null ? before.race() : race,
                sex == null ? before.sex() : sex,
                gradeBand == null ? before.gradeBand() : gradeBand,
                null,
                disability == null ? before.disability() : disability,
                englishLearner == Stated.MISSING ? before.englishLearner() : englishLearner,
                null);
    }

    /** In what the two differ. @param recorded null for nothing */
    static List<StatisticsPart> changed(@Nullable Statistics recorded, Statistics now) {
        Statistics before = recorded == null ? Statistics.NONE : recorded;
        List<StatisticsPart> changed = new ArrayList<>();
        if (!Objects.equals(before.gradeBand(), now.gradeBand())) {
            changed.add(StatisticsPart.GRADE_BAND);
        }
        boolean same = Objects.equals(before.race(), now.race())
                && Objects.equals(before.sex(), now.sex())
                && Objects.equals(before.disability(), now.disability())
                && before.englishLearner() == now.englishLearner();
        if (!same) {
            changed.add(StatisticsPart.DEMOGRAPHICS);
        }
        return changed;
    }
}
