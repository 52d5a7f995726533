package brightline.query.pages.cases;

import brightline.query.pages.Choice;
import brightline.query.pages.Moment;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One case as it stood after one of its steps, and the way through them.
 *
 * @param id of the interaction
 * @param number of the incident
 * @param about which contact of the incident, where and when
 * @param headline whether, by whom and when it was changed, as known now
 * @param lead what the changes did to the class, as known now
 * @param steps all steps in order, those not yet known at the moment included
 * @param current place of the step shown, from 0; -1 when nothing was known yet
 * @param now whether the case is shown as known now
 * @param moment the moment the page shows
 * @param typed what stands in the field of the moment
 * @param shown what is shown, so that the page can stay there: a step's number, or a moment
 * @param error what is wrong with it, the page showing the last moment still; null when nothing is
 * @param facts the case at the moment
 * @param missing what was not recorded at the moment
 * @param classes how each officer's part was read at the moment
 * @param noAgreement that none was in force; null where one was, or while no contact was recorded
 * @param agreement which agreement and rules read it; null where none did
 * @param notes what else a reader has to know
 * @param others the other contacts of the incident that the reader may open
 * @param editing what may be corrected here; null for those who may not
 */
public record CasePage(
        String id,
        String number,
        String about,
        String headline,
        String lead,
        List<Step> steps,
        int current,
        boolean now,
        Moment moment,
        String typed,
        String shown,
        @Nullable String error,
        List<Fact> facts,
        List<String> missing,
        List<Classed> classes,
        @Nullable String noAgreement,
        @Nullable String agreement,
        List<String> notes,
        List<Choice> others,
        @Nullable Editing editing) {

    /**
     * One submission.
     *
     * @param number from 1
     * @param by the account or source that recorded it
     * @param happened when what it records happened; null when it happened by being recorded
     * @param lag how long after, in words
     * @param late whether that is beyond the agency's limit
     * @param said what it recorded, in sentences
     * @param changes what stood before and stands since
     */
    public record Step(
            int number,
            String title,
            String by,
            Moment recordedAt,
            @Nullable Moment happened,
            @Nullable String lag,
            boolean late,
            List<String> said,
            List<Change> changes,
            List<Event> events) {}

    /** A fact or class before and after; {@code before} is null for what was added, {@code after} for what was withdrawn. */
    public record Change(
            String label, @Nullable String before, @Nullable String after) {}

    /**
     * One event.
     *
     * @param index place in the log of all events
     * @param name stored name, for instance {@code interaction.corrected}
     */
    public record Event(
            long index,
            String what,
            String name,
            String by,
            @Nullable Moment happened,
            Moment recordedAt) {}

    /**
     * Something known.
     *
     * @param value null when it was withdrawn
     * @param before what stood before the event that set it; null when nothing did
     * @param sources the events that set it, with their steps
     * @param hit whether the step shown set it anew
     */
    public record Fact(
            String label, @Nullable String value, @Nullable String before, List<Source> sources, boolean hit) {}

    /** An event and its step, from 1. */
    public record Source(long index, int step) {}

    /**
     * How one officer's part is read.
     *
     * @param officer null when the case has one only
     * @param rule its number, such as R13
     * @param when when the rule fits, in words
     * @param before the class before the step shown; null when it did not move
     * @param ruleBefore the rule before; null when it did not move
     * @param handedOverAfter the police powers used in a contact that was handed over to the school; null when none were, or it was not
     */
    public record Classed(
            @Nullable String officer,
            String classText,
            String rule,
            String when,
            @Nullable String before,
            @Nullable String ruleBefore,
            @Nullable String handedOverAfter) {}

    /**
     * What the reader may correct.
     *
     * @param version of the contact, for If-Match
     * @param incident id of the incident
     * @param incidentVersion for If-Match
     * @param everywhere whether the reader may also move the incident to another school and link it
     * @param voided whether it takes no more edits
     * @param because why the reader sees this
     * @param standing what stands, as JSON for the forms
     * @param lists choices by the name of their list
     */
    public record Editing(
            long version,
            String incident,
            long incidentVersion,
            boolean everywhere,
            boolean voided,
            String because,
            String standing,
            Map<String, List<Choice>> lists) {}

    /** Whether the step was known at the moment. */
    public boolean known(Step step) {
        return step.number() <= current + 1;
    }

    public boolean isCurrent(Step step) {
        return step.number() == current + 1;
    }

    /** Number of the step before the one shown; null at the first. */
    public @Nullable Integer previous() {
        return current < 1 ? null : current;
    }

    /** Number of the step after the one shown; null at the last. */
    public @Nullable Integer next() {
        return current + 1 < steps.size() ? current + 2 : null;
    }
}
