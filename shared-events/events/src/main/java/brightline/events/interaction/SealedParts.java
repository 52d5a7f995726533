package brightline.events.interaction;

import brightline.events.SecretRef;
import brightline.events.SubjectHandle;
import org.jspecify.annotations.Nullable;

/**
 * What is personal about a contact, encrypted.
 *
 * @param subject the student within this case
 * @param identity who the student is; null if not identified
 * @param statistics null if nothing was recorded
 * @param narrative the officer's account; null for none
 */
public record SealedParts(
        SubjectHandle subject,
        @Nullable SecretRef identity,
        @Nullable SecretRef statistics,
        @Nullable SecretRef narrative) {}
