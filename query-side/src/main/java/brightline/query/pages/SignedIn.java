package brightline.query.pages;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** The account reading a page. */
public record SignedIn(String username, Set<AccountRole> roles) {

    public SignedIn {
        roles = Set.copyOf(roles);
    }

    /** Reads Spring Security authorities ({@code ROLE_SRO}); what is no account role is left out. */
    public static SignedIn of(String username, Collection<String> authorities) {
        Set<AccountRole> roles = EnumSet.noneOf(AccountRole.class);
        for (AccountRole role : AccountRole.values()) {
            if (authorities.contains(role.authority())) {
                roles.add(role);
            }
        }
        return new SignedIn(username, roles);
    }

    public boolean is(AccountRole role) {
        return roles.contains(role);
    }

    /** The roles as people say them, in the order of {@link AccountRole}. */
    public String rolesText() {
        return roles.stream().sorted().map(AccountRole::label).collect(Collectors.joining(", "));
    }
}
