package brightline.command.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/** Clients know a refusal by its code, and the code is the constant's name: a constant that is renamed tells them something new. */
class RuleCodesTest {
    @Test
    void refusals_have_the_codes_that_clients_know() throws IOException {
        try (InputStream known = RuleCodesTest.class.getResourceAsStream("rule-codes.txt")) {
            String text = new String(Objects.requireNonNull(known).readAllBytes(), StandardCharsets.UTF_8);
            assertThat(codes()).containsExactlyInAnyOrder(text.lines().toArray(String[]::new));
        }
    }

    private static Stream<String> codes() {
        var scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AssignableTypeFilter(Rule.class));
        return scan.findCandidateComponents("brightline.command").stream()
                .map(found -> ClassUtils.resolveClassName(
                        Objects.requireNonNull(found.getBeanClassName()), RuleCodesTest.class.getClassLoader()))
                .filter(type -> type.isEnum() && type.getEnclosingClass() == null)
                .flatMap(type -> Stream.of(type.getEnumConstants()))
                .map(rule -> ((Rule) rule).code());
    }
}
