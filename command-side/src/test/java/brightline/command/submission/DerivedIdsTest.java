package brightline.command.submission;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Worked by another program: what a retry finds again must not depend on the release that answers it. */
class DerivedIdsTest {
    @Test
    void come_from_account_and_key_and_are_counted() {
        Request request = new Request("quill", "key-1", new Content("mac"));
        assertThat(DerivedIds.of(request, 0)).hasToString("a7dc31b1-9266-8dbd-9cea-17b0ba5509c8");
        assertThat(DerivedIds.of(request, 1)).hasToString("db8eeb61-1655-809a-9424-27d7b3ad6bfc");
    }
}
