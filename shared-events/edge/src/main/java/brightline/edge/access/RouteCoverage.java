package brightline.edge.access;

import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Refuses to start while any controller or actuator route has no rule: a forgotten rule is found by whoever forgot it. */
final class RouteCoverage implements SmartInitializingSingleton {
    private final RoutePolicy policy;
    private final ObjectProvider<RequestMappingInfoHandlerMapping> mappings;

    RouteCoverage(RoutePolicy policy, ObjectProvider<RequestMappingInfoHandlerMapping> mappings) {
        this.policy = policy;
        this.mappings = mappings;
    }

    @Override
    public void afterSingletonsInstantiated() {
        List<String> uncovered = new ArrayList<>();
        mappings.stream()
                .forEach(mapping -> mapping.getHandlerMethods().forEach((info, handler) -> {
                    if (!ErrorController.class.isAssignableFrom(handler.getBeanType())) {
                        uncovered.addAll(uncovered(info, handler));
                    }
                }));
        if (!uncovered.isEmpty()) {
            throw new IllegalStateException("No RouteRule covers " + String.join("; ", uncovered));
        }
    }

    private List<String> uncovered(RequestMappingInfo info, HandlerMethod handler) {
        List<String> uncovered = new ArrayList<>();
        for (String pattern : info.getPatternValues()) {
            if (info.getMethodsCondition().getMethods().isEmpty()) {
                uncovered.add("any method " + pattern + " (" + handler.getShortLogMessage() + ")");
            }
            for (RequestMethod method : info.getMethodsCondition().getMethods()) {
                if (!policy.covers(HttpMethod.valueOf(method.name()), pattern)) {
                    uncovered.add(method + " " + pattern + " (" + handler.getShortLogMessage() + ")");
                }
            }
        }
        return uncovered;
    }
}
