package brightline.query.pages.operations;

import brightline.edge.access.AccountRole;
import brightline.edge.access.Action;
import brightline.edge.access.CurrentActor;
import brightline.edge.access.Does;
import brightline.query.pages.Installation;
import brightline.query.pages.Rooms;
import brightline.query.pages.Shell;
import brightline.query.pages.operations.ImportPage.Place;
import brightline.query.pages.operations.ImportPage.Way;
import java.util.List;
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

    ImportsController(Installation installation) {
        this.installation = installation;
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
        model.addAttribute(
                "page", new ImportPage(id.toString(), installation.zone().getId(), places(actor.role())));
        return "import";
    }

    private static List<Place> places(AccountRole reader) {
        return List.of(
                new Place(
                        "CONTACTS",
                        List.of(
                                room(
                                        Rooms.DASHBOARD,
                                        reader,
                                        "the contacts count here; the dates and the assignment that day are among the filters"),
                                room(Rooms.CASES, reader, "each contact is a case here"))),
                new Place(
                        "STUDENTS",
                        List.of(new Way(
                                null,
                                null,
                                "Officers find these students by name or number when they log a contact; nobody else sees a"
                                        + " list of them."))),
                new Place(
                        "OFFICERS",
                        List.of(room(
                                Rooms.ENTRY,
                                reader,
                                "who logs a contact for an officer chooses from these; their assignments are what officers"
                                        + " are compared with"))),
                new Place(
                        "ENROLLMENT",
                        List.of(new Way(
                                null, null, "Enrollment is what rates per 1,000 students are counted against."))));
    }

    /** A page for those who may open it; for others, who may. */
    private static Way room(Rooms room, AccountRole reader, String words) {
        if (room.roles().contains(reader)) {
            return new Way(room.label(), room.path(), words);
        }
        String others = room.roles().stream().map(Shell::roleName).sorted().collect(Collectors.joining(", "));
        return new Way(room.label(), null, words + ". Your role does not open it; these do: " + others);
    }
}
