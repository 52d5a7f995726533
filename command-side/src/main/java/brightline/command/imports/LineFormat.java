package brightline.command.imports;

import brightline.command.register.RegisterEdition;
import java.time.Instant;
import java.util.Arrays;

/** A format of one file of lines, each of which is one student in one incident. */
sealed interface LineFormat extends ImportFormat permits BrightlineCsv, CaliforniaStopData {
    /** @throws FileRefused if a column is missing */
    Reader reader(Header header) throws FileRefused;

    /** Reads the lines of one file. */
    interface Reader {
        /**
         * One line as facts, or why it is of no concern.
         *
         * @param register for the agency's zone, schools and officers
         * @param now no line may be of a later time
         * @throws LineRejected if a cell is not right
         */
        LineAnswer read(long line, Header.Row row, RegisterEdition register, Instant now) throws LineRejected;
    }

    /** @throws FileRefused naming the first column that is there under none of its names */
    static String firstOf(Header header, String... names) throws FileRefused {
        return Arrays.stream(names)
                .filter(header::has)
                .findFirst()
                .orElseThrow(() -> new FileRefused(names[0], "the column is missing"));
    }
}
