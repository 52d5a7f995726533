package brightline.command.incident;

import static brightline.command.incident.IncidentRule.INCIDENT_COMES_FIRST;
import static brightline.command.incident.IncidentRule.INCIDENT_RECORDED_ALREADY;
import static brightline.command.incident.IncidentRule.LINKED_ALREADY;
import static brightline.command.incident.IncidentRule.LINK_CHAIN;
import static brightline.command.incident.IncidentRule.LINK_TO_ITSELF;

import brightline.command.incident.IncidentCommand.*;
import brightline.command.incident.IncidentState.Open;
import brightline.command.incident.IncidentState.Unrecorded;
import brightline.command.incident.IncidentState.Where;
import brightline.events.Code;
import brightline.events.Correction;
import brightline.events.SchoolCode;
import brightline.events.Stated;
import brightline.events.incident.IncidentEvent;
import brightline.events.incident.IncidentEvent.*;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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
            case FollowSource follow -> followed(follow, state);
            case LinkIncident link -> linked(link, state);
        };
    }

    /** Whatever was corrected here since its source told it stays. */
    private static List<IncidentEvent> followed(FollowSource follow, Open state) {
        List<IncidentEvent> events = new ArrayList<>();
        Where told = state.told();
        Where where = state.where();
        Where said = follow.said();
        SchoolCode school = Objects.requireNonNull(follows(told.school(), where.school(), said.school()));
        if (!school.equals(where.school())) {
            events.add(new SchoolCorrected(follow.incidentId(), where.school(), school, Correction.BY_SOURCE));
        }
        Code place = follows(told.place(), where.place(), said.place());
        Stated inSession = Stated.orMissing(follows(told.inSession(), where.inSession(), said.inSession()));
        if (!Objects.equals(place, where.place()) || inSession != where.inSession()) {
            events.add(new SurroundingsCorrected(follow.incidentId(), place, inSession, Correction.BY_SOURCE));
        }
        return events;
    }

    private static <T> @Nullable T follows(@Nullable T told, @Nullable T standing, @Nullable T said) {
        return Objects.equals(told, said) || !Objects.equals(told, standing) ? standing : said;
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
                    Where where = new Where(opened.school(), opened.place(), opened.inSession());
                    yield new Open(opened, where, where, opened.interactions(), null);
                }
                throw new IllegalStateException("An incident begins with incident.opened");
            }
            case Open open ->
                switch (event) {
                    case IncidentOpened _ -> throw new IllegalStateException("An incident is opened once");
                    case InteractionAdded added -> open.with(added.interactionId());
                    case SchoolCorrected(var _, var _, var to, var correction) ->
                        open.corrected(at(open.where(), to), at(open.told(), to), correction);
                    case SurroundingsCorrected(var _, var place, var inSession, var correction) ->
                        open.corrected(
                                new Where(open.school(), place, inSession),
                                new Where(open.told().school(), place, inSession),
                                correction);
                    case IncidentLinked linked -> open.linkedTo(linked.primary());
                };
        };
    }

    private static Where at(Where where, SchoolCode school) {
        return new Where(school, where.place(), where.inSession());
    }
}
