package brightline.command.officer;

import brightline.command.officer.OfficerCommand.*;
import brightline.command.officer.OfficerState.*;
import brightline.command.register.ReferenceRule;
import brightline.command.register.RegisterEdition;
import brightline.events.Code;
import brightline.events.SchoolCode;
import brightline.events.officer.OfficerEvent;
import brightline.events.officer.OfficerEvent.*;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where an officer serves, and who said so. */
final class ServiceDecider {
    private ServiceDecider() {}

    static List<OfficerEvent> start(StartAssignment command, Known known, RegisterEdition register) {
        if (register.school(command.school()).isEmpty()) {
            throw ReferenceRule.SCHOOL_UNKNOWN.broken();
        }
        LocalDate lastDay = command.lastDay();
        if (lastDay != null && lastDay.isBefore(command.from())) {
            throw ReferenceRule.ENDS_BEFORE_IT_BEGINS.broken();
        }
        List<OfficerEvent> events = new ArrayList<>();
        Optional<Assignment> same = at(known, new Place(command.school(), command.from()));
        if (same.isEmpty()) {
            if (known.assignments().stream()
                    .anyMatch(one -> one.at(command.school()) && one.overlaps(command.from(), lastDay))) {
                throw ReferenceRule.ASSIGNMENTS_OVERLAP.broken();
            }
            events.add(new AssignmentStarted(command.officerId(), command.school(), command.from()));
            if (lastDay != null) {
                events.add(new AssignmentEnded(command.officerId(), command.school(), lastDay));
            }
        } else if (lastDay != null && same.get().lastDay() == null) {
            events.add(new AssignmentEnded(command.officerId(), command.school(), lastDay));
        } else if (lastDay != null && !lastDay.equals(same.get().lastDay())) {
            throw ReferenceRule.ASSIGNMENTS_OVERLAP.broken();
        }
        Code post = command.post();
        if (post != null && (same.isEmpty() || !post.equals(same.get().post()))) {
            events.add(new PostGiven(command.officerId(), command.school(), command.from(), post));
        }
        return events;
    }

    static List<OfficerEvent> end(EndAssignment command, Known known) {
        List<Assignment> there = known.assignments().stream()
                .filter(one -> one.at(command.school()))
                .toList();
        if (there.stream().anyMatch(one -> command.lastDay().equals(one.lastDay()))) {
            return List.of();
        }
        if (open(known, command.school(), command.lastDay()).isPresent()) {
            return List.of(new AssignmentEnded(command.officerId(), command.school(), command.lastDay()));
        }
        throw there.stream().anyMatch(one -> one.lastDay() == null)
                ? ReferenceRule.ENDS_BEFORE_IT_BEGINS.broken()
                : ReferenceRule.ASSIGNMENT_NOT_OPEN.broken();
    }

    static List<OfficerEvent> post(GivePost command, Known known) {
        Assignment meant = at(known, new Place(command.school(), command.from()))
                .orElseThrow(OfficerRule.OFFICER_NOT_ASSIGNED_THEN::broken);
        return command.post().equals(meant.post())
                ? List.of()
                : List.of(new PostGiven(command.officerId(), command.school(), command.from(), command.post()));
    }

    static List<OfficerEvent> confirm(ConfirmAssignment command, Known known) {
        Assignment meant = known.covering(command.school(), command.on());
        if (meant == null) {
            throw OfficerRule.OFFICER_NOT_ASSIGNED_THEN.broken();
        }
        return meant.confirmations().contains(new Confirmation(command.on(), command.side()))
                ? List.of()
                : List.of(new AssignmentConfirmed(command.officerId(), command.school(), command.on(), command.side()));
    }

    static List<OfficerEvent> withdraw(WithdrawAssignment command, Known known) {
        Place place = new Place(command.school(), command.from());
        if (at(known, place).isPresent()) {
            return List.of(new AssignmentWithdrawn(
                    command.officerId(), command.school(), command.from(), command.correction()));
        }
        if (known.withdrawn().contains(place)) {
            return List.of();
        }
        throw OfficerRule.OFFICER_NOT_ASSIGNED_THEN.broken();
    }

    static Known evolve(Known known, AssignmentStarted event) {
        List<Assignment> all = new ArrayList<>(known.assignments());
        all.add(Assignment.open(event.school(), event.from()));
        Set<Place> withdrawn = new HashSet<>(known.withdrawn());
        withdrawn.remove(new Place(event.school(), event.from()));
        return known.with(all, withdrawn);
    }

    static Known evolve(Known known, AssignmentEnded event) {
        return open(known, event.school(), event.lastDay())
                .map(open -> known.replacing(open, open.until(event.lastDay())))
                .orElse(known);
    }

    static Known evolve(Known known, PostGiven event) {
        return at(known, new Place(event.school(), event.from()))
                .map(one -> known.replacing(one, one.with(event.post())))
                .orElse(known);
    }

    static Known evolve(Known known, AssignmentConfirmed event) {
        Assignment meant = known.covering(event.school(), event.on());
        return meant == null ? known : known.replacing(meant, meant.with(new Confirmation(event.on(), event.side())));
    }

    static Known evolve(Known known, AssignmentWithdrawn event) {
        Place place = new Place(event.school(), event.from());
        Known left = at(known, place).map(one -> known.replacing(one, null)).orElse(known);
        Set<Place> withdrawn = new HashSet<>(left.withdrawn());
        withdrawn.add(place);
        return left.with(left.assignments(), withdrawn);
    }

    private static Optional<Assignment> at(Known known, Place place) {
        return known.assignments().stream()
                .filter(one -> one.place().equals(place))
                .findFirst();
    }

    /** The open assignment at the school that began last up to the day. */
    private static Optional<Assignment> open(Known known, SchoolCode school, LocalDate upTo) {
        return known.assignments().stream()
                .filter(one -> one.at(school)
                        && one.lastDay() == null
                        && !one.place().from().isAfter(upTo))
                .max(Comparator.comparing(one -> one.place().from()));
    }
}
