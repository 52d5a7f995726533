package brightline.command.imports.file;

import brightline.command.imports.file.ImportStatus.Rejection;
import brightline.command.register.RegisterEdition;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A file that is being read, in pieces of one transaction each. The pieces of one file are always the same. */
public interface Chunks<T> extends AutoCloseable {
    /**
     * A piece.
     *
     * @param fromOffset where the import must stand; else another runner took it
     * @param lastLine number of its last line; 0 where files came together
     * @param read what is to be recorded
     * @param outOfScope how many lines are of no concern, by reason
     * @param rejections lines that cannot be read
     */
    record Chunk<T>(
            long fromOffset,
            long toOffset,
            long lastLine,
            T read,
            Map<OutOfScope, Long> outOfScope,
            List<Rejection> rejections) {}

    /** The next piece that is not answered yet; null at the end. */
    @Nullable
    Chunk<T> next(RegisterEdition register, Instant now) throws IOException;

    @Override
    void close() throws IOException;
}
