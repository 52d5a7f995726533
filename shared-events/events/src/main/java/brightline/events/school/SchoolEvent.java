package brightline.events.school;

import brightline.events.Code;
import brightline.events.EventName;
import brightline.events.ImportId;
import brightline.events.SchoolCode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can happen to a school. Days are days of the agency's zone. */
public sealed interface SchoolEvent {
    SchoolCode school();

    /** A school of the district, entered by a person. */
    @EventName("school.registered")
    record SchoolRegistered(SchoolCode school, String name) implements SchoolEvent {}

    /** An import named a school nobody had registered; a coordinator confirms or renames it by registering it. */
    @EventName("school.provisionally-registered")
    record SchoolProvisionallyRegistered(SchoolCode school, String name, ImportId importId) implements SchoolEvent {}

    /**
     * The school bears this code, and the one before until the day before. Its first code stays its identity, and all of them lead to it.
     *
     * @param code as it is written
     * @param from first day; null where the code on record was never the school's
     * @param reason code list {@code change-reason}
     * @param basis code list {@code correction-basis}
     */
    @EventName("school.code-given")
    record CodeGiven(
            SchoolCode school, SchoolCode code, @Nullable LocalDate from, Code reason, Code basis)
            implements SchoolEvent {}

    /**
     * Whether the school has officers of the programme, from a day on. Said again for the same day, the later one holds.
     *
     * @param status code list {@code programme-status}
     * @param vote the decision behind it; null where none was recorded
     */
    @EventName("school.programme-status-set")
    record ProgrammeStatusSet(
            SchoolCode school,
            Code status,
            LocalDate from,
            @Nullable Vote vote) implements SchoolEvent {}

    /**
     * A vote on officers at a school.
     *
     * @param body code list {@code vote-body}
     * @param votesFor the status; null where not recorded
     * @param votesAgainst null where not recorded
     */
    record Vote(
            LocalDate on,
            Code body,
            @Nullable Integer votesFor,
            @Nullable Integer votesAgainst) {}

    /**
     * How many students were enrolled on a day. Counted again for the same day, the later count holds.
     *
     * @param total all students of the school that day
     * @param groups how many of them of each group, sorted; a group not named was not counted, which is not zero
     */
    @EventName("school.enrolment-counted")
    record EnrolmentCounted(SchoolCode school, LocalDate day, int total, List<GroupCount> groups)
            implements SchoolEvent {
        public EnrolmentCounted {
            groups = List.copyOf(groups);
        }
    }

    /** @param group code list {@code race}, {@code sex}, {@code grade-band}, {@code disability} or {@code english-learner} */
    record GroupCount(Code group, int count) {}
}
