package brightline.query.roster;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An officer with an assignment on the day asked about, and the training known of.
 *
 * @param current whether every topic asked for was current that day
 * @param missing topics asked for that were not, as {@code list/code}
 * @param firstAssigned first day of the officer's first assignment to any school
 * @param courseDue last day for the state board's course: a year after that (105 ILCS 5/10-20.68)
 * @param courseDone day it was completed or waived; null where neither is recorded
 * @param courseOverdue whether it was due before the day asked about and not yet done
 */
record TrainingEntry(
        UUID officer,
        @Nullable String officerName,
        @Nullable String starNumber,
        @Nullable String officerCapacity,
        List<String> schools,
        boolean current,
        List<String> missing,
        LocalDate firstAssigned,
        LocalDate courseDue,
        @Nullable LocalDate courseDone,
        boolean courseOverdue,
        List<Topic> topics) {
    TrainingEntry {
        schools = List.copyOf(schools);
        missing = List.copyOf(missing);
        topics = List.copyOf(topics);
    }

    /** CURRENT, EXPIRED, or MISSING where no training in the topic is recorded up to that day. */
    enum TopicState {
        CURRENT,
        EXPIRED,
        MISSING
    }

    /**
     * A topic that was asked for or trained.
     *
     * @param topic as {@code list/code}
     * @param required whether it was asked for that day
     * @param heldFrom day of completion, or first day of a waiver; of the latest entry up to the day
     * @param expiresOn first day on which it no longer holds; null where it does not expire
     * @param number of the certificate or waiver
     */
    record Topic(
            String topic,
            String name,
            boolean required,
            TopicState state,
            @Nullable LocalDate heldFrom,
            @Nullable LocalDate expiresOn,
            boolean waived,
            @Nullable String number) {}
}
