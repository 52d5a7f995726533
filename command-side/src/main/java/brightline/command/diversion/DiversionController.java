package brightline.command.diversion;

import brightline.command.diversion.DiversionCommand.*;
import brightline.command.endpoint.Sample;
import brightline.command.endpoint.Sender;
import brightline.command.fields.FieldReader;
import brightline.command.interaction.Editor;
import brightline.edge.access.AccountRole;
import brightline.edge.access.Accounts;
import brightline.edge.access.Action;
import brightline.edge.access.CurrentActor;
import brightline.edge.access.Does;
import brightline.events.DiversionId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Diversions over HTTP, step by step. Each step may come late: its day says when it happened. */
@RestController
@RequestMapping("/api/commands/diversions")
@Tag(name = "Diversions")
class DiversionController {
    private final Accounts accounts;

    DiversionController(Accounts accounts) {
        this.accounts = accounts;
    }

    @Does(Action.OFFER_DIVERSION)
    @Operation(
            summary = "Offer an alternative to arrest or court",
            description =
                    "For a station adjustment the answer says what our records know of the limits on their number.")
    @Sample(name = "Station adjustment", value = """
            {"interaction": "01890a5d-ac96-774b-bcce-b302099a8057", "kind": "STATION_INFORMAL",
             "offeredAt": "2026-03-02T12:40:00-06:00", "offence": "MISDEMEANOUR"}""")
    @Sample(name = "Restorative circle", value = """
            {"interaction": "01890a5d-ac96-774b-bcce-b302099a8057", "kind": "RJ_CIRCLE",
             "offeredAt": "2026-03-02T12:40:00-06:00"}""")
    @PostMapping
    OfferDiversion offer(@RequestBody DiversionDocument.Offer sent, FieldReader fields, Sender sender) {
        return reader(sender.newId(DiversionId::new), fields, sender.actor()).offer(sent, accounts);
    }

    @Does(Action.RECORD_DIVERSION_NOT_USED)
    @Operation(summary = "Record an alternative that was considered and not used")
    @Sample("""
            {"interaction": "01890a5d-ac96-774b-bcce-b302099a8057", "kind": "RJ_CIRCLE", "reason": "VICTIM_DECLINED"}""")
    @PostMapping("/not-used")
    RecordNotUsed notUsed(@RequestBody DiversionDocument.NotUsed sent, FieldReader fields, Sender sender) {
        return reader(sender.newId(DiversionId::new), fields, sender.actor()).notUsed(sent);
    }

    @Does(Action.ACCEPT_DIVERSION)
    @Operation(summary = "Record that student and family agreed")
    @Sample("""
            {"on": "2026-03-02"}""")
    @PostMapping("/{id}/acceptance")
    AcceptDiversion acceptance(
            @PathVariable UUID id,
            @RequestBody DiversionDocument.Acceptance sent,
            FieldReader fields,
            CurrentActor actor) {
        return reader(new DiversionId(id), fields, actor).acceptance(sent);
    }

    @Does(Action.DECLINE_DIVERSION)
    @Operation(summary = "Record that it was declined")
    @Sample("""
            {"on": "2026-03-02", "by": "GUARDIAN"}""")
    @PostMapping("/{id}/decline")
    DeclineDiversion decline(
            @PathVariable UUID id,
            @RequestBody DiversionDocument.Decline sent,
            FieldReader fields,
            CurrentActor actor) {
        return reader(new DiversionId(id), fields, actor).decline(sent);
    }

    @Does(Action.START_DIVERSION)
    @Operation(summary = "Record that the student began")
    @Sample("""
            {"on": "2026-03-03", "due": "2026-05-02", "serviceHours": 10}""")
    @PostMapping("/{id}/start")
    StartDiversion start(
            @PathVariable UUID id, @RequestBody DiversionDocument.Start sent, FieldReader fields, CurrentActor actor) {
        return reader(new DiversionId(id), fields, actor).start(sent);
    }

    @Does(Action.RECORD_STATION_ADJUSTMENT)
    @Operation(summary = "Issue a station adjustment with its terms")
    @Sample("""
            {"on": "2026-03-02", "offence": "MISDEMEANOUR", "due": "2026-05-01", "serviceHours": 20,
             "conditions": ["TEEN_COURT", "SCHOOL_ATTENDANCE"], "guardianInvolved": "YES"}""")
    @PostMapping("/{id}/station-adjustment")
    IssueStationAdjustment stationAdjustment(
            @PathVariable UUID id, @RequestBody DiversionDocument.Terms sent, FieldReader fields, CurrentActor actor) {
        return reader(new DiversionId(id), fields, actor).terms(sent);
    }

