package brightline.edge.access;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;

/**
 * Who may use one method of the paths of one pattern. Between rules that match, the more specific pattern decides.
 *
 * @param method a GET rule is for HEAD as well
 * @param pattern Spring path pattern from the application's root, such as {@code /api/queries/cases/{id}/timeline}
 * @param roles who may; of no meaning when open
 * @param open whether nobody needs to sign in
 * @param byPerson whether only somebody who signed in may, and no token: what would make a way in of a token
 */
public record RouteRule(HttpMethod method, String pattern, Set<AccountRole> roles, boolean open, boolean byPerson) {
    public RouteRule {
        roles = Set.copyOf(roles);
        if (!pattern.startsWith("/") || !open && roles.isEmpty()) {
            throw new IllegalArgumentException("A rule needs a path from the root and at least one role: " + pattern);
        }
    }

    /** For accounts of these roles. */
    public RouteRule(HttpMethod method, String pattern, Set<AccountRole> roles) {
        this(method, pattern, roles, false, false);
    }

    /** For accounts of these roles. */
    public static RouteRule allow(HttpMethod method, String pattern, AccountRole role, AccountRole... more) {
        return new RouteRule(method, pattern, EnumSet.of(role, more));
    }

    /** For every account. */
    public static RouteRule signedIn(HttpMethod method, String pattern) {
        return new RouteRule(method, pattern, EnumSet.allOf(AccountRole.class));
    }

    /** For everybody, signed in or not. */
    public static RouteRule open(HttpMethod method, String pattern) {
        return new RouteRule(method, pattern, Set.of(), true, false);
    }

    /** The same, for nobody who comes with a token: it would outlive itself, or widen. */
    public RouteRule byPersonOnly() {
        return new RouteRule(method, pattern, roles, open, true);
    }

    /** The scope an API token needs here; null when no token will do. */
    @Nullable
    TokenScope scope() {
        return byPerson ? null : TokenScope.ofPattern(pattern);
    }
}
