package brightline.query.figures;

import brightline.edge.clock.RecordingClock;
import brightline.events.code.CodeLists;
import brightline.query.projection.Horizons;
import brightline.query.projection.ProjectionProcessors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Figures over the facts of the projection {@value FigureEngine#PROJECTION}. */
@Configuration(proxyBeanMethods = false)
class FiguresConfiguration {
    @Bean
    FigureEngine figureEngine(
            Horizons horizons,
            ReferenceEntries entries,
            RecordingClock clock,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            ProjectionProcessors tablesFirst) {
        return new FigureEngine(
                horizons,
                entries,
                clock,
                CodeLists.standard(),
                new FigureNotes(jdbc, horizons, clock),
                jdbc,
                transactions,
                Long.MAX_VALUE);
    }
}
