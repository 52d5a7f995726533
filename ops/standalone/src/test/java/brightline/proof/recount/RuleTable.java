package brightline.proof.recount;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A rule set as its table reads: the first row that fits gives the class. */
final class RuleTable {
    private static final RuleTable FIRST = read("routine_rules.csv");
    private static final RuleTable SECOND = read("routine_rules_2.csv");

    /** Worst first: which of several phases decides for the whole. */
    private static final List<String> WORST_FIRST = List.of(
            "ROUTINE_DISCIPLINE",
            "NEEDS_REVIEW",
            "ROUTINE_DISCIPLINE_LOW",
            "LAW_ENFORCEMENT_DISCRETION",
            "LAW_ENFORCEMENT",
            "SAFETY_RESPONSE",
            "DECLINED",
            "NOT_ROUTINE",
            "NOT_APPLICABLE",
            "EXCLUDED");

    private final List<List<String>> rows;

    private RuleTable(List<List<String>> rows) {
        this.rows = rows;
    }

    static RuleTable number(int number) {
        return number == 1 ? FIRST : SECOND;
    }

    /** What one phase is: danger, and the farthest level in it; null for no action at all. */
    record Phase(String imminent, @Nullable String level) {}

    /** The class of a whole with these phases. */
    String read(String role, boolean voided, @Nullable String tier, @Nullable String initiator, List<Phase> phases) {
        return phases.stream()
                .map(phase -> read(role, voided, tier, initiator, phase))
                .min((one, other) -> worse(one, other))
                .orElseThrow();
    }

    static int worse(String one, String other) {
        return Integer.compare(WORST_FIRST.indexOf(one), WORST_FIRST.indexOf(other));
    }

    private String read(String role, boolean voided, @Nullable String tier, @Nullable String initiator, Phase phase) {
        return rows.stream()
                .filter(row -> (row.get(6).isEmpty() || voided)
                        && fits(row.get(1), role)
                        && fits(row.get(2), tier)
                        && fits(row.get(3), phase.imminent().toLowerCase(java.util.Locale.ROOT))
                        && fits(row.get(4), initiator)
                        && fits(row.get(5), phase.level()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No rule fits"))
                .get(7);
    }

    private static boolean fits(String cell, @Nullable String value) {
        return cell.equals("any") || Arrays.asList(cell.split("\\|")).contains(value == null ? "missing" : value);
    }

    private static RuleTable read(String file) {
        try (var in = Objects.requireNonNull(RuleTable.class.getResourceAsStream("/brightline/events/rules/" + file));
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return new RuleTable(lines.lines()
                    .skip(1)
                    .map(line -> List.of(line.split(",", -1)))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
