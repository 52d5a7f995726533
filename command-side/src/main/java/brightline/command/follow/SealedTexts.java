package brightline.command.follow;

import brightline.edge.keys.CaseSecrets;
import brightline.edge.keys.PersonalPart.Narrative;
import brightline.edge.keys.PersonalParts;
import brightline.events.SecretRef;
import brightline.events.SubjectHandle;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Seals free text in the transaction of the submission that holds it. */
@Component
public class SealedTexts {
    private final PersonalParts parts;

    SealedTexts(PersonalParts parts) {
        this.parts = parts;
    }

    /**
     * Under the keys of the case, which an erasure destroys.
     *
     * @throws IllegalStateException if the case was erased
     */
    public SecretRef underCase(SubjectHandle subject, String text) {
        return store(parts.existingCase(subject), text);
    }

    /** Under keys of its own, for what belongs to no case yet. */
    public SecretRef underItsOwn(SubjectHandle handle, String text) {
        return store(parts.newCase(handle), text);
    }

    private SecretRef store(CaseSecrets secrets, String text) {
        SecretRef ref = Objects.requireNonNull(secrets.seal(new Narrative(text)));
        parts.store(List.of(secrets));
        return ref;
    }
}
