package brightline.events.interaction;

import brightline.events.Code;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a minor who is released without petition is told of the record and the law, orally and in writing (705 ILCS 405/5-915).
 *
 * @param toldAt when it was said; null if it was not, or not recorded
 * @param writtenAt when the packet was handed over; null if it was not, or not recorded
 * @param to code list {@code packet-recipient}
 */
public record NoticePacket(
        @Nullable Instant toldAt, @Nullable Instant writtenAt, List<Code> to) {
    public NoticePacket {
        to = List.copyOf(to);
    }
}
