package brightline.query.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedMomentTest {
    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Nov 27, 2026 8:48 a.m.         | 2026-11-27T14:48:59.999999Z
                    Nov 27, 2026, 8:48 a.m.        | 2026-11-27T14:48:59.999999Z
                    november 27 2026 8:48 PM       | 2026-11-28T02:48:59.999999Z
                    Sept 3, 2026 12:00 p.m.        | 2026-09-03T17:00:59.999999Z
                    Nov 27, 2026                   | 2026-11-28T05:59:59.999999Z
                    11/27/2026                     | 2026-11-28T05:59:59.999999Z
                    11/27/2026 08:48               | 2026-11-27T14:48:59.999999Z
                    11/27/2026 12:30 am            | 2026-11-27T06:30:59.999999Z
                    2026-11-27                     | 2026-11-28T05:59:59.999999Z
                    2026-11-27T08:48               | 2026-11-27T14:48:59.999999Z
                    2026-11-27 08:48:30            | 2026-11-27T14:48:30.999999Z
                    2026-11-27T14:48:30.123456Z    | 2026-11-27T14:48:30.123456Z
                    2026-11-27T08:48:30-06:00      | 2026-11-27T14:48:30Z
                    """)
    void a_moment_is_read_in_the_agencys_zone_and_meant_to_its_end(String typed, Instant meant) {
        assertThat(TypedMoment.read(typed, CHICAGO)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "soon",
                "Nov 31, 2026",
                "13/27/2026",
                "27.11.2026",
                "Nov 27",
                "Nov 27, 2026 13:00 p.m.",
                "11/27/26",
                "Nov 27, 2026 8:60 a.m.",
                "1210-01-01",
                "N 27, 2026",
                "2026-11-27T25:00"
            })
    void what_is_no_moment_is_none(String typed) {
        assertThat(TypedMoment.read(typed, CHICAGO)).isEmpty();
    }
}
