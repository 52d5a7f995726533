package brightline.command.imports.file;

import brightline.command.register.RegisterEdition;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A file that is being read, in pieces of one transaction each. The pieces of one file are always the same. */
public interface Chunks<T> extends AutoCloseable {
    /**
     * A piece.
     *
     * @param fromOffset where the import must stand; else another runner took it
     * @param lastLine number of its last line; 0 where files came together
     * @param read what is to be recorded
     * @param answers what reading it gave: lines of no concern, lines that cannot be read, notes
     */
    record Chunk<T>(long fromOffset, long toOffset, long lastLine, T read, Answers answers) {}

    /** The next piece that is not answered yet; null at the end. */
    @Nullable
    Chunk<T> next(RegisterEdition register, Instant now) throws IOException;

    @Override
    void close() throws IOException;
}
