package brightline.query;

import brightline.edge.keys.PersonalParts;
import brightline.events.code.CodeLists;
import brightline.query.involvement.InvolvementProjection;
import brightline.query.pages.PagesConfiguration;
import brightline.query.pages.entry.EntryController;
import brightline.query.pages.operations.SettingsController;
import brightline.query.projection.LogReader;
import brightline.query.projection.ProjectionConfiguration;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * The query side, to be imported by an application beside the event log's and the key store's configurations and the way in.
 */
@Configuration(proxyBeanMethods = false)
@Import({ProjectionConfiguration.class, PagesConfiguration.class, EntryController.class, SettingsController.class})
public class QuerySide {

    @Bean
    InvolvementProjection involvementProjection(DataSource dataSource, LogReader log, PersonalParts parts) {
        return new InvolvementProjection(dataSource, log, parts, CodeLists.standard());
    }
}
