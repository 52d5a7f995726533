package brightline.command.register;

import brightline.events.Code;
import brightline.events.OfficerId;
import java.util.List;

/**
 * An officer as the register knows one.
 *
 * @param starNumber the last one the officer was given
 * @param capacity code list {@code capacity}: the usual one
 * @param stars all the officer wears or wore, by their days
 */
public record OfficerEntry(OfficerId officerId, String starNumber, String name, Code capacity, List<Worn> stars) {
    public OfficerEntry {
        stars = List.copyOf(stars);
    }

    /** One who has worn one star ever since. */
    public OfficerEntry(OfficerId officerId, String starNumber, String name, Code capacity) {
        this(officerId, starNumber, name, capacity, List.of(new Worn(starNumber, null, null)));
    }
}
