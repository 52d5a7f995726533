package brightline.edge.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The names by which this installation is reached: those of the machine for itself, those configured, and the address at which
 * the request came in, by which probes and scrapers come. Where browsers reach us over TLS and no name is configured, also this
 * machine's own name and any address.
 */
final class HostNames {
    private final Set<String> names;
    private final boolean anyAddress;
    private final @Nullable String machine;

    HostNames(List<String> configured, boolean tls) {
        this.names = configured.stream().map(HostNames::plain).collect(Collectors.toUnmodifiableSet());
        this.anyAddress = tls && names.isEmpty();
        this.machine = anyAddress ? machine() : null;
    }

    /**
     * Whether a request for this host is for us.
     *
     * @param host without port; IPv6 in brackets or not
     * @param local the address at which it came in, in digits
     */
    boolean include(String host, String local) {
        String name = plain(host);
        if (name.equals("localhost") || names.contains(name) || name.equals(machine)) {
            return true;
        }
        InetAddress address = literal(name);
        return address != null && (anyAddress || address.isLoopbackAddress() || address.equals(literal(local)));
    }

    private static String plain(String host) {
        String name = host.strip().toLowerCase(Locale.ROOT);
        if (name.startsWith("[") && name.endsWith("]")) {
            return name.substring(1, name.length() - 1);
        }
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }

    private static @Nullable InetAddress literal(String name) {
        try {
            return InetAddress.ofLiteral(name);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    private static @Nullable String machine() {
        try {
            return plain(InetAddress.getLocalHost().getHostName());
        } catch (UnknownHostException _) {
            return null;
        }
    }
}
