package brightline.edge.access;

import brightline.edge.door.Source;
import brightline.edge.keys.KeyedMac;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Where a request comes from, as a keyed hash: sign-ins from one place can be told from those of another, in the database and in
 * the log, and no address is kept. A forwarded address counts only where {@code server.forward-headers-strategy} says that a
 * proxy is to be believed.
 */
final class Sources {
    private static final int SHOWN = 12;

    private final KeyedMac mac;

    Sources(KeyedMac mac) {
        this.mac = mac;
    }

    /** The source of the request that this thread answers; of the program itself where it answers none. */
    String current() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? of(attributes.getRequest())
                : mac.of("program");
    }

    String of(HttpServletRequest request) {
        return mac.of("source", Source.of(request.getRemoteAddr()));
    }

    /** The name that was tried, whatever it is. */
    String ofName(String name) {
        return mac.of("name", name);
    }

    /** Enough of a source to tell it from others in the log. */
    static String shown(String source) {
        return source.substring(0, SHOWN);
    }
}
