package brightline.command.interaction;

import brightline.command.fields.FieldReader;
import brightline.command.register.OfficerEntry;
import brightline.events.Code;
import brightline.events.Stated;
import brightline.events.interaction.CorrectedFact;
import brightline.events.interaction.DeEscalation;
import brightline.events.interaction.Force;
import brightline.events.interaction.NoticePacket;
import brightline.events.interaction.Questioning;
import brightline.events.interaction.Questioning.NoticeAttempt;
import brightline.events.interaction.Treatment;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads how the student was treated: calming, force, questioning, notice on release. */
final class TreatmentReader {
    private static final int CODES = 20;

    private final FieldReader fields;

    TreatmentReader(FieldReader fields) {
        this.fields = fields;
    }

    /**
     * All that an entry says of it.
     *
     * @param officer who used force where nothing is said
     * @param actions the highest number of an action that may be named
     */
    Treatment read(
            String at, StudentEntry entry, @Nullable OfficerEntry officer, int actions, @Nullable LocalDate day) {
        return new Treatment(
                calming(at + "/deEscalation", entry.deEscalation(), actions, day),
                questioning(at + "/questioning", entry.questioning(), day),
                force(at + "/force", entry.force(), officer, actions, day),
                packet(at + "/noticePacket", entry.noticePacket(), day));
    }

    /** What a supplement adds to it. */
    Treatment added(
            EditDocument.Supplement document, @Nullable OfficerEntry officer, int actions, @Nullable LocalDate day) {
        return new Treatment(
                null,
                null,
                force("/force", document.force(), officer, actions, day),
                packet("/noticePacket", document.noticePacket(), day));
    }

    /** The fact of it that is corrected; null when there is none, or something is wrong with it. */
    CorrectedFact.@Nullable OfTreatment corrected(
            EditDocument.Correction document, @Nullable OfficerEntry officer, int actions, @Nullable LocalDate day) {
        if (document.deEscalation() != null) {
            var calming = said("/deEscalation", calming("/deEscalation", document.deEscalation(), actions, day));
            return calming == null ? null : new CorrectedFact.Calming(calming);
        }
        if (document.questioning() != null) {
            var questioning = questioning("/questioning", document.questioning(), day);
            return questioning == null ? null : new CorrectedFact.Questions(questioning);
        }
        if (document.force() != null) {
            return new CorrectedFact.ForceUses(force("/force", document.force(), officer, actions, day));
        }
        var packet = said("/noticePacket", packet("/noticePacket", document.noticePacket(), day));
        return packet == null ? null : new CorrectedFact.Packet(packet);
    }

    private <T> @Nullable T said(String at, @Nullable T read) {
        if (read == null) {
            fields.wrong(at, "empty", "must say something");
        }
        return read;
    }

    /** An end that does not come before its start. */
    @Nullable
    Instant endOf(String at, @Nullable Instant startedAt, @Nullable String text) {
        Instant endedAt = fields.moment(at + "/endedAt", text);
        if (startedAt != null && endedAt != null && endedAt.isBefore(startedAt)) {
            fields.wrong(at + "/endedAt", "ends-before-it-starts", "must not be before startedAt");
        }
        return endedAt;
    }

    private @Nullable DeEscalation calming(
            String at, StudentEntry.@Nullable Calming entry, int actions, @Nullable LocalDate day) {
        if (entry == null) {
            return null;
        }
        List<DeEscalation.Phase> phases = new ArrayList<>();
        List<StudentEntry.CalmingPhase> sent = fields.list(at + "/phases", entry.phases(), CODES);
        for (int i = 0; i < sent.size(); i++) {
            String here = at + "/phases/" + i;
            StudentEntry.CalmingPhase phase = sent.get(i);
            phases.add(new DeEscalation.Phase(
                    action(here, phase.action(), actions),
                    fields.stated(here + "/agitated", phase.agitated()),
                    fields.stated(here + "/possible", phase.possible()),
                    fields.stated(here + "/attempted", phase.attempted()),
                    fields.code(here + "/method", phase.method(), "calming-method", day),
                    fields.stated(here + "/worked", phase.worked())));
        }
        Stated injury = fields.stated(at + "/injury", entry.injury());
        var calming = new DeEscalation(
                fields.stated(at + "/agitated", entry.agitated()),
                fields.stated(at + "/possible", entry.possible()),
                fields.stated(at + "/attempted", entry.attempted()),
                injury == Stated.MISSING ? null : injury,
                phases);
        return calming.equals(DeEscalation.NONE) ? null : calming;
    }

