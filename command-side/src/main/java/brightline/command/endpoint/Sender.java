package brightline.command.endpoint;

import brightline.command.submission.DerivedIds;
import brightline.command.submission.Request;
import brightline.edge.access.AccountRole;
import brightline.edge.access.CurrentActor;
import brightline.events.OfficerId;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Who sends a document, under which key, and when it arrived. Endpoints take it as an argument.
 *
 * @param now by the recording clock
 */
public record Sender(CurrentActor actor, Request request, Instant now) {
    /** The id of what this submission creates: a retry creates nothing twice. */
    public <I> I newId(Function<UUID, I> id) {
        return id.apply(DerivedIds.of(request, 0));
    }

    public boolean isOfficer() {
        return actor.role() == AccountRole.SRO;
    }

    /** Whether this is the officer's own account. */
    public boolean is(OfficerId officer) {
        return officer.value().equals(actor.officerId());
    }

    /**
     * Of whom a document speaks that may leave the officer out: of the sender, who speaks of nobody else where that is an officer.
     *
     * @throws brightline.edge.problem.ProblemException 400 when nobody is meant, or an officer means another
     */
    public OfficerId orOwn(String pointer, @Nullable OfficerId given) {
        UUID own = actor.officerId();
        OfficerId officer = given == null && own != null ? new OfficerId(own) : given;
        if (officer == null) {
            throw Refusal.of(pointer, "missing", "must be given");
        }
        if (isOfficer() && !is(officer)) {
            throw Refusal.of(pointer, "wrong-value", "is another officer");
        }
        return officer;
    }
}
