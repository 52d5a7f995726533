package brightline.query.audit;

import brightline.events.ComparisonForm;
import brightline.events.EventCatalogue;
import brightline.events.IncidentId;
import brightline.events.code.CodeLists;
import brightline.events.deadline.DeadlineEvent;
import brightline.events.disclosure.DisclosureEvent;
import brightline.events.diversion.DiversionEvent;
import brightline.events.diversion.DiversionEvent.DiversionOffered;
import brightline.events.incident.IncidentEvent;
import brightline.events.incident.IncidentEvent.IncidentOpened;
import brightline.events.interaction.InteractionEvent;
import brightline.events.interaction.InteractionEvent.ActionEvent;
import brightline.events.interaction.InteractionEvent.InteractionOpened;
import brightline.events.interaction.InteractionEvent.SourceRecorded;
import brightline.events.referral.CounterpartEvent;
import brightline.events.referral.CounterpartEvent.CounterpartOwnerAssigned;
import brightline.events.referral.ReferralEvent;
import brightline.events.request.RequestEvent;
import brightline.events.review.ComplaintEvent;
import brightline.events.review.ReviewEvent;
import brightline.query.projection.ProjectedRows;
import brightline.query.projection.Projection;
import brightline.query.projection.ProjectionBatch;
import brightline.query.projection.ReadModelSchema;
import brightline.query.projection.Recorded;
import brightline.query.projection.Row;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One line per event of an incident, an interaction or what follows of it. */
@Component
final class TimelineProjection implements Projection {
    /** Names the projection wherever somebody waits for it. */
    static final String NAME = "timeline";

    private final DataSource dataSource;
    private final CodeLists lists = CodeLists.standard();

    TimelineProjection(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Class<?>> events() {
        return Set.of(
                IncidentEvent.class,
                InteractionEvent.class,
                DiversionEvent.class,
                ReferralEvent.class,
                CounterpartEvent.class,
                ComplaintEvent.class,
                ReviewEvent.class,
                DeadlineEvent.class,
                DisclosureEvent.class,
                RequestEvent.class);
    }

    @Override
    public ProjectionBatch begin(ReadModelSchema schema, long position) {
        List<Row> lines = new ArrayList<>();
        List<Row> numbers = new ArrayList<>();
        List<Row> records = new ArrayList<>();
        return new ProjectionBatch() {
            @Override
            public void handle(Recorded recorded) {
                switch (recorded.event()) {
                    case IncidentEvent event -> {
                        lines.add(line(recorded, event));
                        numbers.addAll(outsideNumbers(recorded, event));
                    }
                    case InteractionEvent event -> {
                        lines.add(line(recorded, event));
                        records.addAll(sourceRecords(recorded, event));
                    }
                    case DiversionEvent event -> lines.add(line(recorded, event));
                    case ReferralEvent event -> {
                        if (event.incidentId() != null) {
                            lines.add(ofIncident(
                                    recorded, event.incidentId(), new ReferralWords(words(recorded)).of(event)));
                        }
                    }
                    case CounterpartOwnerAssigned event ->
                        lines.add(
                                ofIncident(recorded, event.incidentId(), new ReferralWords(words(recorded)).of(event)));
                    default ->
                        DeskWords.of(recorded.event(), words(recorded))
                                .ifPresent(said -> lines.add(line(
                                        recorded,
                                        said.incident(),
                                        said.interaction(),
                                        said.occurredAt(),
                                        said.words())));
                }
            }

            @Override
            public void flush(long reached) {
                ProjectedRows rows = new ProjectedRows(dataSource, schema);
                rows.insert("timeline_entry", lines);
                rows.insert("outside_number", numbers);
                rows.insert("source_record", records);
            }
        };
    }

    private static List<Row> outsideNumbers(Recorded recorded, IncidentEvent event) {
        return event instanceof IncidentOpened opened
                ? opened.references().stream()
                        .distinct()
                        .map(one -> Row.of("incident_id", opened.incidentId().value())
                                .set("kind", one.kind().code())
                                .set("number", one.value())
                                .set("compared", ComparisonForm.of(one.value()))
                                .set("known_from_index", recorded.index()))
                        .toList()
                : List.of();
    }

    private static List<Row> sourceRecords(Recorded recorded, InteractionEvent event) {
        return event instanceof SourceRecorded said
                ? SourceRecord.compared(said.sourceKey()).stream()
                        .map(one -> Row.of(
                                        "interaction_id", said.interactionId().value())
                                .set("compared", one)
                                .set("known_from_index", recorded.index()))
                        .toList()
                : List.of();
    }

    private Row line(Recorded recorded, IncidentEvent event) {
        return line(
                recorded,
                event.incidentId().value(),
                null,
                event instanceof IncidentOpened opened ? opened.occurredAt() : null,
                words(recorded).of(event));
    }

    private Row line(Recorded recorded, InteractionEvent event) {
        InteractionOpened opened = event instanceof InteractionOpened first ? first : null;
        Instant occurredAt = opened != null ? opened.occurredAt() : null;
        return line(
                recorded,
                opened != null ? opened.incidentId().value() : null,
                event.interactionId().value(),
                event instanceof ActionEvent taken ? taken.action().startedAt() : occurredAt,
                words(recorded).of(event));
    }

    private static Row ofIncident(Recorded recorded, @Nullable IncidentId incident, String words) {
        return line(recorded, incident == null ? null : incident.value(), null, null, words);
    }

    private Row line(Recorded recorded, DiversionEvent event) {
        return line(
                recorded,
                null,
                event.interactionId().value(),
                event instanceof DiversionOffered offered ? offered.offeredAt() : null,
                new DiversionWords(words(recorded)).of(event));
    }

    private EventWords words(Recorded recorded) {
        return new EventWords(
                lists, recorded.recordedAt().atZone(ZoneOffset.UTC).toLocalDate());
    }

    private static Row line(
            Recorded recorded,
            @Nullable UUID incident,
            @Nullable UUID interaction,
            @Nullable Instant occurredAt,
            String words) {
        return Row.of("log_index", recorded.index())
                .set("event_id", recorded.eventId())
                .set("incident_id", incident)
                .set("interaction_id", interaction)
                .set("kind", EventCatalogue.nameOf(recorded.event().getClass()))
                .set("occurred_at", occurredAt)
                .set("recorded_at", recorded.recordedAt())
                .set("actor", recorded.actor())
                .set("submission", recorded.submission())
                .set("words", words);
    }
}
