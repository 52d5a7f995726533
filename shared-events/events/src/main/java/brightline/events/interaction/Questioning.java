package brightline.events.interaction;

import brightline.events.Code;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Questioning of a student as a suspect, and the notice to a guardian that comes before it (105 ILCS 5/22-88).
 *
 * @param startedAt when questions began
 * @param endedAt null if not recorded
 * @param noticeAttempts every attempt to reach a parent or guardian, in order
 * @param present code list {@code person-present}: who was with the student
 * @param exemption code list {@code questioning-exemption}; null when none was claimed
 */
public record Questioning(
        Instant startedAt,
        @Nullable Instant endedAt,
        List<NoticeAttempt> noticeAttempts,
        List<Code> present,
        @Nullable Code exemption) {
    public Questioning {
        noticeAttempts = List.copyOf(noticeAttempts);
        present = List.copyOf(present);
    }

    /**
     * One attempt to reach a parent or guardian.
     *
     * @param manner code list {@code notice-manner}; null if not recorded
     * @param result code list {@code notice-result}; null if not recorded
     */
    public record NoticeAttempt(
            Instant at, @Nullable Code manner, @Nullable Code result) {}
}
