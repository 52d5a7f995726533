package brightline.edge.access;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account as stored, without its password.
 *
 * @param officerId the officer who signs in with it; null when nobody on the roster
 * @param schools codes of the schools it reads; empty does not mean all
 * @param enabled whether it may sign in
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
        boolean enabled,
        boolean damaged,
        boolean mustChangePassword,
        int credentialVersion) {
    public Account {
        schools = Set.copyOf(schools);
    }

    CurrentActor actor() {
        return new CurrentActor(id, username, role, officerId, schools);
    }

    @Override
    public String toString() {
        return "Account[" + id + " " + role.text() + "]";
    }
}
