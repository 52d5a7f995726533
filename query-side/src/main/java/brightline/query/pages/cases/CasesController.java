package brightline.query.pages.cases;

import brightline.edge.access.AccountRole;
import brightline.edge.access.CurrentActor;
import brightline.edge.problem.ProblemException;
import brightline.events.Code;
import brightline.events.agency.AgencySettings;
import brightline.events.code.CodeEntry;
import brightline.events.code.CodeLists;
import brightline.query.audit.CaseTimeline;
import brightline.query.audit.CaseTimeline.Found;
import brightline.query.audit.CaseTimeline.Page;
import brightline.query.audit.Cases;
import brightline.query.figures.AsKnownOn;
import brightline.query.figures.FigureRequest;
import brightline.query.pages.Choice;
import brightline.query.pages.ClassWords;
import brightline.query.pages.Installation;
import brightline.query.pages.Moment;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** Cases to choose from, and one case event by event. An officer's own account comes to the officer's own cases only. */
@Controller
public class CasesController {
    private static final int ON_A_PAGE = 50;
    private static final UUID NOBODY = new UUID(0, 0);
    private static final List<String> FILTERS = List.of("from", "to", "school", "class");

    private final Installation installation;
    private final Cases cases;

    public CasesController(Installation installation, Cases cases) {
        this.installation = installation;
        this.cases = cases;
    }

    /** The cases of a search; with a wrong field the form as it was sent, and why. */
    @GetMapping("/cases")
    String search(@RequestParam Map<String, String> parameters, CurrentActor actor, Model model) {
        Map<String, String> sent = new LinkedHashMap<>();
        parameters.forEach((name, value) -> sent.put(name, value.strip()));
        String number = sent.getOrDefault("number", "").toUpperCase(Locale.ROOT);
        MultiValueMap<String, String> filters = new LinkedMultiValueMap<>();
        for (String name : FILTERS) {
            if (!sent.getOrDefault(name, "").isEmpty()) {
                filters.add(name, sent.getOrDefault(name, ""));
            }
        }
        Map<String, String> errors = new LinkedHashMap<>();
        Page found = new Page(List.of(), null);
        try {
            found = cases.search(
                    FigureRequest.read(filters, CodeLists.standard(), actor),
                    number.isEmpty() ? null : number,
                    null,
                    sent.get("cursor"),
                    ON_A_PAGE);
        } catch (ProblemException wrong) {
            if (wrong.problem().errors().isEmpty()) {
                throw wrong;
            }
            wrong.problem()
                    .errors()
                    .forEach(error -> errors.merge(error.pointer().replace("?", ""), error.reason(), (one, _) -> one));
        }
        ZoneId zone = installation.zone();
        model.addAttribute(
                "page",
                new CaseListPage(
                        number,
                        sent.getOrDefault("from", ""),
                        sent.getOrDefault("to", ""),
                        Choice.select(installation.schools(), sent.getOrDefault("school", "")),
                        Choice.select(ClassWords.choices(), sent.getOrDefault("class", "")),
                        Map.copyOf(errors),
                        found.cases().stream().map(one -> row(one, zone)).toList(),
                        next(number, filters, found.next())));
        return "cases";
    }

    private static CaseListPage.Row row(Found found, ZoneId zone) {
        return new CaseListPage.Row(
                found.interactionId().toString(),
                found.number(),
                new Moment(found.occurredAt(), zone),
                found.schoolName() == null ? found.school() : found.schoolName(),
                ClassWords.tier(found.tier()),
                found.outcome() == null
                        ? "Not stated"
                        : CodeLists.standard()
                                .find(new Code("outcome", found.outcome()), found.occurredOn())
                                .map(CodeEntry::name)
                                .orElse(found.outcome()),
                found.classes().stream().distinct().map(ClassWords::of).collect(Collectors.joining("; ")));
    }

    private static @Nullable String next(
            String number, MultiValueMap<String, String> filters, @Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/cases");
        if (!number.isEmpty()) {
            address.queryParam("number", "{number}");
        }
        filters.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        Map<String, Object> values = new LinkedHashMap<>(filters.asSingleValueMap());
        values.put("number", number);
        values.put("cursor", cursor);
        return address.queryParam("cursor", "{cursor}")
                .encode()
                .buildAndExpand(values)
                .toUriString();
    }

    /** The case as known at the moment asked for; a moment that cannot be read is named, and the case shown as known now. */
    @GetMapping("/cases/{id}")
    String one(
            @PathVariable UUID id, @RequestParam(defaultValue = "") String asKnownOn, CurrentActor actor, Model model) {
        UUID own = actor.role() != AccountRole.SRO ? null : actor.officerId() == null ? NOBODY : actor.officerId();
        CaseTimeline whole = cases.timeline(id, null, own);
        AsKnownOn moment = null;
        String error = null;
        try {
            moment = asKnownOn.isBlank() ? null : AsKnownOn.of(asKnownOn.strip());
        } catch (DateTimeException _) {
            error = "must be a date, or a moment such as 2026-03-02T17:00:00Z";
        }
        CaseTimeline known = moment == null ? whole : known(id, moment, own);
        model.addAttribute(
                "page",
                CaseTelling.page(
                        whole,
                        known,
                        asKnownOn.strip(),
                        error,
                        moment,
                        installation.settings().orElse(AgencySettings.DEFAULT)));
        return "case";
    }

    /** Null when nothing of the case was known then. */
    private @Nullable CaseTimeline known(UUID id, AsKnownOn moment, @Nullable UUID own) {
        try {
            return cases.timeline(id, moment, own);
        } catch (ProblemException notThen) {
            if (notThen.problem().status() == HttpStatus.NOT_FOUND.value()) {
                return null;
            }
            throw notThen;
        }
    }
}
