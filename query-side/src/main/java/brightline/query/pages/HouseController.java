package brightline.query.pages;

import brightline.edge.access.AccountRole;
import brightline.edge.access.Action;
import brightline.edge.access.CurrentActor;
import brightline.edge.access.Does;
import brightline.query.figures.FigureEngine;
import brightline.query.projection.Horizons;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The way in and the hall: sign-in and start. */
@Controller
class HouseController {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private final Installation installation;
    private final FirstSteps steps;
    private final Horizons horizons;
    private final JdbcClient jdbc;

    HouseController(Installation installation, FirstSteps steps, Horizons horizons, JdbcClient jdbc) {
        this.installation = installation;
        this.steps = steps;
        this.horizons = horizons;
        this.jdbc = jdbc;
    }

    @GetMapping("/sign-in")
    String signIn(
            @RequestParam(required = false) @Nullable String error,
            @RequestParam(required = false) @Nullable String busy,
            @RequestParam(required = false) @Nullable String expired,
            @RequestParam(name = "signed-out", required = false) @Nullable String signedOut,
            Model model) {
        model.addAttribute("page", new SignInPage(error != null, busy != null, expired != null, signedOut != null));
        return "sign-in";
    }

    /** The start page; a system administrator of an agency without settings comes to those first. */
    @Does(Action.OPEN_FIRST_PAGE)
    @GetMapping("/")
    String start(CurrentActor actor, Model model) {
        boolean settingsMissing = installation.settings().isEmpty();
        if (settingsMissing && actor.role() == AccountRole.SYSADMIN) {
            return "redirect:/settings";
        }
        List<String> unfinished =
                Action.OPEN_FIRST_STEPS.roles().contains(actor.role()) ? steps.unfinished() : List.of();
        model.addAttribute("page", StartPage.of(actor.role(), settingsMissing, unfinished));
        return "start";
    }

    /** What was recorded a moment ago counts. */
    @Does(Action.OPEN_FIRST_STEPS)
    @GetMapping("/first-steps")
    String firstSteps(CurrentActor actor, Model model) {
        long last = jdbc.sql("select coalesce(max(global_index), 0) from log.domain_event_entry")
                .query(Long.class)
                .single();
        horizons.await(FigureEngine.PROJECTION, last, LONGEST_WAIT);
        model.addAttribute("page", new FirstStepsPage(steps.all(), actor.role() == AccountRole.SYSADMIN));
        return "first-steps";
    }
}
