package brightline.standalone.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UTFDataFormatException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Reads an archive section by section, each up to its digest. */
final class ArchiveReader {
    private ArchiveReader() {}

    /** Takes the sections in their order. */
    @FunctionalInterface
    interface Sections {
        /** @param content need not be read to its end */
        void section(String name, InputStream content) throws IOException, SQLException;
    }

    /** The archive is not what was written; the section is where that shows. */
    static final class Damaged extends IOException {
        private static final long serialVersionUID = 1L;

        Damaged(String where) {
            super(where);
        }
    }

    /**
     * Reads the whole file.
     *
     * @throws Damaged naming the first section that is not as it was written; it may have been handed over already
     */
    static void read(Path file, Sections sections) throws IOException, SQLException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), ArchiveWriter.PIECE)) {
            byte[] heading = ArchiveWriter.HEADING.getBytes(UTF_8);
            if (!Arrays.equals(in.readNBytes(heading.length), heading)) {
                throw new Damaged("its beginning: this is no backup, or of another format");
            }
            String before = "its beginning";
            for (in.mark(1); in.read() >= 0; in.mark(1)) {
                in.reset();
                before = section(in, before, sections);
            }
        }
    }

    private static String section(InputStream in, String before, Sections sections) throws IOException, SQLException {
        MessageDigest digest = Sha256.start();
        var digested = new DataInputStream(new DigestInputStream(in, digest));
        String name;
        try {
            name = digested.readUTF();
        } catch (EOFException | UTFDataFormatException e) {
            throw new Damaged("what follows " + before);
        }
        var pieces = new Pieces(digested);
        try {
            sections.section(name, new GZIPInputStream(pieces, ArchiveWriter.PIECE));
            pieces.transferTo(OutputStream.nullOutputStream());
        } catch (EOFException | ZipException e) {
            throw new Damaged(name);
        }
        byte[] expected = in.readNBytes(digest.getDigestLength());
        if (!MessageDigest.isEqual(expected, digest.digest())) {
            throw new Damaged(name);
        }
        return name;
    }

    /** Joins the pieces of one section. */
    private static final class Pieces extends InputStream {
        private final DataInputStream from;
        private int left;
        private boolean ended;

        Pieces(DataInputStream from) {
            this.from = from;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (left == 0 && !ended) {
                int next = from.readInt();
                if (next < 0 || next > ArchiveWriter.PIECE) {
                    // Whoever reads on although told reads nothing of it.
                    ended = true;
                    throw new EOFException();
                }
                left = next;
                ended = left == 0;
            }
            if (ended) {
                return -1;
            }
            int read = from.read(bytes, offset, Math.min(length, left));
            if (read < 0) {
                throw new EOFException();
            }
            left -= read;
            return read;
        }

        @Override
        public int available() {
            // The decompressor asks whether another member follows; none does.
            return 0;
        }
    }
}
