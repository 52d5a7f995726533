package brightline.command.clash;

import brightline.events.StudentId;
import org.jspecify.annotations.Nullable;

/** What decisions about a question need to remember. */
sealed interface ClashState {
    record Unknown() implements ClashState {}

    /** @param kept who was kept apart @param from who had the number before */
    record Open(StudentId kept, StudentId from) implements ClashState {}

    /** @param into with whom the answer joined the one who was kept apart; null where it joined nobody */
    record Decided(
            StudentId kept,
            StudentId from,
            Finding finding,
            @Nullable StudentId into) implements ClashState {}
}
