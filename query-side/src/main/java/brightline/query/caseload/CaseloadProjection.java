package brightline.query.caseload;

import brightline.edge.keys.PersonalParts;
import brightline.events.code.CodeLists;
import brightline.events.diversion.DiversionEvent;
import brightline.events.interaction.InteractionEvent;
import brightline.events.referral.CounterpartEvent;
import brightline.events.referral.ReferralEvent;
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
    public int version() {
        return 2;
    }

    @Override
    public List<ProjectedTable> tables() {
        return List.of(
                new ProjectedTable("diversion_fact", List.of("diversion_id", "known_from_index")),
                new ProjectedTable("case_fact", List.of("interaction_id", "known_from_index")),
                new ProjectedTable("line_fact", List.of("interaction_id", "known_from_index")),
                new ProjectedTable("referral_fact", List.of("referral_id", "known_from_index")),
                new ProjectedTable("counterpart_owner", List.of("incident_id", "known_from_index")));
    }

    @Override
    public String definition() {
        try (InputStream in = CaseloadProjection.class.getResourceAsStream("tables.sql")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Set<Class<?>> events() {
        return Set.of(InteractionEvent.class, DiversionEvent.class, ReferralEvent.class, CounterpartEvent.class);
    }

    @Override
    public ProjectionBatch begin(ReadModelSchema schema, long position) {
        return new CaseloadBatch(log, parts, lists, new CaseloadTables(dataSource, schema), position);
    }
}
