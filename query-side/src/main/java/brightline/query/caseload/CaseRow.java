package brightline.query.caseload;

import brightline.edge.keys.PersonalPart.Statistics;
import brightline.events.Code;
import brightline.events.code.ActionLevel;
import brightline.events.code.ArrestKind;
import brightline.events.code.CodeEntry;
import brightline.events.code.CodeLists;
import brightline.events.interaction.DeEscalation;
import brightline.events.interaction.InteractionEvent;
import brightline.events.interaction.InteractionRecord;
import brightline.events.interaction.NoticePacket;
import brightline.events.interaction.PoliceAction;
import brightline.events.interaction.Questioning;
import brightline.events.interaction.Treatment;
import brightline.query.projection.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The columns that say how a student was treated, in the table's order: a pure function of the contact and of the student's age. */
final class CaseRow {
    private static final Code HANDCUFFS = Code.of("police-action/A2_HANDCUFF");
    private static final Code FORCE = Code.of("police-action/A2_FORCE");
    private static final Code QUESTION = Code.of("police-action/A2_QUESTION");
    private static final Code SRO = Code.of("capacity/SRO");
    private static final Code SCHOOL_POLICY = Code.of("legal-basis/SCHOOL_POLICY");
    private static final Set<Code> SEARCHES =
            Set.of(Code.of("police-action/A2_SEARCH_PERSON"), Code.of("police-action/A2_SEARCH_PROPERTY"));
    private static final int ADULT = 18;
    private static final int TEN = 10;

    private final CodeLists lists;

    CaseRow(CodeLists lists) {
        this.lists = lists;
    }

    static InteractionRecord fold(@Nullable InteractionRecord before, Object event) {
        return InteractionRecord.evolve(before, (InteractionEvent) event);
    }

    /** @param statistics null if none are recorded or they can no longer be read */
    Row of(InteractionRecord record, @Nullable Statistics statistics) {
        // The day's part in which rows of code lists hold is the agency's; none of these rows ends within a day of
        // another zone's.
        LocalDate day = record.occurredAt().atZone(ZoneOffset.UTC).toLocalDate();
        Treatment treatment = record.treatment();
        DeEscalation calming = treatment.deEscalation();
        Questioning asked = treatment.questioning();
        Integer age = statistics == null ? null : statistics.age();
        NoticePacket packet = treatment.noticePacket();
        List<PoliceAction> searches = record.actions().stream()
                .filter(action -> SEARCHES.contains(action.code()))
                .toList();
        return Row.of("agitated", calming == null ? null : calming.everAgitated())
                .set("calming_possible", calming == null ? null : calming.everPossible())
                .set("calming_attempted", calming == null ? null : calming.everAttempted())
                .set("calming_failed", calming != null && calming.lastAttemptFailed())
                .set("injured", calming == null ? null : calming.injury())
                .set("force_used", !treatment.force().isEmpty() || took(record, HANDCUFFS) || took(record, FORCE))
                .set(
                        "restrained",
                        took(record, HANDCUFFS)
                                || treatment.force().stream()
                                        .anyMatch(force -> has(force.kind(), "restraint", "yes", day)))
                .set("detained", record.actions().stream().anyMatch(action -> detains(action, day)))
                .set("asked", took(record, QUESTION))
                .set("questioned", asked != null)
                .set("questioned_from", asked == null ? null : asked.startedAt())
                .set("exemption", asked == null ? null : asked.exemption())
                .set("notice_after", asked != null && isNoticeAfter(asked))
                .set("notice_undocumented", asked != null && isUndocumented(asked))
                .set(
                        "no_listed_adult",
                        asked != null
                                && asked.present().stream()
                                        .noneMatch(person -> has(person, "listed_adult", "parent", day)
                                                || has(person, "listed_adult", "professional", day)))
                .set("minor", age == null ? null : age < ADULT ? "YES" : "NO")
                .set("under_ten", age == null ? null : age < TEN ? "YES" : "NO")
                .set(
                        "ticketed_by_sro",
                        record.actions().stream()
                                .anyMatch(action -> isTicket(action.code()) && SRO.equals(action.capacity())))
                .set("searches", searches.size())
                .set("searches_for_policy", (int) searches.stream()
                        .filter(search -> SCHOOL_POLICY.equals(search.legalBasis()))
                        .count())
                .set("packet_told_at", packet == null ? null : packet.toldAt())
                .set("packet_written_at", packet == null ? null : packet.writtenAt());
    }

    /** The first attempt was made only after questions had begun. */
    private static boolean isNoticeAfter(Questioning asked) {
        Optional<Instant> first = asked.noticeAttempts().stream()
                .map(Questioning.NoticeAttempt::at)
                .min(Instant::compareTo);
        return first.isPresent() && first.get().isAfter(asked.startedAt());
    }

    /** No attempt is recorded, or none of those made in time has its manner. */
    private static boolean isUndocumented(Questioning asked) {
        if (asked.noticeAttempts().isEmpty()) {
            return true;
        }
        return !isNoticeAfter(asked)
                && asked.noticeAttempts().stream()
                        .filter(attempt -> !attempt.at().isAfter(asked.startedAt()))
                        .allMatch(attempt -> attempt.manner() == null);
    }

    /** As the own list has it: what a source elsewhere calls a citation was not written under these agreements. */
    private static boolean isTicket(Code action) {
        return action.list().equals(HANDCUFFS.list()) && ArrestKind.of(action) == ArrestKind.PAPER;
    }

    private static boolean took(InteractionRecord record, Code action) {
        return record.actions().stream().anyMatch(one -> one.code().equals(action));
    }

    /** Any action of level 2 or 3. */
    private boolean detains(PoliceAction action, LocalDate day) {
        CodeEntry entry = lists.find(action.code(), day).orElse(null);
        return entry != null && (entry.level() == ActionLevel.LEVEL_2 || entry.level() == ActionLevel.LEVEL_3);
    }

    private boolean has(Code code, String column, String value, LocalDate day) {
        return lists.find(code, day)
                .map(entry -> value.equals(entry.attribute(column)))
                .orElse(false);
    }
}
