package brightline.edge.access;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/** The rules of the routes whose handlers name their {@link Action}: path and method stand at the handler alone. */
final class ActionRoutes {
    private ActionRoutes() {}

    /** Looks at the types of the controllers, and makes none. */
    static RouteRules of(ListableBeanFactory beans) {
        List<RouteRule> rules = new ArrayList<>();
        for (String name : beans.getBeanNamesForAnnotation(Controller.class)) {
            Class<?> controller = beans.getType(name);
            if (controller != null) {
                MethodIntrospector.selectMethods(controller, (MethodIntrospector.MetadataLookup<Does>)
                                method -> AnnotatedElementUtils.findMergedAnnotation(method, Does.class))
                        .forEach((method, does) -> rules.addAll(rules(
                                AnnotatedElementUtils.findMergedAnnotation(controller, RequestMapping.class),
                                AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class),
                                does.value())));
            }
        }
        return new RouteRules(rules);
    }

    private static List<RouteRule> rules(
            @Nullable RequestMapping base, @Nullable RequestMapping mapping, Action action) {
        if (mapping == null) {
            throw new IllegalStateException(action + " is done by what has no address");
        }
        return paths(base)
                .flatMap(start -> paths(mapping).map(end -> start + end))
                .flatMap(path -> Stream.of(mapping.method())
                        .map(RequestMethod::asHttpMethod)
                        .map(method -> new RouteRule(method, path, action.roles(), false, action.proof())))
                .toList();
    }

    private static Stream<String> paths(@Nullable RequestMapping mapping) {
        return mapping == null || mapping.path().length == 0 ? Stream.of("") : Stream.of(mapping.path());
    }
}
