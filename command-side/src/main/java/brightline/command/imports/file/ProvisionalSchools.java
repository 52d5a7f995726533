package brightline.command.imports.file;

import brightline.command.register.RegisterEdition;
import brightline.command.school.School;
import brightline.command.school.SchoolCommand.RegisterProvisionally;
import brightline.events.ImportId;
import brightline.events.SchoolCode;
import java.util.Map;
import org.axonframework.config.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Enters schools that a file names and nobody registered, until a person confirms them. Joins the caller's transaction. */
@Component
public final class ProvisionalSchools {
    private final Configuration axon;

    /** @param axon comes lazily: it in turn looks for command handlers */
    ProvisionalSchools(@Lazy Configuration axon) {
        this.axon = axon;
    }

    /**
     * @param named schools by code
     * @param known those registered stay as they are
     */
    public void register(ImportId importId, Map<SchoolCode, String> named, RegisterEdition known) throws Exception {
        for (Map.Entry<SchoolCode, String> school : named.entrySet()) {
            if (known.school(school.getKey()).isEmpty()) {
                axon.repository(School.class)
                        .newInstance(() -> School.provisional(
                                new RegisterProvisionally(school.getKey(), school.getValue(), importId)));
            }
        }
    }
}
