package brightline.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Rosters made from the shipped sample, with canaries for everything that says who a student is, and in whatever can be damaged. */
final class CanaryRosters {
    private static final Path SAMPLE = Path.of("..", "samples", "oneroster-sample.zip");
    private static final String PLACE = "roster ";
    private static final Set<String> PERSONAL = Set.of(
            "username",
            "userIds",
            "givenName",
            "familyName",
            "middleName",
            "identifier",
            "email",
            "sms",
            "phone",
            "password",
            "userMasterIdentifier",
            "preferredGivenName",
            "preferredMiddleName",
            "preferredFamilyName",
            "pronouns",
            "birthDate",
            "countryOfBirthCode",
            "stateOfBirthAbbreviation",
            "cityOfBirth");
    /** Schools are public institutions, and the manifest names files. */
    private static final Set<String> CLEAR_BY_DESIGN = Set.of("orgs.csv", "manifest.csv");

    private final Canaries canaries;

    CanaryRosters(Canaries canaries) {
        this.canaries = canaries;
    }

    /** The first is as it should be; the others are not. */
    List<byte[]> all() throws IOException {
        List<byte[]> zips = new ArrayList<>();
        Map<String, List<String>> personal = sample();
        personal.replaceAll(this::personal);
        zips.add(zip(personal));
        for (String file : sample().keySet()) {
            if (!CLEAR_BY_DESIGN.contains(file)) {
                Map<String, List<String>> damaged = sample();
                damaged.computeIfPresent(file, this::damaged);
                zips.add(zip(damaged));
            }
        }
        Map<String, List<String>> strange = sample();
        strange.put(canaries.text(PLACE + "file name") + ".csv", List.of(canaries.text(PLACE + "unknown file")));
        zips.add(zip(strange));
        zips.add(Arrays.copyOf(zip(personal), 900));
        zips.add(canaries.text(PLACE + "no zip").getBytes(UTF_8));
        return zips;
    }

    private List<String> personal(String file, List<String> lines) {
        if (CLEAR_BY_DESIGN.contains(file)) {
            return lines;
        }
        String[] header = lines.getFirst().split(",", -1);
        List<String> changed = new ArrayList<>(List.of(lines.getFirst()));
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            for (int i = 0; i < header.length; i++) {
                String place = PLACE + file + " " + header[i];
                if (header[i].equals("birthDate")) {
                    cells[i] = canaries.date(place);
                } else if (PERSONAL.contains(header[i])) {
                    cells[i] = canaries.text(place);
                }
            }
            changed.add(String.join(",", cells));
        }
        return changed;
    }

    private List<String> damaged(String file, List<String> lines) {
        String place = PLACE + "damaged " + file;
        List<String> changed = new ArrayList<>(lines);
        changed.set(0, lines.getFirst() + "," + canaries.text(place));
        String[] cells = lines.getFirst().split(",", -1);
        Arrays.setAll(cells, _ -> canaries.text(place));
        changed.add(String.join(",", cells));
        changed.add(canaries.text(place));
        changed.add(lines.getLast() + "," + canaries.text(place));
        changed.add("\"" + canaries.text(place));
        return changed;
    }

    private static Map<String, List<String>> sample() throws IOException {
        Map<String, List<String>> files = new LinkedHashMap<>();
        try (InputStream in = Files.newInputStream(SAMPLE);
                var zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(
                        entry.getName(),
                        new String(zip.readAllBytes(), UTF_8).lines().toList());
            }
        }
        return files;
    }

    private static byte[] zip(Map<String, List<String>> files) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, List<String>> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write((String.join("\r\n", file.getValue()) + "\r\n").getBytes(UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
