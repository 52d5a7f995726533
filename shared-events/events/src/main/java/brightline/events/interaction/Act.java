package brightline.events.interaction;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The moment of something done in a contact.
 *
 * @param place where an entry says it, as a JSON pointer within the student's part
 * @param at when it was
 */
public record Act(String place, Instant at) {
    /**
     * So long may something done lie before the moment the contact is recorded under; more is a day mistaken. What lies long after is no
     * mistake by itself: an arrest or a notice on the next day is real.
     */
    public static final Duration MOST_BEFORE = Duration.ofHours(12);

    /** Whether its day is mistaken. @param contact when the contact happened */
    public boolean isLongBefore(Instant contact) {
        return at.isBefore(contact.minus(MOST_BEFORE));
    }

    /** All that bears a time, in the order of an entry. */
    public static List<Act> of(List<PoliceAction> actions, Treatment treatment) {
        List<Act> acts = new ArrayList<>();
        eachOf("/actions", actions.stream().map(one -> span(one.startedAt(), one.endedAt())), acts);
        Questioning questioning = treatment.questioning();
        if (questioning != null) {
            acts.addAll(within("/questioning", span(questioning.startedAt(), questioning.endedAt())));
            eachOf(
                    "/questioning/noticeAttempts",
                    questioning.noticeAttempts().stream().map(one -> List.of(new Act("/at", one.at()))),
                    acts);
        }
        eachOf("/force", treatment.force().stream().map(one -> span(one.startedAt(), one.endedAt())), acts);
        NoticePacket packet = treatment.noticePacket();
        if (packet != null) {
            acts.addAll(within(
                    "/noticePacket",
                    Stream.concat(one("/toldAt", packet.toldAt()), one("/writtenAt", packet.writtenAt()))
                            .toList()));
        }
        return acts;
    }

    private static List<Act> span(@Nullable Instant startedAt, @Nullable Instant endedAt) {
        return Stream.concat(one("/startedAt", startedAt), one("/endedAt", endedAt))
                .toList();
    }

    private static Stream<Act> one(String place, @Nullable Instant at) {
        return at == null ? Stream.empty() : Stream.of(new Act(place, at));
    }

    private static void eachOf(String list, Stream<List<Act>> elements, List<Act> into) {
        List<List<Act>> all = elements.toList();
        IntStream.range(0, all.size()).forEach(i -> into.addAll(within(list + "/" + i, all.get(i))));
    }

    private static List<Act> within(String place, List<Act> acts) {
        return acts.stream().map(act -> new Act(place + act.place(), act.at())).toList();
    }
}
