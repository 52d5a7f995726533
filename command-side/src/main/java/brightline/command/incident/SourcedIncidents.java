package brightline.command.incident;

import brightline.command.incident.IncidentCommand.FollowSource;
import brightline.command.incident.IncidentState.Open;
import brightline.command.incident.IncidentState.Where;
import brightline.command.submission.Streams;
import brightline.events.Code;
import brightline.events.IncidentId;
import brightline.events.SchoolCode;
import brightline.events.Stated;
import brightline.events.incident.OutsideReference;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.axonframework.config.Configuration;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Incidents that a file brought, for who takes in what the file's source says of them later. Joins the caller's transaction. */
@Component
public class SourcedIncidents {
    private final Configuration axon;
    private final Streams streams;

    SourcedIncidents(Configuration axon, Streams streams) {
        this.axon = axon;
        this.streams = streams;
    }

    /** What became of it. @param changed something was corrected @param kept something stays as it was corrected here */
    public record Followed(boolean changed, boolean kept) {}

    /** Whether a line's numbers of other systems are those the incident was taken in with, as far as one line of several can tell. */
    public boolean hasReferences(IncidentId id, List<OutsideReference> said) {
        Open open = open(found(id));
        Set<OutsideReference> known = new HashSet<>(open.opened().references());
        return open.interactions().size() == 1 ? known.equals(new HashSet<>(said)) : known.containsAll(said);
    }

    /**
     * How a line of one more student goes with the incident it is of.
     *
     * @param otherwise in what it says otherwise, in plain words; null where it says nothing else
     * @param unknown the first of its numbers of other systems that the incident was not taken in with: nothing adds one; null for none
     * @param version the sequence number of the incident's last event, those of this transaction included
     */
    public record Joined(
            @Nullable String otherwise, @Nullable OutsideReference unknown, long version) {}

    /**
     * Lets a line of one more student join, and takes in what it tells of where it happened and no line told before. It may say what the
     * source told or what was corrected here since; what it does not say is no difference.
     *
     * @param place code list {@code place}; null if not said
     * @return where the line says otherwise, or has an unknown number, nothing was taken in
     */
    public Joined join(
            IncidentId id,
            SchoolCode school,
            @Nullable Code place,
            Stated inSession,
            List<OutsideReference> references) {
        Aggregate<Incident> incident = found(id);
        Open open = open(incident);
        String otherwise = otherwise(open, school, place, inSession);
        OutsideReference unknown = references.stream()
                .filter(one -> !open.opened().references().contains(one))
                .findFirst()
                .orElse(null);
        Where told = open.told();
        Where completed = new Where(
                told.school(),
                told.place() == null ? place : told.place(),
                told.inSession() == Stated.MISSING ? inSession : told.inSession());
        if (otherwise == null && unknown == null && !completed.equals(told)) {
            incident.execute(one -> one.decide(new FollowSource(id, completed)));
        }
        return new Joined(otherwise, unknown, incident.version());
    }

    private static @Nullable String otherwise(Open open, SchoolCode school, @Nullable Code place, Stated inSession) {
        Where told = open.told();
        Where now = open.where();
        if (!school.equals(told.school()) && !school.equals(now.school())) {
            return "stands at another school";
        }
        if (isOther(place, told.place(), now.place())) {
            return "stands at another place";
        }
        return isOther(orNull(inSession), orNull(told.inSession()), orNull(now.inSession()))
                ? "says otherwise whether school was in session"
                : null;
    }

    private static boolean isOther(@Nullable Object said, @Nullable Object told, @Nullable Object now) {
        return said != null && told != null && !said.equals(told) && !said.equals(now);
    }

    private static @Nullable Stated orNull(Stated stated) {
        return stated == Stated.MISSING ? null : stated;
    }

    /** Corrects where it happened, unless that was corrected here since. @param place code list {@code place}; null if not said */
    public Followed follow(IncidentId id, SchoolCode school, @Nullable Code place, Stated inSession) {
        Where said = new Where(school, place, inSession);
        Aggregate<Incident> incident = found(id);
        long before = incident.version();
        Where told = open(incident).told();
        incident.execute(one -> one.decide(new FollowSource(id, said)));
        Where now = open(incident).where();
        boolean kept = Stream.<Function<Where, @Nullable Object>>of(Where::school, Where::place, Where::inSession)
                .anyMatch(field -> !Objects.equals(field.apply(told), field.apply(said))
                        && !Objects.equals(field.apply(now), field.apply(said)));
        return new Followed(incident.version() > before, kept);
    }

    /** The sequence number of its last event, those of this transaction included. */
    public long version(IncidentId id) {
        return found(id).version();
    }

    private static Open open(Aggregate<Incident> incident) {
        return Objects.requireNonNull(incident.invoke(Incident::open));
    }

    /** Asks the log before the repository: a cached incident may be older than what was appended since. */
    private Aggregate<Incident> found(IncidentId id) {
        Aggregate<Incident> incident = axon.repository(Incident.class).load(id.toString());
        long stored = streams.version(id.toString(), Incident.class).orElseThrow();
        if (incident.version() < stored) {
            throw new ConcurrencyException("The incident was written elsewhere");
        }
        return incident;
    }
}
