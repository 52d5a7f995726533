package brightline.query.pages.dashboard;

import brightline.edge.access.Action;
import brightline.edge.access.CurrentActor;
import brightline.edge.access.Does;
import brightline.edge.clock.RecordingClock;
import brightline.edge.problem.Problem;
import brightline.edge.problem.ProblemException;
import brightline.events.code.ActionLevel;
import brightline.events.code.CodeEntry;
import brightline.events.code.CodeLists;
import brightline.events.code.Tier;
import brightline.events.rules.RuleSet;
import brightline.query.arrests.ArrestFigures;
import brightline.query.caseload.LineFigures;
import brightline.query.figures.Dimension;
import brightline.query.figures.FigureEngine;
import brightline.query.figures.InvolvementFigures;
import brightline.query.pages.Choice;
import brightline.query.pages.ClassWords;
import brightline.query.pages.Installation;
import brightline.query.routine.RoutineFigures;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The analyst's figures: the front page, a page for each question, and each table as CSV. */
@Controller
class DashboardController {
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    /** Each of one value, with what nobody stated as a value of its own. */
    private static final List<Dimension> SELECTS = List.of(
            Dimension.OFFICER_CAPACITY,
            Dimension.INITIATOR,
            Dimension.TIER,
            Dimension.ACTION,
            Dimension.OUTCOME,
            Dimension.GRADE_BAND,
            Dimension.RACE,
            Dimension.SEX,
            Dimension.DISABILITY,
            Dimension.ENGLISH_LEARNER);

    private final Installation installation;
    private final RecordingClock clock;
    private final DashboardFigures figures;

    DashboardController(
            Installation installation,
            RecordingClock clock,
            FigureEngine engine,
            InvolvementFigures involvements,
            RoutineFigures routine,
            ArrestFigures arrests,
            LineFigures lines) {
        this.installation = installation;
        this.clock = clock;
        this.figures = new DashboardFigures(engine, involvements, routine, arrests, lines);
    }

    /** The figures of the choice; with a wrong filter the form as it was sent, and why. */
    @Does(Action.OPEN_DASHBOARD)
    @GetMapping("/dashboard")
    String front(
            @RequestParam MultiValueMap<String, String> parameters,
            CurrentActor actor,
            HttpServletRequest request,
            Model model) {
        model.addAttribute("page", page(null, parameters, actor, request));
        return "dashboard";
    }

    /** One question in full. */
    @Does(Action.OPEN_DASHBOARD)
    @GetMapping("/dashboard/{slug}")
    String question(
            @PathVariable String slug,
            @RequestParam MultiValueMap<String, String> parameters,
            CurrentActor actor,
            HttpServletRequest request,
            Model model) {
        model.addAttribute("page", page(named(slug, actor), parameters, actor, request));
        return "figure";
    }

