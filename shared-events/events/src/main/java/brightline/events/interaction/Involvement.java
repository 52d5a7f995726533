package brightline.events.interaction;

import brightline.events.Code;
import brightline.events.OfficerId;
import brightline.events.rules.InvolvementFacts;
import org.jspecify.annotations.Nullable;

/**
 * One officer in one interaction: the unit of every figure.
 *
 * @param officer null where the source names no officer
 * @param capacity code list {@code capacity}: the capacity of the officer's first action; null if not recorded
 * @param facts what the classifier reads: the student's facts and this officer's actions only
 */
public record Involvement(
        @Nullable OfficerId officer, @Nullable Code capacity, InvolvementFacts facts) {}
