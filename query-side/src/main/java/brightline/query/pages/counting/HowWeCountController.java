package brightline.query.pages.counting;

import brightline.edge.access.Action;
import brightline.edge.access.Does;
import brightline.edge.clock.RecordingClock;
import brightline.query.pages.Installation;
import java.time.LocalDate;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page that says how figures are counted. It is the same for every role and names nobody. */
@Controller
final class HowWeCountController {
    private final Installation installation;
    private final RecordingClock clock;

    HowWeCountController(Installation installation, RecordingClock clock) {
        this.installation = installation;
        this.clock = clock;
    }

    @Does(Action.OPEN_HOW_WE_COUNT)
    @GetMapping("/how-we-count")
    String howWeCount(Model model) {
        model.addAttribute("page", HowWeCountPage.on(LocalDate.ofInstant(clock.instant(), installation.zone())));
        return "how-we-count";
    }
}
