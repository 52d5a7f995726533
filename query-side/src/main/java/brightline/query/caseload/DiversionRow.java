package brightline.query.caseload;

import brightline.events.diversion.DiversionEvent;
import brightline.events.diversion.DiversionRecord;
import brightline.query.projection.Row;
import org.jspecify.annotations.Nullable;

/** The columns of a diversion, in the table's order. */
final class DiversionRow {
    private DiversionRow() {}

    static DiversionRecord fold(@Nullable DiversionRecord before, Object event) {
        return DiversionRecord.evolve(before, (DiversionEvent) event);
    }

    static Row of(DiversionRecord record) {
        var offered = record.offered();
        var issued = record.issued();
        var query = record.stateQuery();
        return Row.of("interaction_id", record.interactionId())
                .set("kind", record.kind())
                .set("stage", record.result())
                .set("counts", record.counts())
                .set("open", record.isOpen())
                .set("voided", record.voided())
                .set(
                        "unused_reason",
                        record.notUsed() == null ? null : record.notUsed().unusedReason())
                .set("offered_at", offered == null ? null : offered.offeredAt())
                .set("officer", offered == null ? null : offered.officer())
                .set("provider", offered == null ? null : offered.provider())
                .set(
                        "accepted_on",
                        record.accepted() == null ? null : record.accepted().acceptedOn())
                .set(
                        "declined_on",
                        record.declined() == null ? null : record.declined().declinedOn())
                .set(
                        "declined_by",
                        record.declined() == null ? null : record.declined().declinedBy())
                .set("started_on", record.startedOn())
                .set("due_on", record.dueOn())
                .set("service_hours", record.serviceHours())
                .set("offence", issued == null ? null : issued.terms().offence())
                .set("caps", issued == null ? null : issued.capsByOurRecords().name())
                .set("attorney_approved", issued == null ? null : issued.terms().attorneyApproved())
                .set("state_query", query == null ? null : query.answer())
                .set("state_query_at", query == null ? null : query.askedAt())
                .set("extensions", record.extensions())
                .set("breaches", record.breaches())
                .set(
                        "breached_on",
                        record.breached() == null ? null : record.breached().breachedOn())
                .set("ended_on", record.ended())
                .set("end_reason", record.endReason())
                .set(
                        "report_status",
                        record.report() == null ? null : record.report().status())
                .set(
                        "reported_on",
                        record.report() == null ? null : record.report().reportedOn());
    }
}
