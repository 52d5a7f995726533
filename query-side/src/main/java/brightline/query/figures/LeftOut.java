package brightline.query.figures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The contacts that are not in a view, by what leaves them out. Each is in one part only, so that the parts add up: what nobody
 * stated comes first, then the filters in their order.
 *
 * @param parts what nobody stated first, then the largest first
 */
public record LeftOut(List<Part> parts) {
    /** Dimensions of so many values that the other ones are told together. */
    private static final Set<Dimension> TOLD_TOGETHER =
            Set.of(Dimension.SCHOOL, Dimension.HOME_SCHOOL, Dimension.OFFICER, Dimension.MONTH, Dimension.SCHOOL_YEAR);

    private static final int MOST_VALUES = 4;

    /** Nothing is left out. */
    public static final LeftOut NOTHING = new LeftOut(List.of());

    public LeftOut {
        parts = List.copyOf(parts);
    }

    /**
     * Contacts one filter leaves out.
     *
     * @param dimension whose filter it is; null for another reason, which the label tells
     * @param value what the contacts hold instead; null where nobody stated it
     * @param label name of the value, the value itself where it has none; empty where nobody stated it
     */
    public record Part(
            @Nullable Dimension dimension, @Nullable String value, String label, long contacts) {}

    /** These and others, left out for another reason; nothing is added where there are none. @param label for instance {@code before Aug 1, 2025} */
    public LeftOut and(long contacts, String label) {
        if (contacts == 0) {
            return this;
        }
        List<Part> more = new ArrayList<>(parts);
        more.add(new Part(null, null, label, contacts));
        return new LeftOut(more);
    }

    /** How many contacts there are that are not in the view, each counted once per officer. */
    public long contacts() {
        return parts.stream().mapToLong(Part::contacts).sum();
    }

    /** The parts in words with their numbers, for instance {@code 787 assignment that day not stated}. */
    public List<String> told() {
        List<String> told = new ArrayList<>();
        Map<Dimension, List<Part>> others = new LinkedHashMap<>();
        List<String> last = new ArrayList<>();
        for (Part part : parts) {
            Dimension dimension = part.dimension();
            if (dimension == null) {
                last.add(number(part.contacts()) + " " + part.label());
            } else if (part.value() == null) {
                told.add(number(part.contacts()) + " " + dimension.words() + " not stated");
            } else {
                others.computeIfAbsent(dimension, _ -> new ArrayList<>()).add(part);
            }
        }
        others.entrySet().stream()
                .sorted(Comparator.comparing(entry -> TOLD_TOGETHER.contains(entry.getKey())))
                .forEach(entry -> {
                    Dimension dimension = entry.getKey();
                    List<Part> values = entry.getValue();
                    int named = TOLD_TOGETHER.contains(dimension) ? 0 : Math.min(MOST_VALUES, values.size());
                    values.subList(0, named)
                            .forEach(part -> told.add(number(part.contacts()) + " " + words(dimension, part.label())));
                    long rest = values.subList(named, values.size()).stream()
                            .mapToLong(Part::contacts)
                            .sum();
                    if (rest > 0) {
                        told.add(number(rest) + " of another " + dimension.words());
                    }
                });
        told.addAll(last);
        return told;
    }

    /** {@code 862 contacts are not in this view: 787 assignment that day not stated, 75 patrol officer.}; null when none is. */
    public @Nullable String sentence() {
        long all = contacts();
        return all == 0
                ? null
                : number(all) + (all == 1 ? " contact is" : " contacts are") + " not in this view: "
                        + String.join(", ", told()) + ".";
    }

    private static String words(Dimension dimension, String label) {
        boolean capitals = label.length() > 1 && Character.isUpperCase(label.charAt(1));
        boolean digit = !label.isEmpty() && Character.isDigit(label.charAt(0));
        if (digit) {
            return dimension.words() + " " + label;
        }
        return capitals ? label : label.substring(0, 1).toLowerCase(Locale.US) + label.substring(1);
    }

    private static String number(long count) {
        return String.format(Locale.US, "%,d", count);
    }
}
