package brightline.standalone;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What the command line asks for. */
final class Options {
    @Option(names = "--demo", description = "Seed a school year of an invented agency once, and keep accounts for it.")
    boolean demo;

    @Option(
            names = "--port",
            paramLabel = "N",
            converter = Port.class,
            description = "Where HTTP is served; 0 takes any free port. Default: ${DEFAULT-VALUE}.")
    int port = 8080;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Directory of everything that is kept. Default: ${DEFAULT-VALUE}.")
    Path data = Path.of("var");

    @Option(
            names = "--host",
            paramLabel = "NAME",
            converter = Host.class,
            description = "A name by which browsers reach it, beside this machine's own; may be given several times.")
    List<String> hosts = new ArrayList<>();

    @Option(
            names = "--tls",
            description = "Serve https, with a certificate kept in the data directory, or with a given one.")
    boolean tls;

    @Option(
            names = "--certificate",
            paramLabel = "FILE",
            description = "The given certificate and those that lead to its issuer (PEM).")
    @Nullable
    Path certificate;

    @Option(names = "--key", paramLabel = "FILE", description = "Its key (PEM, not encrypted).")
    @Nullable
    Path key;

    /** From 0 to the highest there is. */
    static final class Port implements ITypeConverter<Integer> {
        private static final int HIGHEST = 65_535;

        @Override
        public Integer convert(String text) {
            if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > HIGHEST) {
                throw new TypeConversionException("it takes a number from 0 to " + HIGHEST + ", not " + text);
            }
            return Integer.valueOf(text);
        }
    }

    /** A name or address, not where it leads. */
    static final class Host implements ITypeConverter<String> {
        @Override
        public String convert(String text) {
            if (!text.matches("[A-Za-z0-9.-]+|\\[?[0-9A-Fa-f:.]+]?")) {
                throw new TypeConversionException("it takes a name without scheme and port, not " + text);
            }
            return text;
        }
    }
}
