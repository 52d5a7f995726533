package brightline.events.code;

import brightline.events.Code;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All code lists with all their editions, unchangeable. A code means what its row says on the day something happened, so that a
 * later edition never changes what an earlier record says.
 */
public final class CodeLists {
    /** System property: a folder with an installation's own later editions, one file each, {@code LIST@FIRST-DAY.csv}. */
    public static final String EDITIONS = "brightline.code-lists";

    private static final List<String> SHIPPED = List.of(
            "cps_scc.csv",
            "nibrs_offenses.csv",
            "nibrs_other.csv",
            "initiators.csv",
            "police_actions.csv",
            "outcomes.csv",
            "own_lists.csv",
            "places.csv",
            "case_lists.csv",
            "station_limits.csv",
            "roster_lists.csv",
            "california_stop_data.csv",
            "ripa_student.csv",
            "crdc.csv",
            "edfi_discipline.csv",
            "isp_monthly.csv");

    private static final Set<String> COLUMNS =
            Set.of("list", "code", "name", "tier", "level", "valid_from", "valid_to", "verification", "source");

    private final Map<String, List<CodeEntry>> lists;
    private final Map<Code, List<CodeEntry>> editions;

    private CodeLists(List<CodeEntry> entries) {
        Map<String, List<CodeEntry>> byList = new TreeMap<>();
        Map<Code, List<CodeEntry>> byCode = new LinkedHashMap<>();
        for (CodeEntry entry : entries) {
            byList.computeIfAbsent(entry.list(), _ -> new ArrayList<>()).add(entry);
            List<CodeEntry> earlier = byCode.computeIfAbsent(entry.key(), _ -> new ArrayList<>());
            if (earlier.stream().anyMatch(other -> overlap(entry, other))) {
                throw new IllegalArgumentException(entry.key() + " means two things on one day");
            }
            earlier.add(entry);
        }
        byList.replaceAll((_, rows) -> List.copyOf(rows));
        byCode.replaceAll((_, rows) -> List.copyOf(rows));
        this.lists = byList;
        this.editions = byCode;
    }

    /**
     * The lists shipped with this release, and the later editions in the folder that the system property {@link #EDITIONS} names; read
     * once.
     *
     * @throws IllegalArgumentException naming the file of an edition that cannot be read
     */
    public static CodeLists standard() {
        return Standard.LISTS;
    }

    /**
     * Lists of these rows only.
     *
     * @throws IllegalArgumentException when two rows of one code hold on the same day
     */
    public static CodeLists of(List<CodeEntry> entries) {
        return new CodeLists(entries);
    }

    /**
     * These lists with a new edition of one of them: its open rows end on that day, and only the given ones hold from then on; a
     * code that stays is given again. A list not known before begins with it.
     *
     * @param from first day of the new edition, in the agency's zone
     * @throws IllegalArgumentException when a row belongs to another list or begins before that day, or when the list already
     *     has rows that begin on that day or later
     */
    public CodeLists withEdition(String list, LocalDate from, List<CodeEntry> edition) {
        if (edition.stream()
                .anyMatch(row -> !row.list().equals(list) || row.validFrom().isBefore(from))) {
            throw new IllegalArgumentException(
                    "An edition of " + list + " holds rows of that list from its first day on");
        }
        List<CodeEntry> all = new ArrayList<>();
        for (List<CodeEntry> rows : lists.values()) {
            for (CodeEntry row : rows) {
                all.add(row.list().equals(list) ? endedBy(from, row) : row);
            }
        }
        all.addAll(edition);
        return new CodeLists(all);
    }

    /** What the code means on that day; empty when no list knows it or its row does not hold then. */
    public Optional<CodeEntry> find(Code code, LocalDate on) {
        for (CodeEntry row : editions.getOrDefault(code, List.of())) {
            if (row.validOn(on)) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }

    /** Every row the code ever had, in list order; none when no list knows it. */
    public List<CodeEntry> editions(Code code) {
        return editions.getOrDefault(code, List.of());
    }

    /** Whether any edition knows the code, on whatever day: tells a code not valid that day from one that never was. */
    public boolean known(Code code) {
        return editions.containsKey(code);
    }

    /** The rows of a list that hold on that day, in list order; none when there is no such list. */
    public List<CodeEntry> validOn(String list, LocalDate day) {
        return lists.getOrDefault(list, List.of()).stream()
                .filter(row -> row.validOn(day))
                .toList();
    }

    /** Every row a list ever had, in its order; none when there is no such list. */
    public List<CodeEntry> all(String list) {
        return lists.getOrDefault(list, List.of());
    }

    /** The names of all lists, in alphabetical order. */
    public List<String> names() {
        return List.copyOf(lists.keySet());
    }

    private static CodeEntry endedBy(LocalDate day, CodeEntry row) {
        if (!row.validFrom().isBefore(day)) {
            throw new IllegalArgumentException("An edition of " + row.list() + " already begins on " + row.validFrom());
        }
        return row.validOn(day) ? row.closedOn(day) : row;
    }

    private static boolean overlap(CodeEntry one, CodeEntry other) {
        return one.validOn(other.validFrom()) || other.validOn(one.validFrom());
    }

    private static Stream<CodeEntry> shipped(String table) {
        return ShippedTable.read(CodeLists.class, table).stream().map(CodeLists::entry);
    }

    static CodeEntry entry(Map<String, String> row) {
        Map<String, String> attributes = new LinkedHashMap<>(row);
        attributes.keySet().removeAll(COLUMNS);
        attributes.values().removeIf(String::isBlank);
        String tier = cell(row, "tier");
        String level = cell(row, "level");
        String validTo = cell(row, "valid_to");
        return new CodeEntry(
                row.getOrDefault("list", ""),
                row.getOrDefault("code", ""),
                row.getOrDefault("name", ""),
                tier == null ? null : Tier.of(tier),
                level == null ? null : ActionLevel.of(level),
                attributes,
                LocalDate.parse(row.getOrDefault("valid_from", "")),
                validTo == null ? null : LocalDate.parse(validTo),
                row.getOrDefault("verification", ""),
                row.getOrDefault("source", ""));
    }

    private static @Nullable String cell(Map<String, String> row, String column) {
        String cell = row.get(column);
        return cell == null || cell.isBlank() ? null : cell;
    }

    private static final class Standard {
        static final CodeLists LISTS = withEditions(
                new CodeLists(SHIPPED.stream().flatMap(CodeLists::shipped).toList()));

        private static CodeLists withEditions(CodeLists shipped) {
            String folder = System.getProperty(EDITIONS);
            return folder == null ? shipped : CodeListEditions.added(shipped, Path.of(folder));
        }
    }
}
