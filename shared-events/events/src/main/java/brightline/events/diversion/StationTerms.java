package brightline.events.diversion;

import brightline.events.Code;
import brightline.events.Stated;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The terms of a station adjustment (705 ILCS 405/5-301). Days are days of the agency's zone.
 *
 * @param offence code list {@code offence-level}
 * @param dueOn last day; null if none was set
 * @param serviceHours hours of community service; null for none
 * @param restitutionDueOn last day for restitution; null for none
 * @param conditions code list {@code adjustment-condition}
 * @param admission whether the minor admitted the offence
 * @param writtenAgreement whether there is a written, signed agreement
 * @param guardianInvolved whether a parent or guardian took part
 * @param attorneyApproved whether the State's Attorney approved of going beyond a limit
 */
public record StationTerms(
        LocalDate issuedOn,
        Code offence,
        @Nullable LocalDate dueOn,
        @Nullable Integer serviceHours,
        @Nullable LocalDate restitutionDueOn,
        List<Code> conditions,
        Stated admission,
        Stated writtenAgreement,
        Stated guardianInvolved,
        Stated attorneyApproved) {
    public StationTerms {
        conditions = List.copyOf(conditions);
        admission = Stated.orMissing(admission);
        writtenAgreement = Stated.orMissing(writtenAgreement);
        guardianInvolved = Stated.orMissing(guardianInvolved);
        attorneyApproved = Stated.orMissing(attorneyApproved);
    }
}
