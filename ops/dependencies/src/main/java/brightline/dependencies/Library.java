package brightline.dependencies;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** @param name {@code group:name} */
record Library(String name, String version) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PLACE_OF_BILL = "Sbom-Location";

    /** What the bill of materials in the jar names. @throws IOException when there is none */
    static List<Library> in(Path jar) throws IOException {
        try (var opened = new JarFile(jar.toFile())) {
            Manifest manifest = opened.getManifest();
            String place =
                    manifest == null ? null : manifest.getMainAttributes().getValue(PLACE_OF_BILL);
            if (place == null || opened.getEntry(place) == null) {
                throw new IOException(jar + " holds no bill of materials");
            }
            try (InputStream in = opened.getInputStream(opened.getEntry(place))) {
                List<Library> libraries = new ArrayList<>();
                for (JsonNode component : JSON.readTree(in).path("components")) {
                    libraries.add(new Library(
                            component.path("group").asString("") + ":"
                                    + component.path("name").asString(""),
                            component.path("version").asString("")));
                }
                if (libraries.isEmpty()) {
                    throw new IOException("the bill of materials in " + jar + " names nothing");
                }
                return libraries;
            } catch (JacksonException e) {
                throw new IOException("the bill of materials in " + jar + " cannot be read", e);
            }
        }
    }
}
