package brightline.query.projection;

import brightline.events.EventCatalogue;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The events that projections go on without, kept beside their rows. Joins the caller's transaction. */
@Component
public final class LeftOutEvents {
    private final DiscardedEvents discarded;
    private final JdbcClient jdbc;

    LeftOutEvents(DiscardedEvents discarded, JdbcClient jdbc) {
        this.discarded = discarded;
        this.jdbc = jdbc;
    }

    /** An event left out, and why it could not be handled. */
    public record LeftOut(Recorded event, ProjectionFailure failure) {}

    /** Whether the projection goes on without the event, which it could not handle. */
    public boolean mayLeaveOut(String projection, Recorded event) {
        return discarded.contains(projection, event.eventId());
    }

    void add(String projection, LeftOut leftOut) {
        Recorded event = leftOut.event();
        jdbc.sql("""
                        insert into rm.left_out_event (projection, event_id, log_index, stream, event, cause_type, cause_code)
                        values (:projection, :event, :index, :stream, :name, :type, :code)
                        on conflict do nothing
                        """)
                .param("projection", projection)
                .param("event", event.eventId())
                .param("index", event.index())
                .param("stream", event.stream())
                .param("name", EventCatalogue.nameOf(event.event().getClass()))
                .param("type", leftOut.failure().type())
                .param("code", leftOut.failure().code())
                .update();
    }

    /** Other tables are live now, which miss these events and no others. */
    void replace(String projection, Collection<LeftOut> leftOut) {
        jdbc.sql("delete from rm.left_out_event where projection = ? and not event_id = any(?)")
                .param(projection)
                .param(leftOut.stream().map(one -> one.event().eventId()).toArray(String[]::new))
                .update();
        leftOut.forEach(one -> add(projection, one));
    }
}
