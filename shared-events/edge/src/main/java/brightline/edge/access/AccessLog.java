package brightline.edge.access;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;
import org.springframework.security.core.context.SecurityContextHolder;

/** One line per sign-in, denial and search for a person: ids, roles and outcomes, as key-value pairs and in the text. Never a name or a path. */
final class AccessLog {
    private static final Logger log = LoggerFactory.getLogger("brightline.access");

    private AccessLog() {}

    /** @param source see {@link Sources} */
    static void signedIn(SignedIn signedIn, String source) {
        line("sign-in.accepted", signedIn, Map.of("source", Sources.shown(source)));
    }

    static void signedOut(SignedIn signedIn) {
        line("sign-out", signedIn, Map.of());
    }

    /** @param source see {@link Sources} */
    static void refused(Verification.Refused refused, SignedIn.Means means, String source) {
        Map<String, Object> outcome = new LinkedHashMap<>();
        outcome.put("account", refused.accountId() == null ? "none" : refused.accountId());
        outcome.put("reason", refused.reason());
        outcome.put("means", means);
        outcome.put("source", Sources.shown(source));
        line("sign-in.refused", null, outcome);
    }

    /** @param source see {@link Sources} */
    static void postponed(Verification.Postponed postponed, SignedIn.Means means, String source) {
        Map<String, Object> outcome = new LinkedHashMap<>();
        outcome.put("reason", postponed.why());
        outcome.put("means", means);
        outcome.put("source", Sources.shown(source));
        line("sign-in.postponed", null, outcome);
    }

    /** @param source see {@link Sources} */
    static void tokenRefused(String source) {
        Map<String, Object> outcome = new LinkedHashMap<>();
        outcome.put("means", SignedIn.Means.TOKEN);
        outcome.put("source", Sources.shown(source));
        line("sign-in.refused", null, outcome);
    }

    /** A way in was made, changed or ended, by whoever this thread works for. @param ids what it was about, ids alone */
    static void changed(String event, Map<String, UUID> ids) {
        Map<String, Object> outcome = new LinkedHashMap<>(new TreeMap<>(ids));
        outcome.put(
                "by",
                SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn
                        ? signedIn.actor().accountId()
                        : "program");
        line(event, null, outcome);
    }

    /** Nobody who has a second factor signs in. @param key file that holds another key than the one they were stored under */
    static void otherKey(Path key) {
        log.atError()
                .addKeyValue("event", "second-factor-key.other")
                .log(
                        "second-factor-key.other {} is not the key of the second factors: put that back, or see the runbook",
                        key);
    }

    /** @param rule the pattern of the route that was denied, not the path that was asked */
    static void denied(@Nullable SignedIn signedIn, String reason, @Nullable RouteRule rule) {
        String route = rule == null ? "none" : rule.method() + " " + rule.pattern();
        line("access.denied", signedIn, Map.of("reason", reason, "route", route));
    }

    /** @param schools codes of the schools it was limited to; null when it was not */
    static void searched(CurrentActor actor, String action, @Nullable Set<String> schools, int found) {
        Map<String, Object> outcome = new LinkedHashMap<>();
        outcome.put("account", actor.accountId());
        outcome.put("role", actor.role().text());
        outcome.put("schools", schools == null ? "all" : String.join(",", schools));
        outcome.put("found", found);
        line(action, null, outcome);
    }

    private static void line(String event, @Nullable SignedIn signedIn, Map<String, ?> outcome) {
        Map<String, Object> pairs = new LinkedHashMap<>();
        if (signedIn != null) {
            pairs.put("account", signedIn.actor().accountId());
            pairs.put("role", signedIn.actor().role().text());
            pairs.put("means", signedIn.means());
        }
        pairs.putAll(outcome);
        LoggingEventBuilder builder = log.atInfo().addKeyValue("event", event);
        var text = new StringBuilder(event);
        for (Map.Entry<String, Object> pair : pairs.entrySet()) {
            builder = builder.addKeyValue(pair.getKey(), pair.getValue());
            text.append(' ').append(pair.getKey()).append('=').append(pair.getValue());
        }
        builder.log(text.toString());
    }
}
