package brightline.query.pages.names;

import brightline.query.pages.Choice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What people and things are called and numbered, to be changed with a reason.
 *
 * @param officers of the register, the one looked at selected
 * @param officer the one looked at; null where none was chosen
 * @param schools all there are, the one looked at selected
 * @param school the one looked at; null where none was chosen
 * @param changes reasons for another name, star, code or number
 * @param corrections reasons for joining and parting entries
 * @param bases who or what showed it
 */
public record NamesPage(
        List<Choice> officers,
        @Nullable OfficerCard officer,
        List<Choice> schools,
        @Nullable SchoolCard school,
        List<Choice> changes,
        List<Choice> corrections,
        List<Choice> bases) {
    public NamesPage {
        officers = List.copyOf(officers);
        schools = List.copyOf(schools);
        changes = List.copyOf(changes);
        corrections = List.copyOf(corrections);
        bases = List.copyOf(bases);
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
