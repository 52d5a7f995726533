package brightline.command.referral;

import brightline.command.fields.FieldReader;
import brightline.command.incident.KnownIncidents;
import brightline.command.interaction.Editor;
import brightline.command.referral.ReferralCommand.*;
import brightline.command.register.OfficerEntry;
import brightline.edge.access.Account;
import brightline.edge.access.Accounts;
import brightline.events.Code;
import brightline.events.Correction;
import brightline.events.IncidentId;
import brightline.events.OfficerId;
import brightline.events.ReferralId;
import brightline.events.SchoolCode;
import brightline.events.referral.ReferralEvent.ReferralMade;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one document about a referral; refuses it with everything that is wrong. Used once. */
final class ReferralReader {
    private static final int CODES = 20;
    private static final int NAME = 100;
    private static final int MOST = 1_000;

    private final FieldReader fields;
    private final ReferralId id;
    private final Editor editor;
    private final @Nullable Set<String> ofSchools;

    /** @param ofSchools codes of the schools whose referrals the sender may touch; null for those of all schools */
    ReferralReader(FieldReader fields, ReferralId id, Editor editor, @Nullable Set<String> ofSchools) {
        this.fields = fields;
        this.id = id;
        this.editor = editor;
        this.ofSchools = ofSchools;
    }

    MakeReferral made(ReferralDocument.Made sent) {
        Instant at = required("/madeAt", sent.madeAt(), fields.moment("/madeAt", sent.madeAt()));
        LocalDate day = at == null ? null : fields.day(at);
        Code kind = required("/kind", sent.kind(), fields.code("/kind", sent.kind(), "referral-kind", day));
        SchoolCode school = required("/school", sent.school(), fields.school("/school", sent.school()));
        if (school != null && ofSchools != null && !ofSchools.contains(school.value())) {
            fields.wrong("/school", "not-own", "must be a school of this account");
        }
        Code by = fields.code("/madeBy", sent.madeBy(), "requester", day);
        Code to = fields.code("/to", sent.to(), "capacity", day);
        List<Code> conduct = new ArrayList<>();
        List<String> codes = fields.list("/conduct", sent.conduct(), CODES);
        for (int i = 0; i < codes.size(); i++) {
            Code code = fields.code("/conduct/" + i, codes.get(i), "cps-scc", day);
            if (code != null) {
                conduct.add(code);
            }
        }
        Integer students = number("/students", sent.students());
        var emergency = fields.stated("/emergency", sent.emergency());
        fields.refuseIfAny();
        return new MakeReferral(
                new ReferralMade(id, known(kind), known(school), known(at), by, to, conduct, students, emergency),
                ofSchools);
    }

    AcceptReferral acceptance(ReferralDocument.Acceptance sent) {
        Instant at = moment(sent.at());
        OfficerId officer = officer(sent.officer(), at);
        fields.refuseIfAny();
        return new AcceptReferral(id, ofSchools, known(at), officer);
    }

    DeclineReferral decline(ReferralDocument.Decline sent) {
        Instant at = moment(sent.at());
        OfficerId officer = officer(sent.officer(), at);
        Code reason =
                fields.code("/reason", sent.reason(), "referral-decline-reason", at == null ? null : fields.day(at));
        fields.refuseIfAny();
        return new DeclineReferral(id, ofSchools, known(at), officer, reason);
    }

    HandBack handBack(ReferralDocument.Return sent) {
        Instant at = moment(sent.at());
        OfficerId officer = officer(sent.officer(), at);
        Code to = required(
                "/to", sent.to(), fields.code("/to", sent.to(), "requester", at == null ? null : fields.day(at)));
        fields.refuseIfAny();
        return new HandBack(id, ofSchools, known(at), officer, known(to));
    }

    LinkDiscipline discipline(ReferralDocument.Discipline sent) {
        LocalDate on = required("/on", sent.on(), fields.date("/on", sent.on()));
        if (on != null && on.isAfter(fields.today())) {
            fields.wrong("/on", "in-the-future", "lies in the future");
        }
        Code disposition = required(
                "/disposition",
                sent.disposition(),
                fields.code("/disposition", sent.disposition(), "school-disposition", on));
        Integer days = number("/daysOut", sent.daysOut());
        fields.refuseIfAny();
        return new LinkDiscipline(id, ofSchools, known(disposition), known(on), days);
    }

    LinkIncident link(ReferralDocument.Link sent, KnownIncidents incidents) {
        IncidentId incident = sent.incident() == null
                ? null
                : FieldReader.uuid(sent.incident())
                        .map(IncidentId::new)
                        .filter(incidents::has)
                        .orElse(null);
        if (sent.incident() != null && incident == null) {
            fields.wrong("/incident", "unknown-incident", "is no incident");
        }
        required("/incident", sent.incident(), incident);
        fields.refuseIfAny();
        return new LinkIncident(id, ofSchools, known(incident));
    }

    UnlinkIncident unlink(ReferralDocument.Why sent) {
        return new UnlinkIncident(id, ofSchools, why(sent, "correction-reason"));
    }

    VoidReferral voided(ReferralDocument.Why sent) {
        return new VoidReferral(id, ofSchools, why(sent, "void-reason"));
    }

    /** @param reasons name of the code list of reasons */
    private Correction why(ReferralDocument.Why sent, String reasons) {
        LocalDate today = fields.today();
        Code reason = required("/reason", sent.reason(), fields.code("/reason", sent.reason(), reasons, today));
        Code basis = required("/basis", sent.basis(), fields.code("/basis", sent.basis(), "correction-basis", today));
        fields.refuseIfAny();
        return new Correction(known(reason), known(basis), null);
    }

    AssignOwner owner(ReferralDocument.Owner sent, Accounts accounts) {
        return new AssignOwner(id, ofSchools, owner(fields, sent, accounts));
    }

    /** The account that looks for the other side's record. */
    static String owner(FieldReader fields, ReferralDocument.Owner sent, Accounts accounts) {
        String name = fields.required("/owner", sent.owner(), fields.text("/owner", sent.owner(), NAME));
        String owner = name == null
                ? null
                : accounts.find(name)
                        .filter(Account::enabled)
                        .map(Account::username)
                        .orElse(null);
        if (sent.owner() != null && owner == null) {
            fields.wrong("/owner", "unknown-account", "is no account that can sign in");
        }
        fields.refuseIfAny();
        return known(owner);
    }

    private @Nullable Instant moment(@Nullable String sent) {
        return required("/at", sent, fields.moment("/at", sent));
    }

    private @Nullable OfficerId officer(@Nullable String sent, @Nullable Instant at) {
        if (sent == null) {
            return editor.officer();
        }
        OfficerEntry officer = fields.officer("/officer", sent, at == null ? null : fields.day(at));
        if (officer != null && !editor.anyRecord() && !officer.officerId().equals(editor.officer())) {
            fields.wrong("/officer", "not-own", "must be the signed-in officer");
        }
        return officer == null ? null : officer.officerId();
    }

    private @Nullable Integer number(String pointer, @Nullable Integer sent) {
        if (sent != null && (sent < 0 || sent > MOST)) {
            fields.wrong(pointer, "out-of-range", "must be between 0 and " + MOST);
        }
        return sent;
    }

    private <T> @Nullable T required(String pointer, @Nullable Object sent, @Nullable T read) {
        return fields.required(pointer, sent, read);
    }

    /** What was read without anything wrong is there. */
    private static <T> T known(@Nullable T read) {
        return Objects.requireNonNull(read);
    }
}
