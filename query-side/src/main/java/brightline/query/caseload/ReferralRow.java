package brightline.query.caseload;

import static brightline.query.caseload.DiversionRow.code;
import static brightline.query.caseload.DiversionRow.moment;
import static brightline.query.caseload.DiversionRow.said;

import brightline.events.Code;
import brightline.events.OfficerId;
import brightline.events.referral.ReferralEvent;
import brightline.events.referral.ReferralRecord;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The columns of a referral, in the table's order. */
final class ReferralRow {
    private ReferralRow() {}

    static ReferralRecord fold(@Nullable ReferralRecord before, Object event) {
        return ReferralRecord.evolve(before, (ReferralEvent) event);
    }

    static List<@Nullable Object> of(ReferralRecord record) {
        var made = record.made();
        var discipline = record.discipline();
        return Arrays.asList(
                made.school().value(),
                code(made.kind()),
                moment(made.madeAt()),
                code(made.madeBy()),
                code(made.to()),
                said(made.emergency()),
                made.conduct().stream().map(Code::code).collect(Collectors.joining(",")),
                made.students(),
                record.stage().name(),
                officer(record),
                moment(answeredAt(record)),
                record.declined() == null ? null : code(record.declined().reason()),
                record.handedBack() == null ? null : code(record.handedBack().to()),
                discipline == null ? null : code(discipline.disposition()),
                discipline == null ? null : discipline.decidedOn(),
                discipline == null ? null : discipline.daysOut(),
                record.incident() == null ? null : record.incident().value(),
                record.owner(),
                record.voided());
    }

    private static @Nullable UUID officer(ReferralRecord record) {
        OfficerId officer =
                switch (record.stage()) {
                    case MADE -> null;
                    case ACCEPTED ->
                        record.accepted() == null ? null : record.accepted().officer();
                    case DECLINED ->
                        record.declined() == null ? null : record.declined().officer();
                    case HANDED_BACK ->
                        record.handedBack() == null ? null : record.handedBack().officer();
                };
        return officer == null ? null : officer.value();
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
