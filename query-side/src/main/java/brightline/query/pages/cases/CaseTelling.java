package brightline.query.pages.cases;

import brightline.query.audit.About;
import brightline.query.audit.CaseStory;
import brightline.query.audit.CaseStory.Known;
import brightline.query.audit.CaseStory.OfficerReading;
import brightline.query.audit.CaseTimeline.Line;
import brightline.query.figures.AgreementTerm;
import brightline.query.pages.Choice;
import brightline.query.pages.ClassWords;
import brightline.query.pages.Moment;
import brightline.query.pages.RuleWords;
import brightline.query.pages.cases.CasePage.*;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells a case in the words of the page. */
final class CaseTelling {
    private static final String NO_AGREEMENT = "No agreement was in force on that day: the standard rules (rule set "
            + AgreementTerm.RULE_SET_WITHOUT + ") read this case.";

    /** Facts whose absence is worth a word. */
    private static final List<About> WORTH_A_WORD = List.of(
            About.PLACE,
            About.STARTED,
            About.CONDUCT,
            About.ACTION,
            About.QUESTIONING,
            About.FORCE,
            About.CALMING,
            About.ARREST_POSSIBLE,
            About.ALTERNATIVES,
            About.OUTCOME,
            About.SHOWN);

    /** Titles of steps by the stored name of what leads them, the most telling first; an unlisted one goes by its stream. */
    private static final Map<String, String> TITLES = titles();

    /** What follows from the facts is recorded by the program itself, under these names. */
    private static final Set<String> BY_RULE = Set.of("", "reviews", "deadlines", "deadline-clock", "disclosures");

    private static final String REASON = "Reason: ";

    private final CaseStory story;
    private final ZoneId zone;
    private final int lateAfterHours;
    private final List<Step> steps;

    CaseTelling(CaseStory story, ZoneId zone, int lateAfterHours) {
        this.story = story;
        this.zone = zone;
        this.lateAfterHours = lateAfterHours;
        List<Step> told = new ArrayList<>();
        for (int i = 0; i < story.steps().size(); i++) {
            told.add(step(i));
        }
        this.steps = List.copyOf(told);
    }

    /**
     * The page at a moment.
     *
     * @param current place of the step shown, from 0; -1 when nothing was known
     * @param moment null for the time of that step
     * @param typed what was typed as the moment; empty for what is shown
     */
    CasePage page(
            int current,
            @Nullable Instant moment,
            String typed,
            @Nullable String error,
            List<Choice> others,
            @Nullable Editing editing) {
        boolean now = moment == null && current == steps.size() - 1;
        Moment shown = moment != null
                ? new Moment(moment, zone)
                : new Moment(story.steps().get(current).recordedAt(), zone);
        List<OfficerReading> readings =
                current < 0 ? List.of() : story.steps().get(current).readings();
        List<String> notes = new ArrayList<>();
        if (story.missing() > 0) {
            notes.add("Events of this case that could not be read and may be missing here: " + story.missing() + ".");
        }
        return new CasePage(
                story.interactionId().toString(),
                story.number(),
                about(),
                headline(),
                lead(),
                steps,
                current,
                now,
                shown,
                typed.isEmpty() ? shown.text() : typed,
                moment == null ? String.valueOf(current + 1) : shown.iso(),
                error,
                current < 0 ? List.of() : facts(current),
                current < 0 ? List.of() : missing(current),
                current < 0 ? List.of() : classes(current),
                readings.isEmpty() || readings.getFirst().agreement() != null ? null : NO_AGREEMENT,
                readings.isEmpty() ? null : agreement(readings.getFirst().agreement()),
                notes,
                others,
                editing);
    }

    private String about() {
        String school = story.steps().getLast().facts().stream()
                .filter(fact -> fact.about() == About.SCHOOL)
                .map(Known::words)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(story.school());
        String which = story.contacts().size() == 1
                ? ""
                : "student %d of %d · "
                        .formatted(story.place(), story.contacts().size());
        return which + school + " · " + new Moment(story.record().occurredAt(), zone).text();
    }

    private String headline() {
        List<CaseStory.Step> changes =
                story.steps().stream().filter(CaseStory.Step::corrects).toList();
        CaseStory.Step first = story.steps().getFirst();
        if (changes.isEmpty()) {
            return "Never changed since it was logged.";
        }
        CaseStory.Step last = changes.getLast();
        String who = last.actor().equals(first.actor()) ? last.actor() + ", who logged it" : last.actor();
        String times = changes.size() == 1
                ? "Changed once, by %s, %s after it was logged."
                        .formatted(who, words(Duration.between(first.recordedAt(), last.recordedAt())))
                : "Changed %d times, last by %s on %s."
                        .formatted(changes.size(), who, new Moment(last.recordedAt(), zone).day());
        return story.record().voided() ? "Voided: it counts nowhere. " + times : times;
    }

