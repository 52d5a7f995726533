package brightline.command.imports.oneroster;

import brightline.command.imports.file.FileRefused;
import brightline.command.imports.file.FormatColumn;
import brightline.command.imports.file.Header;
import brightline.command.imports.file.SourceLines;
import brightline.command.imports.file.TextEncoding;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.springframework.util.FileSystemUtils;

/**
 * The files of a OneRoster set, unpacked into a directory that goes when they are closed. A zip is read as it comes, never
 * trusted for what it says of itself: what it holds is counted while it is unpacked.
 */
final class OneRosterFiles implements AutoCloseable {
    /** Of all files together, unpacked: some millions of enrollments. */
    private static final long MOST_BYTES = 2L << 30;

    /** Rosters shrink to about a fifteenth; what shrinks much further is no roster. */
    private static final long MOST_TIMES = 200;

    private static final long SMALL = 16L << 20;
    private static final int MOST_ENTRIES = 200;
    private static final int BUFFER = 1 << 16;

    /** In whatever code page a name that is not read was written: every byte is a letter of this one. */
    private static final Charset NAMES_OF_OTHERS = StandardCharsets.ISO_8859_1;

    private final Path directory;
    private final OneRosterManifest manifest;
    private final Map<OneRosterFile, TextEncoding> encodings = new EnumMap<>(OneRosterFile.class);
    private final Map<OneRosterFile, Header> headers = new EnumMap<>(OneRosterFile.class);

    private OneRosterFiles(Path directory, OneRosterManifest manifest) {
        this.directory = directory;
        this.manifest = manifest;
    }

    /**
     * Unpacks the files that are read.
     *
     * @param directory made anew; what it held is gone
     * @throws FileRefused if it is no zip of a OneRoster set, or holds more than any roster
     */
    static OneRosterFiles unpack(Path zip, Path directory) throws IOException, FileRefused {
        FileSystemUtils.deleteRecursively(directory);
        Files.createDirectory(directory);
        try {
            extract(zip, directory);
            if (Files.notExists(directory.resolve(OneRosterManifest.FILE))) {
                throw new FileRefused(OneRosterManifest.FILE, null, "is not in the zip");
            }
            OneRosterFiles files =
                    new OneRosterFiles(directory, OneRosterManifest.read(directory.resolve(OneRosterManifest.FILE)));
            files.readHeaders();
            return files;
        } catch (IOException | FileRefused | RuntimeException e) {
            FileSystemUtils.deleteRecursively(directory);
            throw e;
        }
    }

    private static void extract(Path zip, Path directory) throws IOException, FileRefused {
        Set<String> wanted = new HashSet<>(Set.of(OneRosterManifest.FILE));
        Stream.of(OneRosterFile.values()).map(OneRosterFile::fileName).forEach(wanted::add);
        Set<String> ours = Set.copyOf(wanted);
        long left = Math.min(MOST_BYTES, SMALL + Files.size(zip) * MOST_TIMES);
        try (ZipInputStream entries =
                new ZipInputStream(new BufferedInputStream(Files.newInputStream(zip), BUFFER), NAMES_OF_OTHERS)) {
            int seen = 0;
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                if (++seen > MOST_ENTRIES) {
                    throw new FileRefused(null, "the zip holds more than " + MOST_ENTRIES + " files");
                }
                String name = nameOf(entry);
                boolean read = wanted.remove(name);
                if (!read && ours.contains(name)) {
                    throw new FileRefused(name, null, "is in the zip twice, in two folders");
                }
                try (OutputStream out =
                        read ? Files.newOutputStream(directory.resolve(name)) : OutputStream.nullOutputStream()) {
                    left -= copy(entries, out, left);
                }
            }
            if (seen == 0) {
                throw new FileRefused(null, "is not a zip of files");
            }
        } catch (ZipException | IllegalArgumentException damaged) {
            throw new FileRefused(null, "the zip is damaged or locked");
        } catch (EOFException cut) {
            throw new FileRefused(null, "the zip ends before its end");
        }
    }

    /** Without its folders, however they are written, and without capitals. */
    private static String nameOf(ZipEntry entry) {
        String name = entry.getName().replace('\\', '/');
        return name.substring(name.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    }

    private static long copy(InputStream in, OutputStream out, long atMost) throws IOException, FileRefused {
        byte[] buffer = new byte[BUFFER];
        long copied = 0;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            copied += read;
            if (copied > atMost) {
                throw new FileRefused(null, "the zip unpacks to more than a roster");
            }
            out.write(buffer, 0, read);
        }
        return copied;
    }

    private void readHeaders() throws IOException, FileRefused {
        for (OneRosterFile file : OneRosterFile.values()) {
            if (!manifest.announces(file)) {
                continue;
            }
            if (Files.notExists(path(file))) {
                throw new FileRefused(file.fileName(), null, "the manifest announces it, and it is not in the zip");
            }
            try {
                encodings.put(file, TextEncoding.of(path(file)));
            } catch (FileRefused refused) {
                throw refused.in(file.fileName());
            }
            try (SourceLines lines = open(file)) {
                headers.put(file, Header.of(lines.next(), file.columns(), column -> isNeeded(file, column)));
            } catch (FileRefused refused) {
                throw refused.in(file.fileName());
            }
        }
    }

    private boolean isNeeded(OneRosterFile file, FormatColumn column) {
        boolean ofRoles = file == OneRosterFile.USERS && OneRosterFile.ROLES_IN_USERS.contains(column.name());
        return column.required() || ofRoles && manifest.usersHaveRoles();
    }

    OneRosterManifest manifest() {
        return manifest;
    }

    /** The files that came, orgs first. */
    List<OneRosterFile> present() {
        return List.copyOf(headers.keySet());
    }

    String system() {
        return manifest.system();
    }

    Header header(OneRosterFile file) {
        Header header = headers.get(file);
        if (header == null) {
            throw new IllegalArgumentException(file + " did not come");
        }
        return header;
    }

    long bytes() throws IOException {
        long bytes = 0;
        for (OneRosterFile file : headers.keySet()) {
            bytes += Files.size(path(file));
        }
        return bytes;
    }

    /** How a file that came is written. */
    TextEncoding encoding(OneRosterFile file) {
        return encodings.getOrDefault(file, TextEncoding.UTF_8);
    }

    /** All lines, the header first. */
    SourceLines open(OneRosterFile file) throws IOException {
        return SourceLines.open(path(file), encoding(file), 0, 0);
    }

    /** Where a part of what is sorted by person goes. */
    Path part(int number) {
        return directory.resolve("part-" + number);
    }

    private Path path(OneRosterFile file) {
        return directory.resolve(file.fileName());
    }

    @Override
    public void close() throws IOException {
        FileSystemUtils.deleteRecursively(directory);
    }
}
