package brightline.command.diversion;

import brightline.command.diversion.DiversionCase.Caps;
import brightline.command.diversion.DiversionCase.Count;
import brightline.command.diversion.StationLimits.Limit;
import brightline.command.interaction.RecordWatcher;
import brightline.edge.keys.StudentIndex;
import brightline.edge.schema.SchemaMigration;
import brightline.events.Code;
import brightline.events.DiversionId;
import brightline.events.InteractionId;
import brightline.events.StudentId;
import brightline.events.SubjectHandle;
import brightline.events.diversion.CapsAnswer;
import brightline.events.diversion.DiversionEvent.StationAdjustmentIssued;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Station adjustments by student, counted against the limits on their number. Writes join the submission's transaction. */
@Component
final class StationAdjustments implements RecordWatcher {
    private final JdbcClient jdbc;
    private final StudentIndex index;

    StationAdjustments(
            DataSource dataSource, @Qualifier("commandSchema") SchemaMigration commandSchema, StudentIndex index) {
        this.jdbc = JdbcClient.create(dataSource);
        this.index = index;
    }

    /** Keeps one that was issued. */
    void issued(StationAdjustmentIssued event, Code kind, SubjectHandle subject) {
        jdbc.sql("insert into command.station_adjustment values (?, ?, ?, ?, ?, ?) on conflict do nothing")
                .params(
                        event.diversionId().value(),
                        event.interactionId().value(),
                        subject.value(),
                        kind.code(),
                        event.terms().offence().code(),
                        Date.valueOf(event.terms().issuedOn()))
                .update();
    }

    /** Forgets one that should not exist. */
    void voided(DiversionId diversion) {
        jdbc.sql("delete from command.station_adjustment where diversion_id = ?")
                .param(diversion.value())
                .update();
    }

    @Override
    public void moved(InteractionId interaction, SubjectHandle to) {
        jdbc.sql("update command.station_adjustment set subject_handle = ? where interaction_id = ?")
                .params(to.value(), interaction.value())
                .update();
    }

    @Override
    public void voided(InteractionId interaction) {
        jdbc.sql("delete from command.station_adjustment where interaction_id = ?")
                .param(interaction.value())
                .update();
    }

    private record Earlier(String kind, String offence, LocalDate issuedOn) {
        boolean countsUnder(Limit limit, LocalDate on) {
            return (limit.kind() == null || limit.kind().equals(kind))
                    && (limit.offence() == null || limit.offence().equals(offence))
                    && (limit.years() == null || issuedOn.isAfter(on.minusYears(limit.years())));
        }
    }

    /**
     * What our records say of one more adjustment. The one asked about does not count, nor does what another agency issued.
     *
     * @param subject the student within the case
     * @param on day of the adjustment
     */
    Caps caps(
            DiversionId asked,
            SubjectHandle subject,
            Code kind,
            @Nullable Code offence,
            LocalDate on,
            StationLimits limits) {
        Optional<StudentId> student = index.studentOf(subject);
        if (student.isEmpty()) {
            return new Caps(CapsAnswer.NOT_KNOWN, List.of());
        }
        List<Earlier> earlier = jdbc.sql("""
                        select kind, offence, issued_on from command.station_adjustment
                         where subject_handle = any(:handles) and diversion_id <> :asked
                        """)
                .param(
                        "handles",
                        index.casesOf(student.get()).stream()
                                .map(SubjectHandle::value)
                                .toArray(UUID[]::new))
                .param("asked", asked.value())
                .query((row, _) -> new Earlier(
                        row.getString("kind"), row.getString("offence"), row.getObject("issued_on", LocalDate.class)))
                .list();
        List<Count> counts = new ArrayList<>();
        for (Limit limit : limits.counts(kind, offence)) {
            int reached = (int)
                    earlier.stream().filter(one -> one.countsUnder(limit, on)).count();
            counts.add(new Count(limit.code(), reached, limit.value(), limit.source(), limit.verified()));
        }
        boolean within = counts.stream().allMatch(count -> count.earlier() < count.most());
        return new Caps(within ? CapsAnswer.WITHIN_BY_OUR_RECORDS : CapsAnswer.BEYOND_BY_OUR_RECORDS, counts);
    }
}
