package brightline.query.caseload;

import brightline.events.Code;
import brightline.events.Stated;
import brightline.events.diversion.DiversionEvent;
import brightline.events.diversion.DiversionRecord;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The columns of a diversion, in the table's order. */
final class DiversionRow {
    private DiversionRow() {}

    static DiversionRecord fold(@Nullable DiversionRecord before, Object event) {
        return DiversionRecord.evolve(before, (DiversionEvent) event);
    }

    static List<@Nullable Object> of(DiversionRecord record) {
        var offered = record.offered();
        var issued = record.issued();
        var query = record.stateQuery();
        return Arrays.asList(
                record.interactionId().value(),
                record.kind().code(),
                record.stage().name(),
                record.counts(),
                record.isOpen(),
                record.voided(),
                record.notUsed() == null ? null : code(record.notUsed().unusedReason()),
                offered == null ? null : moment(offered.offeredAt()),
                offered == null || offered.officer() == null
                        ? null
                        : offered.officer().value(),
                offered == null ? null : offered.provider(),
                record.accepted() == null ? null : record.accepted().acceptedOn(),
                record.declined() == null ? null : record.declined().declinedOn(),
                record.declined() == null ? null : code(record.declined().declinedBy()),
                record.startedOn(),
                record.dueOn(),
                record.serviceHours(),
                issued == null ? null : code(issued.terms().offence()),
                issued == null ? null : issued.capsByOurRecords().name(),
                issued == null ? null : said(issued.terms().attorneyApproved()),
                query == null ? null : code(query.answer()),
                query == null ? null : moment(query.askedAt()),
                record.extensions(),
                record.breaches(),
                record.breached() == null ? null : record.breached().breachedOn(),
                record.ended(),
                code(record.endReason()),
                record.report() == null ? null : code(record.report().status()),
                record.report() == null ? null : record.report().reportedOn());
    }

    static @Nullable String code(@Nullable Code code) {
        return code == null ? null : code.code();
    }

    static @Nullable String said(@Nullable Stated stated) {
        return stated == null || stated == Stated.MISSING ? null : stated.name();
    }

    static @Nullable Timestamp moment(@Nullable Instant moment) {
        return moment == null ? null : Timestamp.from(moment);
    }
}
