package brightline.command.diversion;

import brightline.events.diversion.DiversionRecord;

/** What decisions about a diversion need to remember. */
sealed interface DiversionState {
    /** Nothing is recorded under this id. */
    record Unrecorded() implements DiversionState {}

    /** The diversion as its events so far describe it. */
    record Recorded(DiversionRecord record) implements DiversionState {}
}
