package brightline.edge.access;

import java.io.Serializable;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Who sends the request being answered. Controllers take it as an argument; elsewhere {@link #required()} gives it.
 *
 * @param username as signed in with; not to be logged
 * @param officerId the officer behind the account; null when nobody on the roster
 * @param schools codes of the schools this account reads; empty does not mean all
 */
public record CurrentActor(
        UUID accountId,
        String username,
        AccountRole role,
        @Nullable UUID officerId,
        Set<String> schools) implements Serializable {
    public CurrentActor {
        schools = Set.copyOf(schools);
    }

    /** The actor of the request that this thread answers; null when nobody is signed in. */
    public static @Nullable CurrentActor orNull() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn
                ? signedIn.actor()
                : null;
    }

    /** @throws IllegalStateException when nobody is signed in: the route was open, or this is no request */
    public static CurrentActor required() {
        CurrentActor actor = orNull();
        if (actor == null) {
            throw new IllegalStateException("Nobody is signed in");
        }
        return actor;
    }

    @Override
    public String toString() {
        return "CurrentActor[" + accountId + " " + role.text() + "]";
    }
}
