package brightline.dependencies;

import static org.assertj.core.api.Assertions.assertThat;

import brightline.dependencies.DependencyAudit.Result;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Libraries, faults and numbers are invented. */
class DependencyAuditTest {
    private static final String TODAY = "2026-11-28T12:00:00Z";

    @TempDir
    Path folder;

    private Path copy;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final ByteArrayOutputStream complained = new ByteArrayOutputStream();

    @BeforeEach
    void anAdvisoryAboutAnotherLibrary() throws IOException {
        copy = Files.createDirectories(folder.resolve("copy"));
        advisory("OTHER-1", "Maven", "org.example:other", "", "{\"introduced\": \"0\"}");
    }

    @Test
    void finds_a_library_with_a_published_fault_and_names_the_version_to_take() throws IOException {
        advisory("EX-1", "Maven", "org.example:server", "", "{\"introduced\": \"11.0.0\"}, {\"fixed\": \"11.0.25\"}");
        assertThat(audit("11.0.24")).isEqualTo(Result.FINDINGS);
        assertThat(said()).isEqualTo("""
                org.example:server 11.0.24: EX-1 (CVE-0000-EX-1), fixed in 11.0.25: Something is wrong
                1 published faults in 1 libraries, by 2 advisories as of 2026-11-27
                """);
        assertThat(complained()).isEmpty();
    }

    @Test
    void is_clean_when_no_advisory_speaks_of_the_version() throws IOException {
        advisory("EX-1", "Maven", "org.example:server", "", "{\"introduced\": \"11.0.0\"}, {\"fixed\": \"11.0.25\"}");
        assertThat(audit("11.0.25")).isEqualTo(Result.CLEAN);
        assertThat(said()).isEqualTo("0 published faults in 1 libraries, by 2 advisories as of 2026-11-27\n");
    }

