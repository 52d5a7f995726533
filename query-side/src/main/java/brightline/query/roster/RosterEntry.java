package brightline.query.roster;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One assignment of the day asked about. Codes without their list's name; null is missing.
 *
 * @param post PRIMARY or RELIEF
 * @param lastDay null while open
 * @param recordedAt when its start was recorded
 * @param backDated whether its start or end was recorded after the day it took effect
 * @param lastConfirmed last day up to then on which somebody found it so; null for never
 * @param confirmedBy whose list it was: POLICE or SCHOOL
 * @param ageDays from that day to the one asked about; from the first day where nobody ever found it so
 * @param onPoliceList whether the police's latest list has it; null where there is none
 * @param onSchoolList the same of the schools' list
 */
record RosterEntry(
        UUID officer,
        @Nullable String officerName,
        @Nullable String starNumber,
        @Nullable String officerCapacity,
        String school,
        @Nullable String schoolName,
        @Nullable String post,
        LocalDate from,
        @Nullable LocalDate lastDay,
        Instant recordedAt,
        boolean backDated,
        @Nullable LocalDate lastConfirmed,
        @Nullable String confirmedBy,
        int ageDays,
        @Nullable Boolean onPoliceList,
        @Nullable Boolean onSchoolList,
        Eligibility eligibility,
        TrainingState training) {

    /** ELIGIBLE, INELIGIBLE, or NOT_SCREENED where nothing speaks against the officer but nobody looked. */
    enum EligibilityStatus {
        ELIGIBLE,
        INELIGIBLE,
        NOT_SCREENED
    }

    /**
     * Whether the officer might serve in schools that day, derived from facts.
     *
     * @param reasons what spoke against it: eligibility rules by code, or SCREENED_NOT_ELIGIBLE
     * @param screenings up to that day, the latest first
     * @param complaints received up to that day; null for readers who are not shown them
     */
    record Eligibility(
            EligibilityStatus status,
            List<String> reasons,
            List<Screening> screenings,
            @Nullable List<Complaint> complaints) {
        Eligibility {
            reasons = List.copyOf(reasons);
            screenings = List.copyOf(screenings);
        }
    }

    /** @param principalConsulted YES or NO; null where nobody said */
    record Screening(
            LocalDate screenedOn,
            String criteriaVersion,
            List<String> facts,
            String result,
            @Nullable String principalConsulted) {
        Screening {
            facts = List.copyOf(facts);
        }
    }

    /**
     * @param disciplineProbable as last said up to that day; null where nobody said
     * @param finding as of that day; null while open
     */
    record Complaint(
            String complaint,
            LocalDate receivedOn,
            List<String> about,
            @Nullable String disciplineProbable,
            @Nullable String finding,
            @Nullable LocalDate foundOn,
            List<String> findingAbout) {
        Complaint {
            about = List.copyOf(about);
            findingAbout = List.copyOf(findingAbout);
        }
    }

    /** @param missing topics asked for in which the officer was not current, as {@code list/code} */
    record TrainingState(boolean current, List<String> missing) {
        TrainingState {
            missing = List.copyOf(missing);
        }
    }
}
