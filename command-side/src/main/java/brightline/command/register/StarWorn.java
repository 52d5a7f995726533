package brightline.command.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A star and the days on which an officer wears it, in the agency's zone.
 *
 * @param from first day; null for since ever
 * @param lastDay included; null while it is worn
 */
public record StarWorn(
        String star, @Nullable LocalDate from, @Nullable LocalDate lastDay) {
    /** Whether it is worn on that day. */
    public boolean covers(LocalDate day) {
        return (from == null || !day.isBefore(from)) && reaches(day);
    }

    /** Whether it is worn on that day or after it. */
    boolean reaches(LocalDate day) {
        return lastDay == null || !day.isAfter(lastDay);
    }

    /** The stars of an officer who is given one. @param from null for since ever: those before never were */
    public static List<StarWorn> given(List<StarWorn> before, String star, @Nullable LocalDate from) {
        List<StarWorn> after = new ArrayList<>();
        for (StarWorn worn : before) {
            boolean began = from != null && (worn.from == null || worn.from.isBefore(from));
            boolean sameWorn = worn.lastDay == null && worn.star.equals(star);
            if (from != null && began && !sameWorn) {
                after.add(worn.reaches(from) ? new StarWorn(worn.star, worn.from, from.minusDays(1)) : worn);
            }
        }
        after.add(new StarWorn(star, from, null));
        return List.copyOf(after);
    }

    /** The stars of an officer who gives up the one that is worn. */
    public static List<StarWorn> givenUp(List<StarWorn> before, LocalDate lastDay) {
        return before.stream()
                .map(worn -> worn.lastDay == null ? new StarWorn(worn.star, worn.from, lastDay) : worn)
                .toList();
    }
}
