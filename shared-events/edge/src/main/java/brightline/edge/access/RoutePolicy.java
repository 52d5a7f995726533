package brightline.edge.access;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** The one table of who may reach which route. What has no rule is denied to everybody. */
public final class RoutePolicy {
    /** What the table says to a request. */
    enum Decision {
        ALLOWED,
        NOT_SIGNED_IN,
        FORBIDDEN,
        /** The path has rules, but none for this method. */
        NO_SUCH_METHOD,
        /** The role may, but not by this token. */
        NOT_BY_TOKEN,
        /** They may, once they have shown again that it is them. */
        STEP_UP_NEEDED,
        /** No rule knows the path. */
        NO_SUCH_ROUTE
    }

    private record Entry(PathPattern pattern, RouteRule rule) {}

    private final List<Entry> entries;

    /** @throws IllegalArgumentException when two rules speak for the same method and pattern */
    public RoutePolicy(List<RouteRule> rules) {
        Set<String> seen = new HashSet<>();
        List<Entry> sorted = new ArrayList<>();
        for (RouteRule rule : rules) {
            if (!seen.add(rule.method() + " " + anonymous(rule.pattern()))) {
                throw new IllegalArgumentException("Two rules for " + rule.method() + " " + rule.pattern());
            }
            sorted.add(new Entry(PathPatternParser.defaultInstance.parse(rule.pattern()), rule));
        }
        sorted.sort(Comparator.comparing(Entry::pattern));
        this.entries = List.copyOf(sorted);
    }

    /** All rules, the more specific first. */
    public List<RouteRule> rules() {
        return entries.stream().map(Entry::rule).toList();
    }

    /** The rule that decides about a request; null when there is none. */
    @Nullable
    RouteRule ruleFor(HttpMethod method, PathContainer path) {
        HttpMethod asked = method.equals(HttpMethod.HEAD) ? HttpMethod.GET : method;
        for (Entry entry : entries) {
            if (entry.rule().method().equals(asked) && entry.pattern().matches(path)) {
                return entry.rule();
            }
        }
        return null;
    }

    /** The methods that some rule knows for a path, in alphabetical order. */
    Set<String> methodsOf(PathContainer path) {
        Set<String> methods = new TreeSet<>();
        for (Entry entry : entries) {
            if (entry.pattern().matches(path)) {
                methods.add(entry.rule().method().name());
            }
        }
        return methods;
    }

    /**
     * @param signedIn null when nobody is
     * @param fresh whether who is signed in has shown lately that it is them
     */
    Decision decide(HttpMethod method, PathContainer path, @Nullable SignedIn signedIn, boolean fresh) {
        RouteRule rule = ruleFor(method, path);
        if (rule != null && rule.open()) {
            return Decision.ALLOWED;
        }
        if (signedIn == null) {
            return Decision.NOT_SIGNED_IN;
        }
        if (rule == null) {
            return methodsOf(path).isEmpty() ? Decision.NO_SUCH_ROUTE : Decision.NO_SUCH_METHOD;
        }
        if (!rule.roles().contains(signedIn.actor().role())) {
            return Decision.FORBIDDEN;
        }
        if (!signedIn.reaches(rule.scope())) {
            return Decision.NOT_BY_TOKEN;
        }
        return rule.proof().isFresh() && !fresh ? Decision.STEP_UP_NEEDED : Decision.ALLOWED;
    }

    /** The scopes that let a token of this role reach anything at all. */
    public Set<TokenScope> scopesOf(AccountRole role) {
        Set<TokenScope> scopes = EnumSet.noneOf(TokenScope.class);
        for (Entry entry : entries) {
            TokenScope scope = entry.rule().scope();
            if (scope != null && entry.rule().roles().contains(role)) {
                scopes.add(scope);
            }
        }
        return scopes;
    }

    /** Whether a handler's own pattern is covered: by the same pattern, or by one that matches a path of it. */
    boolean covers(HttpMethod method, String pattern) {
        String asked = anonymous(pattern);
        if (entries.stream()
                .anyMatch(entry -> entry.rule().method().equals(method)
                        && anonymous(entry.rule().pattern()).equals(asked))) {
            return true;
        }
        String example = asked.replace("{}", "x").replace("**", "x").replace("*", "x");
        return ruleFor(method, PathContainer.parsePath(example)) != null;
    }

    private static String anonymous(String pattern) {
        return pattern.replaceAll("\\{(\\*)?(?:[^{}]|\\{[^{}]*})*}", "{}");
    }
}
