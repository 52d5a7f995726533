package brightline.command.incident;

import static brightline.command.incident.IncidentRule.INCIDENT_COMES_FIRST;
import static brightline.command.incident.IncidentRule.INCIDENT_RECORDED_ALREADY;
import static brightline.command.incident.IncidentRule.LINKED_ALREADY;
import static brightline.command.incident.IncidentRule.LINK_CHAIN;
import static brightline.command.incident.IncidentRule.LINK_TO_ITSELF;

import brightline.command.incident.IncidentCommand.*;
import brightline.command.incident.IncidentState.Open;
import brightline.command.incident.IncidentState.Unrecorded;
import brightline.events.InteractionId;
import brightline.events.incident.IncidentEvent;
import brightline.events.incident.IncidentEvent.*;
import java.util.ArrayList;
import java.util.List;

/** Decides about an incident: pure. */
final class IncidentDecider {
    private IncidentDecider() {}

    /**
     * The events that follow from the command; none when it asks for what is already so.
     *
     * @throws brightline.command.submission.CommandRejected naming the {@link IncidentRule}
     */
    static List<IncidentEvent> decide(IncidentCommand command, IncidentState state) {
        return switch (state) {
            case Unrecorded _ -> {
                if (command instanceof OpenIncident open) {
                    yield List.of(open.opened());
                }
                throw INCIDENT_COMES_FIRST.broken();
            }
            case Open open -> decide(command, open);
        };
    }

    private static List<IncidentEvent> decide(IncidentCommand command, Open state) {
        return switch (command) {
            case OpenIncident open -> {
                if (open.opened().equals(state.opened())) {
                    yield List.of();
                }
                throw INCIDENT_RECORDED_ALREADY.broken();
            }
            case AddInteraction add ->
                state.interactions().contains(add.interactionId())
                        ? List.of()
                        : List.of(new InteractionAdded(add.incidentId(), add.interactionId()));
            case CorrectSchool correct ->
                correct.to().equals(state.school())
                        ? List.of()
                        : List.of(new SchoolCorrected(
                                correct.incidentId(), state.school(), correct.to(), correct.correction()));
            case LinkIncident link -> linked(link, state);
        };
    }

    private static List<IncidentEvent> linked(LinkIncident link, Open state) {
        if (link.primary().equals(state.primary())) {
            return List.of();
        }
        if (link.primary().equals(link.incidentId())) {
            throw LINK_TO_ITSELF.broken();
        }
        if (state.primary() != null) {
            throw LINKED_ALREADY.broken();
        }
        if (link.primaryIsLinked() || link.hasDoubles()) {
            throw LINK_CHAIN.broken();
        }
        return List.of(new IncidentLinked(link.incidentId(), link.primary(), link.correction()));
    }

    /** @throws IllegalStateException if the stream does not begin with the incident's opening */
    static IncidentState evolve(IncidentState state, IncidentEvent event) {
        return switch (state) {
            case Unrecorded _ -> {
                if (event instanceof IncidentOpened opened) {
                    yield new Open(opened, opened.school(), opened.interactions(), null);
                }
                throw new IllegalStateException("An incident begins with incident.opened");
            }
            case Open open ->
                switch (event) {
                    case IncidentOpened _ -> throw new IllegalStateException("An incident is opened once");
                    case InteractionAdded added ->
                        new Open(
                                open.opened(),
                                open.school(),
                                with(open.interactions(), added.interactionId()),
                                open.primary());
                    case SchoolCorrected corrected ->
                        new Open(open.opened(), corrected.to(), open.interactions(), open.primary());
                    case IncidentLinked linked ->
                        new Open(open.opened(), open.school(), open.interactions(), linked.primary());
                };
        };
    }

    private static List<InteractionId> with(List<InteractionId> interactions, InteractionId one) {
        List<InteractionId> more = new ArrayList<>(interactions);
        more.add(one);
        return more;
    }
}