    /** Numbers by number, qualifiers by rank, and the words for a release mean nothing. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.9        | FINDINGS | {'introduced': '1.2'}, {'fixed': '1.10'}",
                "1.10       | CLEAN    | {'introduced': '1.2'}, {'fixed': '1.10'}",
                "1.1        | CLEAN    | {'introduced': '1.2'}, {'fixed': '1.10'}",
                "1.2        | FINDINGS | {'introduced': '1.2'}, {'fixed': '1.10'}",
                "1.10-RC1   | FINDINGS | {'introduced': '0'}, {'fixed': '1.10'}",
                "1.10.Final | CLEAN    | {'introduced': '0'}, {'fixed': '1.10'}",
                "0.0.1      | FINDINGS | {'introduced': '0'}, {'fixed': '1.10'}",
                "1.10       | FINDINGS | {'introduced': '0'}, {'last_affected': '1.10'}",
                "1.10.1     | CLEAN    | {'introduced': '0'}, {'last_affected': '1.10'}",
                "9          | FINDINGS | {'introduced': '1'}",
                "1.5        | CLEAN    | {'introduced': '1'}, {'fixed': '1.5'}, {'introduced': '2'}, {'fixed': '2.5'}",
                "2.4        | FINDINGS | {'introduced': '1'}, {'fixed': '1.5'}, {'introduced': '2'}, {'fixed': '2.5'}",
                "2.4        | FINDINGS | {'fixed': '2.5'}, {'introduced': '2'}, {'introduced': '1'}, {'fixed': '1.5'}",
                "1.2        | FINDINGS | {'introduced': '1'}, {'last_affected': '1.5'}, {'introduced': '2'}, {'fixed': '2.5'}"
            })
    void reads_ranges_in_the_order_of_versions(String version, Result result, String events) throws IOException {
        advisory("EX-1", "Maven", "org.example:server", "", events.replace('\'', '"'));
        assertThat(audit(version)).isEqualTo(result);
    }

    @Test
    void finds_versions_that_are_named_one_by_one() throws IOException {
        advisory("EX-1", "Maven", "org.example:server", "\"1.0-special\"", "{\"introduced\": \"5\"}");
        assertThat(audit("1.0-special")).isEqualTo(Result.FINDINGS);
        assertThat(audit("1.0")).isEqualTo(Result.CLEAN);
    }

    @Test
    void leaves_out_what_was_withdrawn_and_what_is_about_other_kinds_of_library() throws IOException {
        advisory("EX-1", "npm", "org.example:server", "", "{\"introduced\": \"0\"}");
        advisory("EX-2", "Maven", "org.example:server", "", "{\"introduced\": \"0\"}");
        Path withdrawn = copy.resolve("EX-2.json");
        Files.writeString(
                withdrawn,
                Files.readString(withdrawn)
                        .replace("\"modified\"", "\"withdrawn\": \"2026-11-20T00:00:00Z\", \"modified\""));
        assertThat(audit("1")).isEqualTo(Result.CLEAN);
    }

    @Test
    void reads_a_zip_as_it_reads_a_folder() throws IOException {
        advisory("EX-1", "Maven", "org.example:server", "", "{\"introduced\": \"0\"}");
        Path zip = folder.resolve("all.zip");
        try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("EX-1.json"));
            Files.copy(copy.resolve("EX-1.json"), out);
            out.closeEntry();
        }
        copy = zip;
        assertThat(audit("1")).isEqualTo(Result.FINDINGS);
    }

    @Test
    void does_not_call_clean_what_an_old_copy_knows_nothing_about() throws IOException {
        advisory("EX-1", "Maven", "org.example:server", "", "{\"introduced\": \"5\"}");
        assertThat(audit("1", "2027-01-05T00:00:00Z")).isEqualTo(Result.UNUSABLE);
        assertThat(complained())
                .isEqualTo(
                        "ops/audit-dependencies: the copy is of 2026-11-27, older than 31 days: fetch a newer one\n");
        assertThat(audit("5", "2027-01-05T00:00:00Z")).isEqualTo(Result.FINDINGS);
    }

    @Test
    void says_in_one_line_what_it_cannot_use() throws IOException {
        Path good = copy;
        copy = folder.resolve("nothing-here");
        assertThat(audit("1")).isEqualTo(Result.UNUSABLE);
        copy = Files.createDirectories(folder.resolve("empty"));
        assertThat(audit("1")).isEqualTo(Result.UNUSABLE);
        Files.writeString(copy.resolve("cut.json"), "{\"id\": \"EX-1\", ");
        assertThat(audit("1")).isEqualTo(Result.UNUSABLE);
        Files.writeString(copy.resolve("cut.json"), "{\"id\": \"EX-1\"}");
        assertThat(audit("1")).isEqualTo(Result.UNUSABLE);
        copy = good;
        assertThat(auditOf(jar(Map.of(), "{}"), TODAY)).isEqualTo(Result.UNUSABLE);
        assertThat(auditOf(jar(Map.of("Sbom-Location", "bill.json"), "{}"), TODAY))
                .isEqualTo(Result.UNUSABLE);
        assertThat(said()).isEmpty();
        assertThat(complained().lines()).hasSize(6).allMatch(line -> line.startsWith("ops/audit-dependencies: "));
    }

    private void advisory(String id, String ecosystem, String library, String versions, String events)
            throws IOException {
        Files.writeString(copy.resolve(id + ".json"), """
                {"id": "%1$s", "aliases": ["CVE-0000-%1$s"], "modified": "2026-11-27T08:00:00Z", "summary": "Something is wrong",
                 "affected": [{"package": {"ecosystem": "%2$s", "name": "%3$s"}, "versions": [%4$s],
                               "ranges": [{"type": "GIT", "events": [{"introduced": "0"}]},
                                          {"type": "ECOSYSTEM", "events": [%5$s]}]}]}
                """.formatted(id, ecosystem, library, versions, events));
    }

    private Result audit(String version) throws IOException {
        return audit(version, TODAY);
    }

    private Result audit(String version, String today) throws IOException {
        return auditOf(
                jar(
                        Map.of("Sbom-Location", "bill.json"),
                        "{\"components\": [{\"group\": \"org.example\", \"name\": \"server\", \"version\": \"%s\"}]}"
                                .formatted(version)),
                today);
    }

    private Result auditOf(Path jar, String today) {
        said.reset();
        return new DependencyAudit(
                        new PrintStream(said, true, StandardCharsets.UTF_8),
                        new PrintStream(complained, true, StandardCharsets.UTF_8),
                        Clock.fixed(Instant.parse(today), ZoneOffset.UTC))
                .of(copy, jar);
    }

    private Path jar(Map<String, String> attributes, String bill) throws IOException {
        Path jar = folder.resolve("program.jar");
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.forEach((name, value) -> manifest.getMainAttributes().putValue(name, value));
        try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            out.putNextEntry(new JarEntry("bill.json"));
            out.write(bill.getBytes(StandardCharsets.UTF_8));
            out.closeEntry();
        }
        return jar;
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    private String complained() {
        return complained.toString(StandardCharsets.UTF_8);
    }
}
