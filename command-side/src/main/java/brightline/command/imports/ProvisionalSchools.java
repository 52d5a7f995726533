package brightline.command.imports;

import brightline.command.register.ReferenceRegister;
import brightline.command.register.RegisterEdition;
import brightline.command.school.School;
import brightline.command.school.SchoolCommand.RegisterProvisionally;
import brightline.events.ImportId;
import brightline.events.SchoolCode;
import java.util.Map;
import org.axonframework.config.Configuration;

/** Enters schools that a file names and nobody registered, until a person confirms them. Joins the caller's transaction. */
final class ProvisionalSchools {
    private final Configuration axon;
    private final ReferenceRegister register;

    ProvisionalSchools(Configuration axon, ReferenceRegister register) {
        this.axon = axon;
        this.register = register;
    }

    /** @param named schools by code; those registered stay as they are */
    void register(ImportId importId, Map<SchoolCode, String> named) throws Exception {
        RegisterEdition known = register.current();
        for (Map.Entry<SchoolCode, String> school : named.entrySet()) {
            if (known.school(school.getKey()).isEmpty()) {
                axon.repository(School.class)
                        .newInstance(() -> School.provisional(
                                new RegisterProvisionally(school.getKey(), school.getValue(), importId)));
            }
        }
    }
}
