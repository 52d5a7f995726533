package brightline.query.pages.cases;

import brightline.query.pages.Moment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One case as known at a moment, and the way through its events.
 *
 * @param id of the interaction
 * @param number of the incident
 * @param asKnownOn what was asked, an ISO day or instant; empty for now
 * @param error what is wrong with {@code asKnownOn}, the case being shown as known now; null when nothing is
 * @param knownAt the moment the page shows; null for now
 * @param events all events of the case in order of their index, those not yet known at the moment included
 * @param facts the case as known at the moment, in the field's words
 * @param classes the class under each rule set at the moment
 */
public record CasePage(
        String id,
        String number,
        String asKnownOn,
        @Nullable String error,
        @Nullable Moment knownAt,
        List<Event> events,
        List<Fact> facts,
        List<Classed> classes) {

    /**
     * One event of the case.
     *
     * @param index place in the log of all events
     * @param what one line in plain words
     * @param name logical name and revision, for instance {@code interaction.contact-recorded 1}
     * @param by account or source that recorded it
     * @param occurredAt when it happened; null when it happened by being recorded
     * @param lateHours hours from happening to recording when that is beyond the limit; null when in time
     */
    public record Event(
            long index,
            String what,
            String name,
            String by,
            @Nullable Moment occurredAt,
            Moment recordedAt,
            @Nullable Long lateHours) {}

    /** Something known. @param source index of the event that said it */
    public record Fact(String label, String value, long source) {}

    /**
     * The class under one rule set.
     *
     * @param officer whose involvement it is; null when the case has one only
     * @param agreement what makes the rule set count or not
     */
    public record Classed(
            int ruleSet, @Nullable String officer, String classText, String rule, String reason, String agreement) {}

    /** Place of the last event known at the moment; -1 when none was. */
    public int position() {
        if (knownAt == null) {
            return events.size() - 1;
        }
        int position = -1;
        for (int i = 0; i < events.size(); i++) {
            if (!events.get(i).recordedAt().instant().isAfter(knownAt.instant())) {
                position = i;
            }
        }
        return position;
    }

    /** The last event known at the moment; null when none was. */
    public @Nullable Event current() {
        return position() < 0 ? null : events.get(position());
    }

    /** The event one step back; null at the first. */
    public @Nullable Event previous() {
        return stepBefore(position());
    }

    /** The event one step on; null at the last. */
    public @Nullable Event next() {
        return position() + 1 < events.size() ? events.get(position() + 1) : null;
    }

    public boolean known(Event event) {
        return knownAt == null || !event.recordedAt().instant().isAfter(knownAt.instant());
    }

    public boolean isCurrent(Event event) {
        return event.equals(current());
    }

    /** Events of one transaction share their time: a step goes to the last event of an earlier time. */
    private @Nullable Event stepBefore(int position) {
        for (int i = position - 1; i >= 0; i--) {
            if (events.get(i)
                    .recordedAt()
                    .instant()
                    .isBefore(events.get(position).recordedAt().instant())) {
                return events.get(i);
            }
        }
        return null;
    }
}
