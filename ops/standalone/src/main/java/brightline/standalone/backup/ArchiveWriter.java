package brightline.standalone.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

/**
 * Writes an archive: the line {@value #HEADING}, then sections. A section is the length of its name in two bytes and the name, its
 * content, gzip, in pieces of a length in four bytes each and bytes, a length of 0, and SHA-256 over all that. Every byte of the file is
 * under a digest.
 */
final class ArchiveWriter implements AutoCloseable {
    static final String HEADING = "BRIGHTLINE ARCHIVE 1\n";
    static final int PIECE = 1 << 16;

    private final FileChannel file;
    private final OutputStream out;

    private ArchiveWriter(FileChannel file) {
        this.file = file;
        this.out = new BufferedOutputStream(Channels.newOutputStream(file), PIECE);
    }

    /** What a section holds. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException, SQLException;
    }

    /** A new file of mode 0600. */
    static ArchiveWriter create(Path path) throws IOException {
        var writer = new ArchiveWriter(FileChannel.open(
                path,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))));
        writer.out.write(HEADING.getBytes(UTF_8));
        return writer;
    }

    void section(String name, Content content) throws IOException, SQLException {
        MessageDigest digest = Sha256.start();
        var digested = new DataOutputStream(new DigestOutputStream(out, digest));
        digested.writeUTF(name);
        var gzip = new GZIPOutputStream(new Pieces(digested), PIECE);
        content.writeTo(gzip);
        gzip.close();
        digested.writeInt(0);
        digested.flush();
        out.write(digest.digest());
    }

    /** Makes sure that everything is on the disk. */
    @Override
    public void close() throws IOException {
        try (file) {
            out.flush();
            file.force(true);
        }
    }

    /** Cuts a stream into pieces with their lengths before them. */
    private static final class Pieces extends OutputStream {
        private final DataOutputStream to;
        private final byte[] piece = new byte[PIECE];
        private int filled;

        Pieces(DataOutputStream to) {
            this.to = to;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            for (int done = 0; done < length; ) {
                int part = Math.min(length - done, piece.length - filled);
                System.arraycopy(bytes, offset + done, piece, filled, part);
                filled += part;
                done += part;
                if (filled == piece.length) {
                    cut();
                }
            }
        }

        private void cut() throws IOException {
            if (filled > 0) {
                to.writeInt(filled);
                to.write(piece, 0, filled);
                filled = 0;
            }
        }

        @Override
        public void close() throws IOException {
            cut();
        }
    }
}
