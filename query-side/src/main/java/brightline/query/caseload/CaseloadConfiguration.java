package brightline.query.caseload;

import static brightline.edge.access.AccountRole.ANALYST;
import static brightline.edge.access.AccountRole.AUDITOR;
import static brightline.edge.access.AccountRole.COORDINATOR;
import static brightline.edge.access.AccountRole.PROVIDER;
import static brightline.edge.access.AccountRole.SCHOOL_ADMIN;
import static brightline.edge.access.AccountRole.SRO;
import static brightline.edge.access.AccountRole.SUPERVISOR;
import static org.springframework.http.HttpMethod.GET;

import brightline.edge.access.RouteRule;
import brightline.edge.access.RouteRules;
import brightline.edge.keys.PersonalParts;
import brightline.events.code.CodeLists;
import brightline.query.figures.FigureEngine;
import brightline.query.projection.LogReader;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What follows of contacts. */
@Configuration(proxyBeanMethods = false)
public class CaseloadConfiguration {
    @Bean
    CaseloadProjection caseloadProjection(DataSource dataSource, LogReader log, PersonalParts parts) {
        return new CaseloadProjection(dataSource, log, parts, CodeLists.standard());
    }

    @Bean
    DiversionFigures diversionFigures(FigureEngine engine) {
        return new DiversionFigures(engine);
    }

    @Bean
    DiversionList diversionList(FigureEngine engine, JdbcClient jdbc) {
        return new DiversionList(engine, jdbc);
    }

    @Bean
    CalmingFigures calmingFigures(FigureEngine engine) {
        return new CalmingFigures(engine);
    }

    @Bean
    QuestioningFigures questioningFigures(FigureEngine engine) {
        return new QuestioningFigures(engine);
    }

    @Bean
    SearchFigures searchFigures(FigureEngine engine) {
        return new SearchFigures(engine);
    }

    @Bean
    LineFigures lineFigures(FigureEngine engine) {
        return new LineFigures(engine);
    }

    @Bean
    CaseloadController caseloadController(
            DiversionFigures diversions,
            DiversionList list,
            CalmingFigures calming,
            QuestioningFigures questioning,
            SearchFigures searches,
            LineFigures lines) {
        return new CaseloadController(diversions, list, calming, questioning, searches, lines);
    }

    @Bean
    ReferralList referralList(FigureEngine engine, JdbcClient jdbc) {
        return new ReferralList(engine, jdbc);
    }

    @Bean
    ReferralController referralQueryController(ReferralList list) {
        return new ReferralController(list);
    }

    /** An officer is answered about the own record, a programme about its own cases. */
    @Bean
    RouteRules caseloadRoutes() {
        return RouteRules.of(
                RouteRule.allow(
                        GET, "/api/queries/diversions", SUPERVISOR, COORDINATOR, ANALYST, AUDITOR, SRO, PROVIDER),
                RouteRule.allow(GET, "/api/queries/deescalation", SUPERVISOR, COORDINATOR, ANALYST, AUDITOR, SRO),
                RouteRule.allow(GET, "/api/queries/questioning", SUPERVISOR, COORDINATOR, ANALYST, AUDITOR, SRO),
                RouteRule.allow(GET, "/api/queries/searches", SUPERVISOR, COORDINATOR, ANALYST, AUDITOR, SRO),
                RouteRule.allow(GET, "/api/queries/line-changes", SUPERVISOR, AUDITOR),
                RouteRule.allow(GET, "/api/queries/referrals", SUPERVISOR, COORDINATOR, AUDITOR, SRO, SCHOOL_ADMIN),
                RouteRule.allow(GET, "/api/queries/counterparts", SUPERVISOR, COORDINATOR, AUDITOR, SRO, SCHOOL_ADMIN));
    }
}
