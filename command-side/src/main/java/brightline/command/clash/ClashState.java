package brightline.command.clash;

import brightline.events.StudentId;

/** What decisions about a question need to remember. */
sealed interface ClashState {
    record Unknown() implements ClashState {}

    /** @param kept who was kept apart @param from who had the number before */
    record Open(StudentId kept, StudentId from) implements ClashState {}

    record Decided(StudentId kept, StudentId from, Finding finding) implements ClashState {}
}
