package brightline.edge.access;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a password must be that somebody chooses: long, and not the first thing that comes to mind. */
final class PasswordRules {
    static final int SHORTEST = 12;

    /** A word of three letters, written four times, is long and no password. */
    private static final int DIFFERENT = 5;

    /** A user name of fewer letters stands in many a good password. */
    private static final int TELLING = 4;

    private PasswordRules() {}

    /** What is wrong with a password; null when nothing is. */
    static OwnPassword.@Nullable Fault faultOf(String password, String username, String before) {
        if (password.length() < SHORTEST) {
            return OwnPassword.Fault.TOO_SHORT;
        }
        if (password.length() > Passwords.LONGEST) {
            return OwnPassword.Fault.TOO_LONG;
        }
        if (password.equals(before)) {
            return OwnPassword.Fault.SAME;
        }
        if (username.length() >= TELLING && password.toLowerCase(Locale.ROOT).contains(username)) {
            return OwnPassword.Fault.HOLDS_USERNAME;
        }
        return password.codePoints().distinct().count() < DIFFERENT ? OwnPassword.Fault.TOO_PLAIN : null;
    }
}
