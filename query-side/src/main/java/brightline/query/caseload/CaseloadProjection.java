package brightline.query.caseload;

import brightline.edge.keys.PersonalParts;
import brightline.events.code.CodeLists;
import brightline.events.diversion.DiversionEvent;
import brightline.events.interaction.InteractionEvent;
import brightline.events.referral.CounterpartEvent;
import brightline.events.referral.ReferralEvent;
import brightline.query.projection.LogReader;
import brightline.query.projection.ProjectedRows;
import brightline.query.projection.Projection;
import brightline.query.projection.ProjectionBatch;
import brightline.query.projection.ReadModelSchema;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/** Diversions, the treatment of students in contacts, what was unticked after the line, and school referrals, each version by version. */
@Component
public final class CaseloadProjection implements Projection {
    /** Names the projection wherever somebody waits for it. */
    public static final String NAME = "caseload";

    private final DataSource dataSource;
    private final LogReader log;
    private final PersonalParts parts;
    private final CodeLists lists = CodeLists.standard();

    public CaseloadProjection(DataSource dataSource, LogReader log, PersonalParts parts) {
        this.dataSource = dataSource;
        this.log = log;
        this.parts = parts;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Class<?>> events() {
        return Set.of(InteractionEvent.class, DiversionEvent.class, ReferralEvent.class, CounterpartEvent.class);
    }

    @Override
    public ProjectionBatch begin(ReadModelSchema schema, long position) {
        return new CaseloadBatch(log, parts, lists, new ProjectedRows(dataSource, schema), position);
    }
}
