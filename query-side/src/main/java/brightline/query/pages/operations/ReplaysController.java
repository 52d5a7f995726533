package brightline.query.pages.operations;

import brightline.edge.access.AccountRole;
import brightline.edge.access.Action;
import brightline.edge.access.CurrentActor;
import brightline.edge.access.Does;
import brightline.query.pages.Count;
import brightline.query.pages.Installation;
import brightline.query.pages.Moment;
import brightline.query.replay.Replay;
import brightline.query.replay.Replay.Part;
import brightline.query.replay.Replays;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Rebuilds of the figures' tables, to be started, watched and decided on. The auditor watches. */
@Controller
class ReplaysController {
    private final Installation installation;
    private final Replays replays;

    /** Rebuilds are timed by the database's own clock, whatever records are timed by. */
    private final InstantSource time = InstantSource.system();

    ReplaysController(Installation installation, Replays replays) {
        this.installation = installation;
        this.replays = replays;
    }

    @Does(Action.OPEN_REPLAYS)
    @GetMapping("/replays")
    String list(CurrentActor actor, Model model) {
        model.addAttribute("page", list(actor));
        return "replays";
    }

    /** The part of the list that asks for itself again while a rebuild is under way. */
    @Does(Action.OPEN_REPLAYS)
    @GetMapping("/replays/list")
    String listAgain(CurrentActor actor, Model model) {
        model.addAttribute("page", list(actor));
        return "fragments/replay :: list";
    }

    private ReplaysPage list(CurrentActor actor) {
        ZoneId zone = installation.zone();
        List<Replay> newest = replays.newest();
        return new ReplaysPage(
                mayAct(actor),
                newest.stream()
                        .filter(replay ->
                                replay.state() == Replay.State.RUNNING || replay.state() == Replay.State.COMPARED)
                        .findFirst()
                        .map(replay -> earlier(replay, zone))
                        .orElse(null),
                newest.stream().map(replay -> earlier(replay, zone)).toList());
    }

    private ReplaysPage.Earlier earlier(Replay replay, ZoneId zone) {
        boolean running = replay.state() == Replay.State.RUNNING;
        return new ReplaysPage.Earlier(
                replay.id().toString(),
                new Moment(replay.startedAt(), zone),
                replay.actor(),
                running,
                ReplayWords.state(replay),
                running ? page(replay, false).percentDone() + "% of the events read" : "",
                ReplayWords.differences(replay),
                ReplayWords.time(replay, time.instant(), zone));
    }

    @Does(Action.OPEN_REPLAYS)
    @GetMapping("/replays/{id}")
    String one(@PathVariable UUID id, CurrentActor actor, Model model) {
        model.addAttribute("page", page(replays.get(id), mayAct(actor)));
        return "replay";
    }

    /** The part of the page that asks for itself again while the rebuild is under way. */
    @Does(Action.OPEN_REPLAYS)
    @GetMapping("/replays/{id}/progress")
    String progress(@PathVariable UUID id, CurrentActor actor, Model model) {
        model.addAttribute("page", page(replays.get(id), mayAct(actor)));
        return "fragments/replay :: progress";
    }

    private ReplayPage page(Replay replay, boolean mayAct) {
        ZoneId zone = installation.zone();
        return new ReplayPage(
                replay.id().toString(),
                replay.state().name(),
                ReplayWords.state(replay),
                new Moment(replay.startedAt(), zone),
                replay.actor(),
                ReplayWords.time(replay, time.instant(), zone),
                replay.projections().stream().mapToLong(Part::horizon).max().orElse(0),
                ReplayWords.isRead(replay),
                ReplayWords.done(replay),
                ReplayWords.total(replay),
                replay.projections().stream().mapToLong(Part::parked).sum(),
                replay.isCompared(),
                replay.figures().stream()
                        .map(one -> new ReplayPage.Figure(
                                one.figure().words(),
                                Count.of(one.live()),
                                Count.of(one.rebuilt()),
                                one.live() == one.rebuilt()))
                        .toList(),
                replay.findings().stream()
                        .map(found -> new ReplayPage.Comparison(
                                ReplayWords.tables(found.projection()),
                                ReplayWords.table(found.table()),
                                found.rows(),
                                found.different()))
                        .toList(),
                replay.findings().stream()
                        .flatMap(found -> found.keys().stream()
                                .map(key -> new ReplayPage.Difference(ReplayWords.table(found.table()), key)))
                        .toList(),
                mayAct);
    }

    private static boolean mayAct(CurrentActor actor) {
        return actor.role() == AccountRole.SYSADMIN;
    }
}
