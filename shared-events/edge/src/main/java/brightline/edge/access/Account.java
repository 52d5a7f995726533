package brightline.edge.access;

import brightline.events.OfficerId;
import brightline.events.account.AccountRights;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account as stored, without its password.
 *
 * @param officerId the officer who signs in with it; null when nobody on the roster
 * @param schools codes of the schools it reads; empty does not mean all
 * @param unit code of the unit it belongs to; null for none
 * @param enabled whether it may sign in: it is not closed, its rights are granted and its row is whole
 * @param closed whether it was closed, whatever else keeps it from signing in
 * @param granted whether it has the rights that stand here; else they are only what it was made for, and it has none
 * @param damaged its row holds what no account may have: it is closed whatever else the row says, and stays so
 * @param mustChangePassword the password is one the system made
 * @param credentialVersion counts password changes; what was signed in with an older one ends
 */
public record Account(
        UUID id,
        String username,
        AccountRole role,
        @Nullable UUID officerId,
        Set<String> schools,
        @Nullable String unit,
        boolean enabled,
        boolean closed,
        boolean granted,
        boolean damaged,
        boolean mustChangePassword,
        int credentialVersion) {
    public Account {
        schools = Set.copyOf(schools);
    }

    /** What it may reach, or was made for where that is not granted. */
    public AccountRights rights() {
        return AccountRights.of(role.text(), officerId == null ? null : new OfficerId(officerId), schools, unit);
    }

    CurrentActor actor() {
        return new CurrentActor(id, username, role, officerId, schools);
    }

    @Override
    public String toString() {
        return "Account[" + id + " " + role.text() + "]";
    }
}
