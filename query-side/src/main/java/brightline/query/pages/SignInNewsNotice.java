package brightline.query.pages;

import brightline.edge.access.CredentialResets;
import brightline.edge.access.WrongSignIns;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.UrlBasedViewResolver;

/** Tells the owner of an account about wrong sign-ins and about what somebody else reset, on the first page that is shown: what is only passed through tells nothing. */
final class SignInNewsNotice implements HandlerInterceptor {
    private final Installation installation;

    SignInNewsNotice(Installation installation) {
        this.installation = installation;
    }

    @Override
    public void postHandle(
            HttpServletRequest request,
            HttpServletResponse response,
            Object handler,
            @Nullable ModelAndView modelAndView) {
        String view = modelAndView == null ? null : modelAndView.getViewName();
        if (modelAndView == null
                || view == null
                || view.startsWith(UrlBasedViewResolver.REDIRECT_URL_PREFIX)
                || !(modelAndView.getModel().get("shell") instanceof Shell shell)
                || shell.account() == null) {
            return;
        }
        List<String> news = new ArrayList<>();
        WrongSignIns wrong = WrongSignIns.toTell(request);
        if (wrong != null) {
            news.add(sentence(wrong));
        }
        CredentialResets resets = CredentialResets.toTell(request);
        if (resets != null) {
            resets.resets().stream().map(this::sentence).forEach(news::add);
        }
        if (!news.isEmpty()) {
            modelAndView.addObject("shell", shell.telling(news));
        }
    }

    private String sentence(CredentialResets.Reset reset) {
        String what =
                switch (reset.what()) {
                    case PASSWORD -> "Your account was given a new password by %s: %s.";
                    case SECOND_FACTOR -> "Your second factor was removed by %s: %s.";
                };
        return what.formatted(reset.by() == null ? "the installation" : reset.by(), at(reset.at()));
    }

    private String at(Instant moment) {
        return new Moment(moment, installation.zone()).text();
    }

    private String sentence(WrongSignIns wrong) {
        String last = at(wrong.lastAt());
        String what = wrong.codes() == wrong.tries() ? "code" : "password";
        String tries = wrong.tries() == 1
                ? "A wrong " + what + " was given for your account since you last signed in: " + last
                : wrong.tries() + " wrong " + what + "s were given for your account since you last signed in, the last "
                        + last;
        return tries
                + (wrong.elsewhere()
                        ? ", from somewhere you had not signed in from in the last 30 days."
                        : ", from where you have signed in before.")
                + (wrong.codes() == 0 ? "" : codes(wrong));
    }

    /** Who gives a wrong code had the password, or confirmed in an open session that it is the owner. */
    private static String codes(WrongSignIns wrong) {
        if (wrong.codes() == wrong.tries()) {
            return " Whoever it was had your password, or sat at a session of yours.";
        }
        return wrong.codes() == 1
                ? " One of them was a code: whoever gave it had your password, or sat at a session of yours."
                : " " + wrong.codes()
                        + " of them were codes: whoever gave them had your password, or sat at a session of yours.";
    }
}
