package brightline.command.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What earlier releases made of bodies they got, for every address that takes a key with one: the address, a body, and the text its
 * MAC was taken over. By the first release, and by the last one before bodies were taken as they arrive.
 */
class FirstReadingTest {
    static Stream<Arguments> readings() throws IOException {
        try (InputStream file = FirstReadingTest.class.getResourceAsStream("first-readings.txt")) {
            String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(text.strip().split("\n\n"))
                    .map(reading -> reading.split("\n"))
                    .map(lines -> Arguments.of(lines[0], lines[1], lines[2]));
        }
    }

    @ParameterizedTest
    @MethodSource("readings")
    void of_a_body_an_earlier_release_got_is_among_those_of_today(String address, String body, String written) {
        assertThat(FirstReading.of(address, body.getBytes(StandardCharsets.UTF_8)))
                .contains(written);
    }

    @Test
    void of_moments_and_ids_is_in_their_own_spelling() {
        assertThat(FirstReading.of("POST /api/commands/complaints", """
                        {"incident": "01890A5D-AC96-774B-BCCE-B302099A8057", "receivedAt": "2026-03-02T10:15:00-06:00"}
                        """.getBytes(StandardCharsets.UTF_8)))
                .contains("{\"incident\":\"01890a5d-ac96-774b-bcce-b302099a8057\",\"interaction\":null,\"kind\":null,"
                        + "\"receivedAt\":\"2026-03-02T16:15:00Z\"}");
    }

    @Test
    void of_no_body_is_an_empty_document() {
        assertThat(FirstReading.of("POST /api/commands/incidents/{id}/undo", new byte[0]))
                .containsExactly("{}");
    }
}