    /**
     * One table of a question as CSV.
     *
     * @throws ProblemException 400 when a filter is wrong; 404 when the question has no such table under these filters
     */
    @Hidden
    @Does(Action.OPEN_DASHBOARD)
    @GetMapping("/dashboard/{slug}/{table}.csv")
    ResponseEntity<String> csv(
            @PathVariable String slug,
            @PathVariable String table,
            @RequestParam MultiValueMap<String, String> parameters,
            CurrentActor actor,
            HttpServletRequest request) {
        Question question = named(slug, actor);
        DashboardPage page = page(question, parameters, actor, request);
        DashboardPage.View view = page.view();
        if (view == null) {
            throw new ProblemException(Problem.notFound()
                    .withDetail(
                            Stream.concat(Stream.ofNullable(page.problem()), page.filters().errors().values().stream())
                                    .collect(Collectors.joining(" "))));
        }
        Figure figure = page.figures().stream()
                .map(DashboardPage.Shown::figure)
                .filter(one -> one.id().equals(table))
                .findFirst()
                .orElseThrow(() -> new ProblemException(Problem.notFound()));
        Map<String, String> about = new LinkedHashMap<>();
        about.put("Filters", view.sentence());
        about.put("Not in this view", view.leftOut() == null ? "nothing" : view.leftOut());
        about.put("As known", view.known());
        about.put("Definitions", "edition " + Measures.EDITION);
        for (int i = 0; i < view.notes().size(); i++) {
            about.put("Note " + (i + 1), view.notes().get(i));
        }
        about.put("Made", view.made());
        about.put("Address", view.address());
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("figures-" + slug + "-" + table + ".csv")
                                .build()
                                .toString())
                .body(FigureCsv.of(figure, about));
    }

    private static Question named(String slug, CurrentActor actor) {
        return Question.named(slug, actor.role()).orElseThrow(() -> new ProblemException(Problem.notFound()));
    }

    private DashboardPage page(
            @Nullable Question question,
            MultiValueMap<String, String> parameters,
            CurrentActor actor,
            HttpServletRequest request) {
        DashboardChoice choice = DashboardChoice.read(parameters, CodeLists.standard(), actor, installation.zone());
        DashboardPage.Filters filters = filters(choice);
        List<Question> questions = Question.of(actor.role());
        if (choice.question() == null) {
            return DashboardPage.without(questions, question, filters, null);
        }
        try {
            return figures.answer(
                    question,
                    filters,
                    choice,
                    new DashboardFigures.Reader(
                            actor.role(), choice.at(request.getRequestURL().toString()), clock.instant()));
        } catch (ProblemException notNow) {
            Problem problem = notNow.problem();
            return problem.errors().isEmpty()
                    ? DashboardPage.without(
                            questions,
                            question,
                            filters,
                            Stream.of(problem.title() + ".", problem.detail(), problem.action())
                                    .filter(text -> text != null)
                                    .collect(Collectors.joining(" ")))
                    : DashboardPage.without(questions, question, filters(choice.refused(notNow)), null);
        }
    }

    private DashboardPage.Filters filters(DashboardChoice choice) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), installation.zone());
        List<DashboardPage.Select> selects = new ArrayList<>();
        for (Dimension dimension : SELECTS) {
            selects.add(new DashboardPage.Select(
                    dimension.parameter(),
                    nameOf(dimension),
                    selected(choices(dimension, today), choice.text(dimension.parameter()))));
        }
        selects.add(new DashboardPage.Select(
                "ruleSet",
                "Rules",
                selected(
                        Stream.concat(
                                        Stream.of(Choice.of("", "Those in force on the day")),
                                        RuleSet.installed().stream()
                                                .map(set -> Choice.of(
                                                        String.valueOf(set.number()), "Rule set " + set.number())))
                                .toList(),
                        choice.text("ruleSet"))));
        selects.add(new DashboardPage.Select(
                DashboardChoice.GROUP_BY,
                "Details by",
                selected(
                        Stream.concat(
                                        Stream.of(Choice.of("", "As the page has it")),
                                        DashboardChoice.GROUPINGS.stream()
                                                .map(one -> Choice.of(one.parameter(), nameOf(one))))
                                .toList(),
                        choice.text(DashboardChoice.GROUP_BY))));
        List<String> schools = choice.values(Dimension.SCHOOL.parameter());
        Map<String, String> kept = new LinkedHashMap<>();
        Arrays.stream(Dimension.values())
                .filter(dimension -> dimension != Dimension.SCHOOL && !SELECTS.contains(dimension))
                .map(Dimension::parameter)
                .filter(name -> !choice.text(name).isEmpty())
                .forEach(name -> kept.put(name, choice.text(name)));
        return new DashboardPage.Filters(
                choice.text("from"),
                choice.text("to"),
                choice.knownOn(installation.zone()),
                installation.schools().stream()
                        .map(one -> new Choice(one.value(), one.label(), schools.contains(one.value())))
                        .toList(),
                selects,
                kept,
                choice.errors());
    }

    private static List<Choice> choices(Dimension dimension, LocalDate today) {
        List<Choice> choices = new ArrayList<>();
        if (dimension == Dimension.OFFICER_CAPACITY) {
            choices.add(Choice.of("", "School resource officers, others beside"));
            choices.add(Choice.of(DashboardChoice.ALL_ASSIGNMENTS, "All assignments"));
        } else {
            choices.add(Choice.of("", "All"));
        }
        String list = dimension.codeList();
        if (list != null) {
            for (CodeEntry entry : CodeLists.standard().validOn(list, today)) {
                choices.add(Choice.of(entry.code(), entry.name()));
            }
        } else if (dimension == Dimension.TIER) {
            Arrays.stream(Tier.values())
                    .filter(tier -> tier != Tier.MISSING)
                    .forEach(tier -> choices.add(Choice.of(tier.toString(), ClassWords.tier(tier))));
        } else {
            Arrays.stream(ActionLevel.values())
                    .filter(level -> level != ActionLevel.MISSING)
                    .forEach(level -> choices.add(Choice.of(level.toString(), ClassWords.level(level))));
        }
        choices.add(Choice.of(Dimension.NOT_STATED, ClassWords.NOT_STATED));
        return choices;
    }

    /** What was sent stays chosen, known or not. */
    private static List<Choice> selected(List<Choice> choices, String sent) {
        if (sent.isEmpty() || choices.stream().anyMatch(choice -> choice.value().equals(sent))) {
            return Choice.select(choices, sent);
        }
        List<Choice> more = new ArrayList<>(choices);
        more.add(new Choice(sent, sent, true));
        return more;
    }

    /** The dimension as people say it, at the beginning of a line. */
    static String nameOf(Dimension dimension) {
        String words = dimension.words();
        return words.substring(0, 1).toUpperCase(Locale.US) + words.substring(1);
    }
}
