package brightline.query.pages.operations;

import brightline.edge.access.AccountRole;
import brightline.edge.access.Action;
import brightline.edge.access.CurrentActor;
import brightline.edge.access.Does;
import brightline.events.Code;
import brightline.events.code.CodeLists;
import brightline.query.care.DeadLetter;
import brightline.query.care.DeadLetter.Decided;
import brightline.query.care.DeadLetter.State;
import brightline.query.care.DeadLetters;
import brightline.query.pages.Choice;
import brightline.query.pages.Installation;
import brightline.query.pages.Moment;
import brightline.query.question.Paging;
import brightline.query.question.Paging.Stretch;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Events held for repair, to be tried again or left out. The auditor watches. */
@Controller
class CareController {
    private static final String REASONS = "dead-letter-reason";
    private static final int SHOWN = 50;

    private final Installation installation;
    private final DeadLetters letters;
    private final CodeLists lists = CodeLists.standard();

    CareController(Installation installation, DeadLetters letters) {
        this.installation = installation;
        this.letters = letters;
    }

    @Does(Action.OPEN_PARKED_EVENTS)
    @GetMapping("/care")
    String list(CurrentActor actor, @RequestParam(required = false) @Nullable String cursor, Model model) {
        ZoneId zone = installation.zone();
        Stretch<DeadLetter> page = letters.page(new DeadLetters.Question(null, null, new Paging(cursor, SHOWN)));
        List<CarePage.Parked> parked = new ArrayList<>();
        List<CarePage.Discarded> discarded = new ArrayList<>();
        for (DeadLetter letter : page.items()) {
            if (letter.state() == State.PARKED) {
                parked.add(parked(parked.size() + 1, letter, zone));
            } else {
                discarded.add(discarded(letter, zone));
            }
        }
        model.addAttribute(
                "page",
                new CarePage(
                        actor.role() == AccountRole.SYSADMIN,
                        letters.missing().stream()
                                .filter(one -> one.parkedEvents() + one.discardedEvents() > 0)
                                .map(one -> new CarePage.Missing(
                                        ReplayWords.tables(one.projection()),
                                        one.parkedStreams(),
                                        one.parkedEvents(),
                                        one.discardedEvents()))
                                .toList(),
                        parked,
                        discarded,
                        lists.validOn(REASONS, today()).stream()
                                .map(entry -> Choice.of(entry.code(), entry.name()))
                                .toList(),
                        page.next()));
        return "care";
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    private CarePage.Parked parked(int number, DeadLetter letter, ZoneId zone) {
        return new CarePage.Parked(
                number,
                ReplayWords.tables(letter.projection()),
                letter.projection(),
                letter.eventId(),
                letter.event(),
                letter.index(),
                new Moment(letter.since(), zone),
                cause(letter),
                letter.waiting(),
                letter.decision() == null ? null : said(letter.decision(), zone));
    }

    private CarePage.Discarded discarded(DeadLetter letter, ZoneId zone) {
        Decided decision = letter.decision();
        return new CarePage.Discarded(
                ReplayWords.tables(letter.projection()),
                letter.event(),
                letter.index(),
                new Moment(decision == null ? letter.since() : decision.at(), zone),
                cause(letter),
                decision == null || decision.reason() == null ? "" : words(decision.reason()),
                decision == null ? "" : decision.actor());
    }

    private String words(String reason) {
        return lists.find(Code.of(reason), today()).map(entry -> entry.name()).orElse(reason);
    }

    private static String cause(DeadLetter letter) {
        String type = letter.cause().type();
        String name = type.substring(type.lastIndexOf('.') + 1);
        return letter.cause().code().isEmpty()
                ? name
                : name + " " + letter.cause().code();
    }

    private static String said(Decided decision, ZoneId zone) {
        String asked = "%s by %s, %s"
                .formatted(
                        decision.act().equals("RETRY") ? "Asked to try again" : "Left out",
                        decision.actor(),
                        new Moment(decision.at(), zone).text());
        return asked + (decision.outcome() == null ? ": not carried out yet" : ": it could still not be counted");
    }
}
