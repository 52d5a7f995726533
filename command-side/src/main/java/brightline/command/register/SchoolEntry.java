package brightline.command.register;

import brightline.events.SchoolCode;

/**
 * A school as the register knows it.
 *
 * @param provisional named by an import and confirmed by nobody yet
 */
public record SchoolEntry(SchoolCode code, String name, boolean provisional) {}
