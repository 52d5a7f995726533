package brightline.query.pages.cases;

import brightline.edge.access.AccountRole;
import brightline.edge.access.Action;
import brightline.edge.access.CurrentActor;
import brightline.edge.access.Does;
import brightline.edge.clock.RecordingClock;
import brightline.edge.problem.ProblemException;
import brightline.events.Code;
import brightline.events.agency.AgencySettings;
import brightline.events.code.CodeEntry;
import brightline.events.code.CodeLists;
import brightline.query.audit.CaseMark;
import brightline.query.audit.CaseQuestion;
import brightline.query.audit.CaseStory;
import brightline.query.audit.CaseTimeline.Found;
import brightline.query.audit.Cases;
import brightline.query.figures.Dimension;
import brightline.query.figures.ReferenceEntries;
import brightline.query.pages.Choice;
import brightline.query.pages.ClassWords;
import brightline.query.pages.Installation;
import brightline.query.pages.Moment;
import brightline.query.pages.TypedMoment;
import brightline.query.question.AsKnownOn;
import brightline.query.question.Paging.Stretch;
import brightline.query.question.Questions;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** Cases to choose from, and one case step by step. An officer's own account comes to the officer's own cases only. */
@Controller
class CasesController {
    private static final UUID NOBODY = new UUID(0, 0);
    private static final List<String> FILTERS = List.of("from", "to", "school", "class", "number", "mark");
    /** What a figure's link may limit the list by, as a sentence names it. */
    private static final Map<String, String> CARRIED = carriedFilters();

    private final Installation installation;
    private final Questions questions;
    private final Cases cases;
    private final ReferenceEntries entries;
    private final RecordingClock clock;

    CasesController(
            Installation installation,
            Questions questions,
            Cases cases,
            ReferenceEntries entries,
            RecordingClock clock) {
        this.installation = installation;
        this.entries = entries;
        this.questions = questions;
        this.cases = cases;
        this.clock = clock;
    }

    /** The cases of a search; with a wrong field the form as it was sent, and why. */
    @Does(Action.OPEN_CASES)
    @GetMapping("/cases")
    String search(@RequestParam Map<String, String> parameters, CurrentActor actor, Model model) {
        Map<String, String> sent = new LinkedHashMap<>();
        parameters.forEach((name, value) -> sent.put(name, value.strip()));
        MultiValueMap<String, String> asked = new LinkedMultiValueMap<>();
        for (String name :
                Stream.concat(FILTERS.stream(), CARRIED.keySet().stream()).toList()) {
            if (!sent.getOrDefault(name, "").isEmpty()) {
                asked.add(name, sent.getOrDefault(name, ""));
            }
        }
        Map<String, String> kept = new LinkedHashMap<>(asked.asSingleValueMap());
        List<Choice> schools = installation.schools();
        Map<String, String> errors = new LinkedHashMap<>();
        String school = sent.getOrDefault("school", "");
        List<String> names = new ArrayList<>();
        for (String code : school.isEmpty() ? List.<String>of() : List.of(school.split(",", -1))) {
            schools.stream()
                    .filter(one -> one.value().equals(code))
                    .findFirst()
                    .ifPresentOrElse(
                            one -> names.add(one.label()), () -> errors.put("school", "is not one of the schools"));
        }
        if (names.size() > 1) {
            schools = new ArrayList<>(schools);
            schools.addFirst(Choice.of(school, String.join(", ", names)));
        }
        Stretch<Found> found = new Stretch<>(List.of(), null);
        try {
            if (sent.containsKey("cursor")) {
                asked.add("cursor", sent.getOrDefault("cursor", ""));
            }
            CaseQuestion question = questions.read(CaseQuestion.class, asked);
            if (errors.isEmpty()) {
                found = cases.search(question);
            }
        } catch (ProblemException wrong) {
            if (wrong.problem().errors().isEmpty()) {
                throw wrong;
            }
            wrong.problem()
                    .errors()
                    .forEach(error -> errors.merge(error.pointer().replace("?", ""), error.reason(), (one, _) -> one));
        }
        ZoneId zone = installation.zone();
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        model.addAttribute(
                "page",
                new CaseListPage(
                        entries.agreements(Long.MAX_VALUE).stream().anyMatch(agreement -> agreement.bindsOn(today)),
                        sent.getOrDefault("number", ""),
                        sent.getOrDefault("from", ""),
                        sent.getOrDefault("to", ""),
                        Choice.select(schools, school),
                        Choice.select(ClassWords.choices(), sent.getOrDefault("class", "")),
                        Choice.select(marks(), sent.getOrDefault("mark", "")),
                        carried(kept, today, zone),
                        Map.copyOf(errors),
                        found.items().stream().map(one -> row(one, zone)).toList(),
                        next(kept, found.next())));
        return "cases";
    }

    private static Map<String, String> carriedFilters() {
        Map<String, String> filters = new LinkedHashMap<>();
        filters.put("officerCapacity", "assignment that day");
        filters.put("initiator", "how it started");
        filters.put("tier", "how serious");
        filters.put("action", "what the officer did at most");
        filters.put("outcome", "how it ended");
        filters.put("asKnownOn", "as known on");
        return filters;
    }

    private static List<CaseListPage.Carried> carried(Map<String, String> kept, LocalDate today, ZoneId zone) {
        return CARRIED.entrySet().stream()
                .filter(filter -> !kept.getOrDefault(filter.getKey(), "").isEmpty())
                .map(filter -> {
                    String value = kept.getOrDefault(filter.getKey(), "");
                    String words = Arrays.stream(value.split(",", -1))
                            .map(one -> words(filter.getKey(), one, today, zone))
                            .collect(Collectors.joining(" or "));
                    return new CaseListPage.Carried(filter.getKey(), value, filter.getValue() + ": " + words);
                })
                .toList();
    }

