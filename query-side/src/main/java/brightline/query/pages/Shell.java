package brightline.query.pages;

import brightline.edge.access.AccountRole;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands around a page: whose installation it is, who is signed in, where they may go, and what everybody must know
 * before reading a figure.
 *
 * @param agency the agency's name; null until its settings are recorded
 * @param account who is signed in; null on pages open to all
 * @param csrf what a form must send back; null where no form can be sent
 * @param signInNews what the account's owner is told about wrong passwords and about new ones that somebody else gave the account; none
 *     on all pages but the first after sign-in
 * @param notices sentences shown above every page, such as that the clock is simulated
 */
public record Shell(
        @Nullable String agency,
        @Nullable Reader account,
        List<Place> navigation,
        @Nullable Csrf csrf,
        List<String> signInNews,
        List<String> notices) {

    /** The shell of a page without an account: sign-in and errors. */
    public static Shell open(@Nullable String agency, @Nullable Csrf csrf, List<String> notices) {
        return new Shell(agency, null, List.of(), csrf, List.of(), notices);
    }

    /** The shell of a signed-in page; {@code path} marks where the reader is. */
    public static Shell signedIn(
            @Nullable String agency,
            String username,
            AccountRole role,
            String path,
            @Nullable Csrf csrf,
            List<String> notices) {
        return new Shell(
                agency, new Reader(username, roleName(role)), Rooms.navigation(role, path), csrf, List.of(), notices);
    }

    /** The same, telling of the way in. */
    public Shell telling(List<String> news) {
        return new Shell(agency, account, navigation, csrf, List.copyOf(news), notices);
    }

    /** The role as people say it. */
    public static String roleName(AccountRole role) {
        return switch (role) {
            case SRO -> "Officer";
            case SUPERVISOR -> "Supervisor";
            case COORDINATOR -> "Program coordinator";
            case PROVIDER -> "Diversion provider";
            case SCHOOL_ADMIN -> "School administrator";
            case ANALYST -> "Analyst";
            case AUDITOR -> "Auditor";
            case CLERK -> "Records clerk";
            case SYSADMIN -> "System administrator";
        };
    }

    /** Who reads the page. @param role as people say it */
    public record Reader(String username, String role) {}

    /** An entry of the main navigation. @param href a path within the application */
    public record Place(String label, String href, boolean current) {}

    /** Spring Security's token against forged requests, under the names a form or script sends it by. */
    public record Csrf(String headerName, String parameterName, String token) {}
}
