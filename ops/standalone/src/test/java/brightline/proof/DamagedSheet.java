package brightline.proof;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A file of records that were meant, as people and programs spoil it: each row knows of which record it is, and what was done to it. In its
 * cells {@value #OWN} stands for what tells one sending of the records from another.
 */
final class DamagedSheet {
    /** In cells of keys. */
    static final String OWN = "~";

    static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private static final int ONE_IN = 4;
    private static final int LONG = 60;

    /** What a column holds, and so what becomes of it in a spreadsheet. */
    enum Kind {
        KEY,
        NUMBER,
        DATE,
        MOMENT,
        CODE,
        FLAG,
        COUNT,
        WORDS,
        /** Text over several lines. */
        ACCOUNT,
        /** Kept as it stands: nobody could tell that it is not what was meant. */
        AS_IS
    }

    /** A column of a format. @param required whether a blank cell of it is no record */
    record Column(String name, Kind kind, boolean required) {}

    /** What can be wrong with a row as a row. */
    enum Shape {
        SHORT,
        LONG,
        QUOTE_NOT_CLOSED,
        TEXT_AFTER_QUOTE,
        LINE_BREAK_IN_KEY
    }

    /** How bytes are made of text, and what is to be said of a file in it. */
    enum Encoding {
        UTF8(UTF_8, new byte[0], ""),
        UTF8_MARKED(UTF_8, new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, ""),
        UTF16_LITTLE(UTF_16LE, new byte[] {(byte) 0xFF, (byte) 0xFE}, "UTF-16"),
        UTF16_BIG(UTF_16BE, new byte[] {(byte) 0xFE, (byte) 0xFF}, "UTF-16"),
        WINDOWS(WINDOWS_1252, new byte[0], "Windows-1252");

        private final Charset charset;
        private final byte[] mark;
        private final String title;

        Encoding(Charset charset, byte[] mark, String title) {
            this.charset = charset;
            this.mark = mark;
            this.title = title;
        }

        /** Empty where nothing is to be said: letters without accents are the same in UTF-8 and in Windows-1252. */
        private String saidOf(CharSequence text) {
            return this == WINDOWS && text.chars().allMatch(letter -> letter < 0x80) ? "" : title;
        }
    }

    /** A row. @param record of which it is; two rows of one record say the same, or are a key with two contents */
    static final class Row {
        final String record;
        final Map<String, String> meant;
        final Map<String, String> cells;
        final Set<String> damaged = new TreeSet<>();

        @Nullable
        Shape shape;

        Row(String record, Map<String, String> cells) {
            this.record = record;
            this.meant = Map.copyOf(cells);
            this.cells = new LinkedHashMap<>(cells);
        }

        boolean isWhole() {
            return damaged.isEmpty() && shape == null;
        }

        String cell(String column) {
            return cells.getOrDefault(column, "");
        }

        /** For who looks for what went wrong. */
        @Override
        public String toString() {
            Map<String, String> begun = new LinkedHashMap<>(cells);
            begun.replaceAll((_, cell) -> cell.length() > LONG ? cell.substring(0, LONG) + "..." : cell);
            return record + " spoiled in " + damaged + " " + (shape == null ? "" : shape + " ") + begun;
        }
    }

    /**
     * Bytes, and which row stands on which line.
     *
     * @param readAs as what an import says that it was read; empty where it says nothing of that
     * @param records as a reader counts them
     */
    record Written(byte[] bytes, String readAs, Map<Long, Row> byLine, long records) {}

    private final List<Column> columns;
    private final List<Row> rows;
    private final Set<String> twice = new TreeSet<>();

    /** @param rows as they were meant */
    DamagedSheet(List<Column> columns, List<Row> rows) {
        this.columns = columns;
        this.rows = new ArrayList<>(rows);
    }

    List<Row> rows() {
        return rows;
    }

    /** Records of which two rows say different things. */
    Set<String> twice() {
        return twice;
    }

    /** The rows in another order. */
    DamagedSheet shuffled(Random random) {
        DamagedSheet other = new DamagedSheet(columns, rows);
        Collections.shuffle(other.rows, random);
        other.twice.addAll(twice);
        return other;
    }

    /** The rows that are left, in which nothing stands in the cells that were spoiled. */
    DamagedSheet withoutWhatIsSpoiled(Set<Row> lost) {
        return new DamagedSheet(
                columns,
                rows.stream()
                        .filter(row -> !lost.contains(row))
                        .map(row -> {
                            Map<String, String> cells = new LinkedHashMap<>(row.cells);
                            row.damaged.forEach(column -> cells.put(column, ""));
                            return new Row(row.record, cells);
                        })
                        .toList());
    }

    /**
     * Spoils some rows, and repeats some.
     *
     * @param repeats whether a row may come twice, with the same or with other content
     * @param cellsAlone whether an optional cell that cannot be read costs nothing else: then it does not tell that a required one, or a
     *     number, which may be any, holds what was meant for it
     */
    void damage(Random random, boolean repeats, boolean cellsAlone) {
        for (Row row : List.copyOf(rows)) {
            if (random.nextInt(ONE_IN) > 0) {
                continue;
            }
            int what = random.nextInt(10);
            if (what < 3) {
                row.shape = Shape.values()[random.nextInt(Shape.values().length)];
            } else if (what == 3 && repeats) {
                repeat(row, random);
            } else if (what == 4) {
                swap(row, random, cellsAlone);
            } else {
                for (int cells = 1 + random.nextInt(2); cells > 0; cells--) {
                    damage(row, columns.get(random.nextInt(columns.size())), random);
                }
            }
        }
    }

    private void repeat(Row row, Random random) {
        Row again = new Row(row.record, row.cells);
        List<Column> telling = columns.stream()
                .filter(column ->
                        column.kind() == Kind.WORDS && !text(row, column).isEmpty())
                .toList();
        if (random.nextBoolean() && !telling.isEmpty()) {
            Column column = telling.get(random.nextInt(telling.size()));
            again.cells.put(column.name(), text(row, column) + " Otherwise");
            twice.add(row.record);
        }
        rows.add(random.nextInt(rows.size() + 1), again);
    }

    /** Two cells in each other's columns, one of which takes no such thing. */
    private void swap(Row row, Random random, boolean cellsAlone) {
        List<Column> filled = new ArrayList<>(columns.stream()
                .filter(column -> !text(row, column).isEmpty()
                        && !(cellsAlone && (column.required() || column.kind() == Kind.NUMBER)))
                .filter(column -> !Set.of(Kind.WORDS, Kind.ACCOUNT, Kind.AS_IS).contains(column.kind()))
                .toList());
        Collections.shuffle(filled, random);
        for (Column one : filled) {
            for (Column other : filled) {
                boolean tells =
                        Set.of(Kind.CODE, Kind.DATE, Kind.MOMENT).contains(one.kind()) && one.kind() != other.kind();
                if (tells) {
                    String text = text(row, one);
                    row.cells.put(one.name(), text(row, other));
                    row.cells.put(other.name(), text);
                    row.damaged.add(one.name());
                    row.damaged.add(other.name());
                    return;
                }
            }
        }
    }

    private static String text(Row row, Column column) {
        return row.cell(column.name());
    }

    private static void damage(Row row, Column column, Random random) {
        String text = text(row, column);
        String spoiled = text.isEmpty() ? text : spoiled(text, column, random);
        if (spoiled.equals(text)) {
            return;
        }
        row.cells.put(column.name(), spoiled);
        row.damaged.add(column.name());
    }

    private static String spoiled(String text, Column column, Random random) {
        if (random.nextInt(8) == 0) {
            return text.substring(0, 1) + (random.nextBoolean() ? "\u0000" : "\u0007") + text.substring(1);
        }
        if (column.required() && random.nextInt(6) == 0) {
            return random.nextBoolean() ? "" : "  ";
        }
        return switch (column.kind()) {
            case KEY, NUMBER -> one(random, "1.20261E+13", "2,02610E+13", "1E+09");
            case DATE -> reshaped(text, random);
            case MOMENT ->
                one(
                        random,
                        reshaped(text.substring(0, 10), random) + " " + text.substring(11, 16),
                        "46083.4277777778",
                        text.substring(0, 10) + " at " + text.substring(11, 16),
                        text.substring(0, 10) + "T25:61:00");
            case CODE -> one(random, text.toLowerCase(Locale.ROOT), text + ".", "#N/A", "ZZ-" + text, "?");
            case FLAG -> one(random, "Y", "true?", "maybe", "#REF!", text.toLowerCase(Locale.ROOT));
            case COUNT -> one(random, text + ".0", "fifteen", "-" + text, "1.5E+1", "#VALUE!");
            case WORDS -> one(random, "x".repeat(5_000), text + "\uFFFD");
            case ACCOUNT -> "x".repeat(100_001);
            case AS_IS -> text;
        };
    }

    private static String one(Random random, String... of) {
        return of[random.nextInt(of.length)];
    }

    /** 2010-05-01 as spreadsheets show it. */
    private static String reshaped(String day, Random random) {
        if (!day.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
            return "46083";
        }
        int year = Integer.parseInt(day.substring(0, 4));
        int month = Integer.parseInt(day.substring(5, 7));
        int date = Integer.parseInt(day.substring(8));
        return switch (random.nextInt(5)) {
            case 0 -> month + "/" + date + "/" + year;
            case 1 -> "%02d.%02d.%d".formatted(date, month, year);
            case 2 -> "%d-13-%02d".formatted(year, date);
            case 3 -> "%d/%d/%02d".formatted(month, date, year % 100);
            default -> "40299";
        };
    }

    /** As it was meant, in the plainest form. */
    Written plain(String own) {
        return write(own, Form.PLAIN, new Random(0));
    }

    /** In some form or other that says the same. */
    Written inSomeForm(String own, Random random) {
        return write(own, Form.of(random), random);
    }

    /** @param ends of lines, one of which is taken for each */
    private record Form(
            Encoding encoding,
            List<String> ends,
            boolean quotesAll,
            boolean padded,
            boolean mixed,
            boolean capitals,
            boolean blankLines,
            boolean moreColumns,
            boolean lastEnd) {
        static final Form PLAIN =
                new Form(Encoding.UTF8, List.of("\n"), false, false, false, false, false, false, true);

        static Form of(Random random) {
            List<String> all = List.of("\n", "\r\n", "\r");
            return new Form(
                    Encoding.values()[random.nextInt(Encoding.values().length)],
                    random.nextInt(5) == 0 ? all : List.of(all.get(random.nextInt(all.size()))),
                    random.nextInt(3) == 0,
                    random.nextInt(3) == 0,
                    random.nextBoolean(),
                    random.nextInt(3) == 0,
                    random.nextInt(3) == 0,
                    random.nextInt(3) == 0,
                    random.nextBoolean());
        }
    }

    private Written write(String own, Form form, Random random) {
        List<Column> order = new ArrayList<>(columns);
        if (form.moreColumns()) {
            order.add(new Column("nobody's column", Kind.WORDS, false));
        }
        if (form.mixed()) {
            Collections.shuffle(order, random);
        }
        Map<Long, Row> byLine = new HashMap<>();
        StringBuilder text = new StringBuilder();
        List<String> names = order.stream()
                .map(column -> form.capitals() ? column.name().toUpperCase(Locale.ROOT) : column.name())
                .map(name -> quoted(name, form.quotesAll()))
                .toList();
        text.append(String.join(",", names));
        long line = 1;
        long records = 0;
        for (Row row : rows) {
            text.append(end(form, random));
            if (form.blankLines() && random.nextInt(6) == 0) {
                // After a CR, an LF would be no line of its own.
                boolean empty = form.ends().size() == 1 && random.nextBoolean();
                text.append(empty ? "" : ",".repeat(order.size() - 1)).append(end(form, random));
                line++;
            }
            line++;
            byLine.put(line, row);
            records++;
            String written = row(row, order, own, form, random);
            text.append(written);
            long breaks = lines(written);
            line += breaks;
            if (row.shape == Shape.LINE_BREAK_IN_KEY && breaks > 0) {
                // Two rows, neither of which is one.
                byLine.put(line, row);
                records++;
            }
        }
        if (form.lastEnd()) {
            text.append(end(form, random));
        }
        Encoding encoding = form.encoding();
        if (!encoding.charset.newEncoder().canEncode(text)) {
            encoding = Encoding.UTF8;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(encoding.mark);
        bytes.writeBytes(text.toString().getBytes(encoding.charset));
        return new Written(bytes.toByteArray(), encoding.saidOf(text), byLine, records);
    }

    private static String end(Form form, Random random) {
        return form.ends().get(random.nextInt(form.ends().size()));
    }

    private static long lines(String written) {
        return written.replace("\r\n", "\n")
                .chars()
                .filter(c -> c == '\n' || c == '\r')
                .count();
    }

    private static String row(Row row, List<Column> order, String own, Form form, Random random) {
        List<String> cells = new ArrayList<>();
        // Neither in the first column, nor in text that may go over lines.
        int spoiled = 1 + random.nextInt(order.size() - 1);
        while (order.get(spoiled).kind() == Kind.ACCOUNT) {
            spoiled = 1 + spoiled % (order.size() - 1);
        }
        for (int i = 0; i < order.size(); i++) {
            Column column = order.get(i);
            String cell = text(row, column).replace(OWN, own);
            if (row.shape != null) {
                cell = cell.replace('\n', ' ');
            }
            boolean breaks = row.shape == Shape.LINE_BREAK_IN_KEY && isFirstKey(order, i);
            if (breaks) {
                cells.add(cell.charAt(0) + end(form, random) + cell.substring(1));
            } else if (row.shape == Shape.QUOTE_NOT_CLOSED && i == spoiled) {
                cells.add("\"" + cell.replace("\"", "").replace(",", ""));
            } else if (row.shape == Shape.TEXT_AFTER_QUOTE && i == spoiled) {
                cells.add("\"" + cell.replace("\"", "") + "\" and more");
            } else {
                String padded = form.padded() && !cell.isEmpty() && random.nextBoolean() ? " " + cell + "\t" : cell;
                String ends = padded.replace("\n", end(form, random));
                cells.add(quoted(ends, form.quotesAll() && row.shape != Shape.LINE_BREAK_IN_KEY));
            }
        }
        if (row.shape == Shape.SHORT) {
            return String.join(",", cells.subList(0, Math.max(1, cells.size() - 1 - random.nextInt(3))));
        }
        if (row.shape == Shape.LONG) {
            // Blank fields after the last column say nothing: such a row would be one that is two fields further right.
            boolean ends = cells.subList(Math.max(0, cells.size() - 2), cells.size()).stream()
                    .allMatch(cell -> cell.replace("\"", "").isBlank());
            cells.addAll(ends ? cells.size() : 1, List.of("one", "two more"));
        }
        return String.join(",", cells);
    }

    private static boolean isFirstKey(List<Column> order, int place) {
        for (int i = 0; i <= place; i++) {
            if (order.get(i).kind() == Kind.KEY) {
                return i == place;
            }
        }
        return false;
    }

    private static String quoted(String cell, boolean always) {
        boolean must = cell.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return always || must ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell;
    }
}
