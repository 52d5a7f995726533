package brightline.command.imports;

import static java.nio.charset.StandardCharsets.UTF_8;

import brightline.command.register.RegisterEdition;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A district's roster as 1EdTech's OneRoster 1.2 CSV binding has it: a zip of files that refer to each other. From the
 * specification, as we know it, come the names of files and columns, the properties of the manifest, the statuses, the role and
 * organisation types, the words for sex and the grade codes (CEDS). What they become here is ours and said in the description.
 */
final class OneRosterCsv implements ImportFormat {
    static final String NAME = "oneroster-1.2";

    private static final List<FormatColumn> COLUMNS = FormatColumn.shipped("oneroster_columns.csv");

    /** Packed again later it is the same file. */
    private static final LocalDateTime PACKED = LocalDateTime.of(2026, 1, 5, 8, 0);

    /** Of one of the files. */
    static List<FormatColumn> columnsOf(String file) {
        return COLUMNS.stream().filter(column -> file.equals(column.file())).toList();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String title() {
        return "Students: OneRoster 1.2 (zip of CSV files)";
    }

    @Override
    public String about() {
        return "A district's students as 1EdTech OneRoster 1.2 CSV, bulk or delta, in one zip.";
    }

    @Override
    public Holds holds() {
        return Holds.STUDENTS;
    }

    @Override
    public List<FormatColumn> columns() {
        return COLUMNS;
    }

    @Override
    public List<String> notes() {
        return List.of(
                "One zip with manifest.csv and the CSV files at its top level; UTF-8, comma-separated, "
                        + "a header line, one record per line. Other files and columns are not read.",
                "manifest.csv has the columns propertyName and value. oneroster.version must be 1.2; "
                        + "file.orgs, file.users, file.roles, file.demographics and file.enrollments say bulk, "
                        + "delta or absent. With bulk users, orgs and roles must come too.",
                "A school nobody registered is kept as not confirmed as soon as a student is enrolled " + "there.",
                "A required column must be there; its cells may be blank where this guide says so.",
                "A class that ends, or a person who is missing from the files, ends nothing.",
                "A blank cell says nothing and changes nothing; what is said replaces what was entered " + "by hand.",
                "Every line has one answer: accepted where its student was entered or changed, already "
                        + "there where nothing was new, out of scope, or rejected.");
    }

    @Override
    public FileType fileType() {
        return FileType.ZIP;
    }

    @Override
    public String expected() {
        return "One zip of the OneRoster 1.2 CSV binding, with manifest.csv and the files it announces at its top level.";
    }

    @Override
    public byte[] sample(RegisterEdition register, LocalDate today) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            StringBuilder manifest = new StringBuilder("propertyName,value\r\nmanifest.version,1.0\r\n")
                    .append("oneroster.version,1.2\r\nsource.systemCode,sample\r\n");
            for (OneRosterFile file : OneRosterFile.values()) {
                manifest.append(file.property()).append(",bulk\r\n");
            }
            pack(zip, OneRosterManifest.FILE, manifest.toString());
            for (OneRosterFile file : OneRosterFile.values()) {
                pack(zip, file.fileName(), ImportFormat.csv(file.columns(), FormatColumn::example));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A zip in memory cannot be written", e);
        }
        return bytes.toByteArray();
    }

    private static void pack(ZipOutputStream zip, String name, String content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(PACKED);
        zip.putNextEntry(entry);
        zip.write(content.getBytes(UTF_8));
        zip.closeEntry();
    }
}
