package brightline.query.pages.names;

import brightline.query.pages.Choice;
import brightline.query.pages.Moment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What people and things are called and numbered, to be changed with a reason.
 *
 * @param clashes numbers stated of two people that wait for a decision, the oldest first
 * @param waiting how many wait in all
 * @param decided the latest decided ones
 * @param past whether those decided before an index were asked for
 * @param earlier index before which more were decided; null where these are all
 * @param pair the two looked at; null where none was chosen
 * @param officers of the register, the one looked at selected
 * @param officer the one looked at; null where none was chosen
 * @param schools all there are, the one looked at selected
 * @param school the one looked at; null where none was chosen
 * @param changes reasons for another name, star, code or number
 * @param corrections reasons for joining and parting entries
 * @param bases who or what showed it
 */
public record NamesPage(
        List<Clash> clashes,
        long waiting,
        List<Clash> decided,
        boolean past,
        @Nullable Long earlier,
        @Nullable Pair pair,
        List<Choice> officers,
        @Nullable OfficerCard officer,
        List<Choice> schools,
        @Nullable SchoolCard school,
        List<Choice> changes,
        List<Choice> corrections,
        List<Choice> bases) {
    public NamesPage {
        clashes = List.copyOf(clashes);
        decided = List.copyOf(decided);
        officers = List.copyOf(officers);
        schools = List.copyOf(schools);
        changes = List.copyOf(changes);
        corrections = List.copyOf(corrections);
        bases = List.copyOf(bases);
    }

    /**
     * A number stated of two people.
     *
     * @param number in the page's list, from 1
     * @param index of the event that made it what it is
     * @param how by what it came to light, in words
     * @param importId the file that stated it; null where a person did
     * @param found what was decided, in words; null while it waits
     * @param again whether it waits again, after what was decided was taken back, or the two were parted
     */
    public record Clash(
            int number,
            String id,
            long index,
            Moment since,
            String how,
            @Nullable String importId,
            @Nullable String found,
            boolean again) {}

    /**
     * Two who stand under one number, side by side.
     *
     * @param version for the decision
     * @param lines what is known of both
     */
    public record Pair(Clash clash, long version, List<Line> lines) {
        public Pair {
            lines = List.copyOf(lines);
        }
    }

    /** @param first of who had the number first @param kept of who was kept apart @param differs whether both are known and not alike */
    public record Line(String what, String first, String kept, boolean differs) {
        @Override
        public String toString() {
            return "[redacted]";
        }
    }

    /** @param wears whether the officer wears a star until further notice */
    public record OfficerCard(String id, String name, List<Worn> stars, boolean wears) {
        public OfficerCard {
            stars = List.copyOf(stars);
        }
    }

    /** @param id its first code, which is its identity */
    public record SchoolCard(String id, String name, List<Worn> codes) {
        public SchoolCard {
            codes = List.copyOf(codes);
        }
    }

    /** A star or a code. @param days in words: from when until when */
    public record Worn(String number, String days) {}
}
