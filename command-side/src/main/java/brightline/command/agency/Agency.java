package brightline.command.agency;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import brightline.command.agency.AgencyCommand.ChangeSettings;
import brightline.command.submission.SubmissionProblem;
import brightline.events.agency.AgencyEvent;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

@Aggregate(type = "Agency")
class Agency {
    @AggregateIdentifier
    private @Nullable String stream;

    private AgencyState state = AgencyState.NEW;

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    Object on(AgencyCommand command) {
        if (command instanceof ChangeSettings change) {
            refuseUnlessSeen(change.versionSeen(), version());
        }
        AgencyDecider.decide(command, state).forEach(event -> AggregateLifecycle.apply(event));
        return command instanceof ChangeSettings change
                ? new SettingsAnswer(version(), change.settings())
                : new ProgrammeAnswer(command.stream());
    }

    /** Null before the first event. */
    private static @Nullable Long version() {
        return AggregateLifecycle.getVersion();
    }

    private static void refuseUnlessSeen(@Nullable Long seen, @Nullable Long current) {
        if (current != null && seen == null) {
            throw SubmissionProblem.versionMissing();
        }
        if (!Objects.equals(seen, current)) {
            throw SubmissionProblem.stale(current);
        }
    }

    @EventSourcingHandler
    void on(AgencyEvent event) {
        stream = AgencyEvent.STREAM;
        state = AgencyDecider.evolve(state, event);
    }
}
