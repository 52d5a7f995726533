package brightline.command.student;

import brightline.events.StudentId;

/**
 * Which student's entry it was about.
 *
 * @param version of the entry, for the next edit
 */
public record StudentAnswer(StudentId student, long version) {}
