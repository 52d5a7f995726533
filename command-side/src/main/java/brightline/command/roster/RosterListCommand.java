package brightline.command.roster;

import brightline.command.submission.AnsweredBy;
import brightline.command.submission.Creates;
import brightline.command.submission.StreamCommand;
import brightline.events.Code;
import brightline.events.RosterListId;
import brightline.events.roster.RosterEvent.RosterLine;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked about one side's list of a day. */
public sealed interface RosterListCommand extends StreamCommand, AnsweredBy<RosterListAnswer> {
    @TargetAggregateIdentifier
    RosterListId listId();

    /** @see brightline.events.roster.RosterEvent.RosterListReceived */
    record ReceiveRosterList(RosterListId listId, Code side, LocalDate day, List<RosterLine> lines)
            implements RosterListCommand, Creates<RosterListAnswer> {
        public ReceiveRosterList {
            lines = List.copyOf(lines);
        }
    }
}
