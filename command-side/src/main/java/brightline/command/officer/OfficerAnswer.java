package brightline.command.officer;

import brightline.command.submission.Identified;
import brightline.events.OfficerId;

/** Which officer it was about. */
public record OfficerAnswer(OfficerId officer) implements Identified {
    @Override
    public OfficerId id() {
        return officer;
    }
}
