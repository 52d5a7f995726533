package brightline.command.diversion;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is sent about a diversion. Codes are written as in their list, or {@code list/code}; times are ISO 8601 with an offset, days
 * days of the agency's zone.
 */
interface DiversionDocument {
    /**
     * @param interaction id of the contact
     * @param kind code list {@code outcome}
     * @param officer who offered it, by id or star number; null for the signed-in officer
     * @param provider user name of the programme's account; null for none
     * @param offence code list {@code offence-level}: for a station adjustment, to be told what our records say of its limits
     */
    record Offer(
            @Nullable String interaction,
            @Nullable String kind,
            @Schema(format = "date-time") @Nullable String offeredAt,
            @Nullable String officer,
            @Nullable String provider,
            @Nullable String offence)
            implements DiversionDocument {}

    /** @param reason code list {@code unused-reason} */
    record NotUsed(
            @Nullable String interaction,
            @Nullable String kind,
            @Nullable String reason) implements DiversionDocument {}

    record Acceptance(@Schema(format = "date") @Nullable String on) implements DiversionDocument {}

    /** @param by code list {@code declined-by}; null if not known */
    record Decline(
            @Schema(format = "date") @Nullable String on,
            @Nullable String by) implements DiversionDocument {}

    /**
     * @param due last day; null for none
     * @param serviceHours hours of community service; null for none
     */
    record Start(
            @Schema(format = "date") @Nullable String on,
            @Schema(format = "date") @Nullable String due,
            @Nullable Integer serviceHours)
            implements DiversionDocument {}

    /**
     * The terms of a station adjustment.
     *
     * @param offence code list {@code offence-level}
     * @param conditions code list {@code adjustment-condition}
     * @param admission whether the minor admitted the offence: YES, NO or nothing
     * @param attorneyApproved whether the State's Attorney approved of going beyond a limit
     */
    record Terms(
            @Schema(format = "date") @Nullable String on,
            @Nullable String offence,
            @Schema(format = "date") @Nullable String due,
            @Nullable Integer serviceHours,
            @Schema(format = "date") @Nullable String restitutionDue,
            @Nullable List<@Nullable String> conditions,
            @Nullable String admission,
            @Nullable String writtenAgreement,
            @Nullable String guardianInvolved,
            @Nullable String attorneyApproved)
            implements DiversionDocument {}

    /**
     * @param officer who asked, by id or star number; null for the signed-in officer
     * @param answer code list {@code state-query-answer}
     * @param misdemeanours earlier adjustments as the state counts them; null if it did not say
     */
    record Query(
            @Schema(format = "date-time") @Nullable String askedAt,
            @Nullable String officer,
            @Nullable String answer,
            @Nullable Integer misdemeanours,
            @Nullable Integer felonies,
            @Nullable Integer all)
            implements DiversionDocument {}

    /**
     * @param due the new last day
     * @param reason code list {@code extension-reason}; null if not known
     */
    record Extension(
            @Schema(format = "date") @Nullable String on,
            @Schema(format = "date") @Nullable String due,
            @Nullable String reason)
            implements DiversionDocument {}

    /**
     * @param remedy code list {@code breach-remedy}; null while none is chosen
     * @param serviceHours hours from now on; null where they stay
     */
    record Breach(
            @Schema(format = "date") @Nullable String on,
            @Nullable String remedy,
            @Nullable Integer serviceHours) implements DiversionDocument {}

    record Completion(@Schema(format = "date") @Nullable String on) implements DiversionDocument {}

    /** @param reason code list {@code failure-reason}; null if not known */
    record Failure(
            @Schema(format = "date") @Nullable String on,
            @Nullable String reason) implements DiversionDocument {}

    /** @param reason code list {@code unknown-outcome-reason}; null if not known */
    record Unknown(
            @Schema(format = "date") @Nullable String on,
            @Nullable String reason) implements DiversionDocument {}

    /**
     * @param status code list {@code provider-status}
     * @param serviceHoursDone null if nothing is to be said of it
     */
    record Report(
            @Schema(format = "date") @Nullable String on,
            @Nullable String status,
            @Nullable Integer serviceHoursDone) implements DiversionDocument {}

    /**
     * @param reason code list {@code void-reason}
     * @param basis code list {@code correction-basis}
     */
    record Voiding(@Nullable String reason, @Nullable String basis) implements DiversionDocument {}
}
