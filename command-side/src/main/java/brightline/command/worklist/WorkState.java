package brightline.command.worklist;

/** What decisions about an account's item need to remember. */
sealed interface WorkState {
    record Unknown() implements WorkState {}

    record Read() implements WorkState {}

    record Done() implements WorkState {}
}
