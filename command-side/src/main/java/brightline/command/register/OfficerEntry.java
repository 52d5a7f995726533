package brightline.command.register;

import brightline.events.Code;
import brightline.events.OfficerId;

/**
 * An officer as the register knows one.
 *
 * @param capacity code list {@code capacity}: the usual one
 */
public record OfficerEntry(OfficerId officerId, String starNumber, String name, Code capacity) {}
