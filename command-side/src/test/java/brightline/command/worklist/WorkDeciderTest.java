package brightline.command.worklist;

import brightline.command.Decisions;
import brightline.command.worklist.WorkCommand.MarkDone;
import brightline.command.worklist.WorkCommand.MarkRead;
import brightline.events.WorkItemId;
import brightline.events.work.WorkEvent;
import brightline.events.work.WorkEvent.ItemDone;
import brightline.events.work.WorkEvent.ItemRead;
import org.junit.jupiter.api.Test;

class WorkDeciderTest {
    private static final String ITEM = "review/00000000-0000-0000-0000-000000000001";
    private static final WorkItemId ID = WorkItemId.of(ITEM, "quill");
    private static final ItemRead READ = new ItemRead(ID, ITEM, "quill");
    private static final ItemDone DONE = new ItemDone(ID, ITEM, "quill");

    private final Decisions<WorkCommand, WorkState, WorkEvent> work =
            new Decisions<>(new WorkState.Unknown(), WorkDecider::decide, WorkDecider::evolve);

    @Test
    void is_read_then_done() {
        work.givenNothing().when(new MarkRead(ITEM, "quill")).then(READ);
        work.given(READ).when(new MarkDone(ITEM, "quill")).then(DONE);
    }

    @Test
    void done_is_also_read() {
        work.givenNothing().when(new MarkDone(ITEM, "quill")).then(DONE);
        work.given(DONE).when(new MarkRead(ITEM, "quill")).thenNothing();
        work.given(DONE, READ).when(new MarkDone(ITEM, "quill")).thenNothing();
    }
}
