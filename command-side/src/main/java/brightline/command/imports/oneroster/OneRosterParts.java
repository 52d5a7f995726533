package brightline.command.imports.oneroster;

import static java.nio.charset.StandardCharsets.UTF_8;

import brightline.command.imports.file.FileRefused;
import brightline.command.imports.file.Header;
import brightline.command.imports.file.LineRejected;
import brightline.command.imports.file.SourceLines;
import brightline.command.imports.oneroster.OneRosterCells.DayOrder;
import brightline.events.ComparisonForm;
import brightline.events.WordsForNothing;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The lines of users, roles, demographics and enrollments brought together by person, however many there are: they are dealt out
 * by person to parts on disk, each small enough to be read whole, and persons of one number to one part. So a roster of any size needs the memory of one part. Parts
 * hold what the files held, lie beside them and go with them; nothing of them is in the database. What names no person comes last, alone:
 * a role that is taken back by its id must not end what another line says goes on.
 */
final class OneRosterParts {
    private static final long BYTES_IN_A_PART = 4L << 20;
    private static final int MOST_PARTS = 512;
    private static final int LONGEST_LINE = 1 << 16;

    /** Stands in a part, which has a line for each record, where the record goes over several: Unicode's own line separator. */
    private static final char BREAK = '\u2028';

    private final OneRosterFiles files;
    private final int count;
    private final Set<OneRosterFile> damaged = EnumSet.noneOf(OneRosterFile.class);
    private final Map<OneRosterFile, Set<DayOrder>> dayOrders = new EnumMap<>(OneRosterFile.class);

    /** The numbers of persons who share theirs with others, by sourcedId. */
    private final Map<String, String> numbers = new HashMap<>();

    private OneRosterParts(OneRosterFiles files, int count) {
        this.files = files;
        this.count = count;
    }

    /** Whether the file has lines of which nobody knows whom they are about: what else it says of a person may not be all. */
    boolean hasLostLines(OneRosterFile file) {
        return damaged.contains(file);
    }

    /** A line as it stood in its file. */
    record RosterLine(OneRosterFile file, SourceLines.Line line) {
        @Override
        public String toString() {
            return file.fileName() + " line " + line.number();
        }
    }

    /** All lines about one person. @param key the person's sourcedId */
    record PersonLines(String key, List<RosterLine> lines) {
        @Override
        public String toString() {
            return "[redacted]";
        }
    }

    /** @throws FileRefused if no student of the files has a number */
    static OneRosterParts sort(OneRosterFiles files) throws IOException, FileRefused {
        int count = (int) Math.clamp(files.bytes() / BYTES_IN_A_PART + 1, 1, MOST_PARTS);
        OneRosterParts sorted = new OneRosterParts(files, count);
        List<BufferedWriter> parts = new ArrayList<>();
        StudentNumbers seen = new StudentNumbers(files.manifest().usersHaveRoles());
        sorted.findNumbersOfSeveral();
        try {
            for (int part = 0; part <= count; part++) {
                parts.add(Files.newBufferedWriter(files.part(part), UTF_8));
            }
            for (OneRosterFile file : files.present()) {
                if (file != OneRosterFile.ORGS) {
                    sorted.deal(file, parts, seen);
                }
            }
        } finally {
            for (BufferedWriter part : parts) {
                part.close();
            }
        }
        seen.check();
        return sorted;
    }

    private void findNumbersOfSeveral() throws IOException {
        NumbersTwice lines = new NumbersTwice();
        eachNumber((_, number) -> lines.see(number));
        eachNumber((key, number) -> {
            if (lines.isTwice(number)) {
                numbers.putIfAbsent(key, ComparisonForm.of(number));
            }
        });
    }

    /** @param told of each sourcedId and number that stand on one line */
    private void eachNumber(BiConsumer<String, String> told) throws IOException {
        if (!files.present().contains(OneRosterFile.USERS)) {
            return;
        }
        Header header = files.header(OneRosterFile.USERS);
        try (SourceLines lines = files.open(OneRosterFile.USERS)) {
            lines.next();
            for (SourceLines.Line line = lines.nextFilled(header); line != null; line = lines.nextFilled(header)) {
                OneRosterCells cells = cellsOrNone(new RosterLine(OneRosterFile.USERS, line));
                String number = cells == null ? "" : cells.text("identifier");
                if (cells != null
                        && !WordsForNothing.isNoNumber(number)
                        && !cells.key().isEmpty()) {
                    told.accept(cells.key(), number);
                }
            }
        }
    }

