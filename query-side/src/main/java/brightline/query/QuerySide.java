package brightline.query;

import static brightline.edge.access.AccountRole.ANALYST;
import static brightline.edge.access.AccountRole.AUDITOR;
import static brightline.edge.access.AccountRole.CLERK;
import static brightline.edge.access.AccountRole.COORDINATOR;
import static brightline.edge.access.AccountRole.SCHOOL_ADMIN;
import static brightline.edge.access.AccountRole.SRO;
import static brightline.edge.access.AccountRole.SUPERVISOR;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import brightline.edge.access.RouteRule;
import brightline.edge.access.RouteRules;
import brightline.edge.clock.RecordingClock;
import brightline.edge.keys.PersonalParts;
import brightline.edge.keys.StudentIndex;
import brightline.events.code.CodeLists;
import brightline.query.arrests.ArrestController;
import brightline.query.arrests.ArrestFigures;
import brightline.query.asking.AskingConfiguration;
import brightline.query.audit.CaseController;
import brightline.query.audit.Cases;
import brightline.query.audit.TimelineProjection;
import brightline.query.care.CareConfiguration;
import brightline.query.caseload.CaseloadConfiguration;
import brightline.query.desk.DeskConfiguration;
import brightline.query.figures.FigureEngine;
import brightline.query.figures.FiguresConfiguration;
import brightline.query.figures.ReferenceEntries;
import brightline.query.funnel.FunnelConfiguration;
import brightline.query.involvement.InvolvementProjection;
import brightline.query.lateness.LatenessConfiguration;
import brightline.query.pages.PagesConfiguration;
import brightline.query.pages.PasswordController;
import brightline.query.pages.cases.CasesController;
import brightline.query.pages.counting.HowWeCountController;
import brightline.query.pages.dashboard.DashboardController;
import brightline.query.pages.entry.EntryController;
import brightline.query.pages.operations.AccountsController;
import brightline.query.pages.operations.CareController;
import brightline.query.pages.operations.ImportsController;
import brightline.query.pages.operations.ReplaysController;
import brightline.query.pages.operations.SettingsController;
import brightline.query.projection.Horizons;
import brightline.query.projection.LogReader;
import brightline.query.projection.ProjectionConfiguration;
import brightline.query.replay.ReplayConfiguration;
import brightline.query.roster.RosterConfiguration;
import brightline.query.routine.RoutineController;
import brightline.query.routine.RoutineFigures;
import brightline.query.students.StudentProjection;
import brightline.query.students.StudentSearch;
import brightline.query.students.StudentSearchController;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The query side, to be imported by an application beside the event log's and the key store's configurations and the way in.
 */
@Configuration(proxyBeanMethods = false)
@Import({
    ProjectionConfiguration.class,
    FiguresConfiguration.class,
    AskingConfiguration.class,
    ReplayConfiguration.class,
    CareConfiguration.class,
    RosterConfiguration.class,
    CaseloadConfiguration.class,
    DeskConfiguration.class,
    LatenessConfiguration.class,
    FunnelConfiguration.class,
    RoutineController.class,
    ArrestController.class,
    CaseController.class,
    StudentSearchController.class,
    PagesConfiguration.class,
    EntryController.class,
    SettingsController.class,
    AccountsController.class,
    PasswordController.class,
    DashboardController.class,
    HowWeCountController.class,
    CasesController.class,
    ReplaysController.class,
    CareController.class,
    ImportsController.class
})
public class QuerySide {

    @Bean
    InvolvementProjection involvementProjection(DataSource dataSource, LogReader log, PersonalParts parts) {
        return new InvolvementProjection(dataSource, log, parts, CodeLists.standard());
    }

    @Bean
    TimelineProjection timelineProjection(DataSource dataSource) {
        return new TimelineProjection(dataSource, CodeLists.standard());
    }

    @Bean
    Cases cases(FigureEngine engine, ReferenceEntries entries, Horizons horizons, JdbcClient jdbc, LogReader log) {
        return new Cases(engine, entries, horizons, jdbc, log);
    }

    @Bean
    StudentProjection studentProjection(DataSource dataSource) {
        return new StudentProjection(dataSource);
    }

    @Bean
    StudentSearch studentSearch(
            JdbcClient jdbc, PersonalParts parts, StudentIndex index, ReferenceEntries entries, RecordingClock clock) {
        return new StudentSearch(jdbc, parts, index, entries, clock);
    }

    @Bean
    RoutineFigures routineFigures(FigureEngine engine) {
        return new RoutineFigures(engine);
    }

    @Bean
    ArrestFigures arrestFigures(FigureEngine engine) {
        return new ArrestFigures(engine);
    }

    /** Who may look a student up; how much of whom, the search itself decides. */
    @Bean
    RouteRules studentRoutes() {
        return RouteRules.of(
                RouteRule.allow(POST, "/api/queries/students/search", SRO, SCHOOL_ADMIN, COORDINATOR, CLERK));
    }

    /** Who may ask for figures and cases. An officer is answered about the own record. */
    @Bean
    RouteRules figureRoutes() {
        return RouteRules.of(
                RouteRule.allow(GET, "/api/queries/involvements", SUPERVISOR, COORDINATOR, ANALYST, AUDITOR, SRO),
                RouteRule.allow(GET, "/api/queries/routine-discipline", SUPERVISOR, COORDINATOR, ANALYST, AUDITOR, SRO),
                RouteRule.allow(GET, "/api/queries/arrests", SUPERVISOR, COORDINATOR, ANALYST, AUDITOR, SRO),
                RouteRule.allow(GET, "/api/queries/cases", SUPERVISOR, COORDINATOR, AUDITOR, SRO),
                RouteRule.allow(GET, "/api/queries/cases/{id}/timeline", SUPERVISOR, COORDINATOR, AUDITOR, SRO));
    }
}
