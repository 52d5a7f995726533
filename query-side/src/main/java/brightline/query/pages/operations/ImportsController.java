package brightline.query.pages.operations;

import brightline.edge.access.AccountRole;
import brightline.edge.access.Action;
import brightline.edge.access.CurrentActor;
import brightline.edge.access.Does;
import brightline.edge.clock.RecordingClock;
import brightline.query.pages.Installation;
import brightline.query.pages.Rooms;
import brightline.query.pages.Shell;
import brightline.query.pages.operations.ImportPage.Place;
import brightline.query.pages.operations.ImportPage.Way;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The pages around imports. What became of a file, and what a format holds, are asked of the API by the pages themselves. */
@Controller
class ImportsController {
    private final Installation installation;
    private final RecordingClock clock;

    ImportsController(Installation installation, RecordingClock clock) {
        this.installation = installation;
        this.clock = clock;
    }

    @Does(Action.OPEN_IMPORTS)
    @GetMapping("/imports")
    String list(Model model) {
        model.addAttribute("page", new ImportsPage(installation.zone().getId()));
        return "imports";
    }

    @Does(Action.OPEN_IMPORTS)
    @GetMapping("/imports/{id}")
    String one(@PathVariable UUID id, CurrentActor actor, Model model) {
        ZoneId zone = installation.zone();
        model.addAttribute(
                "page",
                new ImportPage(
                        id.toString(), zone.getId(), places(actor.role(), LocalDate.ofInstant(clock.instant(), zone))));
        return "import";
    }

    private static List<Place> places(AccountRole reader, LocalDate today) {
        return List.of(
                new Place(
                        "CONTACTS",
                        List.of(
                                room(
                                        Rooms.DASHBOARD,
                                        // Without a choice figures begin with the agreement and are of school resource
                                        // officers.
                                        "?officerCapacity=ALL&to=" + today,
                                        reader,
                                        "all contacts there are, of every day and every assignment, those of this file among"
                                                + " them"),
                                room(
                                        Rooms.CASES,
                                        "",
                                        reader,
                                        "each contact is a case here; an officer sees only those with a part of that officer"))),
                new Place(
                        "STUDENTS",
                        List.of(new Way(
                                null,
                                null,
                                "Officers find these students by name or number when they log a contact. No page lists them;"
                                        + " these may search for one, and every search is kept in the access log: "
                                        + names(Action.FIND_STUDENT.roles())))),
                new Place(
                        "OFFICERS",
                        List.of(room(
                                Rooms.ENTRY,
                                "",
                                reader,
                                "who logs a contact for an officer chooses from these; their assignments are what officers"
                                        + " are compared with"))),
                new Place(
                        "ENROLLMENT",
                        List.of(new Way(
                                null, null, "Enrollment is what rates per 1,000 students are counted against."))));
    }

    /** A page for those who may open it; for others, who may. */
    private static Way room(Rooms room, String query, AccountRole reader, String words) {
        return room.roles().contains(reader)
                ? new Way(room.label(), room.path() + query, words)
                : new Way(room.label(), null, words + ". Your role does not open it; these do: " + names(room.roles()));
    }

    private static String names(Set<AccountRole> roles) {
        return roles.stream().map(Shell::roleName).sorted().collect(Collectors.joining(", "));
    }
}
