package brightline.command.roster;

import brightline.command.register.ReferenceRule;
import brightline.command.register.RegisterEdition;
import brightline.command.roster.RosterListCommand.ReceiveRosterList;
import brightline.events.roster.RosterEvent;
import brightline.events.roster.RosterEvent.RosterLine;
import brightline.events.roster.RosterEvent.RosterListReceived;
import java.util.Comparator;
import java.util.List;

/** Decides about one side's list of a day; its state is the lines last received, none before any. */
final class RosterListDecider {
    private static final Comparator<RosterLine> ORDER =
            Comparator.comparing((RosterLine line) -> line.school().value()).thenComparing(RosterLine::starNumber);

    private RosterListDecider() {}

    /** What is remembered. @param received false before the first list */
    record Lines(boolean received, List<RosterLine> lines) {
        static final Lines NONE = new Lines(false, List.of());

        Lines {
            lines = List.copyOf(lines);
        }
    }

    /**
     * The events that follow; none when the same lines were received for that day.
     *
     * @throws brightline.command.submission.CommandRejected if a line names a school nobody registered
     */
    static List<RosterEvent> decide(RosterListCommand command, Lines known, RegisterEdition register) {
        return switch (command) {
            case ReceiveRosterList(var id, var side, var day, var lines) -> {
                if (lines.stream()
                        .anyMatch(line -> register.school(line.school()).isEmpty())) {
                    throw ReferenceRule.SCHOOL_UNKNOWN.broken();
                }
                Lines given =
                        new Lines(true, lines.stream().distinct().sorted(ORDER).toList());
                yield given.equals(known) ? List.of() : List.of(new RosterListReceived(id, side, day, given.lines()));
            }
        };
    }

    static Lines evolve(Lines known, RosterEvent event) {
        return switch (event) {
            case RosterListReceived received -> new Lines(true, received.lines());
        };
    }
}