    private String lead() {
        List<String> classes = new ArrayList<>();
        for (CaseStory.Step step : story.steps()) {
            String said = classesOf(step.readings());
            if (!said.isEmpty() && (classes.isEmpty() || !classes.getLast().equals(said))) {
                classes.add(said);
            }
        }
        if (classes.isEmpty()) {
            return "";
        }
        return classes.size() == 1
                ? "It is read as: " + classes.getFirst() + "."
                : "It was first read as: %s. It is now read as: %s.".formatted(classes.getFirst(), classes.getLast());
    }

    private static String classesOf(List<OfficerReading> readings) {
        return readings.stream()
                .map(one -> ClassWords.of(one.classification().involvementClass()))
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private Step step(int place) {
        CaseStory.Step step = story.steps().get(place);
        Instant happened = step.lines().stream()
                .map(Line::occurredAt)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(null);
        Duration lag = Duration.between(
                happened != null && place == 0
                        ? happened
                        : story.steps().getFirst().recordedAt(),
                step.recordedAt());
        return new Step(
                place + 1,
                title(step, place),
                BY_RULE.contains(step.actor()) ? "by rule, no person" : step.actor(),
                new Moment(step.recordedAt(), zone),
                happened == null ? null : new Moment(happened, zone),
                lag.isNegative() || lag.toMinutes() == 0
                        ? null
                        : words(lag) + (place == 0 ? " after it happened" : " after step 1"),
                place == 0 && lag.compareTo(Duration.ofHours(lateAfterHours)) > 0,
                said(step),
                changes(place),
                step.lines().stream().map(this::event).toList());
    }

    private Event event(Line line) {
        return new Event(
                line.index(),
                line.words(),
                line.kind(),
                line.actor(),
                line.occurredAt() == null ? null : new Moment(line.occurredAt(), zone),
                new Moment(line.recordedAt(), zone));
    }

    private String title(CaseStory.Step step, int place) {
        Set<String> kinds = step.lines().stream().map(Line::kind).collect(Collectors.toSet());
        for (Map.Entry<String, String> title : TITLES.entrySet()) {
            if (kinds.contains(title.getKey())) {
                return title.getKey().equals("interaction.corrected")
                        ? "Corrected: " + corrected(place)
                        : title.getValue();
            }
        }
        String stream = step.lines().getFirst().kind().replaceFirst("\\..*", "");
        return switch (stream) {
            case "diversion" -> "Alternative to arrest";
            case "referral", "counterpart" -> "The school’s own record";
            case "deadline" -> "A deadline";
            case "review" -> "A review";
            case "complaint" -> "A complaint";
            case "disclosure" -> "Something was given out";
            case "request" -> "A request";
            default -> "Something was recorded";
        };
    }

    private String corrected(int place) {
        List<String> labels = changed(place).stream()
                .map(fact -> fact.label().toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
        return labels.isEmpty() ? "the student’s statistics" : String.join(", ", labels);
    }

    /** The first step is told event by event; a change by what it changed, and why. */
    private static List<String> said(CaseStory.Step step) {
        List<String> said = new ArrayList<>();
        for (Line line : step.lines()) {
            boolean own = line.kind().startsWith("interaction.") || line.kind().startsWith("incident.");
            if (!step.corrects() || !own || line.kind().equals("interaction.supplemented")) {
                said.add(line.words());
            } else if (line.words().contains(REASON)) {
                said.add(line.words().substring(line.words().lastIndexOf(REASON)));
            }
        }
        return said.stream().distinct().toList();
    }

    /** Facts that this step set and that are not of the first record. */
    private List<Known> changed(int place) {
        CaseStory.Step step = story.steps().get(place);
        if (!step.corrects() || place == 0) {
            return List.of();
        }
        long after = story.steps().get(place - 1).lastIndex();
        return step.facts().stream()
                .filter(fact -> fact.setBy() > after && fact.setBy() <= step.lastIndex())
                .toList();
    }

    private List<Change> changes(int place) {
        List<Change> changes = new ArrayList<>();
        for (Known fact : changed(place)) {
            changes.add(new Change(fact.label(), fact.before(), fact.words()));
        }
        if (place > 0) {
            String before = classesOf(story.steps().get(place - 1).readings());
            String after = classesOf(story.steps().get(place).readings());
            if (!before.isEmpty() && !before.equals(after)) {
                changes.add(new Change("It is read as", before, after));
            }
        }
        return changes;
    }

    private List<Fact> facts(int place) {
        CaseStory.Step step = story.steps().get(place);
        long before = place == 0 ? -1 : story.steps().get(place - 1).lastIndex();
        List<Fact> facts = new ArrayList<>();
        List<Known> dangers = step.facts().stream()
                .filter(fact -> fact.about() == About.DANGER && fact.words() != null)
                .toList();
        boolean oneDanger = dangers.stream().map(Known::words).distinct().count() == 1
                && dangers.stream().allMatch(fact -> fact.before() == null);
        boolean several = step.facts().stream()
                        .filter(fact -> fact.about() == About.ACTION)
                        .count()
                > 1;
        boolean dangerTold = false;
        for (Known fact : step.facts()) {
            boolean danger = fact.about() == About.DANGER;
            if (danger && (fact.words() == null || oneDanger && dangerTold)) {
                continue;
            }
            Set<Source> sources = new LinkedHashSet<>();
            for (Known of : danger && oneDanger ? dangers : List.of(fact)) {
                sources.add(new Source(of.setBy(), story.stepOf(of.setBy()) + 1));
            }
            dangerTold |= danger;
            boolean numbered = several && (fact.about() == About.ACTION || danger && !oneDanger);
            facts.add(new Fact(
                    fact.label() + (numbered ? ", no. " + fact.number() : ""),
                    fact.words(),
                    fact.before(),
                    List.copyOf(sources),
                    place > 0 && fact.setBy() > before));
        }
        return facts;
    }

    private List<String> missing(int place) {
        Set<About> stated = story.steps().get(place).facts().stream()
                .filter(fact -> fact.words() != null)
                .map(Known::about)
                .collect(Collectors.toSet());
        return WORTH_A_WORD.stream()
                .filter(about -> !stated.contains(about))
                .map(about -> about.label().toLowerCase(Locale.ROOT))
                .toList();
    }

    private List<Classed> classes(int place) {
        List<OfficerReading> readings = story.steps().get(place).readings();
        List<OfficerReading> earlier =
                place == 0 ? List.of() : story.steps().get(place - 1).readings();
        boolean several = readings.size() > 1;
        return readings.stream()
                .map(one -> {
                    OfficerReading before = earlier.stream()
                            .filter(other -> Objects.equals(other.officer(), one.officer()))
                            .findFirst()
                            .orElse(earlier.size() == 1 ? earlier.getFirst() : null);
                    boolean moved = before != null && !before.classification().equals(one.classification());
                    return new Classed(
                            several
                                    ? (one.officer() == null ? "An officer not named" : "Officer " + one.officer())
                                    : null,
                            ClassWords.of(one.classification().involvementClass()),
                            one.classification().rule(),
                            RuleWords.of(one.classification().rule()),
                            moved && before != null
                                    ? ClassWords.of(before.classification().involvementClass())
                                    : null,
                            moved && before != null ? before.classification().rule() : null,
                            one.handedOverAfter().isEmpty() ? null : String.join(", ", one.handedOverAfter()));
                })
                .toList();
    }

    private static @Nullable String agreement(@Nullable AgreementTerm term) {
        return term == null
                ? null
                : "By the agreement in force on that day: %s (rule set %d).".formatted(term.title(), term.ruleSet());
    }

    /** For instance {@code 2 h 28 min}, {@code 3 days}. */
    private static String words(Duration lag) {
        if (lag.toHours() >= 48) {
            return lag.toDays() + " days";
        }
        String minutes = lag.toMinutesPart() + " min";
        return lag.toHours() == 0 ? minutes : lag.toHours() + " h" + (lag.toMinutesPart() == 0 ? "" : " " + minutes);
    }

    private static Map<String, String> titles() {
        Map<String, String> titles = new LinkedHashMap<>();
        titles.put("interaction.voided", "Voided");
        titles.put("interaction.subject-corrected", "It was another student");
        titles.put("incident.school-corrected", "It was another school");
        titles.put("incident.linked", "Entered twice: linked to another incident");
        titles.put("interaction.corrected", "Corrected");
        titles.put("interaction.supplemented", "Something was added");
        titles.put("interaction.opened", "The contact was logged");
        titles.put("incident.opened", "The incident was logged");
        titles.put("incident.interaction-added", "Another student was added to the incident");
        titles.put("review.class-overridden", "A review read the class otherwise");
        titles.put("review.opened", "A review was opened");
        titles.put("deadline.set", "A deadline was set");
        return titles;
    }
}
