package brightline.command.imports;

import brightline.command.imports.file.Chunks.Chunk;
import brightline.command.imports.file.ImportFormat;
import brightline.command.imports.file.ImportStatus.Counts;
import brightline.command.imports.file.ImportStatus.Rejection;
import brightline.command.imports.file.Note;
import brightline.command.imports.file.OutOfScope;
import brightline.command.submission.Commuting;
import brightline.events.ImportId;
import brightline.events.Stated;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is asked of an import. */
sealed interface ImportCommand extends Commuting {
    /** The import it is asked of. */
    ImportId importId();

    /**
     * Takes in a file that has arrived whole. The same file with the same options is the same import.
     *
     * @param fileName what the sender calls it, cut short; may hold somebody's name. Null if nobody said
     * @param sha256 of its bytes, lower-case hexadecimal
     * @param trial whether it is only to be seen what would become of its lines
     */
    record StartImport(
            ImportId importId,
            String format,
            Stated assumedImminence,
            @Nullable String fileName,
            String sha256,
            long bytes,
            boolean trial)
            implements ImportCommand {
        @Override
        public String toString() {
            return "import " + importId;
        }
    }

    /** Takes some lines that follow each other, all of it in one transaction. @param format says what becomes of them */
    record TakeChunk<T>(ImportId importId, ImportFormat<T> format, Chunk<T> chunk) implements ImportCommand {
        @Override
        public String toString() {
            return "import " + importId + " from " + chunk.fromOffset();
        }
    }

    /** Reads no further for now; what was taken in stays. */
    record StopImport(ImportId importId) implements ImportCommand {}

    /** Reads on where it stands. */
    record ResumeImport(ImportId importId) implements ImportCommand {}

    /** Every line has been answered. */
    record FinishImport(ImportId importId) implements ImportCommand {}

    /** Every line of a file that was tried has its answer, and nothing of it was recorded. */
    record FinishTrial(ImportId importId, Outcome outcome) implements ImportCommand {
        @Override
        public String toString() {
            return "import " + importId;
        }
    }

    /**
     * What becomes of a file's lines.
     *
     * @param outOfScope lines of no concern, by reason
     * @param rejections by file and line
     * @param notes what is to be said of the file, and of how many
     */
    record Outcome(
            Counts counts, Map<OutOfScope, Long> outOfScope, List<Rejection> rejections, Map<Note, Long> notes) {}

    /** Which import it was about. @param before whether the file was known before; null in answers kept from before this was said */
    record Known(ImportId importId, @Nullable Boolean before) {}

    /** What became of the lines of a chunk. */
    record Taken(Counts counts) {}
}
