package brightline.command.clash;

import brightline.command.clash.ClashCommand.*;
import brightline.command.clash.ClashState.*;
import brightline.events.StudentId;
import brightline.events.clash.ClashEvent;
import brightline.events.clash.ClashEvent.*;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides what may be said of the question whether two who stand under one number are one child. Pure. */
final class ClashDecider {
    private ClashDecider() {}

    /** @throws brightline.command.submission.CommandRejected naming the rule that the command breaks */
    static List<ClashEvent> decide(ClashCommand command, ClashState state) {
        return switch (command) {
            case Find find ->
                state instanceof Unknown
                        ? List.of(
                                new ClashFound(find.clashId(), find.kept(), find.from(), find.cause(), find.importId()))
                        : List.of();
            case Decide decide ->
                switch (state) {
                    case Unknown _ -> throw ClashRule.CLASH_UNKNOWN.broken();
                    case Open _ -> List.of(decided(decide));
                    case Decided(var _, var _, var before, var _) when before == decide.finding() -> List.of();
                    case Decided _ -> throw ClashRule.CLASH_DECIDED.broken();
                };
            case Reopen(var clash, var why) ->
                switch (state) {
                    case Unknown _ -> throw ClashRule.CLASH_UNKNOWN.broken();
                    case Open _ -> List.of();
                    case Decided _ -> List.of(new ClashReopened(clash, why));
                };
        };
    }

    private static ClashEvent decided(Decide decide) {
        return switch (decide.finding()) {
            case SAME -> new FoundSame(decide.clashId(), decide.into(), decide.correction());
            case DIFFERENT -> {
                if (decide.into() == null) {
                    throw ClashRule.CLASH_JOINED.broken();
                }
                yield new FoundDifferent(decide.clashId(), decide.correction());
            }
        };
    }

    static ClashState evolve(ClashState state, ClashEvent event) {
        return switch (event) {
            case ClashFound found -> new Open(found.kept(), found.from());
            case FoundSame same -> decided(state, Finding.SAME, same.into());
            case FoundDifferent _ -> decided(state, Finding.DIFFERENT, null);
            case ClashReopened _ ->
                state instanceof Decided(var kept, var from, var _, var _) ? new Open(kept, from) : state;
        };
    }

    private static ClashState decided(ClashState state, Finding finding, @Nullable StudentId into) {
        return state instanceof Open(var kept, var from) ? new Decided(kept, from, finding, into) : state;
    }
}
