package brightline.command.imports.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Worked by another program: a line imported again by a later release is the contact it was. */
class SourceKeyTest {
    @Test
    void gives_a_line_the_same_id_and_hash_for_ever() {
        SourceKey incident = new SourceKey("brightline-csv", "incident", List.of("LAKEMONT", "2025-1"));
        SourceKey person = new SourceKey("brightline-csv", "person", List.of("LAKEMONT", "2025-1"));
        assertThat(incident.id()).hasToString("222aeffb-4d17-816c-a831-69f07679a34b");
        assertThat(incident.hash()).isEqualTo("222aeffb4d17616c683169f07679a34b140fb6df92c58eaeff8c7ed62dee4678");
        assertThat(person.id()).hasToString("c83ec569-05c5-87fc-bbf3-d73c8d46a97d");
    }
}
