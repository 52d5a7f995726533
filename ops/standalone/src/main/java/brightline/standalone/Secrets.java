package brightline.standalone;

import brightline.standalone.postgres.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the environment tells in confidence: in a variable, or in a file that the variable of the same name with {@code _FILE} names.
 * Never on the command line, which everybody on the machine can read.
 */
final class Secrets {
    private static final String IN_FILE = "_FILE";

    private Secrets() {}

    /**
     * Under that name.
     *
     * @return null when neither a variable nor a file tells it; of a file, without the blanks and line ends around it
     * @throws CannotStart when both do, or the file cannot be read
     */
    static @Nullable String named(String name, Map<String, String> environment) {
        String file = environment.getOrDefault(name + IN_FILE, "");
        if (file.isBlank()) {
            return environment.get(name);
        }
        if (environment.containsKey(name)) {
            throw new CannotStart("%s and %s%s are both set: one must go".formatted(name, name, IN_FILE));
        }
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw new CannotStart("the file that %s%s names cannot be read: %s".formatted(name, IN_FILE, file), e);
        }
    }
}
