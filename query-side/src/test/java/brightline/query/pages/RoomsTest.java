package brightline.query.pages;

import static org.assertj.core.api.Assertions.assertThat;

import brightline.edge.access.AccountRole;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class RoomsTest {

    @Test
    void each_role_is_shown_its_own_rooms_and_no_others() {
        assertThat(Rooms.of(AccountRole.SRO)).containsExactly(Rooms.ENTRY, Rooms.CASES);
        assertThat(Rooms.of(AccountRole.ANALYST)).containsExactly(Rooms.DASHBOARD);
        assertThat(Rooms.of(AccountRole.AUDITOR))
                .containsExactly(Rooms.DASHBOARD, Rooms.CASES, Rooms.REPLAYS, Rooms.CARE);
        assertThat(Rooms.of(AccountRole.SYSADMIN)).containsExactly(Rooms.REPLAYS, Rooms.CARE, Rooms.SETTINGS);
        assertThat(Rooms.of(AccountRole.PROVIDER)).isEmpty();
    }

    @Test
    void the_navigation_marks_the_room_the_reader_is_in() {
        assertThat(Rooms.navigation(AccountRole.AUDITOR, "/cases/17"))
                .filteredOn(Shell.Place::current)
                .extracting(Shell.Place::label)
                .containsExactly("Cases");
        assertThat(Rooms.navigation(AccountRole.SRO, "/casesandmore")).noneMatch(Shell.Place::current);
    }

    @Test
    void shares_are_rounded_half_up_to_one_decimal_of_a_percent() {
        assertThat(new Share(9, 60, 0.15, 0.0810, 0.2611).interval()).isEqualTo("8.1–26.1\u00a0%");
        assertThat(Share.percent(0.0005)).isEqualTo("0.1\u00a0%");
        assertThat(Share.percent(1)).isEqualTo("100.0\u00a0%");
        assertThat(new Share(0, 0, null, null, null).percent()).isEqualTo("–");
    }

    @Test
    void a_moment_is_told_in_the_agencys_zone() {
        Moment late = new Moment(Instant.parse("2026-03-03T04:30:00Z"), ZoneId.of("America/Chicago"));
        assertThat(late.text()).isEqualTo("2 Mar 2026, 22:30:00 CST");
        assertThat(late.isoDay()).isEqualTo("2026-03-02");
    }
}
