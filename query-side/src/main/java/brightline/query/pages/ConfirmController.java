package brightline.query.pages;

import brightline.edge.access.Action;
import brightline.edge.access.CurrentActor;
import brightline.edge.access.Does;
import brightline.edge.access.OwnProof;
import brightline.edge.access.OwnProof.Outcome;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where somebody confirms, before what matters most, that it is still them. */
@Controller
class ConfirmController {
    /** Told once, to the page that follows. */
    private static final String TOLD = "told";

    private final ObjectProvider<OwnProof> proofs;

    ConfirmController(ObjectProvider<OwnProof> proofs) {
        this.proofs = proofs;
    }

    /** @param tab another page waits in a tab of its own; null when this one leads back */
    @Does(Action.CONFIRM_IDENTITY)
    @GetMapping(OwnProof.PATH)
    String form(@RequestParam(required = false) @Nullable String tab, CurrentActor actor, Model model) {
        ConfirmPage.Told told =
                model.getAttribute(TOLD) instanceof ConfirmPage.Told one ? one : ConfirmPage.Told.NOTHING;
        model.addAttribute("page", new ConfirmPage(proofs.getObject().isByCode(actor), tab != null, told));
        return "confirm-it-is-you";
    }

    @Does(Action.CONFIRM_IDENTITY)
    @PostMapping(OwnProof.PATH)
    String confirm(
            @RequestParam(name = "proof", defaultValue = "") String proof,
            @RequestParam(required = false) @Nullable String tab,
            CurrentActor actor,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes then) {
        Outcome outcome = proofs.getObject().show(request, response, actor, proof);
        if (outcome instanceof Outcome.Shown(String page) && page != null && tab == null) {
            return "redirect:" + page;
        }
        then.addFlashAttribute(
                TOLD,
                switch (outcome) {
                    case Outcome.Shown _ -> ConfirmPage.Told.CONFIRMED;
                    case Outcome.Wrong _ -> ConfirmPage.Told.WRONG;
                    case Outcome.Later _ -> ConfirmPage.Told.LATER;
                });
        return "redirect:" + OwnProof.PATH + (tab == null ? "" : "?tab");
    }
}
