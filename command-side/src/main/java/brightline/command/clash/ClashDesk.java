package brightline.command.clash;

import brightline.command.clash.ClashCommand.*;
import brightline.command.clash.ClashEdit.*;
import brightline.command.clash.ClashState.Decided;
import brightline.command.clash.ClashState.Open;
import brightline.command.clash.FindSpelledAlike.Asked;
import brightline.command.student.Joining;
import brightline.command.student.StudentRecorder;
import brightline.command.submission.SubmissionProblem;
import brightline.edge.keys.StudentIndex;
import brightline.edge.problem.Problem;
import brightline.edge.problem.ProblemException;
import brightline.events.ClashId;
import brightline.events.StudentId;
import brightline.events.clash.ClashCause;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.springframework.stereotype.Component;

/** Carries out what people decide: whoever is found to be one child is joined, and parted where that is taken back. */
@Component
final class ClashDesk {
    private final Clashes clashes;
    private final Joining joining;
    private final StudentRecorder recorder;
    private final StudentIndex index;

    ClashDesk(Clashes clashes, Joining joining, StudentRecorder recorder, StudentIndex index) {
        this.clashes = clashes;
        this.joining = joining;
        this.recorder = recorder;
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
        StudentId kept = null;
        StudentId into = null;
        if (clash.invoke(Clash::state) instanceof Open open && !joining.areOneHeld(open.kept(), open.from())) {
            kept = open.kept();
            into = joining.whom(open.from());
        }
        Decide decide = new Decide(command.clashId(), command.finding(), into, command.correction());
        clash.execute(one -> one.decide(decide));
        if (command.finding() == Finding.SAME && kept != null && into != null) {
            recorder.enterFromContacts(List.of(into));
            joining.join(kept, into, command.correction());
        }
        return new ClashAnswer(command.clashId(), clash.version());
    }

    /** Whoever is known from contacts alone is entered, so that both can be looked at. Nobody else gets the number meanwhile. */
    @CommandHandler
    Asked on(FindSpelledAlike command) throws Exception {
        index.hold(Set.of(command.number()));
        StudentId kept = index.meant(command.kept());
        Set<StudentId> both = new LinkedHashSet<>(index.find(command.number()));
        both.remove(kept);
        List<StudentId> others = List.copyOf(both);
        if (!others.isEmpty()) {
            both.add(kept);
            recorder.enterFromContacts(both);
            for (StudentId from : others) {
                clashes.ask(new Find(kept, from, ClashCause.COMPARISON_FORM, null));
            }
        }
        index.share(command.number(), command.kept());
        return new Asked(others.size());
    }

    /** @throws ProblemException as {@link #forEdit} */
    @CommandHandler
    ClashAnswer on(ReopenClash command) throws Exception {
        Aggregate<Clash> clash = forEdit(command.clashId(), command.versionSeen());
        ClashState before = clash.invoke(Clash::state);
        clash.execute(one -> one.decide(new Reopen(command.clashId(), command.correction())));
        if (before instanceof Decided(var kept, var _, var _, var into)
                && into != null
                && joining.areOneHeld(kept, into)
                && joining.isJoined(kept, into)) {
            joining.part(kept, command.correction());
        }
        return new ClashAnswer(command.clashId(), clash.version());
    }
}
