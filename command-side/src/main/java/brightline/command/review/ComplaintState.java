package brightline.command.review;

import brightline.events.review.ComplaintEvent.ComplaintReceived;

/** What decisions about a complaint need to remember. */
sealed interface ComplaintState {
    record Unknown() implements ComplaintState {}

    record Received(ComplaintReceived as) implements ComplaintState {}
}
