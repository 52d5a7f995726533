package brightline.edge.access;

import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import org.apache.catalina.Context;
import org.apache.catalina.Manager;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/** As if the sessions of an account had last shown long ago whose they are. */
public final class OldProofs {
    private OldProofs() {}

    /** Those that are open now. */
    public static void of(ConfigurableApplicationContext context, UUID account) {
        var server =
                (TomcatWebServer) Objects.requireNonNull(((ServletWebServerApplicationContext) context).getWebServer());
        Manager manager = ((Context) server.getTomcat().getHost().findChildren()[0]).getManager();
        Arrays.stream(manager.findSessions())
                .map(session -> session.getSession())
                .filter(session ->
                        session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY)
                                        instanceof SecurityContext security
                                && security.getAuthentication() instanceof SignedIn signedIn
                                && signedIn.actor().accountId().equals(account))
                .forEach(session -> session.removeAttribute(FreshProofs.class.getName()));
    }
}