    private @Nullable Integer action(String at, @Nullable Integer number, int actions) {
        if (number != null && (number < 1 || number > actions)) {
            fields.wrong(at + "/action", "unknown-action", "must be the number of an action of this contact");
        }
        return number;
    }

    private List<Force> force(
            String at,
            @Nullable List<StudentEntry.@Nullable ForceUse> entries,
            @Nullable OfficerEntry defaultOfficer,
            int actions,
            @Nullable LocalDate day) {
        List<Force> force = new ArrayList<>();
        List<StudentEntry.ForceUse> sent = fields.list(at, entries, CODES);
        for (int i = 0; i < sent.size(); i++) {
            String here = at + "/" + i;
            StudentEntry.ForceUse use = sent.get(i);
            Code kind = fields.required(
                    here + "/kind", use.kind(), fields.code(here + "/kind", use.kind(), "force-kind", day));
            OfficerEntry officer =
                    use.officer() == null ? defaultOfficer : fields.officer(here + "/officer", use.officer(), day);
            Integer action = action(here, use.action(), actions);
            Instant startedAt = fields.moment(here + "/startedAt", use.startedAt());
            Instant endedAt = endOf(here, startedAt, use.endedAt());
            Code reason = fields.code(here + "/reason", use.reason(), "force-reason", day);
            if (kind != null) {
                force.add(new Force(
                        kind, officer == null ? null : officer.officerId(), action, startedAt, endedAt, reason));
            }
        }
        return force;
    }

    private @Nullable NoticePacket packet(String at, StudentEntry.@Nullable Packet entry, @Nullable LocalDate day) {
        if (entry == null) {
            return null;
        }
        Instant toldAt = fields.moment(at + "/toldAt", entry.toldAt());
        Instant writtenAt = fields.moment(at + "/writtenAt", entry.writtenAt());
        List<Code> to = new ArrayList<>();
        List<String> sent = fields.list(at + "/to", entry.to(), CODES);
        for (int i = 0; i < sent.size(); i++) {
            Code recipient = fields.code(at + "/to/" + i, sent.get(i), "packet-recipient", day);
            if (recipient != null) {
                to.add(recipient);
            }
        }
        var packet = new NoticePacket(toldAt, writtenAt, to);
        return packet.equals(new NoticePacket(null, null, List.of())) ? null : packet;
    }

    private @Nullable Questioning questioning(
            String at, StudentEntry.@Nullable Questions entry, @Nullable LocalDate day) {
        if (entry == null) {
            return null;
        }
        Instant startedAt = fields.required(
                at + "/startedAt", entry.startedAt(), fields.moment(at + "/startedAt", entry.startedAt()));
        Instant endedAt = endOf(at, startedAt, entry.endedAt());
        List<NoticeAttempt> attempts = new ArrayList<>();
        List<StudentEntry.Attempt> sent = fields.list(at + "/noticeAttempts", entry.noticeAttempts(), CODES);
        for (int i = 0; i < sent.size(); i++) {
            StudentEntry.Attempt attempt = sent.get(i);
            String here = at + "/noticeAttempts/" + i;
            Instant moment = fields.required(here + "/at", attempt.at(), fields.moment(here + "/at", attempt.at()));
            Code manner = fields.code(here + "/manner", attempt.manner(), "notice-manner", day);
            Code result = fields.code(here + "/result", attempt.result(), "notice-result", day);
            if (moment != null) {
                attempts.add(new NoticeAttempt(moment, manner, result));
            }
        }
        List<Code> present = new ArrayList<>();
        List<String> persons = fields.list(at + "/present", entry.present(), CODES);
        for (int i = 0; i < persons.size(); i++) {
            Code person = fields.code(at + "/present/" + i, persons.get(i), "person-present", day);
            if (person != null) {
                present.add(person);
            }
        }
        Code exemption = fields.code(at + "/exemption", entry.exemption(), "questioning-exemption", day);
        return startedAt == null ? null : new Questioning(startedAt, endedAt, attempts, present, exemption);
    }
}
