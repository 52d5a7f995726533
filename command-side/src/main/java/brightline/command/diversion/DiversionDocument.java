package brightline.command.diversion;

import brightline.command.endpoint.ReadBy;
import brightline.edge.description.CodeList;
import brightline.edge.description.OneOf;
import brightline.events.Stated;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is sent about a diversion. Codes are written as in their list, or {@code list/code}; times are ISO 8601 with an offset, days
 * days of the agency's zone.
 */
@ReadBy(DiversionReader.class)
interface DiversionDocument {
    /**
     * @param interaction id of the contact
     * @param kind code list {@code outcome}
     * @param officer who offered it, by id or star number; null for the signed-in officer
     * @param provider user name of the programme's account; null for none
     * @param offence code list {@code offence-level}: for a station adjustment, to be told what our records say of its limits
     */
    record Offer(
            @NotNull @Schema(format = "uuid") @Nullable String interaction,
            @NotNull @CodeList("outcome") @Nullable String kind,
            @NotNull @Schema(format = "date-time") @Nullable String offeredAt,
            @Nullable String officer,
            @Size(max = 100) @Nullable String provider,
            @CodeList("offence-level") @Nullable String offence)
            implements DiversionDocument {}

    /** @param reason code list {@code unused-reason} */
    record NotUsed(
            @NotNull @Schema(format = "uuid") @Nullable String interaction,
            @NotNull @CodeList("outcome") @Nullable String kind,
            @NotNull @CodeList("unused-reason") @Nullable String reason)
            implements DiversionDocument {}

    record Acceptance(
            @NotNull @Schema(format = "date") @Nullable String on) implements DiversionDocument {}

    /** @param by code list {@code declined-by}; null if not known */
    record Decline(
            @NotNull @Schema(format = "date") @Nullable String on,
            @CodeList("declined-by") @Nullable String by) implements DiversionDocument {}

    /**
     * @param due last day; null for none
     * @param serviceHours hours of community service; null for none
     */
    record Start(
            @NotNull @Schema(format = "date") @Nullable String on,
            @Schema(format = "date") @Nullable String due,
            @Min(0) @Max(1_000) @Nullable Integer serviceHours)
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
            @NotNull @Schema(format = "date") @Nullable String on,
            @NotNull @CodeList("offence-level") @Nullable String offence,
            @Schema(format = "date") @Nullable String due,
            @Min(0) @Max(1_000) @Nullable Integer serviceHours,
            @Schema(format = "date") @Nullable String restitutionDue,

            @Size(max = 20) @CodeList("adjustment-condition") @Nullable
            List<@Nullable String> conditions,

            @OneOf(Stated.class) @Nullable String admission,
            @OneOf(Stated.class) @Nullable String writtenAgreement,
            @OneOf(Stated.class) @Nullable String guardianInvolved,
            @OneOf(Stated.class) @Nullable String attorneyApproved)
            implements DiversionDocument {}

    /**
     * @param officer who asked, by id or star number; null for the signed-in officer
     * @param answer code list {@code state-query-answer}
     * @param misdemeanours earlier adjustments as the state counts them; null if it did not say
     */
    record Query(
            @NotNull @Schema(format = "date-time") @Nullable String askedAt,
            @Nullable String officer,

            @NotNull @CodeList("state-query-answer") @Nullable
            String answer,

            @Min(0) @Max(1_000) @Nullable Integer misdemeanours,
            @Min(0) @Max(1_000) @Nullable Integer felonies,
            @Min(0) @Max(1_000) @Nullable Integer all)
            implements DiversionDocument {}

    /**
     * @param due the new last day
     * @param reason code list {@code extension-reason}; null if not known
     */
    record Extension(
            @NotNull @Schema(format = "date") @Nullable String on,
            @NotNull @Schema(format = "date") @Nullable String due,
            @CodeList("extension-reason") @Nullable String reason)
            implements DiversionDocument {}

    /**
     * @param remedy code list {@code breach-remedy}; null while none is chosen
     * @param serviceHours hours from now on; null where they stay
     */
    record Breach(
            @NotNull @Schema(format = "date") @Nullable String on,
            @CodeList("breach-remedy") @Nullable String remedy,
            @Min(0) @Max(1_000) @Nullable Integer serviceHours)
            implements DiversionDocument {}

    record Completion(
            @NotNull @Schema(format = "date") @Nullable String on) implements DiversionDocument {}

    /** @param reason code list {@code failure-reason}; null if not known */
    record Failure(
            @NotNull @Schema(format = "date") @Nullable String on,
            @CodeList("failure-reason") @Nullable String reason) implements DiversionDocument {}

    /** @param reason code list {@code unknown-outcome-reason}; null if not known */
    record Unknown(
            @NotNull @Schema(format = "date") @Nullable String on,
            @CodeList("unknown-outcome-reason") @Nullable String reason)
            implements DiversionDocument {}

    /**
     * @param status code list {@code provider-status}
     * @param serviceHoursDone null if nothing is to be said of it
     */
    record Report(
            @NotNull @Schema(format = "date") @Nullable String on,
            @NotNull @CodeList("provider-status") @Nullable String status,
            @Min(0) @Max(1_000) @Nullable Integer serviceHoursDone)
            implements DiversionDocument {}

    /**
     * @param reason code list {@code void-reason}
     * @param basis code list {@code correction-basis}
     */
    record Voiding(
            @NotNull @CodeList("void-reason") @Nullable String reason,
            @NotNull @CodeList("correction-basis") @Nullable String basis)
            implements DiversionDocument {}
}
