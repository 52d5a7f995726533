package brightline.query.pages.operations;

import brightline.query.pages.Choice;
import brightline.query.pages.Installation;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The pages around imports. What became of a file is asked of the API by the page itself. */
@Controller
public class ImportsController {
    private static final List<Choice> FORMATS = List.of(
            Choice.of("brightline-csv", "Brightline CSV"),
            Choice.of("california-stop-data", "California stop data (RIPA)"),
            Choice.of("oneroster-1.2", "Students: OneRoster 1.2 (zip of CSV files)"),
            Choice.of("brightline-roster", "Officers and their assignments (CSV)"),
            Choice.of("brightline-enrolment", "Enrollment of schools on a day (CSV)"));

    private final Installation installation;

    public ImportsController(Installation installation) {
        this.installation = installation;
    }

    @GetMapping("/imports")
    String list(Model model) {
        model.addAttribute("page", new ImportsPage(installation.zone().getId(), FORMATS));
        return "imports";
    }

    @GetMapping("/imports/{id}")
    String one(@PathVariable UUID id, Model model) {
        model.addAttribute(
                "page", new ImportPage(id.toString(), installation.zone().getId()));
        return "import";
    }
}
