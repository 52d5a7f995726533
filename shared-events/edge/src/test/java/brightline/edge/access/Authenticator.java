package brightline.edge.access;

import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An authenticator app that was told a secret. */
public final class Authenticator {
    private static final Pattern SHOWN = Pattern.compile("bl-secret\">([A-Z2-7 ]+)<");

    private final String secret;

    /** @param secret in base 32, with or without spaces */
    public Authenticator(String secret) {
        this.secret = secret.replace(" ", "");
    }

    /** One that has typed what the page of the second factor shows. */
    public static Authenticator of(String html) {
        Matcher shown = SHOWN.matcher(html);
        if (!shown.find()) {
            throw new AssertionError("The page shows no secret");
        }
        return new Authenticator(shown.group(1));
    }

    /** The code it shows now. */
    public String code() {
        return code(0);
    }

    /** The code it shows so many half minutes later; one step later is as good as now's. */
    public String code(int later) {
        return OneTimeCodes.codeOf(secret, OneTimeCodes.stepAt(Instant.now()) + later);
    }

    /** Six digits that are no code of about now. */
    public String wrong() {
        for (int code = 0; ; code++) {
            String digits = "%06d".formatted(code);
            boolean right = false;
            for (int step = -3; step <= 3; step++) {
                right |= code(step).equals(digits);
            }
            if (!right) {
                return digits;
            }
        }
    }
}
