package brightline.events.code;

import brightline.events.Code;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One row of a code list: what a code means from one day to another.
 *
 * @param list name of the list
 * @param code text of the code as its source writes it
 * @param name what it means, in plain English
 * @param tier conduct tier the code stands for; null when it says nothing of gravity
 * @param level action level the code stands for; null when it says nothing of how far an officer went
 * @param attributes the list's other columns by name; a blank cell is absent
 * @param validFrom first day on which the row holds, in the agency's zone
 * @param validTo first day on which it no longer holds; null while it is open
 * @param verification how sure the row is, in words
 * @param source keys of {@code sources.csv}, parted by semicolons
 */
public record CodeEntry(
        String list,
        String code,
        String name,
        @Nullable Tier tier,
        @Nullable ActionLevel level,
        Map<String, String> attributes,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        String verification,
        String source) {

    /** @throws IllegalArgumentException when the name is blank, a tier or level is MISSING, or the row ends before it begins */
    public CodeEntry {
        Code written = new Code(list, code);
        if (name.isBlank()) {
            throw new IllegalArgumentException(written + " has no name");
        }
        if (tier == Tier.MISSING || level == ActionLevel.MISSING) {
            throw new IllegalArgumentException(written + ": a code without tier or level has none, not a missing one");
        }
        if (validTo != null && !validTo.isAfter(validFrom)) {
            throw new IllegalArgumentException(written + " ends before it begins");
        }
        attributes = Map.copyOf(attributes);
    }

    /** The code as facts hold it. */
    public Code key() {
        return new Code(list, code);
    }

    public boolean validOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || day.isBefore(validTo));
    }

    /** A cell of the list's own columns; null when it is blank or the list has no such column. */
    public @Nullable String attribute(String column) {
        return attributes.get(column);
    }

    /**
     * The codes that must stand beside this one for its tier to count: a detail says nothing without what it details. Written in
     * the attribute {@code under}, parted by {@code |}; empty for most.
     */
    public Set<Code> under() {
        String under = attribute("under");
        return under == null
                ? Set.of()
                : Arrays.stream(under.split("\\|", -1)).map(Code::of).collect(Collectors.toUnmodifiableSet());
    }

    CodeEntry closedOn(LocalDate day) {
        return new CodeEntry(list, code, name, tier, level, attributes, validFrom, day, verification, source);
    }
}
