package brightline.query.pages.entry;

import brightline.edge.access.AccountRole;
import brightline.edge.access.Action;
import brightline.edge.access.CurrentActor;
import brightline.edge.access.Does;
import brightline.edge.clock.RecordingClock;
import brightline.events.agency.AgencySettings;
import brightline.events.code.CodeLists;
import brightline.query.figures.ReferenceEntries;
import brightline.query.pages.Choice;
import brightline.query.pages.Installation;
import brightline.query.pages.Rooms;
import brightline.query.roster.OwnSchools;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The officer's form, ready to be filled in. */
@Controller
class EntryController {
    private final Installation installation;
    private final OwnSchools ownSchools;
    private final ReferenceEntries entries;
    private final RecordingClock clock;

    EntryController(Installation installation, OwnSchools ownSchools, ReferenceEntries entries, RecordingClock clock) {
        this.installation = installation;
        this.ownSchools = ownSchools;
        this.entries = entries;
        this.clock = clock;
    }

    @Does(Action.OPEN_ENTRY)
    @GetMapping("/entry")
    String entry(CurrentActor actor, Model model) {
        AgencySettings settings = installation.settings().orElse(AgencySettings.DEFAULT);
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), settings.zone());
        LocalDate today = now.toLocalDate();
        List<Choice> schools = installation.ownSchools();
        Set<String> own = ownSchools.of(actor);
        if (own.size() == 1) {
            schools = Choice.select(schools, own.iterator().next());
        }
        // An officer logs the own contacts; those who are no officer log for one.
        boolean ownContacts = actor.role() == AccountRole.SRO && actor.officerId() != null;
        List<Choice> officers = ownContacts ? List.of() : installation.officers();
        EntryLists lists = EntryLists.validOn(CodeLists.standard(), today, settings.jurisdiction());
        // Of those who come here, officers alone are shown who a student is.
        boolean lookup = actor.role() == AccountRole.SRO && !own.isEmpty();
        List<Rooms> rooms = Rooms.of(actor.role());
        var reader =
                new EntryPage.Reader(ownContacts, lookup, rooms.contains(Rooms.CASES), rooms.contains(Rooms.IMPORTS));
        boolean underAgreement =
                entries.agreements(Long.MAX_VALUE).stream().anyMatch(agreement -> agreement.bindsOn(today));
        model.addAttribute(
                "page", EntryPage.at(settings.zone(), now, schools, officers, lists, reader, underAgreement));
        return "entry";
    }
}
