package brightline.edge.access;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.Base64;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Releases the account's key to a page of its session. No API token reaches it: what it opens lies in browsers only, which is
 * why the API's description leaves it out.
 */
@Hidden
@RestController
class DeviceKeyController {
    static final String PATH = "/device-key";

    private final DeviceKeys keys;

    DeviceKeyController(DeviceKeys keys) {
        this.keys = keys;
    }

    /**
     * The key and whose it is.
     *
     * @param account tells one account's drafts on a device from another's
     * @param key AES-256 in Base64
     */
    record DeviceKey(UUID account, String key) {
        @Override
        public String toString() {
            return "[redacted]";
        }
    }

    @Does(Action.READ_DEVICE_KEY)
    @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    DeviceKey key(CurrentActor actor) {
        return new DeviceKey(actor.accountId(), Base64.getEncoder().encodeToString(keys.of(actor.accountId())));
    }
}
