package brightline.query.involvement;

import brightline.edge.keys.PersonalParts;
import brightline.edge.keys.StudentIndex;
import brightline.events.agency.AgencyEvent;
import brightline.events.agreement.AgreementEvent;
import brightline.events.code.CodeLists;
import brightline.events.imports.ImportEvent;
import brightline.events.incident.IncidentEvent;
import brightline.events.interaction.InteractionEvent;
import brightline.events.officer.OfficerEvent;
import brightline.events.review.ReviewEvent;
import brightline.events.school.SchoolEvent;
import brightline.query.projection.LogReader;
import brightline.query.projection.Projection;
import brightline.query.projection.ProjectionBatch;
import brightline.query.projection.ReadModelSchema;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/** Facts and classes of every involvement and what reviewers made of them, with schools, officers, agreements and the agency's settings beside them. */
@Component
final class InvolvementProjection implements Projection {
    /** Names the projection wherever somebody waits for it. */
    static final String NAME = "involvement";

    private final DataSource dataSource;
    private final LogReader log;
    private final PersonalParts parts;
    private final StudentIndex index;
    private final FactDerivation derivation;

    InvolvementProjection(DataSource dataSource, LogReader log, PersonalParts parts, StudentIndex index) {
        this.dataSource = dataSource;
        this.log = log;
        this.parts = parts;
        this.index = index;
        this.derivation = new FactDerivation(CodeLists.standard());
    }

    @Override
    public String name() {
        return NAME;
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
                ImportEvent.class,
                ReviewEvent.class);
    }

    @Override
    public ProjectionBatch begin(ReadModelSchema schema, long position) {
        return new InvolvementBatch(derivation, log, parts, index, new InvolvementTables(dataSource, schema), position);
    }
}
