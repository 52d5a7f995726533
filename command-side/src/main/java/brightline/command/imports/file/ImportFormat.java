package brightline.command.imports.file;

import brightline.command.register.RegisterEdition;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;

/**
 * A kind of file that can be taken in: what it is, how it is read, and what becomes of what was read.
 *
 * @param <T> what is read for one transaction
 */
public interface ImportFormat<T> {
    /** What people are told of it. */
    FormatGuide guide();

    /**
     * A made-up file of which every line is accepted by an agency that took none of it in before.
     *
     * @param today in the agency's zone
     */
    byte[] sample(RegisterEdition register, LocalDate today);

    /**
     * Begins to read a file where its import stands.
     *
     * @param beside a directory of the import's own, for what is made of the file; may be there from a run that was killed
     * @throws FileRefused if no line of it can ever be taken
     */
    Chunks<T> open(ImportStatus status, Path file, Path beside) throws IOException, FileRefused;

    /**
     * Records what was read, within the transaction that answers its lines.
     *
     * @param known as the transaction found it
     * @param answers holds those that the reading gave; gets all others
     */
    void take(ImportStatus status, T read, RegisterEdition known, Answers answers) throws Exception;
}
