package brightline.query.pages.operations;

import brightline.edge.access.AccountRole;
import brightline.edge.access.CurrentActor;
import brightline.query.pages.Installation;
import brightline.query.pages.Moment;
import brightline.query.replay.Replay;
import brightline.query.replay.Replay.Part;
import brightline.query.replay.Replays;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Rebuilds of the figures, to be started, watched and decided on. The auditor watches. */
@Controller
public class ReplaysController {
    private final Installation installation;
    private final Replays replays;

    public ReplaysController(Installation installation, Replays replays) {
        this.installation = installation;
        this.replays = replays;
    }

    @GetMapping("/replays")
    String list(CurrentActor actor, Model model) {
        model.addAttribute(
                "page",
                new ReplaysPage(
                        mayAct(actor),
                        replays.newest().stream()
                                .map(replay -> new ReplaysPage.Earlier(
                                        replay.id().toString(),
                                        new Moment(replay.startedAt(), installation.zone()),
                                        replay.state().name(),
                                        replay.differences()))
                                .toList()));
        return "replays";
    }

    @GetMapping("/replays/{id}")
    String one(@PathVariable UUID id, CurrentActor actor, Model model) {
        model.addAttribute("page", page(replays.get(id), actor));
        return "replay";
    }

    /** The part of the page that asks for itself again while the rebuild is under way. */
    @GetMapping("/replays/{id}/progress")
    String progress(@PathVariable UUID id, CurrentActor actor, Model model) {
        model.addAttribute("page", page(replays.get(id), actor));
        return "fragments/replay :: progress";
    }

    private ReplayPage page(Replay replay, CurrentActor actor) {
        return new ReplayPage(
                replay.id().toString(),
                replay.state().name(),
                new Moment(replay.startedAt(), installation.zone()),
                replay.projections().stream().mapToLong(Part::horizon).max().orElse(0),
                replay.projections().stream().mapToLong(Part::position).sum(),
                replay.projections().stream().mapToLong(Part::horizon).sum(),
                replay.projections().stream().mapToLong(Part::parked).sum(),
                replay.findings().stream()
                        .map(found -> new ReplayPage.Comparison(found.table(), found.rows(), found.different()))
                        .toList(),
                replay.findings().stream()
                        .flatMap(found ->
                                found.keys().stream().map(key -> new ReplayPage.Difference(found.table(), key)))
                        .toList(),
                mayAct(actor));
    }

    private static boolean mayAct(CurrentActor actor) {
        return actor.role() == AccountRole.SYSADMIN;
    }
}