    private static String words(String filter, String value, LocalDate today, ZoneId zone) {
        if (value.equals(Dimension.NOT_STATED)) {
            return "not stated";
        }
        try {
            return switch (filter) {
                case "officerCapacity" -> ClassWords.assignment(value, today);
                case "initiator" -> named(new Code("initiator", value), today);
                case "outcome" -> named(new Code("outcome", value), today);
                case "tier" -> ClassWords.tier(value);
                case "action" -> ClassWords.level(value);
                case "asKnownOn" -> Moment.words(AsKnownOn.of(value), zone);
                default -> value;
            };
        } catch (IllegalArgumentException | DateTimeException _) {
            return value;
        }
    }

    private static List<Choice> marks() {
        return Arrays.stream(CaseMark.values())
                .map(mark -> Choice.of(mark.name(), words(mark)))
                .toList();
    }

    private static String words(CaseMark mark) {
        return switch (mark) {
            case CORRECTED -> "corrected";
            case LATE -> "logged late";
            case VOIDED -> "voided";
            case LINKED -> "linked";
        };
    }

    private static CaseListPage.Row row(Found found, ZoneId zone) {
        return new CaseListPage.Row(
                found.interactionId().toString(),
                found.number(),
                new Moment(found.occurredAt(), zone),
                found.schoolName() == null ? found.school() : found.schoolName(),
                found.conduct().isEmpty()
                        ? ClassWords.NOT_STATED
                        : found.conduct().stream()
                                .map(code -> named(Code.of(code), found.occurredOn()) + " ("
                                        + Code.of(code).code() + ")")
                                .collect(Collectors.joining("; ")),
                switch (found.role()) {
                    case "SUBJECT" -> "About this student";
                    case "REPORTER" -> "Reported it";
                    default -> ClassWords.plain(found.role());
                },
                found.outcome() == null
                        ? ClassWords.NOT_STATED
                        : named(new Code("outcome", found.outcome()), found.occurredOn()),
                found.classes().stream().distinct().map(ClassWords::of).collect(Collectors.joining("; ")),
                found.marks().stream()
                        .map(CaseMark::valueOf)
                        .map(CasesController::words)
                        .toList());
    }

    private static String named(Code code, LocalDate day) {
        return CodeLists.standard().find(code, day).map(CodeEntry::name).orElse(code.code());
    }

    private static @Nullable String next(Map<String, String> kept, @Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/cases");
        Map<String, Object> values = new LinkedHashMap<>();
        kept.forEach((name, value) -> {
            if (!value.isEmpty()) {
                address.queryParam(name, "{" + name + "}");
                values.put(name, value);
            }
        });
        values.put("cursor", cursor);
        return address.queryParam("cursor", "{cursor}")
                .encode()
                .buildAndExpand(values)
                .toUriString();
    }

    /**
     * The case after a step, or as known at a moment; without either as known now. A moment that cannot be read is named at its field,
     * and the page stays at the moment it showed.
     *
     * @param step its number, from 1
     * @param asKnownOn a moment as people type it
     * @param shown the step or moment that the page showed when another moment was asked for
     */
    @Does(Action.OPEN_CASES)
    @GetMapping("/cases/{id}")
    String one(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String step,
            @RequestParam(defaultValue = "") String asKnownOn,
            @RequestParam(defaultValue = "") String shown,
            CurrentActor actor,
            Model model) {
        AgencySettings settings = installation.settings().orElse(AgencySettings.DEFAULT);
        ZoneId zone = settings.zone();
        UUID own = actor.role() != AccountRole.SRO ? null : actor.officerId() == null ? NOBODY : actor.officerId();
        CaseStory story = cases.story(id, own, at -> new Moment(at, zone).text(), ClassWords::of);

        String typed = asKnownOn.strip();
        Instant moment = TypedMoment.read(typed, zone).orElse(null);
        String error = typed.isEmpty() || moment != null ? null : TypedMoment.NONE;
        String asked = step;
        if (error != null && shown.matches("[0-9]{1,6}")) {
            asked = shown;
        } else if (error != null) {
            moment = TypedMoment.read(shown, zone).orElse(null);
        }
        int last = story.steps().size() - 1;
        int current = last;
        if (moment != null) {
            current = stepKnownAt(story, moment);
        } else if (asked != null && asked.matches("[0-9]{1,6}")) {
            current = Math.clamp(Integer.parseInt(asked) - 1, 0, last);
        }
        model.addAttribute(
                "page",
                new CaseTelling(story, zone, settings.lateAfterHours())
                        .page(
                                current,
                                moment,
                                typed,
                                error,
                                others(story, own),
                                CaseEditing.of(
                                        story,
                                        actor,
                                        zone,
                                        LocalDate.ofInstant(clock.instant(), zone),
                                        installation.schools(),
                                        installation.officers())));
        return "case";
    }

    private static int stepKnownAt(CaseStory story, Instant moment) {
        int known = -1;
        for (int i = 0; i < story.steps().size(); i++) {
            if (!story.steps().get(i).recordedAt().isAfter(moment)) {
                known = i;
            }
        }
        return known;
    }

    /** The other contacts of the incident; an officer's own account is shown those with a part of the officer's. */
    private List<Choice> others(CaseStory story, @Nullable UUID own) {
        List<Choice> others = new ArrayList<>();
        for (int i = 0; i < story.contacts().size(); i++) {
            UUID contact = story.contacts().get(i);
            if (!contact.equals(story.interactionId()) && (own == null || cases.hasPart(contact, own))) {
                others.add(Choice.of(
                        contact.toString(),
                        "Student %d of %d".formatted(i + 1, story.contacts().size())));
            }
        }
        return others;
    }
}