    @Does(Action.RECORD_STATE_QUERY)
    @Operation(summary = "Record what the state's system answered about earlier station adjustments")
    @Sample("""
            {"askedAt": "2026-03-02T12:45:00-06:00", "answer": "WITHIN_LIMITS", "misdemeanours": 1, "all": 1}""")
    @PostMapping("/{id}/state-query")
    RecordStateQuery stateQuery(
            @PathVariable UUID id, @RequestBody DiversionDocument.Query sent, FieldReader fields, CurrentActor actor) {
        return reader(new DiversionId(id), fields, actor).query(sent);
    }

    @Does(Action.EXTEND_DIVERSION)
    @Operation(summary = "Give more time")
    @Sample("""
            {"on": "2026-03-10", "due": "2026-05-30", "reason": "ILLNESS"}""")
    @PostMapping("/{id}/extension")
    ExtendDiversion extension(
            @PathVariable UUID id,
            @RequestBody DiversionDocument.Extension sent,
            FieldReader fields,
            CurrentActor actor) {
        return reader(new DiversionId(id), fields, actor).extension(sent);
    }

    @Does(Action.RECORD_BREACH)
    @Operation(summary = "Record that terms were broken")
    @Sample("""
            {"on": "2026-03-12", "remedy": "WARNED"}""")
    @PostMapping("/{id}/breach")
    RecordBreach breach(
            @PathVariable UUID id, @RequestBody DiversionDocument.Breach sent, FieldReader fields, CurrentActor actor) {
        return reader(new DiversionId(id), fields, actor).breach(sent);
    }

    @Does(Action.COMPLETE_DIVERSION)
    @Operation(summary = "Record that everything agreed was done")
    @Sample("""
            {"on": "2026-03-20"}""")
    @PostMapping("/{id}/completion")
    CompleteDiversion completion(
            @PathVariable UUID id,
            @RequestBody DiversionDocument.Completion sent,
            FieldReader fields,
            CurrentActor actor) {
        return reader(new DiversionId(id), fields, actor).completion(sent);
    }

    @Does(Action.FAIL_DIVERSION)
    @Operation(summary = "Record that it failed")
    @Sample("""
            {"on": "2026-03-20", "reason": "AGREEMENT_BROKEN"}""")
    @PostMapping("/{id}/failure")
    FailDiversion failure(
            @PathVariable UUID id,
            @RequestBody DiversionDocument.Failure sent,
            FieldReader fields,
            CurrentActor actor) {
        return reader(new DiversionId(id), fields, actor).failure(sent);
    }

    @Does(Action.RECORD_OUTCOME_UNKNOWN)
    @Operation(summary = "Record that the outcome could not be found out")
    @Sample("""
            {"on": "2026-03-20", "reason": "PROVIDER_SILENT"}""")
    @PostMapping("/{id}/unknown")
    StateUnknown unknown(
            @PathVariable UUID id,
            @RequestBody DiversionDocument.Unknown sent,
            FieldReader fields,
            CurrentActor actor) {
        return reader(new DiversionId(id), fields, actor).unknown(sent);
    }

    @Does(Action.RECORD_PROVIDER_REPORT)
    @Operation(summary = "Report for the program")
    @Sample("""
            {"on": "2026-03-15", "status": "ACTIVE", "serviceHoursDone": 6}""")
    @PostMapping("/{id}/provider-reports")
    ReportAsProvider providerReports(
            @PathVariable UUID id, @RequestBody DiversionDocument.Report sent, FieldReader fields, CurrentActor actor) {
        return reader(new DiversionId(id), fields, actor).report(sent);
    }

    @Does(Action.VOID_DIVERSION)
    @Operation(summary = "Take a diversion out of all figures")
    @Sample("""
            {"reason": "DUPLICATE", "basis": "SUPERVISOR_REVIEW"}""")
    @PostMapping("/{id}/void")
    VoidDiversion voided(
            @PathVariable UUID id,
            @RequestBody DiversionDocument.Voiding sent,
            FieldReader fields,
            CurrentActor actor) {
        return reader(new DiversionId(id), fields, actor).voiding(sent);
    }

    private static DiversionReader reader(DiversionId id, FieldReader fields, CurrentActor actor) {
        String provider = actor.role() == AccountRole.PROVIDER ? actor.username() : null;
        return new DiversionReader(fields, id, new DiversionWriter(Editor.of(actor), provider));
    }
}
