package brightline.edge.access;

import java.util.List;

/** The rules one side contributes, as a bean. All beans of this type together are the {@link RoutePolicy}. */
public record RouteRules(List<RouteRule> rules) {
    public RouteRules {
        rules = List.copyOf(rules);
    }

    public static RouteRules of(RouteRule... rules) {
        return new RouteRules(List.of(rules));
    }
}
