package brightline.command.care;

import brightline.events.Code;

/** What decisions about a parked event need to remember. */
sealed interface DeadLetterState {
    record Undecided() implements DeadLetterState {}

    record Discarded(Code reason) implements DeadLetterState {}
}
