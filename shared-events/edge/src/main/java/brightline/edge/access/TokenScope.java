package brightline.edge.access;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What an API token is good for. A token acts as its account, and only within its scopes; pages take no tokens. */
public enum TokenScope {
    /** {@code /api/commands/**}. */
    COMMANDS,
    /** {@code /api/queries/**} and the description of the API. */
    QUERIES,
    /** {@code /actuator/prometheus}. */
    METRICS;

    /** The text form, such as {@code metrics}. */
    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException when the text is no scope */
    public static TokenScope of(String text) {
        for (TokenScope scope : values()) {
            if (scope.text().equals(text)) {
                return scope;
            }
        }
        throw new IllegalArgumentException("Not a token scope");
    }

    /** The scope that a path pattern needs; null where no token will do. */
    static @Nullable TokenScope ofPattern(String pattern) {
        if (pattern.startsWith("/api/commands")) {
            return COMMANDS;
        }
        if (pattern.startsWith("/api/queries") || pattern.startsWith("/v3/")) {
            return QUERIES;
        }
        return pattern.startsWith("/actuator/prometheus") ? METRICS : null;
    }
}
