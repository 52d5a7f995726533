package brightline.command.follow;

import static org.assertj.core.api.Assertions.assertThat;

import brightline.command.imports.ImportProgram;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RecordedStreamsTest {
    private static final String ACTION = "interaction.action-taken";

    @Test
    void contacts_taken_in_from_files_are_left_out_whenever_the_files_words_came() {
        try (ImportProgram program = new ImportProgram()) {
            String second = write(program, "interaction.opened");
            String first = write(program, "interaction.opened", ACTION);
            String wordsLast = write(program, "interaction.opened", ACTION, "interaction.source-recorded");
            String wordsFirst = write(program, "interaction.source-recorded", ACTION);
            write(program, second, 1, ACTION);
            write(program, "interaction.opened");

            RecordedStreams streams = program.context.getBean(RecordedStreams.class);
            assertThat(streams.touched(0, Long.MAX_VALUE, Set.of(ACTION)))
                    .doesNotContain(wordsLast, wordsFirst)
                    .containsExactly(first, second);
        }
    }

    private static String write(ImportProgram program, String... events) {
        String stream = UUID.randomUUID().toString();
        for (int i = 0; i < events.length; i++) {
            write(program, stream, i, events[i]);
        }
        return stream;
    }

    private static void write(ImportProgram program, String stream, int sequence, String event) {
        program.jdbc
                .sql("""
                        insert into log.domain_event_entry
                               (event_identifier, aggregate_identifier, sequence_number, type, time_stamp,
                                payload_type, payload_revision, payload, meta_data, content_hash, writer_id, writer_mac)
                        values (:id, :stream, :sequence, 'Interaction', '2026-01-01T00:00:00Z', :event, '1',
                                convert_to('{}', 'UTF8'), convert_to('{}', 'UTF8'), sha256(''), 'test', sha256(''))""")
                .param("id", UUID.randomUUID().toString())
                .param("stream", stream)
                .param("sequence", sequence)
                .param("event", event)
                .update();
    }
}
