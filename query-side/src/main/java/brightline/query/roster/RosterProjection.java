package brightline.query.roster;

import brightline.events.agency.AgencyEvent;
import brightline.events.agreement.AgreementEvent;
import brightline.events.officer.OfficerEvent;
import brightline.events.roster.RosterEvent;
import brightline.events.school.SchoolEvent;
import brightline.query.projection.ProjectedRows;
import brightline.query.projection.Projection;
import brightline.query.projection.ProjectionBatch;
import brightline.query.projection.ReadModelSchema;
import brightline.query.projection.Recorded;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/** Facts about officers, their service and the programme, each with the stretch of the log over which it was known so. */
@Component
public final class RosterProjection implements Projection {
    /** Names the projection wherever somebody waits for it. */
    public static final String NAME = "roster";

    private final DataSource dataSource;

    public RosterProjection(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Class<?>> events() {
        return Set.of(
                OfficerEvent.class, RosterEvent.class, AgencyEvent.class, SchoolEvent.class, AgreementEvent.class);
    }

    @Override
    public ProjectionBatch begin(ReadModelSchema schema, long position) {
        List<Recorded> kept = new ArrayList<>();
        return new ProjectionBatch() {
            @Override
            public void handle(Recorded recorded) {
                switch (recorded.event()) {
                    case OfficerEvent _, RosterEvent _, AgencyEvent _, SchoolEvent _, AgreementEvent _ ->
                        kept.add(recorded);
                    default -> {
                        // Nothing of the roster.
                    }
                }
            }

            @Override
            public void flush(long reached) {
                if (!kept.isEmpty()) {
                    ProjectedRows rows = new ProjectedRows(dataSource, schema);
                    RosterTables roster = new RosterTables(rows);
                    ProgrammeTables programme = new ProgrammeTables(rows);
                    for (Recorded recorded : kept) {
                        switch (recorded.event()) {
                            case SchoolEvent event -> programme.write(event, recorded.index());
                            case AgreementEvent event -> programme.write(event, recorded.index());
                            default -> roster.write(recorded);
                        }
                    }
                }
            }
        };
    }
}
