package brightline.dependencies;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A copy of published advisories, as one file each: a folder with folders, or a zip. */
record Advisories(List<Advisory> all) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SUFFIX = ".json";

    /** @throws IOException when it cannot be read, names the file that is no advisory, or holds none for this kind of library */
    static Advisories in(Path copy) throws IOException {
        List<Advisory> all = new ArrayList<>();
        if (Files.isDirectory(copy)) {
            try (Stream<Path> files = Files.walk(copy)) {
                for (Path file : files.filter(file -> file.toString().endsWith(SUFFIX) && Files.isRegularFile(file))
                        .sorted()
                        .toList()) {
                    try (InputStream in = Files.newInputStream(file)) {
                        add(all, file.toString(), in);
                    }
                }
            }
        } else if (Files.isRegularFile(copy)) {
            try (var zip = new ZipFile(copy.toFile())) {
                for (ZipEntry entry : zip.stream()
                        .filter(entry -> entry.getName().endsWith(SUFFIX))
                        .toList()) {
                    try (InputStream in = zip.getInputStream(entry)) {
                        add(all, entry.getName(), in);
                    }
                }
            }
        } else {
            throw new IOException("there is no copy of advisories at " + copy);
        }
        if (all.isEmpty()) {
            throw new IOException(copy + " holds no advisory about a Java library");
        }
        return new Advisories(all);
    }

    private static void add(List<Advisory> all, String name, InputStream in) throws IOException {
        try {
            Advisory advisory = Advisory.of(JSON.readTree(in));
            if (!advisory.affected().isEmpty()) {
                all.add(advisory);
            }
        } catch (JacksonException e) {
            throw new IOException(name + " is no advisory: " + e.getOriginalMessage(), e);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new IOException(name + " is no advisory: " + e.getMessage(), e);
        }
    }

    /** When the youngest of them was last changed: a copy is about as old as that. */
    Instant newest() {
        return all.stream()
                .map(Advisory::modified)
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
    }
}
