package brightline.command.officer;

import static java.util.function.Predicate.not;

import brightline.command.officer.OfficerCommand.ChangeCapacity;
import brightline.command.officer.OfficerCommand.EndAssignment;
import brightline.command.officer.OfficerCommand.RegisterOfficer;
import brightline.command.officer.OfficerCommand.StartAssignment;
import brightline.command.officer.OfficerState.Assignment;
import brightline.command.officer.OfficerState.Known;
import brightline.command.officer.OfficerState.Unknown;
import brightline.command.register.ReferenceRule;
import brightline.command.register.RegisterEdition;
import brightline.events.officer.OfficerEvent;
import brightline.events.officer.OfficerEvent.AssignmentEnded;
import brightline.events.officer.OfficerEvent.AssignmentStarted;
import brightline.events.officer.OfficerEvent.CapacityChanged;
import brightline.events.officer.OfficerEvent.OfficerRegistered;
import java.util.ArrayList;
import java.util.List;

final class OfficerDecider {
    private OfficerDecider() {}

    /**
     * The events that follow; none when it is already so.
     *
     * @throws brightline.command.submission.CommandRejected naming the rule
     */
    static List<OfficerEvent> decide(OfficerCommand command, OfficerState state, RegisterEdition register) {
        return switch (state) {
            case Unknown _ ->
                switch (command) {
                    case RegisterOfficer registration -> register(registration, register);
                    case ChangeCapacity _, StartAssignment _, EndAssignment _ ->
                        throw ReferenceRule.OFFICER_UNKNOWN.broken();
                };
            case Known known ->
                switch (command) {
                    case RegisterOfficer(var _, var star, var name, var capacity) -> {
                        if (known.starNumber().equals(star)
                                && known.name().equals(name)
                                && known.capacity().equals(capacity)) {
                            yield List.of();
                        }
                        throw ReferenceRule.OFFICER_REGISTERED_DIFFERENTLY.broken();
                    }
                    case ChangeCapacity(var officer, var capacity) ->
                        known.capacity().equals(capacity) ? List.of() : List.of(new CapacityChanged(officer, capacity));
                    case StartAssignment start -> start(start, known, register);
                    case EndAssignment end -> end(end, known);
                };
        };
    }

    private static List<OfficerEvent> register(RegisterOfficer command, RegisterEdition register) {
        if (register.officerByStar(command.starNumber()).isPresent()) {
            throw ReferenceRule.STAR_NUMBER_TAKEN.broken();
        }
        return List.of(
                new OfficerRegistered(command.officerId(), command.starNumber(), command.name(), command.capacity()));
    }

    private static List<OfficerEvent> start(StartAssignment command, Known known, RegisterEdition register) {
        if (register.school(command.school()).isEmpty()) {
            throw ReferenceRule.SCHOOL_UNKNOWN.broken();
        }
        List<Assignment> atSchool = known.assignments().stream()
                .filter(one -> one.school().equals(command.school()))
                .toList();
        if (atSchool.contains(new Assignment(command.school(), command.from(), null))) {
            return List.of();
        }
        if (atSchool.stream().anyMatch(one -> one.reaches(command.from()))) {
            throw ReferenceRule.ASSIGNMENTS_OVERLAP.broken();
        }
        return List.of(new AssignmentStarted(command.officerId(), command.school(), command.from()));
    }

    private static List<OfficerEvent> end(EndAssignment command, Known known) {
        for (Assignment one : known.assignments()) {
            if (!one.school().equals(command.school())) {
                continue;
            }
            if (command.lastDay().equals(one.lastDay())) {
                return List.of();
            }
            if (one.lastDay() == null) {
                if (command.lastDay().isBefore(one.from())) {
                    throw ReferenceRule.ENDS_BEFORE_IT_BEGINS.broken();
                }
                return List.of(new AssignmentEnded(command.officerId(), command.school(), command.lastDay()));
            }
        }
        throw ReferenceRule.ASSIGNMENT_NOT_OPEN.broken();
    }

    static OfficerState evolve(OfficerState state, OfficerEvent event) {
        Known known = state instanceof Known already ? already : null;
        if (event instanceof OfficerRegistered(var _, var star, var name, var capacity)) {
            return new Known(star, name, capacity, List.of());
        }
        if (known == null) {
            return state;
        }
        return switch (event) {
            case OfficerRegistered _ -> known;
            case CapacityChanged(var _, var capacity) ->
                new Known(known.starNumber(), known.name(), capacity, known.assignments());
            case AssignmentStarted(var _, var school, var from) -> with(known, new Assignment(school, from, null));
            case AssignmentEnded(var _, var school, var lastDay) ->
                known.assignments().stream()
                        .filter(one -> one.school().equals(school) && one.lastDay() == null)
                        .findFirst()
                        .map(open -> with(
                                new Known(
                                        known.starNumber(),
                                        known.name(),
                                        known.capacity(),
                                        known.assignments().stream()
                                                .filter(not(open::equals))
                                                .toList()),
                                new Assignment(school, open.from(), lastDay)))
                        .orElse(known);
        };
    }

    private static Known with(Known known, Assignment assignment) {
        List<Assignment> assignments = new ArrayList<>(known.assignments());
        assignments.add(assignment);
        return new Known(known.starNumber(), known.name(), known.capacity(), assignments);
    }
}
