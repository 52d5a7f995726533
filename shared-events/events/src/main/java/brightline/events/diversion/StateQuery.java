package brightline.events.diversion;

import brightline.events.Code;
import brightline.events.OfficerId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An officer's query of the state's system about earlier station adjustments, and its answer.
 *
 * @param officer who asked; null if not recorded
 * @param answer code list {@code state-query-answer}
 * @param misdemeanours earlier adjustments for misdemeanours as the state counts them; null if it did not say
 * @param felonies likewise for felonies
 * @param all likewise of every kind
 */
public record StateQuery(
        Instant askedAt,
        @Nullable OfficerId officer,
        Code answer,
        @Nullable Integer misdemeanours,
        @Nullable Integer felonies,
        @Nullable Integer all) {}
