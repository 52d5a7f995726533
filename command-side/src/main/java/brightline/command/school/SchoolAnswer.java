package brightline.command.school;

import brightline.events.SchoolCode;

/** The school as it now stands. */
public record SchoolAnswer(SchoolCode code, String name, boolean provisional) {}
