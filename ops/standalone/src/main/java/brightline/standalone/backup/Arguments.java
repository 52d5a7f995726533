package brightline.standalone.backup;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a command line says.
 *
 * @param options by name, each with its value
 * @param file the argument that is no option; null where there is none
 */
record Arguments(Map<String, String> options, @Nullable String file, boolean help) {

    /** The command line was not understood; the message is the line to show. */
    static final class Misunderstood extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Misunderstood(String line) {
            super(line);
        }
    }

    /** @throws Misunderstood for an unknown option, one without a value, or two files */
    static Arguments parse(Set<String> known, String... arguments) {
        Map<String, String> options = new HashMap<>();
        String file = null;
        boolean help = false;
        Iterator<String> rest = List.of(arguments).iterator();
        while (rest.hasNext()) {
            String argument = rest.next();
            if (argument.equals("--help") || argument.equals("-h")) {
                help = true;
            } else if (known.contains(argument)) {
                if (!rest.hasNext()) {
                    throw new Misunderstood(argument + " needs a value");
                }
                options.put(argument, rest.next());
            } else if (argument.startsWith("-")) {
                throw new Misunderstood("unknown option: " + argument);
            } else if (file != null) {
                throw new Misunderstood("one file at a time, not also " + argument);
            } else {
                file = argument;
            }
        }
        return new Arguments(options, file, help);
    }
}
