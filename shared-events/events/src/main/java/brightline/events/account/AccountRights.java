package brightline.events.account;

import brightline.events.OfficerId;
import brightline.events.SchoolCode;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an account may reach.
 *
 * @param role text form of the account's role, for example {@code school-admin}
 * @param officer who signs in with it; null for nobody on the roster
 * @param schools whose students it reads, each once, by code; none does not mean all
 * @param unit code of the unit it belongs to, {@value #UNIT_FORM}; null for none
 */
public record AccountRights(
        String role,
        @Nullable OfficerId officer,
        List<SchoolCode> schools,
        @Nullable String unit) {
    /** How a unit's code is written. */
    public static final String UNIT_FORM = "[A-Z0-9][A-Z0-9-]{0,19}";

    private static final Pattern ROLE = Pattern.compile("[a-z][a-z-]{0,29}");
    private static final Pattern UNIT = Pattern.compile(UNIT_FORM);

    /** @throws IllegalArgumentException when the role or the unit is not of its form */
    public AccountRights {
        if (!ROLE.matcher(role).matches()) {
            throw new IllegalArgumentException("A role has small letters and dashes");
        }
        if (unit != null && !UNIT.matcher(unit).matches()) {
            throw new IllegalArgumentException("A unit's code has at most 20 capitals, digits and dashes");
        }
        schools = schools.stream()
                .distinct()
                .sorted(Comparator.comparing(SchoolCode::value))
                .toList();
    }

    /** Of these, whose schools come in any order. */
    public static AccountRights of(
            String role, @Nullable OfficerId officer, Collection<String> schools, @Nullable String unit) {
        return new AccountRights(
                role, officer, schools.stream().map(SchoolCode::new).toList(), unit);
    }

    /** Whether whoever has the other rights has these already: nothing is reached by them that was not. A unit reaches nothing. */
    public boolean isWithin(AccountRights other) {
        return role.equals(other.role)
                && (officer == null || officer.equals(other.officer))
                && other.schools.containsAll(schools);
    }
}
