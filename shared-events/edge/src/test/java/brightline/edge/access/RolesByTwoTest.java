package brightline.edge.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

/** Why no role is had by one person's word: each reads cases, or decides who does. */
class RolesByTwoTest {
    @Test
    void every_role_but_the_system_administrators_reads_cases_and_that_one_decides_who_does() {
        assertThat(Arrays.stream(AccountRole.values()).filter(RolesByTwoTest::readsCases))
                .containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(EnumSet.of(AccountRole.SYSADMIN)));
        assertThat(Action.GRANT_RIGHTS.roles()).containsExactly(AccountRole.SYSADMIN);
    }

    private static boolean readsCases(AccountRole role) {
        return Arrays.stream(Action.values())
                .anyMatch(action -> action.meetsCases() && action.roles().contains(role));
    }
}