    /** The number that the person shares with others of the files, in the form in which numbers are compared; null for most. */
    @Nullable
    String numberOfSeveral(PersonLines person) {
        return numbers.get(person.key());
    }

    private void deal(OneRosterFile file, List<BufferedWriter> parts, StudentNumbers seen) throws IOException {
        Header header = files.header(file);
        Set<DayOrder> orders = EnumSet.noneOf(DayOrder.class);
        try (SourceLines lines = files.open(file)) {
            lines.next();
            for (SourceLines.Line line = lines.nextFilled(header); line != null; line = lines.nextFilled(header)) {
                String text = line.text() == null ? null : line.text().replace('\n', BREAK);
                boolean tooLong = text == null || text.length() > LONGEST_LINE;
                OneRosterCells cells = tooLong ? null : cellsOrNone(new RosterLine(file, line));
                boolean deletion = cells != null && namesNobody(cells);
                String key = cells == null || deletion ? "" : cells.key();
                if (key.isEmpty() && !deletion) {
                    damaged.add(file);
                }
                if (cells != null) {
                    seen.see(cells);
                    orders.addAll(cells.dayOrders());
                }
                String together = numbers.getOrDefault(key, key);
                BufferedWriter part = parts.get(
                        key.isEmpty() ? parts.size() - 1 : Math.floorMod(together.hashCode(), parts.size() - 1));
                part.write(file.ordinal() + "\t" + line.number() + "\t" + (tooLong ? "" : text) + "\n");
            }
        }
        dayOrders.put(file, orders);
    }

    /** The cells of a line. @throws LineRejected when it has too many or too few, or a quote is open */
    OneRosterCells cells(RosterLine line) throws LineRejected {
        boolean monthFirst = EnumSet.of(DayOrder.MONTH_FIRST).equals(dayOrders.get(line.file()));
        return new OneRosterCells(line.file(), files.header(line.file()).row(line.line()), monthFirst);
    }

    /** Null where the line cannot be read. */
    private @Nullable OneRosterCells cellsOrNone(RosterLine line) {
        try {
            return cells(line);
        } catch (LineRejected damaged) {
            return null;
        }
    }

    /** Whether it takes back what it names and says no more of it: a deletion needs ids only. */
    static boolean namesNobody(OneRosterCells cells) {
        return switch (cells.file()) {
            case ROLES ->
                cells.deleted()
                        && Stream.of("userSourcedId", "orgSourcedId", "role")
                                .anyMatch(column -> cells.text(column).isEmpty());
            case ENROLLMENTS -> cells.deleted() && cells.text("userSourcedId").isEmpty();
            case ORGS, USERS, DEMOGRAPHICS -> false;
        };
    }

    /** The last of them is of lines that name nobody. */
    int count() {
        return count + 1;
    }

    /**
     * The persons of one part, each once, in the order of their first lines, at last those who share a number with others, number by number; a
     * line that tells no person stands alone.
     */
    List<PersonLines> read(int part) throws IOException {
        Map<String, List<RosterLine>> byPerson = new LinkedHashMap<>();
        List<PersonLines> persons = new ArrayList<>();
        try (SourceLines lines = SourceLines.open(files.part(part), 0, 0)) {
            for (SourceLines.Line line = lines.next(); line != null; line = lines.next()) {
                String[] kept = String.valueOf(line.text()).split("\t", 3);
                OneRosterFile file = OneRosterFile.values()[Integer.parseInt(kept[0])];
                String text = kept[2].replace(BREAK, '\n');
                SourceLines.Line stood =
                        new SourceLines.Line(Long.parseLong(kept[1]), text.isEmpty() ? null : text, 0, 0);
                RosterLine one = new RosterLine(file, stood);
                OneRosterCells cells = part == count ? null : cellsOrNone(one);
                String key = cells == null ? "" : cells.key();
                if (key.isEmpty()) {
                    persons.add(new PersonLines("", List.of(one)));
                } else {
                    byPerson.computeIfAbsent(key, _ -> new ArrayList<>()).add(one);
                }
            }
        }
        Map<String, List<PersonLines>> byNumber = new LinkedHashMap<>();
        byPerson.forEach((key, lines) -> {
            PersonLines person = new PersonLines(key, lines);
            String number = numberOfSeveral(person);
            if (number == null) {
                persons.add(person);
            } else {
                byNumber.computeIfAbsent(number, _ -> new ArrayList<>()).add(person);
            }
        });
        byNumber.values().forEach(persons::addAll);
        return persons;
    }
}
