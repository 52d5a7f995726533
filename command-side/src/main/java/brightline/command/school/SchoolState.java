package brightline.command.school;

/** What decisions about a school need to remember. */
sealed interface SchoolState {
    record Unknown() implements SchoolState {}

    record Provisional() implements SchoolState {}

    record Registered(String name) implements SchoolState {}
}
