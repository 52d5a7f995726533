package brightline.query.desk;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record that was given away. Codes without their list's name.
 *
 * @param parts codes of what was given
 * @param notice NONE, DUE or SENT
 * @param noticeCause why one is due; null where none is
 * @param correctedAt when the record turned out to be wrong; null where it did not
 */
record Disclosure(
        UUID disclosureId,
        long begunIndex,
        Instant begunAt,
        UUID interactionId,
        String recipient,
        String basis,
        List<String> parts,
        Instant disclosedAt,
        String notice,
        @Nullable String noticeCause,
        @Nullable Instant correctedAt,
        @Nullable Instant noticeSentAt,
        @Nullable String noticeManner) {}
