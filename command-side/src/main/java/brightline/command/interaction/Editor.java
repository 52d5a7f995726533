package brightline.command.interaction;

import brightline.edge.access.AccountRole;
import brightline.edge.access.CurrentActor;
import brightline.events.OfficerId;
import brightline.events.interaction.InteractionRecord;
import org.jspecify.annotations.Nullable;

/**
 * Who edits, as far as that decides which records may be touched.
 *
 * @param officer the officer behind the account; null when nobody on the roster
 * @param anyRecord supervisors and coordinators edit every record, officers their own
 */
public record Editor(@Nullable OfficerId officer, boolean anyRecord) {

    /** The signed-in account as an editor. */
    public static Editor of(CurrentActor actor) {
        return new Editor(
                actor.officerId() == null ? null : new OfficerId(actor.officerId()),
                actor.role() == AccountRole.SUPERVISOR || actor.role() == AccountRole.COORDINATOR);
    }

    /** Own is what the officer reported or acted in. */
    public boolean mayEdit(InteractionRecord record) {
        return anyRecord
                || (officer != null
                        && (officer.equals(record.opened().reportingOfficer())
                                || record.actions().stream().anyMatch(action -> officer.equals(action.officer()))));
    }
}
