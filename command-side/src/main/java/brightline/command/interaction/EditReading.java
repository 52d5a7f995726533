package brightline.command.interaction;

import brightline.command.fields.FieldReader;
import brightline.command.interaction.StudentEntry.Stats;
import brightline.command.register.RegisterEdition;
import brightline.command.submission.Findings;
import brightline.edge.keys.PersonalPart.*;
import brightline.events.Code;
import brightline.events.InvolvementRole;
import brightline.events.SchoolCode;
import brightline.events.interaction.InteractionRecord;
import brightline.events.interaction.PoliceAction;
import brightline.events.interaction.Treatment;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An edit being read against the record it meets, whether it is to be recorded or only looked at. */
final class EditReading {
    static final String CORRECTION = "correction-reason";
    static final String VOIDING = "void-reason";

    private final InteractionRecord record;
    private final RegisterEdition register;
    private final Findings findings = new Findings();
    private final FieldReader fields;
    private final CorrectionReader reader;

    /** @param now when it is recorded, or would be */
    EditReading(InteractionRecord record, RegisterEdition register, Instant now) {
        this.record = record;
        this.register = register;
        this.fields = new FieldReader(findings, register, now);
        this.reader = new CorrectionReader(fields, record);
    }

    InteractionRecord record() {
        return record;
    }

    RegisterEdition register() {
        return register;
    }

    /** What is found wrong. */
    Findings findings() {
        return findings;
    }

    FieldReader fields() {
        return fields;
    }

    CorrectionReader reader() {
        return reader;
    }

    /** Why and on what ground: null where it is not said, or wrong. */
    record Why(@Nullable Code reason, @Nullable Code basis) {}

    /** @param reasons the code list of the reasons */
    Why why(EditDocument document, String reasons) {
        return new Why(reader.reason(document, reasons), reader.basis(document));
    }

    /** The statistics as sent; null when nothing is said. */
    @Nullable
    Statistics statistics(@Nullable Stats sent, @Nullable Identity identity) {
        return new EntryReader(fields).statistics("/statistics", sent, identity, fields.day(record.occurredAt()));
    }

    /**
     * The student it was.
     *
     * @param identity null when it turned out that the student was not identified
     * @param told who is meant of those with the number
     */
    record OtherStudent(
            @Nullable Identity identity,
            Told told,
            @Nullable SchoolCode homeSchool,
            @Nullable Statistics statistics) {
        @Override
        public String toString() {
            return "[redacted]";
        }
    }

    OtherStudent student(EditDocument.SubjectCorrection document) {
        EntryReader student = new EntryReader(fields);
        Identity identity = student.identity("/student", document.student());
        Told told = student.told("/student", document.student());
        SchoolCode home = document.student() == null
                ? null
                : fields.homeSchool("/student/homeSchool", document.student().homeSchool());
        return new OtherStudent(identity, told, home, statistics(document.statistics(), identity));
    }

    /** What a supplement adds. @param narrative null for no account */
    record Added(@Nullable Narrative narrative, List<PoliceAction> actions, Treatment treatment) {
        @Override
        public String toString() {
            return "[redacted]";
        }
    }

    Added added(EditDocument.Supplement document, Editor editor) {
        String narrative = fields.account("/narrative", document.narrative(), EntryReader.NARRATIVE);
        List<PoliceAction> actions = reader.supplement(document, editor);
        Treatment treatment = reader.supplementedTreatment(document, editor, actions.size());
        if (document.narrative() == null
                && (document.actions() == null || document.actions().isEmpty())
                && (document.force() == null || document.force().isEmpty())
                && treatment.noticePacket() == null) {
            fields.wrong("", "empty", "must hold a narrative, actions, force or the notice given on release");
        }
        if (record.role() == InvolvementRole.SUBJECT
                && record.decision() != null
                && ArrestExplanation.isMissing(
                        record.conduct(),
                        record.initiator(),
                        actions,
                        record.decision(),
                        fields.day(record.occurredAt()))) {
            fields.wrong(
                    "/actions",
                    "reason-missing",
                    "hold an arrest: correct first what was considered in its place, each with its reason");
        }
        return new Added(narrative == null ? null : new Narrative(narrative), actions, treatment);
    }
}
