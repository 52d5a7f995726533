package brightline.command.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A star or a code and the days on which an officer or a school wears it, in the agency's zone.
 *
 * @param from first day; null for since ever
 * @param lastDay included; null while it is worn
 */
public record Worn(
        String number, @Nullable LocalDate from, @Nullable LocalDate lastDay) {
    /** Whether it is worn on that day. */
    public boolean covers(LocalDate day) {
        return (from == null || !day.isBefore(from)) && reaches(day);
    }

    /** Whether it is worn on that day or after it. */
    boolean reaches(LocalDate day) {
        return lastDay == null || !day.isAfter(lastDay);
    }

    /** Those of one who is given another. @param from null for since ever: those before never were */
    public static List<Worn> given(List<Worn> before, String number, @Nullable LocalDate from) {
        List<Worn> after = new ArrayList<>();
        for (Worn worn : before) {
            boolean began = from != null && (worn.from == null || worn.from.isBefore(from));
            boolean sameWorn = worn.lastDay == null && worn.number.equals(number);
            if (from != null && began && !sameWorn) {
                after.add(worn.reaches(from) ? new Worn(worn.number, worn.from, from.minusDays(1)) : worn);
            }
        }
        after.add(new Worn(number, from, null));
        return List.copyOf(after);
    }

    /** Those of one who gives up the one that is worn. */
    public static List<Worn> givenUp(List<Worn> before, LocalDate lastDay) {
        return before.stream()
                .map(worn -> worn.lastDay == null ? new Worn(worn.number, worn.from, lastDay) : worn)
                .toList();
    }
}
