package brightline.command.diversion;

import brightline.command.diversion.DiversionCommand.*;
import brightline.command.fields.FieldReader;
import brightline.command.register.OfficerEntry;
import brightline.edge.access.Account;
import brightline.edge.access.AccountRole;
import brightline.edge.access.Accounts;
import brightline.events.Code;
import brightline.events.Correction;
import brightline.events.DiversionId;
import brightline.events.InteractionId;
import brightline.events.OfficerId;
import brightline.events.diversion.StateQuery;
import brightline.events.diversion.StationTerms;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads one document about a diversion; refuses it with everything that is wrong. Used once. */
final class DiversionReader {
    private static final int HOURS = 1_000;
    private static final int CONDITIONS = 20;
    private static final int NAME = 100;

    private final FieldReader fields;
    private final DiversionId id;
    private final DiversionWriter writer;

    DiversionReader(FieldReader fields, DiversionId id, DiversionWriter writer) {
        this.fields = fields;
        this.id = id;
        this.writer = writer;
    }

    OfferDiversion offer(DiversionDocument.Offer sent, Accounts accounts) {
        InteractionId interaction = interaction(sent.interaction());
        Instant at = required("/offeredAt", sent.offeredAt(), fields.moment("/offeredAt", sent.offeredAt()));
        LocalDate day = at == null ? null : fields.day(at);
        Code kind = required("/kind", sent.kind(), fields.code("/kind", sent.kind(), "outcome", day));
        OfficerId officer = officer(sent.officer(), day);
        String provider = provider(sent.provider(), accounts);
        Code offence = fields.code("/offence", sent.offence(), "offence-level", day);
        fields.refuseIfAny();
        return new OfferDiversion(id, writer, known(interaction), known(kind), known(at), officer, provider, offence);
    }

    RecordNotUsed notUsed(DiversionDocument.NotUsed sent) {
        InteractionId interaction = interaction(sent.interaction());
        LocalDate today = fields.today();
        Code kind = required("/kind", sent.kind(), fields.code("/kind", sent.kind(), "outcome", today));
        Code reason = required("/reason", sent.reason(), fields.code("/reason", sent.reason(), "unused-reason", today));
        fields.refuseIfAny();
        return new RecordNotUsed(id, writer, known(interaction), known(kind), known(reason));
    }

    AcceptDiversion acceptance(DiversionDocument.Acceptance sent) {
        return new AcceptDiversion(id, writer, on(sent.on()));
    }

    CompleteDiversion completion(DiversionDocument.Completion sent) {
        return new CompleteDiversion(id, writer, on(sent.on()));
    }

    private LocalDate on(@Nullable String sent) {
        LocalDate on = pastDay("/on", sent);
        fields.refuseIfAny();
        return known(on);
    }

    DeclineDiversion decline(DiversionDocument.Decline sent) {
        LocalDate on = pastDay("/on", sent.on());
        Code by = fields.code("/by", sent.by(), "declined-by", on);
        fields.refuseIfAny();
        return new DeclineDiversion(id, writer, known(on), by);
    }

    FailDiversion failure(DiversionDocument.Failure sent) {
        LocalDate on = pastDay("/on", sent.on());
        Code reason = fields.code("/reason", sent.reason(), "failure-reason", on);
        fields.refuseIfAny();
        return new FailDiversion(id, writer, known(on), reason);
    }

    StateUnknown unknown(DiversionDocument.Unknown sent) {
        LocalDate on = pastDay("/on", sent.on());
        Code reason = fields.code("/reason", sent.reason(), "unknown-outcome-reason", on);
        fields.refuseIfAny();
        return new StateUnknown(id, writer, known(on), reason);
    }

    StartDiversion start(DiversionDocument.Start sent) {
        LocalDate on = pastDay("/on", sent.on());
        LocalDate due = day("/due", sent.due());
        Integer hours = hours("/serviceHours", sent.serviceHours());
        fields.refuseIfAny();
        return new StartDiversion(id, writer, known(on), due, hours);
    }

    IssueStationAdjustment terms(DiversionDocument.Terms sent) {
        LocalDate on = pastDay("/on", sent.on());
        Code offence =
                required("/offence", sent.offence(), fields.code("/offence", sent.offence(), "offence-level", on));
        LocalDate due = day("/due", sent.due());
        Integer hours = hours("/serviceHours", sent.serviceHours());
        LocalDate restitution = day("/restitutionDue", sent.restitutionDue());
        List<Code> conditions = new ArrayList<>();
        List<String> codes = fields.list("/conditions", sent.conditions(), CONDITIONS);
        for (int i = 0; i < codes.size(); i++) {
            Code condition = fields.code("/conditions/" + i, codes.get(i), "adjustment-condition", on);
            if (condition != null) {
                conditions.add(condition);
            }
        }
        var admission = fields.stated("/admission", sent.admission());
        var agreement = fields.stated("/writtenAgreement", sent.writtenAgreement());
        var guardian = fields.stated("/guardianInvolved", sent.guardianInvolved());
        var approved = fields.stated("/attorneyApproved", sent.attorneyApproved());
        fields.refuseIfAny();
        return new IssueStationAdjustment(
                id,
                writer,
                new StationTerms(
                        known(on),
                        known(offence),
                        due,
                        hours,
                        restitution,
                        conditions,
                        admission,
                        agreement,
                        guardian,
                        approved));
    }

