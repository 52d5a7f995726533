package brightline.command.imports.oneroster;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A OneRoster set in memory, to be changed and sent. */
public final class OneRosterZip {
    /** Packed again later it is the same file. */
    private static final LocalDateTime PACKED = LocalDateTime.of(2026, 1, 5, 8, 0);

    public static final Path SAMPLE = Path.of("..", "ops", "samples", "oneroster-sample.zip");

    private static final String USERS =
            "sourcedId,status,dateLastModified,givenName,familyName,identifier,grades,primaryOrgSourcedId\n";
    private static final String USERS_11 =
            "sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,"
                    + "givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password\n";
    private static final String ROLES =
            "sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId\n";
    private static final String DEMOGRAPHICS =
            "sourcedId,status,dateLastModified,birthDate,sex,americanIndianOrAlaskaNative,asian,blackOrAfricanAmerican,"
                    + "nativeHawaiianOrOtherPacificIslander,white,demographicRaceTwoOrMoreRaces,hispanicOrLatinoEthnicity\n";
    private static final String ENROLLMENTS =
            "sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,beginDate,endDate\n";
    private static final String ORGS = "sourcedId,status,dateLastModified,name,type,identifier\n";

    private final Map<String, String> files;

    private OneRosterZip(Map<String, String> files) {
        this.files = files;
    }

    /** All that is sent of a district of two schools without students. */
    public static OneRosterZip bulk() {
        return of("bulk")
                .with(
                        "orgs.csv",
                        "o-1,,,Marlow High School,school,MAR\no-2,,,Quince Middle School,school,QUI\n"
                                + "o-d,,,Lakemont District,district,\n");
    }

    /** A delta of nothing yet. */
    public static OneRosterZip delta() {
        return of("delta");
    }

    /** All that is sent of a district of two schools without students, as OneRoster 1.1 has it: what a person is stands in users.csv. */
    public static OneRosterZip bulk11() {
        return bulk().without("roles.csv")
                .changed(
                        "manifest.csv",
                        text -> text.replace("oneroster.version,1.2", "oneroster.version,1.1")
                                .replace("file.roles,bulk\n", ""))
                .changed("users.csv", _ -> USERS_11);
    }

    private static OneRosterZip of(String mode) {
        Map<String, String> files = new LinkedHashMap<>();
        StringBuilder manifest = new StringBuilder("propertyName,value\nmanifest.version,1.0\noneroster.version,1.2\n");
        for (OneRosterFile file : OneRosterFile.values()) {
            manifest.append(file.property()).append(',').append(mode).append('\n');
        }
        files.put("manifest.csv", manifest.toString());
        files.put("orgs.csv", ORGS);
        files.put("users.csv", USERS);
        files.put("roles.csv", ROLES);
        files.put("demographics.csv", DEMOGRAPHICS);
        files.put("enrollments.csv", ENROLLMENTS);
        return new OneRosterZip(files);
    }

    public static OneRosterZip sample() {
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(SAMPLE))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), new String(in.readAllBytes(), UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new OneRosterZip(files);
    }

    /** With lines at the end of a file. */
    public OneRosterZip with(String file, String lines) {
        return changed(file, text -> text + lines);
    }

    public OneRosterZip changed(String file, UnaryOperator<String> change) {
        Map<String, String> other = new LinkedHashMap<>(files);
        other.compute(file, (_, text) -> change.apply(text == null ? "" : text));
        return new OneRosterZip(other);
    }

    public OneRosterZip without(String file) {
        Map<String, String> other = new LinkedHashMap<>(files);
        other.remove(file);
        return new OneRosterZip(other);
    }

    /** Numbered from 1, the header being the first. */
    public long lineOf(String file, String start) {
        return files.getOrDefault(file, "")
                        .lines()
                        .toList()
                        .indexOf(files.getOrDefault(file, "")
                                .lines()
                                .filter(line -> line.startsWith(start))
                                .findFirst()
                                .orElseThrow())
                + 1;
    }

    /** Numbered from 1, the header being the first. */
    String lineAt(String file, long line) {
        return files.getOrDefault(file, "").lines().toList().get((int) line - 1);
    }

    /** In single bytes, as a spreadsheet saves a plain CSV. */
    public byte[] inWindows1252() {
        return bytes(Charset.forName("windows-1252"));
    }

    public byte[] bytes() {
        return bytes(UTF_8);
    }

    private byte[] bytes(Charset charset) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(PACKED);
                out.putNextEntry(entry);
                out.write(file.getValue().getBytes(charset));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public InputStream stream() {
        return new ByteArrayInputStream(bytes());
    }
}
