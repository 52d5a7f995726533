package brightline.command.imports;

import static org.assertj.core.api.Assertions.assertThat;

import brightline.events.ImportId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReadingPlacesTest {
    private static final long LARGE = 5_000_000;
    private static final long SMALL = 1_000;

    private final ReadingPlaces places = new ReadingPlaces();
    private int next;

    private ImportId sent(String line, long bytes) {
        ImportId id = new ImportId(new UUID(0, ++next));
        places.await(id, line, bytes);
        return id;
    }

    private ImportId contacts(long bytes) {
        ImportId id = new ImportId(new UUID(0, ++next));
        places.await(id, null, bytes);
        return id;
    }

    @Test
    void a_small_file_finds_a_place_beside_any_number_of_large_ones() {
        List<ImportId> large = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            large.add(contacts(LARGE));
        }
        assertThat(places.take()).isEqualTo(large.subList(0, 4));
        ImportId small = contacts(SMALL);
        assertThat(places.take()).containsExactly(small);
        assertThat(places.waits(small)).isFalse();
        assertThat(places.waits(large.getLast())).isTrue();
        places.leave(small);
        assertThat(places.take()).isEmpty();
        places.leave(large.get(2));
        assertThat(places.take()).containsExactly(large.get(4));
    }

    @Test
    void files_that_say_how_something_is_today_are_read_in_the_order_in_which_they_came() {
        ImportId first = sent("students", LARGE);
        ImportId second = sent("students", SMALL);
        ImportId third = sent("students", SMALL);
        ImportId officers = sent("officers", SMALL);
        ImportId contacts = contacts(SMALL);
        assertThat(places.take()).containsExactly(first, officers, contacts);
        places.leave(officers);
        assertThat(places.take()).isEmpty();
        places.leave(first);
        assertThat(places.take()).containsExactly(second);
        places.leave(second);
        assertThat(places.take()).containsExactly(third);
    }

    @Test
    void one_that_waits_for_a_place_is_not_overtaken_by_a_later_one_of_its_line() {
        for (int i = 0; i < 4; i++) {
            contacts(LARGE);
        }
        ImportId waiting = sent("students", LARGE);
        ImportId later = sent("students", SMALL);
        assertThat(places.take()).hasSize(4).doesNotContain(waiting, later);
        assertThat(places.waits(waiting)).isTrue();
    }

    @Test
    void what_is_stopped_and_goes_on_at_once_is_not_read_twice_and_not_forgotten() {
        ImportId one = contacts(LARGE);
        assertThat(places.take()).containsExactly(one);
        places.await(one, null, LARGE);
        places.await(one, null, LARGE);
        assertThat(places.take()).isEmpty();
        places.leave(one);
        assertThat(places.take()).containsExactly(one);
        places.leave(one);
        assertThat(places.take()).isEmpty();
    }
}
