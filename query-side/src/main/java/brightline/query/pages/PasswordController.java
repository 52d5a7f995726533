package brightline.query.pages;

import brightline.edge.access.Action;
import brightline.edge.access.CurrentActor;
import brightline.edge.access.Does;
import brightline.edge.access.OwnPassword;
import brightline.edge.access.OwnPassword.Outcome;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where everybody changes the own password, and who was given one must. */
@Controller
class PasswordController {
    /** Told once, to the page that follows the change. */
    private static final String CHANGED = "changed";

    private final ObjectProvider<OwnPassword> passwords;

    PasswordController(ObjectProvider<OwnPassword> passwords) {
        this.passwords = passwords;
    }

    @Does(Action.CHANGE_OWN_PASSWORD)
    @GetMapping(OwnPassword.PATH)
    String form(CurrentActor actor, Model model) {
        return page(actor, model, null);
    }

    @Does(Action.CHANGE_OWN_PASSWORD)
    @PostMapping(OwnPassword.PATH)
    String change(
            @RequestParam(name = "current", defaultValue = "") String current,
            @RequestParam(name = "chosen", defaultValue = "") String chosen,
            @RequestParam(name = "repeated", defaultValue = "") String repeated,
            CurrentActor actor,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        PasswordPage.Fault fault = !chosen.equals(repeated)
                ? new PasswordPage.Fault("repeated", "The two new passwords are not the same. Type both again.")
                : faultOf(passwords.getObject().change(request, response, current, chosen), response);
        if (fault == null) {
            then.addFlashAttribute(CHANGED, true);
            return "redirect:" + OwnPassword.PATH;
        }
        if (response.getStatus() == HttpStatus.OK.value()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
        }
        return page(actor, model, fault);
    }

    private String page(CurrentActor actor, Model model, PasswordPage.@Nullable Fault fault) {
        model.addAttribute(
                "page",
                new PasswordPage(passwords.getObject().isFirst(actor), model.containsAttribute(CHANGED), fault));
        return "password";
    }

    private static PasswordPage.@Nullable Fault faultOf(Outcome outcome, HttpServletResponse response) {
        return switch (outcome) {
            case Outcome.Changed _ -> null;
            case Outcome.WrongCurrent _ ->
                new PasswordPage.Fault(
                        "current", "That is not your current password. After several wrong ones you have to wait.");
            case Outcome.Later later -> {
                response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
                response.setHeader(
                        HttpHeaders.RETRY_AFTER,
                        Long.toString(later.retryAfter().toSeconds()));
                yield new PasswordPage.Fault(
                        "current", "There were too many tries. Wait a few minutes and try again. Nothing was changed.");
            }
            case Outcome.Unfit(OwnPassword.Fault unfit) -> new PasswordPage.Fault("chosen", words(unfit));
        };
    }

    private static String words(OwnPassword.Fault fault) {
        return switch (fault) {
            case TOO_SHORT -> "The new password is too short: it needs 12 characters or more.";
            case TOO_LONG -> "The new password is too long: 256 characters are the most.";
            case SAME -> "The new password is the old one.";
            case HOLDS_USERNAME -> "The new password holds your user name.";
            case TOO_PLAIN -> "The new password repeats itself: it needs at least five different characters.";
        };
    }
}
