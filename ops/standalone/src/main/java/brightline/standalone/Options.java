package brightline.standalone;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What the command line asks for.
 *
 * @param demo seed a school year once and keep accounts for it
 * @param port where HTTP is served; 0 takes any free port
 * @param data directory of everything that is kept; relative to the working directory
 * @param hosts names by which browsers reach it, beside this machine's own
 * @param tls serve https with a certificate kept in the data directory
 * @param help only say how to call it
 */
record Options(boolean demo, int port, Path data, List<String> hosts, boolean tls, boolean help) {
    static final String USAGE = "Usage: ops/run [--demo] [--port N] [--data DIR] [--host NAME]... [--tls]";

    private static final int DEFAULT_PORT = 8080;
    private static final int HIGHEST_PORT = 65_535;
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]+|\\[?[0-9A-Fa-f:.]+]?");

    /** The command line was not understood; the message is the line to show, before the usage. */
    static final class Misunderstood extends RuntimeException {
        Misunderstood(String line) {
            super(line);
        }
    }

    /** @throws Misunderstood for an unknown option, a missing value or a port that cannot be */
    static Options parse(String... arguments) {
        boolean demo = false;
        int port = DEFAULT_PORT;
        Path data = Path.of("var");
        List<String> hosts = new ArrayList<>();
        boolean tls = false;
        boolean help = false;
        Iterator<String> rest = List.of(arguments).iterator();
        while (rest.hasNext()) {
            String option = rest.next();
            switch (option) {
                case "--demo" -> demo = true;
                case "--tls" -> tls = true;
                case "--port" -> port = port(value(option, rest));
                case "--data" -> data = Path.of(value(option, rest));
                case "--host" -> hosts.add(host(value(option, rest)));
                case "--help", "-h" -> help = true;
                default -> throw new Misunderstood("unknown option: " + option);
            }
        }
        return new Options(demo, port, data, List.copyOf(hosts), tls, help);
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new Misunderstood(option + " needs a value");
        }
        return rest.next();
    }

    private static String host(String text) {
        if (!HOST.matcher(text).matches()) {
            throw new Misunderstood("--host takes a name without scheme and port, not " + text);
        }
        return text;
    }

    private static int port(String text) {
        int port;
        try {
            port = Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw notAPort(text);
        }
        if (port < 0 || port > HIGHEST_PORT) {
            throw notAPort(text);
        }
        return port;
    }

    private static Misunderstood notAPort(String text) {
        return new Misunderstood("--port takes a number from 0 to " + HIGHEST_PORT + ", not " + text);
    }
}
