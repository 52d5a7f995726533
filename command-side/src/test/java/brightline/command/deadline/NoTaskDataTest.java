package brightline.command.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class NoTaskDataTest {
    private final Serializer none = new NoTaskData();

    @Test
    void makes_no_object_of_what_somebody_put_beside_a_deadline() {
        byte[] object = Serializer.DEFAULT_JAVA_SERIALIZER.serialize(Instant.EPOCH);
        assertThat(none.deserialize(Instant.class, object)).isNull();
    }

    @Test
    void stores_nothing_beside_a_deadline() {
        assertThat(none.serialize(null)).isNull();
        assertThatThrownBy(() -> none.serialize("something")).isInstanceOf(IllegalArgumentException.class);
    }
}
