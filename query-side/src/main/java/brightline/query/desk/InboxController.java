package brightline.query.desk;

import static brightline.query.projection.Version.known;

import brightline.edge.access.Action;
import brightline.edge.access.CurrentActor;
import brightline.edge.access.Does;
import brightline.query.desk.DeskReader.View;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What waits for the signed-in account. Reviews wait for supervisors and coordinators, and once given to somebody for that account
 * alone; deadlines for the role that answers for them; notices and requests for records clerks.
 */
@RestController
final class InboxController {
    private static final Map<String, Function<String, Boolean>> FILTERS =
            Map.of("done", DeskQuestion.oneOf("true", "false"), "unread", DeskQuestion.oneOf("true", "false"));
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
                from rm.record_request t where decision is null and :role = 'clerk' and %1$s),
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
    @ListParameters
    @Parameter(in = ParameterIn.QUERY, name = "done", description = "true for what was marked done", example = "false")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "unread",
            description = "true for what was not yet read",
            example = "true")
    @Does(Action.READ_INBOX)
    @GetMapping("/api/queries/inbox")
    Map<String, @Nullable Object> inbox(
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters,
            @Parameter(hidden = true) CurrentActor actor) {
        DeskQuestion question = DeskQuestion.read(parameters, FILTERS);
        return reader.read(question.asKnownOn(), question.atLeastIndex(), view -> answer(question, view, actor));
    }

    private Map<String, @Nullable Object> answer(DeskQuestion question, View view, CurrentActor actor) {
        boolean done = "true".equals(question.filter("done"));
        boolean unread = "true".equals(question.filter("unread"));
        List<Map<String, @Nullable Object>> rows = reader.jdbc()
                .sql(WAITING + "select t.item, t.kind, t.what, c.incident_number as number, t.since, t.due_at, t.mark,"
                        + " t.begun_index from marked t" + DeskReader.CASE
                        + " where (:done or t.mark is distinct from 'DONE') and (not :unread or t.mark is null)"
                        + " and t.begun_index < :cursor order by t.begun_index desc, t.item limit :atMost")
                .param("horizon", view.horizon())
                .param("account", actor.username())
                .param("role", actor.role().text())
                .param("done", done)
                .param("unread", unread)
                .param("cursor", question.cursor() == null ? Long.MAX_VALUE : question.cursor())
                .param("atMost", question.limit() + 1)
                .query()
                .listOfRows();
        boolean goesOn = rows.size() > question.limit();
        List<Map<String, @Nullable Object>> shown = goesOn ? rows.subList(0, question.limit()) : rows;
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("items", shown.stream().map(DeskReader::json).toList());
        if (goesOn) {
            json.put("next", String.valueOf(shown.getLast().get("begun_index")));
        }
        json.put("index", view.horizon());
        json.put(
                "unread",
                reader.jdbc()
                        .sql(WAITING + "select count(*) from marked where mark is null")
                        .param("horizon", view.horizon())
                        .param("account", actor.username())
                        .param("role", actor.role().text())
                        .query(Long.class)
                        .single());
        return json;
    }
}
