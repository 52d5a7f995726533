package brightline.command.imports.oneroster;

import static java.nio.charset.StandardCharsets.UTF_8;

import brightline.command.imports.file.*;
import brightline.command.imports.file.FormatGuide.FileType;
import brightline.command.imports.file.FormatGuide.Holds;
import brightline.command.imports.oneroster.OneRosterChunks.Roster;
import brightline.command.register.RegisterEdition;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * A district's roster as 1EdTech's OneRoster CSV binding has it, 1.2 and, as far as it goes, 1.1: a zip of files that refer to each other.
 * From the specification, as we know it, come the names of files and columns, the properties of the manifest, the statuses, the role and
 * organisation types, the words for sex and the grade codes (CEDS). What they become here is ours and said in the description.
 */
@Component
@Order(3)
final class OneRosterCsv implements ImportFormat<Roster> {
    static final String NAME = "oneroster-1.2";

    private static final List<FormatColumn> COLUMNS = FormatColumn.shipped("oneroster_columns.csv");

    /** Packed again later it is the same file. */
    private static final LocalDateTime PACKED = LocalDateTime.of(2026, 1, 5, 8, 0);

    /** Of one of the files. */
    static List<FormatColumn> columnsOf(String file) {
        return COLUMNS.stream().filter(column -> file.equals(column.file())).toList();
    }

    private static final FormatGuide GUIDE = new FormatGuide(
            NAME,
            "Students: OneRoster 1.2 or 1.1 (zip of CSV files)",
            "A district's students as 1EdTech OneRoster 1.2 or 1.1 CSV, bulk or delta, in one zip.",
            Holds.STUDENTS,
            FileType.ZIP,
            "One zip of the OneRoster 1.2 or 1.1 CSV binding, with manifest.csv and the files it announces.",
            COLUMNS,
            List.of(
                    "One zip with manifest.csv and the CSV files, in a folder or not; UTF-8, comma-separated, a header line,"
                            + " one record per line. Other files and columns are not read.",
                    "manifest.csv has the columns propertyName and value. oneroster.version must be 1.2 or 1.1; file.orgs,"
                            + " file.users, file.roles, file.demographics and file.enrollments say bulk, delta or absent."
                            + " With bulk users, orgs must come too, and in 1.2 roles.",
                    "Where a student is follows from all rows together, in any order: enrolled at every school with a role that"
                            + " has begun and not ended, by the day in the agency's zone. The home school is that of the"
                            + " primary role. An end is dated by the last role that ended.",
                    "A row with tobedeleted needs its sourcedId only, and is dated by dateLastModified.",
                    "Two students are never made one. Who bears the number of another student of earlier files, by name and birth"
                            + " date, is kept apart, and you are asked whether they are one child. Where several students of one"
                            + " set bear one number, all of them are rejected but the one who is known by it.",
                    "A student of earlier files who is not in a complete file stays, and is counted in the import's notes.",
                    "A school nobody registered is kept as not confirmed as soon as a student is enrolled there.",
                    "A required column must be there; its cells may be blank where this guide says so. What cannot be read in"
                            + " an optional cell is not stated, and counted in the import's notes.",
                    "A class that ends ends nothing.",
                    "A blank cell says nothing and changes nothing; what is said replaces what was entered by hand.",
                    "Every line has one answer: accepted where its student was entered or changed, already there where"
                            + " nothing was new, out of scope, or rejected."));

    private final OneRosterLedger ledger;
    private final OneRosterRecorder recorder;
    private final int most;

    @Autowired
    OneRosterCsv(OneRosterLedger ledger, OneRosterRecorder recorder) {
        this(ledger, recorder, OneRosterChunks.PERSONS);
    }

    /** @param most persons of one piece, unless they share a number */
    OneRosterCsv(OneRosterLedger ledger, OneRosterRecorder recorder, int most) {
        this.ledger = ledger;
        this.recorder = recorder;
        this.most = most;
    }

    @Override
    public FormatGuide guide() {
        return GUIDE;
    }

    /** The files of the set lie beside it, sorted, for as long as this takes. */
    @Override
    public Chunks<Roster> open(ImportStatus status, Path file, Path beside) throws IOException, FileRefused {
        OneRosterFiles files = OneRosterFiles.unpack(file, beside);
        try {
            return new OneRosterChunks(status, files, ledger, most);
        } catch (IOException | FileRefused | RuntimeException e) {
            files.close();
            throw e;
        }
    }

    @Override
    public void take(ImportStatus status, Roster read, RegisterEdition known, Answers answers) throws Exception {
        recorder.take(status, read, known, answers);
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
            pack(zip, OneRosterManifest.FILE, manifest.toString().getBytes(UTF_8));
            for (OneRosterFile file : OneRosterFile.values()) {
                List<FormatColumn> columns = file.columns().stream()
                        .filter(column ->
                                !OneRosterFile.ROLES_IN_USERS.contains(column.name()) || file != OneRosterFile.USERS)
                        .toList();
                pack(zip, file.fileName(), FormatColumn.file(columns, FormatColumn::example));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A zip in memory cannot be written", e);
        }
        return bytes.toByteArray();
    }

    private static void pack(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(PACKED);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
