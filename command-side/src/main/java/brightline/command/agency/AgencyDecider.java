package brightline.command.agency;

import brightline.command.agency.AgencyCommand.*;
import brightline.command.agency.AgencyState.Term;
import brightline.events.agency.AgencyEvent;
import brightline.events.agency.AgencyEvent.*;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

final class AgencyDecider {
    private AgencyDecider() {}

    /**
     * The events that follow; none when it is already so.
     *
     * @throws brightline.command.submission.CommandRejected naming the rule
     */
    static List<AgencyEvent> decide(AgencyCommand command, AgencyState state) {
        return switch (command) {
            case ChangeSettings change ->
                change.settings().equals(state.settings())
                        ? List.of()
                        : List.of(new SettingsChanged(change.settings()));
            case DesignateCoordinator designation -> designate(designation, state);
            case EndCoordination(var lastDay) -> end(lastDay, state);
            case SetProgrammeRules(var from, var eligibility, var topics) -> {
                ProgrammeRulesSet set = new ProgrammeRulesSet(from, eligibility, topics);
                yield set.equals(state.rules().get(from)) ? List.of() : List.of(set);
            }
        };
    }

    private static List<AgencyEvent> designate(DesignateCoordinator command, AgencyState state) {
        for (Term term : state.coordinators()) {
            if (term.equals(new Term(command.name(), command.from(), null))) {
                return List.of();
            }
            if (term.reaches(command.from())) {
                throw AgencyRule.COORDINATOR_THERE.broken();
            }
        }
        return List.of(new CoordinatorDesignated(command.name(), command.from()));
    }

    private static List<AgencyEvent> end(LocalDate lastDay, AgencyState state) {
        if (state.coordinators().stream().anyMatch(term -> lastDay.equals(term.lastDay()))) {
            return List.of();
        }
        if (open(state).filter(term -> !lastDay.isBefore(term.from())).isEmpty()) {
            throw AgencyRule.NO_COORDINATOR.broken();
        }
        return List.of(new CoordinatorEnded(lastDay));
    }

    private static Optional<Term> open(AgencyState state) {
        return state.coordinators().stream()
                .filter(term -> term.lastDay() == null)
                .findFirst();
    }

    static AgencyState evolve(AgencyState state, AgencyEvent event) {
        return switch (event) {
            case SettingsChanged(var settings) -> new AgencyState(settings, state.coordinators(), state.rules());
            case CoordinatorDesignated(var name, var from) -> {
                List<Term> terms = new ArrayList<>(state.coordinators());
                terms.add(new Term(name, from, null));
                yield new AgencyState(state.settings(), terms, state.rules());
            }
            case CoordinatorEnded(var lastDay) ->
                new AgencyState(
                        state.settings(),
                        state.coordinators().stream()
                                .map(term ->
                                        term.lastDay() == null ? new Term(term.name(), term.from(), lastDay) : term)
                                .toList(),
                        state.rules());
            case ProgrammeRulesSet set -> {
                Map<LocalDate, ProgrammeRulesSet> rules = new HashMap<>(state.rules());
                rules.put(set.from(), set);
                yield new AgencyState(state.settings(), state.coordinators(), rules);
            }
        };
    }
}
