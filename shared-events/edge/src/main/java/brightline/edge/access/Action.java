package brightline.edge.access;

import static brightline.edge.access.AccountRole.COORDINATOR;
import static brightline.edge.access.AccountRole.SRO;
import static brightline.edge.access.AccountRole.SUPERVISOR;

import java.util.EnumSet;
import java.util.Set;

/** What somebody may do, and which roles may: the one table of it. A handler names its action with {@link Does}. */
public enum Action {
    LOG_ACTIVITY(SRO, SUPERVISOR, COORDINATOR),
    WITHDRAW_ACTIVITY(SRO, SUPERVISOR, COORDINATOR);

    private final Set<AccountRole> roles;

    Action(AccountRole role, AccountRole... more) {
        this.roles = EnumSet.of(role, more);
    }

    /** Who may. */
    public Set<AccountRole> roles() {
        return Set.copyOf(roles);
    }
}
