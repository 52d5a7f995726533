package brightline.query.desk;

import static brightline.query.projection.Version.known;

import brightline.edge.access.Action;
import brightline.edge.access.CurrentActor;
import brightline.edge.access.Does;
import brightline.query.desk.DeskReader.View;
import brightline.query.projection.RecordRow;
import brightline.query.question.Asked;
import brightline.query.question.Basis;
import brightline.query.question.Conditions;
import brightline.query.question.Filter;
import brightline.query.question.Paging;
import brightline.query.question.Paging.Stretch;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What waits for the signed-in account. Reviews wait for supervisors and coordinators, and once given to somebody for that account
 * alone; deadlines for the role that answers for them; notices and requests for records clerks; numbers stated of two people for coordinators.
 */
@RestController
final class InboxController {
    /** What is asked of the list. */
    record Question(
            @Filter(value = "true for what was marked done, too", example = "false") @Nullable
            Boolean done,

            @Filter(
                    value = "true for what was not yet read",
                    example = "true",
                    where = "(not :unread or t.mark is null)")
            @Nullable
            Boolean unread,

            Basis basis,
            Paging paging) {}

    /**
     * Something that waits.
     *
     * @param what ground, rule and state, cause or kind, by the kind of item
     * @param number of the incident; null where it is about none
     * @param dueAt null where it is due at no moment
     * @param mark READ or DONE; null for neither
     */
    record Item(
            String item,
            String kind,
            String what,
            @Nullable String number,
            @Nullable Instant since,
            @Nullable Instant dueAt,
            @Nullable String mark,
            long begunIndex) {}

    /**
     * A work list.
     *
     * @param next where the list goes on; absent at the end
     * @param unread how many were not yet read, whatever is filtered
     */
    record Inbox(
            List<Item> items,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String next,

            long index,
            long unread) {}

    /** What was marked done and has moved on since is there again. */
    private static final String WAITING = """
            with work as (
              select 'review/' || review_id as item, 'review' as kind, ground as what, interaction_id, incident_id,
                     begun_index, begun_at as since, known_from_index, null::timestamptz as due_at
                from rm.review t where state = 'OPEN' and %1$s
                 and (owner = :account or (owner is null and :role in ('supervisor', 'coordinator')))
              union all
              select 'deadline/' || deadline_id, 'deadline', rule || ' ' || state, interaction_id, null,
                     begun_index, triggered_at, known_from_index, due_at
                from rm.deadline t where state in ('WAITING', 'MISSED') and responsible = :role and %1$s
              union all
              select 'notice/' || disclosure_id, 'notice', notice_cause, interaction_id, null,
                     begun_index, corrected_at, known_from_index, null
                from rm.disclosure t where notice = 'DUE' and :role = 'clerk' and %1$s
              union all
              select 'request/' || request_id, 'request', kind, interaction_id, null,
                     begun_index, received_at, known_from_index, null
                from rm.record_request t where decision is null and :role = 'clerk' and %1$s
              union all
              select 'clash/' || clash_id, 'clash', cause, null, null,
                     begun_index, begun_at, known_from_index, null
                from rm.number_clash t where state = 'OPEN' and :role = 'coordinator' and %1$s),
            marked as (
              select t.*, case when m.known_from_index > t.known_from_index then m.state end as mark
                from work t left join rm.work_mark m on m.item = t.item and m.account = :account
                 and %2$s)
            """.formatted(DeskReader.AS_KNOWN, known("m"));

    private final DeskReader reader;

    InboxController(DeskReader reader) {
        this.reader = reader;
    }

    @Operation(
            summary = "What waits for the signed-in account",
            description = "Items marked done are left out unless asked for. No item names a person.")
    @Does(Action.READ_INBOX)
    @GetMapping("/api/queries/inbox")
    Inbox inbox(@Asked Question question, CurrentActor actor) {
        return reader.read(question.basis(), view -> answer(question, view, actor));
    }

    private Inbox answer(Question question, View view, CurrentActor actor) {
        Conditions conditions = Conditions.of(question)
                .of(question.paging(), DeskReader.LATEST)
                .with("horizon", view.horizon())
                .with("account", actor.username())
                .with("role", actor.role().text());
        if (!Boolean.TRUE.equals(question.done())) {
            conditions.and("t.mark is distinct from 'DONE'");
        }
        Stretch<Item> stretch = question.paging()
                .read(
                        reader.jdbc()
                                .sql(WAITING + "select t.*, c.incident_number as number from marked t" + DeskReader.CASE
                                        + " where %s order by %s limit :atMost"
                                                .formatted(conditions.sql(), DeskReader.LATEST.sql()))
                                .params(conditions.values()),
                        DeskReader.LATEST,
                        RecordRow.of(Item.class));
        long unread = reader.jdbc()
                .sql(WAITING + "select count(*) from marked where mark is null")
                .params(conditions.values())
                .query(Long.class)
                .single();
        return new Inbox(stretch.items(), stretch.next(), view.horizon(), unread);
    }
}
