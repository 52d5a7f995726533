package brightline.proof;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Texts and birth dates that stand nowhere but where they were sent, and where that was. */
final class Canaries {
    private static final int LETTERS = 12;
    /** Of a student who may be at school, and in no list of codes. */
    private static final LocalDate FIRST_DAY = LocalDate.of(2009, 1, 7);

    private final List<String> texts = new ArrayList<>();
    private final List<String> dates = new ArrayList<>();
    private final Map<String, Set<String>> sent = new HashMap<>();
    private int nextText;
    private int nextDate;

    /** @param number how many; one in ten is a date */
    Canaries(int number, long seed) {
        var random = new Random(seed);
        for (int i = 0; i < number; i++) {
            if (i % 10 == 9) {
                dates.add(FIRST_DAY.plusDays(37L * i).toString());
            } else {
                StringBuilder text = new StringBuilder("Qz");
                while (text.length() < LETTERS) {
                    text.append((char) ((random.nextBoolean() ? 'a' : 'A') + random.nextInt(26)));
                }
                texts.add(text.toString());
            }
        }
    }

    /** The next text, which is going to the place. */
    String text(String place) {
        return noted(texts.get(nextText++ % texts.size()), place);
    }

    /** The next date, which is going to the place. */
    String date(String place) {
        return noted(dates.get(nextDate++ % dates.size()), place);
    }

    private String noted(String canary, String place) {
        sent.computeIfAbsent(canary, _ -> new LinkedHashSet<>()).add(place);
        return canary;
    }

    List<String> all() {
        List<String> all = new ArrayList<>(texts);
        all.addAll(dates);
        return all;
    }

    /** Where it was sent. */
    Set<String> placesOf(String canary) {
        return sent.getOrDefault(canary, Set.of());
    }
}
