package brightline.command.incident;

import brightline.edge.schema.SchemaMigration;
import brightline.events.IncidentId;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which incident is the double of which; joins the submission's transaction. */
@Component
final class IncidentLinks {
    private final JdbcClient jdbc;

    IncidentLinks(DataSource dataSource, @Qualifier("commandSchema") SchemaMigration commandSchema) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** Two links at once could make a chain that neither of them sees. */
    void oneAtATime() {
        jdbc.sql("lock table command.incident_link in share row exclusive mode").update();
    }

    boolean isLinked(IncidentId incident) {
        return exists("select exists (select from command.incident_link where incident_id = ?)", incident);
    }

    boolean hasDoubles(IncidentId incident) {
        return exists("select exists (select from command.incident_link where primary_id = ?)", incident);
    }

    private boolean exists(String query, IncidentId incident) {
        return jdbc.sql(query).param(incident.value()).query(Boolean.class).single();
    }

    void add(IncidentId incident, IncidentId primary) {
        jdbc.sql("insert into command.incident_link (incident_id, primary_id) values (?, ?)")
                .param(incident.value())
                .param(primary.value())
                .update();
    }
}
