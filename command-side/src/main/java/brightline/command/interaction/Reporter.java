package brightline.command.interaction;

import brightline.events.Code;
import brightline.events.OfficerId;
import org.jspecify.annotations.Nullable;

/**
 * Whose report it is where an entry says nothing of its own.
 *
 * @param officer null when the sender is no officer and named none
 * @param capacity null for the officer's usual one
 * @param mayNameOthers whether the sender may report for other officers
 */
public record Reporter(
        @Nullable OfficerId officer, @Nullable Code capacity, boolean mayNameOthers) {}
