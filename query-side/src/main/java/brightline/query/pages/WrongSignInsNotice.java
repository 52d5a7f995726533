package brightline.query.pages;

import brightline.edge.access.WrongSignIns;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.UrlBasedViewResolver;

/** Tells the owner of an account about wrong sign-ins, on the first page that is shown: what is only passed through tells nothing. */
final class WrongSignInsNotice implements HandlerInterceptor {
    private final Installation installation;

    WrongSignInsNotice(Installation installation) {
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
        WrongSignIns wrong = WrongSignIns.toTell(request);
        if (wrong != null) {
            modelAndView.addObject("shell", shell.telling(sentence(wrong)));
        }
    }

    private String sentence(WrongSignIns wrong) {
        String last = new Moment(wrong.lastAt(), installation.zone()).text();
        String tries = wrong.tries() == 1
                ? "A wrong password was given for your account since you last signed in: " + last
                : wrong.tries() + " wrong passwords were given for your account since you last signed in, the last "
                        + last;
        return tries
                + (wrong.elsewhere()
                        ? ", from somewhere you had not signed in from in the last 30 days."
                        : ", from where you have signed in before.");
    }
}
