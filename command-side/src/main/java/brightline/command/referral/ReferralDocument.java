package brightline.command.referral;

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
 * What is sent about a school's referral. Codes are written as in their list, or {@code list/code}; times are ISO 8601 with an offset,
 * days days of the agency's zone.
 */
@ReadBy(ReferralReader.class)
interface ReferralDocument {
    /**
     * @param kind code list {@code referral-kind}
     * @param school code of a school of the register
     * @param madeBy code list {@code requester}; null if not known
     * @param to code list {@code capacity}: who was asked; null if not known
     * @param conduct codes of the list {@code cps-scc}
     * @param students how many students it was about; null if not known
     * @param emergency YES, NO or nothing
     */
    record Made(
            @NotNull @CodeList("referral-kind") @Nullable String kind,
            @NotNull @Nullable String school,
            @NotNull @Schema(format = "date-time") @Nullable String madeAt,
            @CodeList("requester") @Nullable String madeBy,
            @CodeList("capacity") @Nullable String to,
            @Size(max = 20) @CodeList("cps-scc") @Nullable List<@Nullable String> conduct,
            @Min(0) @Max(1_000) @Nullable Integer students,
            @OneOf(Stated.class) @Nullable String emergency)
            implements ReferralDocument {}

    /** @param officer by id or star number; null for the signed-in officer */
    record Acceptance(
            @NotNull @Schema(format = "date-time") @Nullable String at,
            @Nullable String officer) implements ReferralDocument {}

    /** @param reason code list {@code referral-decline-reason}; null if not known */
    record Decline(
            @NotNull @Schema(format = "date-time") @Nullable String at,
            @Nullable String officer,
            @CodeList("referral-decline-reason") @Nullable String reason)
            implements ReferralDocument {}

    /** @param to code list {@code requester}: who of the school took the matter back */
    record Return(
            @NotNull @Schema(format = "date-time") @Nullable String at,
            @Nullable String officer,
            @NotNull @CodeList("requester") @Nullable String to)
            implements ReferralDocument {}

    /**
     * @param disposition code list {@code school-disposition}
     * @param daysOut school days out of class; null where it does not apply
     */
    record Discipline(
            @NotNull @CodeList("school-disposition") @Nullable
            String disposition,

            @NotNull @Schema(format = "date") @Nullable String on,
            @Min(0) @Max(1_000) @Nullable Integer daysOut)
            implements ReferralDocument {}

    /** @param incident id of the police record of the same matter */
    record Link(@NotNull @Schema(format = "uuid") @Nullable String incident) implements ReferralDocument {}

    /**
     * @param reason code list {@code correction-reason}, or {@code void-reason} for voiding
     * @param basis code list {@code correction-basis}
     */
    record Why(
            @NotNull @CodeList({"correction-reason", "void-reason"}) @Nullable
            String reason,

            @NotNull @CodeList("correction-basis") @Nullable String basis)
            implements ReferralDocument {}

    /** @param owner user name of the account that looks for the other side's record */
    record Owner(@NotNull @Size(max = 100) @Nullable String owner) implements ReferralDocument {}
}
