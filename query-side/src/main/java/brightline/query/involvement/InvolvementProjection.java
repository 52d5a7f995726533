package brightline.query.involvement;

import brightline.edge.keys.PersonalParts;
import brightline.events.agency.AgencyEvent;
import brightline.events.agreement.AgreementEvent;
import brightline.events.code.CodeLists;
import brightline.events.imports.ImportEvent;
import brightline.events.incident.IncidentEvent;
import brightline.events.interaction.InteractionEvent;
import brightline.events.officer.OfficerEvent;
import brightline.events.school.SchoolEvent;
import brightline.query.projection.LogReader;
import brightline.query.projection.Projection;
import brightline.query.projection.ProjectionBatch;
import brightline.query.projection.ReadModelSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/** Facts and classes of every involvement, with schools, officers, agreements and the agency's settings beside them. */
@Component
final class InvolvementProjection implements Projection {
    /** Names the projection wherever somebody waits for it. */
    static final String NAME = "involvement";

    private final DataSource dataSource;
    private final LogReader log;
    private final PersonalParts parts;
    private final FactDerivation derivation;

    InvolvementProjection(DataSource dataSource, LogReader log, PersonalParts parts) {
        this.dataSource = dataSource;
        this.log = log;
        this.parts = parts;
        this.derivation = new FactDerivation(CodeLists.standard());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<ProjectedTable> tables() {
        return List.of(
                new ProjectedTable("involvement_fact", List.of("fact_key")),
                new ProjectedTable("involvement_class", List.of("fact_key", "rule_set")),
                new ProjectedTable("incident_link", List.of("incident_id", "known_from_index")),
                new ProjectedTable("agency_entry", List.of("known_from_index")),
                new ProjectedTable("school_entry", List.of("school", "known_from_index")),
                new ProjectedTable("officer_entry", List.of("officer", "known_from_index")),
                new ProjectedTable("agreement_entry", List.of("agreement_id", "known_from_index")),
                new ProjectedTable("import_entry", List.of("import_id", "known_from_index")));
    }

    @Override
    public String definition() {
        try (InputStream in = InvolvementProjection.class.getResourceAsStream("tables.sql")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Set<Class<?>> events() {
        return Set.of(
                InteractionEvent.class,
                IncidentEvent.class,
                AgencyEvent.class,
                SchoolEvent.class,
                OfficerEvent.class,
                AgreementEvent.class,
                ImportEvent.class);
    }

    @Override
    public ProjectionBatch begin(ReadModelSchema schema, long position) {
        return new InvolvementBatch(derivation, log, parts, new InvolvementTables(dataSource, schema), position);
    }
}
