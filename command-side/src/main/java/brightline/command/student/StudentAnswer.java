package brightline.command.student;

import brightline.events.StudentId;

/** Which student's entry it was about. */
public record StudentAnswer(StudentId student) {}
