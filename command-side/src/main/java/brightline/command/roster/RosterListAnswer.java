package brightline.command.roster;

import brightline.command.submission.Identified;
import brightline.events.RosterListId;

/** Which list it was. */
public record RosterListAnswer(RosterListId list) implements Identified {
    @Override
    public RosterListId id() {
        return list;
    }
}