    RecordStateQuery query(DiversionDocument.Query sent) {
        Instant at = required("/askedAt", sent.askedAt(), fields.moment("/askedAt", sent.askedAt()));
        LocalDate day = at == null ? null : fields.day(at);
        OfficerId officer = officer(sent.officer(), day);
        Code answer =
                required("/answer", sent.answer(), fields.code("/answer", sent.answer(), "state-query-answer", day));
        Integer misdemeanours = hours("/misdemeanours", sent.misdemeanours());
        Integer felonies = hours("/felonies", sent.felonies());
        Integer all = hours("/all", sent.all());
        fields.refuseIfAny();
        return new RecordStateQuery(
                id, writer, new StateQuery(known(at), officer, known(answer), misdemeanours, felonies, all));
    }

    ExtendDiversion extension(DiversionDocument.Extension sent) {
        LocalDate on = pastDay("/on", sent.on());
        LocalDate due = required("/due", sent.due(), day("/due", sent.due()));
        Code reason = fields.code("/reason", sent.reason(), "extension-reason", on);
        fields.refuseIfAny();
        return new ExtendDiversion(id, writer, known(on), known(due), reason);
    }

    RecordBreach breach(DiversionDocument.Breach sent) {
        LocalDate on = pastDay("/on", sent.on());
        Code remedy = fields.code("/remedy", sent.remedy(), "breach-remedy", on);
        Integer hours = hours("/serviceHours", sent.serviceHours());
        fields.refuseIfAny();
        return new RecordBreach(id, writer, known(on), remedy, hours);
    }

    ReportAsProvider report(DiversionDocument.Report sent) {
        LocalDate on = pastDay("/on", sent.on());
        Code status = required("/status", sent.status(), fields.code("/status", sent.status(), "provider-status", on));
        Integer done = hours("/serviceHoursDone", sent.serviceHoursDone());
        fields.refuseIfAny();
        return new ReportAsProvider(id, writer, known(on), known(status), done);
    }

    VoidDiversion voiding(DiversionDocument.Voiding sent) {
        LocalDate today = fields.today();
        Code reason = required("/reason", sent.reason(), fields.code("/reason", sent.reason(), "void-reason", today));
        Code basis = required("/basis", sent.basis(), fields.code("/basis", sent.basis(), "correction-basis", today));
        fields.refuseIfAny();
        return new VoidDiversion(id, writer, new Correction(known(reason), known(basis), null));
    }

    private @Nullable InteractionId interaction(@Nullable String sent) {
        InteractionId read = sent == null
                ? null
                : FieldReader.uuid(sent).map(InteractionId::new).orElse(null);
        if (sent != null && read == null) {
            fields.wrong("/interaction", "wrong-value", "must be the id of a contact");
        }
        return required("/interaction", sent, read);
    }

    private @Nullable OfficerId officer(@Nullable String sent, @Nullable LocalDate day) {
        OfficerEntry officer = fields.officer("/officer", sent, day);
        if (sent == null) {
            return writer.editor().officer();
        }
        if (officer != null
                && !writer.editor().anyRecord()
                && !officer.officerId().equals(writer.editor().officer())) {
            fields.wrong("/officer", "not-own", "must be the signed-in officer");
        }
        return officer == null ? null : officer.officerId();
    }

    private @Nullable String provider(@Nullable String sent, Accounts accounts) {
        String name = fields.text("/provider", sent, NAME);
        if (name == null) {
            return null;
        }
        String known = accounts.find(name)
                .filter(account -> account.role() == AccountRole.PROVIDER)
                .map(Account::username)
                .orElse(null);
        if (known == null) {
            fields.wrong("/provider", "unknown-provider", "is no account of a program");
        }
        return known;
    }

    private @Nullable Integer hours(String pointer, @Nullable Integer sent) {
        if (sent != null && (sent < 0 || sent > HOURS)) {
            fields.wrong(pointer, "out-of-range", "must be between 0 and " + HOURS);
        }
        return sent;
    }

    private @Nullable LocalDate pastDay(String pointer, @Nullable String sent) {
        LocalDate day = required(pointer, sent, day(pointer, sent));
        if (day != null && day.isAfter(fields.today())) {
            fields.wrong(pointer, "in-the-future", "lies in the future");
        }
        return day;
    }

    private @Nullable LocalDate day(String pointer, @Nullable String sent) {
        return fields.date(pointer, sent);
    }

    private <T> @Nullable T required(String pointer, @Nullable Object sent, @Nullable T read) {
        return fields.required(pointer, sent, read);
    }

    /** What was read without anything wrong is there. */
    private static <T> T known(@Nullable T read) {
        return Objects.requireNonNull(read);
    }
}
