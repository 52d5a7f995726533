package brightline.command.imports.file;

import brightline.command.register.RegisterEdition;
import brightline.command.register.SchoolEntry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A format of one file of lines, each read by itself.
 *
 * @param <L> what a line states
 */
public interface LineFormat<L> extends ImportFormat<List<L>> {
    /**
     * One line as what it states.
     *
     * @throws LineRejected if a cell is not right
     */
    L read(Cells cells) throws LineRejected;

    /**
     * Why a line is of no concern; null where it is of concern.
     *
     * @throws LineRejected if a cell is not right
     */
    default @Nullable OutOfScope outOfScope(Cells cells) throws LineRejected {
        return null;
    }

    /** Whether a file is refused where its header lacks the column. */
    default boolean needs(FormatColumn column) {
        return column.required();
    }

    /**
     * Which other layout of such files a header is of that lacks a needed column, as "it is of that layout"; null where none is known.
     *
     * @param columns the header's names, in capitals
     */
    default @Nullable String otherLayout(Set<String> columns) {
        return null;
    }

    /** Where lines name schools that may not be registered; null where none does. */
    default FileSchools.@Nullable Columns namesSchools() {
        return null;
    }

    /** Cells of the sample that hang on the agency or the day; the others hold the columns' examples. */
    default Map<String, String> sampleOf(RegisterEdition register, LocalDate today) {
        return Map.of();
    }

    @Override
    default byte[] sample(RegisterEdition register, LocalDate today) {
        Map<String, String> cells = sampleOf(register, today);
        return FormatColumn.file(guide().columns(), column -> cells.getOrDefault(column.name(), column.example()));
    }

    @Override
    default Chunks<List<L>> open(ImportStatus status, Path file, Path beside) throws IOException, FileRefused {
        return LineChunks.open(this, status, file);
    }

    /** A school for samples: one of the agency's own, the first by its code; MAR where it has none yet. */
    static String aSchool(RegisterEdition register) {
        return register.schools().stream()
                .filter(school -> !school.provisional())
                .map(SchoolEntry::code)
                .map(code -> code.value())
                .min(String::compareTo)
                .orElse("MAR");
    }
}
