package brightline.query.pages;

import brightline.edge.access.AccountRole;
import brightline.edge.access.CurrentActor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The way in and the hall: sign-in and start. */
@Controller
class HouseController {
    private final Installation installation;

    HouseController(Installation installation) {
        this.installation = installation;
    }

    @GetMapping("/sign-in")
    String signIn(
            @RequestParam(required = false) @Nullable String error,
            @RequestParam(required = false) @Nullable String busy,
            @RequestParam(name = "signed-out", required = false) @Nullable String signedOut,
            Model model) {
        model.addAttribute("page", new SignInPage(error != null, busy != null, signedOut != null));
        return "sign-in";
    }

    /** The start page; a system administrator of an agency without settings comes to those first. */
    @GetMapping("/")
    String start(CurrentActor actor, Model model) {
        boolean settingsMissing = installation.settings().isEmpty();
        if (settingsMissing && actor.role() == AccountRole.SYSADMIN) {
            return "redirect:/settings";
        }
        model.addAttribute("page", StartPage.of(actor.role(), settingsMissing));
        return "start";
    }
}
