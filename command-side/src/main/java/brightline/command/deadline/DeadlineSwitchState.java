package brightline.command.deadline;

/** What decisions about a row of the table of deadlines need to remember. */
sealed interface DeadlineSwitchState {
    record Unknown() implements DeadlineSwitchState {}

    record Switched(boolean on) implements DeadlineSwitchState {}
}
