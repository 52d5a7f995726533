package brightline.edge.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneTimeCodesTest {
    private static final String SECRET =
            new Base32().encodeToString("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

    private static final Instant NOW = Instant.parse("2026-03-02T10:15:07Z");
    private static final long STEP = OneTimeCodes.stepAt(NOW);

    /** RFC 6238, appendix B, SHA-1; the last six of eight digits. */
    @ParameterizedTest
    @CsvSource({
        "59,287082",
        "1111111109,081804",
        "1111111111,050471",
        "1234567890,005924",
        "2000000000,279037",
        "20000000000,353130"
    })
    void are_those_of_the_standard(long second, String code) {
        assertThat(OneTimeCodes.codeOf(SECRET, OneTimeCodes.stepAt(Instant.ofEpochSecond(second))))
                .isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"-2,false", "-1,true", "0,true", "1,true", "2,false"})
    void are_taken_one_half_minute_early_or_late_and_no_more(int drift, boolean taken) {
        assertThat(OneTimeCodes.stepOf(SECRET, OneTimeCodes.codeOf(SECRET, STEP + drift), NOW, 0) != null)
                .isEqualTo(taken);
    }

    @Test
    void are_not_taken_again_nor_those_before_the_last_one_taken() {
        assertThat(OneTimeCodes.stepOf(SECRET, OneTimeCodes.codeOf(SECRET, STEP), NOW, STEP))
                .isNull();
        assertThat(OneTimeCodes.stepOf(SECRET, OneTimeCodes.codeOf(SECRET, STEP - 1), NOW, STEP))
                .isNull();
        assertThat(OneTimeCodes.stepOf(SECRET, OneTimeCodes.codeOf(SECRET, STEP + 1), NOW, STEP))
                .isEqualTo(STEP + 1);
    }

    @Test
    void come_of_secrets_of_160_bits() {
        assertThat(OneTimeCodes.newSecret()).matches("[A-Z2-7]{32}").isNotEqualTo(OneTimeCodes.newSecret());
    }
}
