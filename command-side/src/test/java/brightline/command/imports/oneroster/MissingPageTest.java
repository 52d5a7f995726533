package brightline.command.imports.oneroster;

import static org.assertj.core.api.Assertions.assertThat;

import brightline.events.StudentId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Where the list of missing students goes on after one of them. */
class MissingPageTest {
    /** In the order of their ids, as the database has it: by their letters. */
    private static final List<StudentId> MISSING = List.of(
            student("00000000-0000-4000-8000-000000000001"),
            student("7f000000-0000-4000-8000-000000000002"),
            student("80000000-0000-4000-8000-000000000003"),
            student("f0000000-0000-4000-8000-000000000004"));

    private static StudentId student(String id) {
        return new StudentId(UUID.fromString(id));
    }

    @Test
    void begins_with_the_first() {
        assertThat(MissingController.behind(MISSING, null)).isEqualTo(MISSING);
    }

    @Test
    void goes_on_behind_the_last_that_was_shown() {
        assertThat(MissingController.behind(MISSING, MISSING.get(1))).isEqualTo(MISSING.subList(2, 4));
        assertThat(MissingController.behind(MISSING, MISSING.getLast())).isEmpty();
    }

    @Test
    void goes_on_there_though_the_last_that_was_shown_has_left_since() {
        for (int last = 0; last < MISSING.size(); last++) {
            StudentId left = MISSING.get(last);
            List<StudentId> others =
                    MISSING.stream().filter(one -> !one.equals(left)).toList();
            assertThat(MissingController.behind(others, left)).isEqualTo(others.subList(last, others.size()));
        }
    }
}
