package brightline.command.referral;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is sent about a school's referral. Codes are written as in their list, or {@code list/code}; times are ISO 8601 with an offset,
 * days days of the agency's zone.
 */
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
            @Nullable String kind,
            @Nullable String school,
            @Schema(format = "date-time") @Nullable String madeAt,
            @Nullable String madeBy,
            @Nullable String to,
            @Nullable List<@Nullable String> conduct,
            @Nullable Integer students,
            @Nullable String emergency)
            implements ReferralDocument {}

    /** @param officer by id or star number; null for the signed-in officer */
    record Acceptance(
            @Schema(format = "date-time") @Nullable String at,
            @Nullable String officer) implements ReferralDocument {}

    /** @param reason code list {@code referral-decline-reason}; null if not known */
    record Decline(
            @Schema(format = "date-time") @Nullable String at,
            @Nullable String officer,
            @Nullable String reason) implements ReferralDocument {}

    /** @param to code list {@code requester}: who of the school took the matter back */
    record Return(
            @Schema(format = "date-time") @Nullable String at,
            @Nullable String officer,
            @Nullable String to) implements ReferralDocument {}

    /**
     * @param disposition code list {@code school-disposition}
     * @param daysOut school days out of class; null where it does not apply
     */
    record Discipline(
            @Nullable String disposition,
            @Schema(format = "date") @Nullable String on,
            @Nullable Integer daysOut) implements ReferralDocument {}

    /** @param incident id of the police record of the same matter */
    record Link(@Nullable String incident) implements ReferralDocument {}

    /**
     * @param reason code list {@code correction-reason}, or {@code void-reason} for voiding
     * @param basis code list {@code correction-basis}
     */
    record Why(@Nullable String reason, @Nullable String basis) implements ReferralDocument {}

    /** @param owner user name of the account that looks for the other side's record */
    record Owner(@Nullable String owner) implements ReferralDocument {}
}
