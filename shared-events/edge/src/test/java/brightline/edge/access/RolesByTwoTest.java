package brightline.edge.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

class RolesByTwoTest {
    @Test
    void every_role_but_the_system_administrators_reads_cases_and_that_one_decides_who_does() {
        assertThat(Arrays.stream(AccountRole.values()).filter(AccountRole::readsCases))
                .containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(EnumSet.of(AccountRole.SYSADMIN)));
        assertThat(AccountRole.values()).allMatch(AccountRole::takesTwo);
    }
}
