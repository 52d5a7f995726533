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
 * @param proof what they must have shown; of no meaning when open
 */
public record RouteRule(HttpMethod method, String pattern, Set<AccountRole> roles, boolean open, Proof proof) {
    public RouteRule {
        roles = Set.copyOf(roles);
        if (!pattern.startsWith("/") || !open && roles.isEmpty()) {
            throw new IllegalArgumentException("A rule needs a path from the root and at least one role: " + pattern);
        }
    }

    /** For accounts of these roles. */
    public RouteRule(HttpMethod method, String pattern, Set<AccountRole> roles) {
        this(method, pattern, roles, false, Proof.SIGNED_IN);
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
        return new RouteRule(method, pattern, Set.of(), true, Proof.SIGNED_IN);
    }

    /** The same, for who has shown as much. */
    public RouteRule with(Proof shown) {
        return new RouteRule(method, pattern, roles, open, shown);
    }

    /** The scope an API token needs here; null when no token will do. */
    @Nullable
    TokenScope scope() {
        return proof == Proof.BY_PERSON ? null : TokenScope.ofPattern(pattern);
    }
}
