package brightline.command.clash;

import brightline.command.clash.ClashCommand.Find;
import brightline.command.clash.ClashCommand.Reopen;
import brightline.command.clash.ClashState.Decided;
import brightline.command.student.AnswersAboutStudents;
import brightline.command.submission.Streams;
import brightline.events.ClashId;
import brightline.events.Correction;
import brightline.events.StudentId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.axonframework.config.Configuration;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.modelling.command.Repository;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The questions there are. Within a submission. */
@Component
final class Clashes implements AnswersAboutStudents {
    private final Configuration axon;
    private final Streams streams;

    /** @param axon comes lazily: it in turn looks for command handlers */
    Clashes(@Lazy Configuration axon, Streams streams) {
        this.axon = axon;
        this.streams = streams;
    }

    /** Asks whether the two are one child; nothing to do where that was ever asked, whoever of them was kept apart. */
    void ask(Find find) throws Exception {
        boolean isAsked = find(find.clashId()).isPresent()
                || find(ClashId.of(find.from(), find.kept())).isPresent();
        if (!isAsked) {
            repository().newInstance(() -> {
                Clash asked = new Clash();
                asked.decide(find);
                return asked;
            });
        }
    }

    @Override
    public void parted(StudentId student, Collection<StudentId> others, Correction correction) {
        for (StudentId other : others) {
            for (ClashId id : List.of(ClashId.of(student, other), ClashId.of(other, student))) {
                find(id).filter(clash -> clash.invoke(Clash::state) instanceof Decided(var _, var _, var finding, var _)
                                && finding == Finding.SAME)
                        .ifPresent(clash -> clash.execute(one -> one.decide(new Reopen(id, correction))));
            }
        }
    }

    /**
     * The question's stream; empty if there is none. Asks the log before the repository, as other nodes may have written.
     *
     * @throws ConcurrencyException when another node has just written it: the same submission may be tried again
     */
    Optional<Aggregate<Clash>> find(ClashId id) {
        Optional<Long> stored = streams.version(id.toString(), Clash.class);
        if (stored.isEmpty()) {
            return Optional.empty();
        }
        Aggregate<Clash> clash = repository().load(id.toString());
        if (!stored.get().equals(clash.version())) {
            throw new ConcurrencyException("The question was answered elsewhere");
        }
        return Optional.of(clash);
    }

    private Repository<Clash> repository() {
        return axon.repository(Clash.class);
    }
}
