package brightline.command.referral;

import static brightline.edge.access.AccountRole.COORDINATOR;
import static brightline.edge.access.AccountRole.SCHOOL_ADMIN;
import static brightline.edge.access.AccountRole.SRO;
import static brightline.edge.access.AccountRole.SUPERVISOR;
import static org.springframework.http.HttpMethod.POST;

import brightline.edge.access.RouteRule;
import brightline.edge.access.RouteRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The school writes the school's side, police the police side; discipline is the school's alone. */
@Configuration(proxyBeanMethods = false)
class ReferralConfiguration {
    private static final String REFERRALS = "/api/commands/referrals";

    @Bean
    RouteRules referralRoutes() {
        return RouteRules.of(
                RouteRule.allow(POST, REFERRALS, SCHOOL_ADMIN),
                RouteRule.allow(POST, REFERRALS + "/{id}/discipline", SCHOOL_ADMIN),
                RouteRule.allow(POST, REFERRALS + "/{id}/void", SCHOOL_ADMIN),
                RouteRule.allow(POST, REFERRALS + "/{id}/acceptance", SRO, SUPERVISOR, COORDINATOR),
                RouteRule.allow(POST, REFERRALS + "/{id}/decline", SRO, SUPERVISOR, COORDINATOR),
                RouteRule.allow(POST, REFERRALS + "/{id}/hand-back", SRO, SUPERVISOR, COORDINATOR),
                RouteRule.allow(POST, REFERRALS + "/{id}/link", SUPERVISOR, COORDINATOR),
                RouteRule.allow(POST, REFERRALS + "/{id}/unlink", SUPERVISOR, COORDINATOR),
                RouteRule.allow(POST, REFERRALS + "/{id}/owner", SUPERVISOR, COORDINATOR),
                RouteRule.allow(POST, "/api/commands/counterparts/{id}/owner", SUPERVISOR, COORDINATOR));
    }
}
