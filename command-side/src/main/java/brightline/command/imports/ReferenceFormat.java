package brightline.command.imports;

import brightline.command.register.RegisterEdition;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A format of one file of lines, each of which says something of an officer's service or of a school. */
sealed interface ReferenceFormat extends ImportFormat permits OfficerRosterCsv, EnrolmentCsv {
    /** @throws FileRefused if a column is missing */
    Reader reader(Header header) throws FileRefused;

    /** Reads the lines of one file. */
    interface Reader {
        /**
         * One line as what it states.
         *
         * @param today in the agency's zone: what is stated has happened
         * @throws LineRejected if a cell is not right
         */
        ReferenceLine read(long line, Header.Row row, RegisterEdition register, LocalDate today) throws LineRejected;
    }

    /** @throws FileRefused naming the first required column that is not there */
    static void require(Header header, List<FormatColumn> columns) throws FileRefused {
        for (FormatColumn column : columns) {
            if (!header.has(column.name()) && column.required()) {
                throw new FileRefused(column.name(), "the column is missing");
            }
        }
    }

    /** @throws LineRejected if the cell is blank, no date, or of a year outside 1990 to 2100 */
    static LocalDate day(Cells cells, String column) throws LineRejected {
        cells.required(column);
        LocalDate day = dayIfGiven(cells, column);
        if (day == null) {
            throw new LineRejected(column, "must be given");
        }
        return day;
    }

    /** @return null for a blank cell */
    @Nullable
    static LocalDate dayIfGiven(Cells cells, String column) throws LineRejected {
        LocalDate day = cells.day(column);
        if (day != null && (day.getYear() < 1990 || day.getYear() > 2100)) {
            throw new LineRejected(column, "must be a day of the years 1990 to 2100");
        }
        return day;
    }
}
