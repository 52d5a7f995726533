package brightline.command.imports.file;

import brightline.command.register.RegisterEdition;
import brightline.command.register.SchoolEntry;
import brightline.command.school.School;
import brightline.command.school.SchoolCommand.RegisterProvisionally;
import brightline.events.ComparisonForm;
import brightline.events.ImportId;
import brightline.events.SchoolCode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.config.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Enters schools that a file names and nobody registered, until a person confirms them. Joins the caller's transaction. */
@Component
public final class ProvisionalSchools {
    private static final Note ZEROS = new Note(
            "A code that differs from a known one by leading zeros only is kept as a school of its own, not confirmed:"
                    + " where it is the same school, mend the code in the file and send it again",
            Note.Counted.SCHOOLS);

    private final Configuration axon;

    /** @param axon comes lazily: it in turn looks for command handlers */
    ProvisionalSchools(@Lazy Configuration axon) {
        this.axon = axon;
    }

    /**
     * @param named schools by code
     * @param known those registered stay as they are
     * @param answers are told of a code that only leading zeros tell from a known one: spreadsheets drop them
     */
    public void register(ImportId importId, Map<SchoolCode, String> named, RegisterEdition known, Answers answers)
            throws Exception {
        Set<String> withoutZeros = known.schools().stream()
                .flatMap(SchoolEntry::leading)
                .map(ComparisonForm::withoutLeadingZeros)
                .collect(Collectors.toCollection(HashSet::new));
        for (Map.Entry<SchoolCode, String> school : named.entrySet()) {
            if (known.school(school.getKey()).isEmpty()) {
                if (!withoutZeros.add(
                        ComparisonForm.withoutLeadingZeros(school.getKey().value()))) {
                    answers.note(ZEROS, 1);
                }
                axon.repository(School.class)
                        .newInstance(() -> School.provisional(
                                new RegisterProvisionally(school.getKey(), school.getValue(), importId), known));
            }
        }
    }
}
