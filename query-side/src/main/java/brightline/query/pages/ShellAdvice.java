package brightline.query.pages;

import brightline.edge.access.CurrentActor;
import brightline.edge.clock.RecordingClock;
import brightline.events.agency.AgencySettings;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Puts the shell around every page. */
@ControllerAdvice(basePackages = "brightline.query.pages")
final class ShellAdvice {
    private final Installation installation;
    private final RecordingClock clock;

    ShellAdvice(Installation installation, RecordingClock clock) {
        this.installation = installation;
        this.clock = clock;
    }

    @ModelAttribute("shell")
    Shell shell(HttpServletRequest request, @Nullable CurrentActor actor) {
        String agency = installation.settings().map(AgencySettings::name).orElse(null);
        Shell.Csrf csrf = request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                ? new Shell.Csrf(token.getHeaderName(), token.getParameterName(), token.getToken())
                : null;
        return actor == null
                ? Shell.open(agency, csrf, notices())
                : Shell.signedIn(agency, actor.username(), actor.role(), request.getServletPath(), csrf, notices());
    }

    private List<String> notices() {
        return switch (clock.mode()) {
            case REAL -> List.of();
            case SIMULATION ->
                List.of("Demonstration: recorded times come from a simulation clock, which stands at "
                        + new Moment(clock.instant(), installation.zone()).text());
        };
    }
}
