package brightline.query.caseload;

import brightline.events.Code;
import brightline.events.OfficerId;
import brightline.events.referral.ReferralEvent;
import brightline.events.referral.ReferralRecord;
import brightline.query.projection.Row;
import java.time.Instant;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The columns of a referral, in the table's order. */
final class ReferralRow {
    private ReferralRow() {}

    static ReferralRecord fold(@Nullable ReferralRecord before, Object event) {
        return ReferralRecord.evolve(before, (ReferralEvent) event);
    }

    static Row of(ReferralRecord record) {
        var made = record.made();
        var discipline = record.discipline();
        return Row.of("school", made.school())
                .set("kind", made.kind())
                .set("made_at", made.madeAt())
                .set("made_by", made.madeBy())
                .set("made_to", made.to())
                .set("emergency", made.emergency())
                .set("conduct", made.conduct().stream().map(Code::code).collect(Collectors.joining(",")))
                .set("students", made.students())
                .set("stage", record.stage())
                .set("officer", officer(record))
                .set("answered_at", answeredAt(record))
                .set(
                        "decline_reason",
                        record.declined() == null ? null : record.declined().reason())
                .set(
                        "handed_to",
                        record.handedBack() == null ? null : record.handedBack().to())
                .set("disposition", discipline == null ? null : discipline.disposition())
                .set("disposed_on", discipline == null ? null : discipline.decidedOn())
                .set("days_out", discipline == null ? null : discipline.daysOut())
                .set("incident_id", record.incident())
                .set("owner", record.owner())
                .set("voided", record.voided());
    }

    private static @Nullable OfficerId officer(ReferralRecord record) {
        return switch (record.stage()) {
            case MADE -> null;
            case ACCEPTED ->
                record.accepted() == null ? null : record.accepted().officer();
            case DECLINED ->
                record.declined() == null ? null : record.declined().officer();
            case HANDED_BACK ->
                record.handedBack() == null ? null : record.handedBack().officer();
        };
    }

    private static @Nullable Instant answeredAt(ReferralRecord record) {
        if (record.handedBack() != null) {
            return record.handedBack().handedBackAt();
        }
        if (record.declined() != null) {
            return record.declined().declinedAt();
        }
        return record.accepted() == null ? null : record.accepted().acceptedAt();
    }
}
