package brightline.events.interaction;

import brightline.events.Code;
import brightline.events.OfficerId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Force or restraint that an officer used on the student.
 *
 * @param kind code list {@code force-kind}
 * @param officer null if not recorded
 * @param action number of the action in whose phase it was used; null if not told
 * @param startedAt null if not recorded
 * @param endedAt null if not recorded or of no duration
 * @param reason code list {@code force-reason}; null if not recorded
 */
public record Force(
        Code kind,
        @Nullable OfficerId officer,
        @Nullable Integer action,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Code reason) {}
