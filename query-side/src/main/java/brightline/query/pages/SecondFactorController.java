package brightline.query.pages;

import brightline.edge.access.Action;
import brightline.edge.access.CurrentActor;
import brightline.edge.access.Does;
import brightline.edge.access.HalfSignedIn;
import brightline.edge.access.OwnSecondFactor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where the second factor is set up, and where its code is asked for when somebody signs in. */
@Controller
class SecondFactorController {
    /** Told once, to the page that follows. */
    private static final String CODES = "codes";

    private static final String WRONG = "wrong";

    private static final String GROUPS = "(?<=\\G.{4})";

    private final ObjectProvider<OwnSecondFactor> factors;
    private final ObjectProvider<HalfSignedIn> halves;

    SecondFactorController(ObjectProvider<OwnSecondFactor> factors, ObjectProvider<HalfSignedIn> halves) {
        this.factors = factors;
        this.halves = halves;
    }

    @GetMapping(OwnSecondFactor.SIGN_IN_PATH)
    String code(
            @RequestParam(required = false) @Nullable String wrong,
            @RequestParam(required = false) @Nullable String busy,
            HttpServletRequest request,
            @Nullable CurrentActor actor,
            Model model) {
        if (!halves.getObject().isBegun(request)) {
            return actor == null ? "redirect:/sign-in?expired" : "redirect:/";
        }
        model.addAttribute("page", new SignInCodePage(wrong != null, busy != null));
        return "sign-in-code";
    }

    /** @param another an app that takes the place of the one there is; null for what there is, or for the first one */
    @Does(Action.SET_UP_SECOND_FACTOR)
    @GetMapping(OwnSecondFactor.PATH)
    String form(
            @RequestParam(required = false) @Nullable String another,
            CurrentActor actor,
            HttpServletRequest request,
            Model model) {
        OwnSecondFactor factor = factors.getObject();
        Integer left = factor.recoveryCodesLeft(actor);
        model.addAttribute(
                "page",
                new SecondFactorPage(
                        factor.isRequired(),
                        left == null || another != null ? offer(factor.offer(request, actor)) : null,
                        codes(model),
                        left,
                        model.containsAttribute(WRONG)));
        return "second-factor";
    }

    @Does(Action.SET_UP_SECOND_FACTOR)
    @PostMapping(OwnSecondFactor.PATH)
    String enrol(
            @RequestParam(name = "code", defaultValue = "") String code,
            @RequestParam(required = false) @Nullable String another,
            CurrentActor actor,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes then) {
        List<String> codes = factors.getObject().enrol(request, response, actor, code);
        if (codes != null) {
            then.addFlashAttribute(CODES, codes);
        } else {
            then.addFlashAttribute(WRONG, true);
        }
        return "redirect:" + OwnSecondFactor.PATH + (codes == null && another != null ? "?another" : "");
    }

    private static SecondFactorPage.Offer offer(OwnSecondFactor.Offer offer) {
        return new SecondFactorPage.Offer(
                QrCode.of(offer.uri()), String.join(" ", offer.secret().split(GROUPS)));
    }

    private static List<String> codes(Model model) {
        return model.getAttribute(CODES) instanceof List<?> codes
                ? codes.stream().map(String::valueOf).toList()
                : List.of();
    }
}
