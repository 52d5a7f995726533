package brightline.command.register;

import brightline.events.agency.AgencySettings;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Registers for tests of deciders, without a database. */
public final class Registers {
    /** Of nobody and nothing. */
    public static final RegisterEdition EMPTY = with(List.of(), List.of(), List.of());

    private Registers() {}

    public static RegisterEdition with(
            List<SchoolEntry> schools, List<OfficerEntry> officers, List<AgreementInForce> agreements) {
        return new RegisterEdition(
                1,
                AgencySettings.DEFAULT,
                schools,
                officers,
                agreements,
                agreements.stream()
                        .map(AgreementInForce::agreementId)
                        .distinct()
                        .collect(Collectors.toMap(Function.identity(), _ -> "MOU")),
                List.of());
    }
}
