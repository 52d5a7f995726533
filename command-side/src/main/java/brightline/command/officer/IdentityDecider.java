package brightline.command.officer;

import brightline.command.officer.OfficerCommand.*;
import brightline.command.officer.OfficerState.Known;
import brightline.command.register.ReferenceRule;
import brightline.command.register.RegisterEdition;
import brightline.command.register.Worn;
import brightline.events.officer.OfficerEvent;
import brightline.events.officer.OfficerEvent.*;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** By which name and star an officer is known: one record over all changes of both. */
final class IdentityDecider {
    private IdentityDecider() {}

    /** A star that others gave up is this officer's from the day after on. */
    static List<OfficerEvent> register(RegisterOfficer command, RegisterEdition register) {
        if (register.isWorn(command.starNumber())) {
            throw ReferenceRule.STAR_NUMBER_TAKEN.broken();
        }
        List<OfficerEvent> events = new ArrayList<>();
        events.add(
                new OfficerRegistered(command.officerId(), command.starNumber(), command.name(), command.capacity()));
        register.lastDayOf(command.starNumber())
                .map(last -> new StarGiven(command.officerId(), command.starNumber(), last.plusDays(1), null, null))
                .ifPresent(events::add);
        return events;
    }

    static List<OfficerEvent> rename(RenameOfficer command, Known known) {
        return known.name().equals(command.name())
                ? List.of()
                : List.of(new OfficerRenamed(
                        command.officerId(), command.name(), command.from(), command.reason(), command.basis()));
    }

    static List<OfficerEvent> give(GiveStar command, Known known, RegisterEdition register) {
        LocalDate from = command.from();
        Worn worn = known.star();
        if (worn != null && worn.number().equals(command.starNumber()) && Objects.equals(worn.from(), from)) {
            return List.of();
        }
        if (from != null && known.stars().stream().anyMatch(star -> begins(star, from))) {
            throw OfficerRule.STAR_GIVEN_LATER.broken();
        }
        if (register.isTaken(command.starNumber(), from, command.officerId())) {
            throw ReferenceRule.STAR_NUMBER_TAKEN.broken();
        }
        return List.of(
                new StarGiven(command.officerId(), command.starNumber(), from, command.reason(), command.basis()));
    }

    private static boolean begins(Worn star, LocalDate after) {
        return star.from() != null && star.from().isAfter(after);
    }

    static List<OfficerEvent> giveUp(GiveUpStar command, Known known) {
        Worn worn = known.star();
        if (worn == null) {
            if (known.stars().stream().anyMatch(star -> command.lastDay().equals(star.lastDay()))) {
                return List.of();
            }
            throw OfficerRule.NO_STAR_WORN.broken();
        }
        if (worn.from() != null && command.lastDay().isBefore(worn.from())) {
            throw ReferenceRule.ENDS_BEFORE_IT_BEGINS.broken();
        }
        return List.of(new StarGivenUp(command.officerId(), command.lastDay(), command.reason(), command.basis()));
    }
}
