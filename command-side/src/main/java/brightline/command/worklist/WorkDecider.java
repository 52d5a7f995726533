package brightline.command.worklist;

import brightline.command.worklist.WorkCommand.MarkDone;
import brightline.command.worklist.WorkCommand.MarkRead;
import brightline.command.worklist.WorkState.*;
import brightline.events.work.WorkEvent;
import brightline.events.work.WorkEvent.ItemDone;
import brightline.events.work.WorkEvent.ItemRead;
import java.util.List;

/** Nothing here is refused: a mark is the account's own, and what is done is also read. */
final class WorkDecider {
    private WorkDecider() {}

    /** The events that follow; none when it is already so. */
    static List<WorkEvent> decide(WorkCommand command, WorkState state) {
        return switch (command) {
            case MarkRead mark ->
                switch (state) {
                    case Unknown _ -> List.of(new ItemRead(mark.workItemId(), mark.item(), mark.account()));
                    case Read _, Done _ -> List.of();
                };
            case MarkDone mark ->
                switch (state) {
                    case Unknown _, Read _ -> List.of(new ItemDone(mark.workItemId(), mark.item(), mark.account()));
                    case Done _ -> List.of();
                };
        };
    }

    static WorkState evolve(WorkState state, WorkEvent event) {
        return switch (event) {
            case ItemRead _ -> state instanceof Done ? state : new Read();
            case ItemDone _ -> new Done();
        };
    }
}
