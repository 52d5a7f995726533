package brightline.query.pages.dashboard;

import brightline.edge.access.CurrentActor;
import brightline.edge.clock.RecordingClock;
import brightline.edge.problem.Problem;
import brightline.edge.problem.ProblemException;
import brightline.events.code.CodeLists;
import brightline.events.rules.RuleSet;
import brightline.query.arrests.ArrestFigures;
import brightline.query.figures.Dimension;
import brightline.query.figures.FigureQuestion;
import brightline.query.figures.InvolvementFigures;
import brightline.query.pages.Choice;
import brightline.query.pages.ClassWords;
import brightline.query.pages.Installation;
import brightline.query.routine.RoutineFigures;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The analyst's dashboard. */
@Controller
public class DashboardController {
    private final Installation installation;
    private final RecordingClock clock;
    private final DashboardFigures figures;

    public DashboardController(
            Installation installation,
            RecordingClock clock,
            InvolvementFigures involvements,
            RoutineFigures routine,
            ArrestFigures arrests) {
        this.installation = installation;
        this.clock = clock;
        this.figures = new DashboardFigures(involvements, routine, arrests);
    }

    /** The figures of the choice; with a wrong filter the form as it was sent, and why. */
    @GetMapping("/dashboard")
    String dashboard(@RequestParam MultiValueMap<String, String> parameters, CurrentActor actor, Model model) {
        DashboardChoice choice = DashboardChoice.read(parameters, CodeLists.standard(), actor);
        model.addAttribute("page", page(choice, filters(choice)));
        return "dashboard";
    }

    private DashboardPage page(DashboardChoice choice, DashboardPage.Filters filters) {
        FigureQuestion question = choice.question();
        if (question == null) {
            return DashboardPage.without(filters, null);
        }
        try {
            return figures.answer(filters, question, choice, installation.zone());
        } catch (ProblemException notNow) {
            Problem problem = notNow.problem();
            return DashboardPage.without(
                    filters,
                    Stream.of(problem.title() + ".", problem.detail(), problem.action())
                            .filter(text -> text != null)
                            .collect(Collectors.joining(" ")));
        }
    }

    private DashboardPage.Filters filters(DashboardChoice choice) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), installation.zone());
        List<Choice> capacities = new ArrayList<>();
        capacities.add(Choice.of("", "School resource officers, others beside"));
        capacities.add(Choice.of(DashboardChoice.ALL_CAPACITIES, "All capacities"));
        CodeLists.standard()
                .validOn("capacity", today)
                .forEach(entry -> capacities.add(Choice.of(entry.code(), entry.name())));
        capacities.add(Choice.of(Dimension.MISSING, "Not stated"));
        return new DashboardPage.Filters(
                choice.text("from"),
                choice.text("to"),
                choice.text("asKnownOn"),
                selected(installation.schools(), choice.text("school")),
                selected(capacities, choice.text("officerCapacity")),
                selected(
                        RuleSet.installed().stream()
                                .map(set -> Choice.of(String.valueOf(set.number()), "Rule set " + set.number()))
                                .toList(),
                        choice.text("ruleSet")),
                selected(
                        DashboardChoice.GROUPINGS.stream()
                                .map(one -> Choice.of(one.parameter(), nameOf(one)))
                                .toList(),
                        choice.text("groupBy")),
                choice.errors());
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

    /** The dimension as people say it. */
    static String nameOf(Dimension dimension) {
        return switch (dimension) {
            case HOME_SCHOOL -> "School of enrollment";
            case OFFICER_CAPACITY -> "Officer’s capacity";
            case INITIATOR -> "Who started the contact";
            case TIER -> "Tier of the conduct";
            default -> ClassWords.plain(dimension.name());
        };
    }
}
