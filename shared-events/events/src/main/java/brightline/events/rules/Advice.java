package brightline.events.rules;

import brightline.events.code.ShippedTable;
import java.util.Map;
import java.util.stream.Collectors;

/** The plain words of {@code advice.csv}: for a class and reason, else for the class. */
final class Advice {

    private record Key(InvolvementClass involvementClass, String reason) {}

    private static final Map<Key, String> WORDS = ShippedTable.read(Advice.class, "advice.csv").stream()
            .collect(Collectors.toUnmodifiableMap(
                    row -> new Key(
                            InvolvementClass.valueOf(row.getOrDefault("class", "")), row.getOrDefault("reason", "")),
                    row -> row.getOrDefault("advice", "")));

    private Advice() {}

    static String of(InvolvementClass involvementClass, String reason) {
        String words = WORDS.get(new Key(involvementClass, reason));
        return words == null ? WORDS.getOrDefault(new Key(involvementClass, ""), "") : words;
    }
}
