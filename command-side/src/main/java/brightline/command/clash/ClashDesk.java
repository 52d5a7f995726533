package brightline.command.clash;

import brightline.command.clash.ClashCommand.Decide;
import brightline.command.clash.ClashCommand.Reopen;
import brightline.command.clash.ClashEdit.DecideClash;
import brightline.command.clash.ClashEdit.ReopenClash;
import brightline.command.clash.ClashState.Decided;
import brightline.command.clash.ClashState.Open;
import brightline.command.student.Joining;
import brightline.command.submission.SubmissionProblem;
import brightline.edge.keys.StudentIndex;
import brightline.edge.problem.Problem;
import brightline.edge.problem.ProblemException;
import brightline.events.ClashId;
import brightline.events.StudentId;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.springframework.stereotype.Component;

/** Carries out what people decide: whoever is found to be one child is joined, and parted where that is taken back. */
@Component
final class ClashDesk {
    private final Clashes clashes;
    private final Joining joining;
    private final StudentIndex index;

    ClashDesk(Clashes clashes, Joining joining, StudentIndex index) {
        this.clashes = clashes;
        this.joining = joining;
        this.index = index;
    }

    /** @throws ProblemException when there is no such question (404), or it has changed since (412) */
    private Aggregate<Clash> forEdit(ClashId id, long versionSeen) {
        Aggregate<Clash> clash = clashes.find(id).orElseThrow(() -> new ProblemException(Problem.notFound()));
        if (clash.version() != versionSeen) {
            throw SubmissionProblem.stale(clash.version());
        }
        return clash;
    }

    /** @throws ProblemException as {@link #forEdit} */
    @CommandHandler
    ClashAnswer on(DecideClash command) throws Exception {
        Aggregate<Clash> clash = forEdit(command.clashId(), command.versionSeen());
        boolean open = clash.invoke(Clash::state) instanceof Open;
        clash.execute(
                one -> one.decide(new Decide(command.clashId(), command.finding(), command.correction())));
        if (open && command.finding() == Finding.SAME && clash.invoke(Clash::state) instanceof Decided decided) {
            StudentId into = index.meant(decided.from());
            if (!index.meant(decided.kept()).equals(into)) {
                joining.join(decided.kept(), into, command.correction());
            }
        }
        return new ClashAnswer(command.clashId(), clash.version());
    }

    /** @throws ProblemException as {@link #forEdit} */
    @CommandHandler
    ClashAnswer on(ReopenClash command) throws Exception {
        Aggregate<Clash> clash = forEdit(command.clashId(), command.versionSeen());
        ClashState before = clash.invoke(Clash::state);
        clash.execute(one -> one.decide(new Reopen(command.clashId(), command.correction())));
        if (before instanceof Decided(var kept, var from, var finding)
                && finding == Finding.SAME
                && !index.meant(kept).equals(kept)
                && index.meant(kept).equals(index.meant(from))) {
            joining.part(kept, command.correction());
        }
        return new ClashAnswer(command.clashId(), clash.version());
    }
}
