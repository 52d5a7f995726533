package brightline.query.roster;

import static brightline.edge.access.AccountRole.ANALYST;
import static brightline.edge.access.AccountRole.AUDITOR;
import static brightline.edge.access.AccountRole.COORDINATOR;
import static brightline.edge.access.AccountRole.SCHOOL_ADMIN;
import static brightline.edge.access.AccountRole.SRO;
import static brightline.edge.access.AccountRole.SUPERVISOR;
import static org.springframework.http.HttpMethod.GET;

import brightline.edge.access.RouteRule;
import brightline.edge.access.RouteRules;
import brightline.edge.clock.RecordingClock;
import brightline.events.code.CodeLists;
import brightline.query.figures.FigureEngine;
import brightline.query.figures.ReferenceEntries;
import brightline.query.projection.Horizons;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The roster, training and the programme. */
@Configuration(proxyBeanMethods = false)
public class RosterConfiguration {

    @Bean
    RosterProjection rosterProjection(DataSource dataSource) {
        return new RosterProjection(dataSource);
    }

    @Bean
    RosterFigures rosterFigures(JdbcClient jdbc) {
        return new RosterFigures(jdbc, CodeLists.standard());
    }

    @Bean
    RosterController rosterController(
            FigureEngine engine,
            RosterFigures figures,
            ReferenceEntries entries,
            JdbcClient jdbc,
            Horizons horizons,
            RecordingClock clock) {
        return new RosterController(
                engine,
                figures,
                new TrainingFigures(figures),
                new Rosters(jdbc, entries),
                new Trainings(jdbc, CodeLists.standard()),
                horizons,
                clock);
    }

    @Bean
    Standings standings(JdbcClient jdbc) {
        return new Standings(jdbc);
    }

    @Bean
    ProgrammeController programmeQueryController(
            FigureEngine engine,
            RosterFigures figures,
            ReferenceEntries entries,
            JdbcClient jdbc,
            Horizons horizons,
            RecordingClock clock) {
        return new ProgrammeController(
                engine,
                new Agreements(jdbc, CodeLists.standard()),
                new Programmes(jdbc, entries),
                figures,
                horizons,
                clock);
    }

    /** An officer is answered about the own record. */
    @Bean
    RouteRules rosterQueryRoutes() {
        return RouteRules.of(
                RouteRule.allow(GET, "/api/queries/roster", SUPERVISOR, COORDINATOR, ANALYST, AUDITOR, SRO),
                RouteRule.allow(GET, "/api/queries/training", SUPERVISOR, COORDINATOR, ANALYST, AUDITOR, SRO),
                RouteRule.allow(
                        GET, "/api/queries/agreements", SUPERVISOR, COORDINATOR, ANALYST, AUDITOR, SRO, SCHOOL_ADMIN),
                RouteRule.allow(
                        GET, "/api/queries/programme", SUPERVISOR, COORDINATOR, ANALYST, AUDITOR, SRO, SCHOOL_ADMIN));
    }
}
