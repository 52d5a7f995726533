package brightline.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A switch that names one member of a sealed type names them all: a new event, command or state does not compile until somebody
 * has thought about it everywhere. What a switch leaves to its default class files do not show, so the sources are read. Who wants
 * to hear of a few and means to pass over all others asks with {@code instanceof}; who thinks others impossible throws.
 */
class SwitchesTest {
    private static final List<String> MODULES =
            List.of("shared-events/events", "shared-events/edge", "command-side", "query-side", "ops/standalone");

    @Test
    void no_switch_passes_in_silence_over_members_of_a_sealed_type() {
        assertThat(SilentAnswers.in(mainSources())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "switch (told) { case Seen _ -> {} default -> {} }",
                "switch (told) { case Seen _ -> {} case Told _ -> {} }",
                "switch (told) { case Seen _ -> {} case Heard _ when told != null -> {} default -> {} }",
                "switch ((Object) told) { case Seen _ -> {} default -> {} }",
                "switch ((Object) told) { case Seen _ -> {} case null, default -> {} }",
                "switch ((Object) told) { case Seen _ -> {} case Heard(String _) -> {} default -> {} }",
                "switch ((Object) told) { case Seen _ -> {} case Object _ -> {} }",
                "int n = switch (told) { case Seen _ -> 1; default -> 0; };",
                "switch (told) { case Seen _: break; default: }"
            })
    void passing_over_a_member_is_found_in_whatever_form(String silent) {
        assertThat(SilentAnswers.in(List.of(example(silent))))
                .singleElement()
                .asString()
                .contains("Told: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "switch (told) { case Seen _ -> {} case Heard _ -> {} }",
                "switch (told) { case Seen _ -> {} case Heard _ -> {} default -> {} }",
                "switch ((Object) told) { case Seen _ -> {} case Heard(Object _) -> {} default -> {} }",
                "switch ((Object) told) { case Seen _, Heard _ -> {} case Object _ -> {} }",
                "switch ((Object) told) { case Told _ -> {} default -> {} }",
                "switch (told) { case Seen _ -> {} default -> throw new IllegalStateException(); }",
                "switch (told) { case Near _, Far _, Heard _ -> {} }",
                "switch (\"text\") { case \"text\" -> {} default -> {} }"
            })
    void a_switch_that_names_all_or_none_or_throws_is_none(String fair) {
        assertThat(SilentAnswers.in(List.of(example(fair)))).isEmpty();
    }

    private static List<JavaFileObject> mainSources() {
        return MODULES.stream()
                .flatMap(module -> under(Path.of("../..").resolve(module).resolve("src/main/java")))
                .map(SwitchesTest::source)
                .filter(source -> source.text.contains("switch ("))
                .<JavaFileObject>map(source -> source)
                .toList();
    }

    private static Stream<Path> under(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Source source(Path file) {
        try {
            return new Source(file.toAbsolutePath().normalize().toUri(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Source example(String statement) {
        return new Source(URI.create("memory:///brightline/example/Example.java"), """
                package brightline.example;
                class Example {
                    sealed interface Told {}
                    sealed interface Seen extends Told {}
                    record Near() implements Seen {}
                    record Far() implements Seen {}
                    record Heard(Object what) implements Told {}
                    void of(Told told) { %s }
                }
                """.formatted(statement));
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(URI uri, String text) {
            super(uri, Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
