package brightline.command.review;

import brightline.events.ReviewId;

/** Which one it was about. */
record ReviewAnswer(ReviewId id) {}
