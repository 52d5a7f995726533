package brightline.query.roster;

import brightline.events.agency.AgencyEvent;
import brightline.events.officer.OfficerEvent;
import brightline.events.roster.RosterEvent;
import brightline.query.projection.Projection;
import brightline.query.projection.ProjectionBatch;
import brightline.query.projection.ReadModelSchema;
import brightline.query.projection.Recorded;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;

/** Facts about officers, their service and the programme, each with the stretch of the log over which it was known so. */
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
    public int version() {
        return 1;
    }

    @Override
    public List<ProjectedTable> tables() {
        return List.of(
                new ProjectedTable("roster_officer", List.of("officer", "known_from_index")),
                new ProjectedTable("roster_assignment", List.of("officer", "school", "first_day", "known_from_index")),
                new ProjectedTable(
                        "roster_confirmation",
                        List.of("officer", "school", "confirmed_on", "side", "known_from_index")),
                new ProjectedTable("roster_list", List.of("side", "list_day", "known_from_index")),
                new ProjectedTable(
                        "roster_list_line", List.of("side", "list_day", "known_from_index", "star_number", "school")),
                new ProjectedTable("officer_screening", List.of("officer", "screened_on", "known_from_index")),
                new ProjectedTable("officer_complaint", List.of("officer", "complaint")),
                new ProjectedTable(
                        "officer_complaint_statement",
                        List.of("officer", "complaint", "stated_on", "known_from_index")),
                new ProjectedTable(
                        "officer_complaint_finding", List.of("officer", "complaint", "found_on", "known_from_index")),
                new ProjectedTable("officer_training", List.of("officer", "topic", "held_from", "known_from_index")),
                new ProjectedTable("officer_acknowledgement", List.of("officer", "agreement_id", "version")),
                new ProjectedTable("programme_rule", List.of("from_day", "kind", "code", "known_from_index")),
                new ProjectedTable("programme_coordinator", List.of("first_day", "known_from_index")));
    }

    @Override
    public String definition() {
        try (InputStream in = RosterProjection.class.getResourceAsStream("tables.sql")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public ProjectionBatch begin(ReadModelSchema schema, long position) {
        List<Recorded> kept = new ArrayList<>();
        return new ProjectionBatch() {
            @Override
            public void handle(Recorded recorded) {
                switch (recorded.event()) {
                    case OfficerEvent _, RosterEvent _, AgencyEvent _ -> kept.add(recorded);
                    default -> {
                        // Nothing of the roster.
                    }
                }
            }

            @Override
            public void flush(long reached) {
                if (!kept.isEmpty()) {
                    RosterTables tables = new RosterTables(new VersionedRows(dataSource, schema));
                    kept.forEach(tables::write);
                }
            }
        };
    }
}
