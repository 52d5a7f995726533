package brightline.query.pages;

import static org.assertj.core.api.Assertions.assertThat;

import brightline.edge.access.AccountRole;
import org.junit.jupiter.api.Test;

class RoomsTest {

    @Test
    void each_role_is_shown_its_own_rooms_and_no_others() {
        assertThat(Rooms.of(AccountRole.SRO)).containsExactly(Rooms.ENTRY, Rooms.CASES);
        assertThat(Rooms.of(AccountRole.ANALYST)).containsExactly(Rooms.DASHBOARD);
        assertThat(Rooms.of(AccountRole.AUDITOR))
                .containsExactly(Rooms.DASHBOARD, Rooms.CASES, Rooms.REPLAYS, Rooms.CARE);
        assertThat(Rooms.of(AccountRole.SYSADMIN))
                .containsExactly(Rooms.REPLAYS, Rooms.CARE, Rooms.ACCOUNTS, Rooms.SETTINGS);
        assertThat(Rooms.of(AccountRole.PROVIDER)).isEmpty();
    }

    @Test
    void a_role_without_pages_is_told_what_it_can_do_and_no_other_is() {
        for (AccountRole role : AccountRole.values()) {
            assertThat(AnswerableRequest.of(role).isEmpty())
                    .as(role.text())
                    .isNotEqualTo(Rooms.of(role).isEmpty());
        }
    }

    @Test
    void the_navigation_marks_the_room_the_reader_is_in() {
        assertThat(Rooms.navigation(AccountRole.AUDITOR, "/cases/17"))
                .filteredOn(Shell.Place::current)
                .extracting(Shell.Place::label)
                .containsExactly("Cases");
        assertThat(Rooms.navigation(AccountRole.SRO, "/casesandmore")).noneMatch(Shell.Place::current);
    }
}
