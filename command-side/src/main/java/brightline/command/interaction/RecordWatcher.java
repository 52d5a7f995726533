package brightline.command.interaction;

import brightline.events.InteractionId;
import brightline.events.SubjectHandle;

/** Told, within the submission, when a contact stops saying what others keep beside it. */
public interface RecordWatcher {
    /** It was another student: the case goes on under another handle. */
    void moved(InteractionId interaction, SubjectHandle to);

    /** The contact was voided and counts nowhere. */
    void voided(InteractionId interaction);
}
