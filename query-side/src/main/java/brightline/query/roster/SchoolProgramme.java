package brightline.query.roster;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A school's part in the programme on a day. Codes without their list's name; null is missing.
 *
 * @param school its first code, which is its identity
 * @param code the one it bears
 * @param status code of the list programme-status; null where none was ever set up to the day
 * @param since first day of that status
 * @param officers with an assignment there that day
 * @param enrolment of the last count up to the day; null where none was
 */
record SchoolProgramme(
        String school,
        String code,
        String name,
        @Nullable String status,
        @Nullable LocalDate since,
        @Nullable Vote vote,
        long officers,
        @Nullable Enrolment enrolment) {

    /** The decision behind a status. */
    record Vote(
            LocalDate on,
            @Nullable String body,
            @Nullable Integer votesFor,
            @Nullable Integer votesAgainst) {}

    /** @param groups students by code list and code; what is not in it was not counted */
    record Enrolment(LocalDate day, int total, Map<String, Map<String, Integer>> groups) {
        Enrolment {
            groups = Map.copyOf(groups);
        }
    }
}
