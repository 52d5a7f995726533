package brightline.events.code;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Later editions of code lists that an installation adds for itself, for example when its school district changes its code of conduct
 * between two releases: a folder with one file for each edition, named {@code LIST@FIRST-DAY.csv}, for example
 * {@code cps-scc@2026-08-24.csv}, with the columns of the shipped lists.
 */
final class CodeListEditions {
    private static final Pattern NAME = Pattern.compile("([a-z0-9-]+)@(\\d{4}-\\d{2}-\\d{2})\\.csv");

    private CodeListEditions() {}

    private record Edition(Path file, String list, LocalDate from) {}

    /**
     * The lists with the folder's editions, the earlier first.
     *
     * @throws IllegalArgumentException naming the file, when it is no edition of a list or cannot follow the editions there are
     */
    static CodeLists added(CodeLists lists, Path folder) {
        CodeLists now = lists;
        try (Stream<Path> files = Files.list(folder)) {
            List<Edition> editions = files.filter(file -> file.toString().endsWith(".csv"))
                    .map(CodeListEditions::edition)
                    .sorted(Comparator.comparing(Edition::from).thenComparing(Edition::list))
                    .toList();
            for (Edition edition : editions) {
                now = with(now, edition);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The folder of code lists cannot be read: " + folder, e);
        }
        return now;
    }

    private static Edition edition(Path file) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        try {
            if (name.matches()) {
                return new Edition(file, name.group(1), LocalDate.parse(name.group(2)));
            }
        } catch (DateTimeParseException _) {
            // said below, as for any other wrong name
        }
        throw new IllegalArgumentException("The code list " + file + " is not named LIST@YYYY-MM-DD.csv");
    }

    private static CodeLists with(CodeLists lists, Edition edition) throws IOException {
        try {
            List<CodeEntry> rows = ShippedTable.rows(edition.list(), Files.readString(edition.file())).stream()
                    .map(CodeLists::entry)
                    .toList();
            return lists.withEdition(edition.list(), edition.from(), rows);
        } catch (IllegalArgumentException | IllegalStateException | DateTimeParseException e) {
            throw new IllegalArgumentException("The code list " + edition.file() + ": " + e.getMessage(), e);
        }
    }
}
