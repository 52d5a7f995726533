package brightline.query.pages.entry;

import brightline.edge.access.AccountRole;
import brightline.edge.access.CurrentActor;
import brightline.edge.clock.RecordingClock;
import brightline.events.code.CodeLists;
import brightline.query.pages.Choice;
import brightline.query.pages.Installation;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The officer's form, ready to be filled in. */
@Controller
public class EntryController {
    private final Installation installation;
    private final RecordingClock clock;

    public EntryController(Installation installation, RecordingClock clock) {
        this.installation = installation;
        this.clock = clock;
    }

    @GetMapping("/entry")
    String entry(CurrentActor actor, Model model) {
        ZoneId zone = installation.zone();
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), zone);
        List<Choice> schools = installation.ownSchools();
        if (actor.schools().size() == 1) {
            schools = Choice.select(schools, actor.schools().iterator().next());
        }
        // An officer logs the own contacts; those who are no officer log for one.
        boolean ownContacts = actor.role() == AccountRole.SRO && actor.officerId() != null;
        List<Choice> officers = ownContacts ? List.of() : installation.officers();
        EntryLists lists = EntryLists.validOn(CodeLists.standard(), now.toLocalDate());
        // Of those who come here, officers alone are shown who a student is.
        boolean lookup = actor.role() == AccountRole.SRO && !actor.schools().isEmpty();
        model.addAttribute("page", EntryPage.at(zone, now, schools, officers, lists, lookup));
        return "entry";
    }
}
