package brightline.events.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class IncidentNumberTest {
    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");

    @Test
    void says_the_year_it_was_recorded_in_where_the_agency_is_and_at_least_five_digits() {
        Instant newYearInLondon = Instant.parse("2027-01-01T05:59:59Z");
        assertThat(IncidentNumber.of(newYearInLondon, CHICAGO, 123)).isEqualTo("BL-2026-00123");
        assertThat(IncidentNumber.of(newYearInLondon.plusSeconds(1), CHICAGO, 1_234_567))
                .isEqualTo("BL-2027-1234567");
    }
}
