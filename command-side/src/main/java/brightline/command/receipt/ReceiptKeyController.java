package brightline.command.receipt;

import brightline.edge.access.Action;
import brightline.edge.access.Does;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The key that checks receipts. */
@RestController
@RequestMapping("/api/commands/receipt-keys")
@Tag(name = "Receipts")
class ReceiptKeyController {
    private final KeySet keys;

    ReceiptKeyController(ReceiptKey key) {
        keys = new KeySet(List.of(new JsonWebKey("EC", "P-256", "sig", "ES256", key.id(), key.x(), key.y())));
    }

    /** A JSON Web Key Set (RFC 7517). */
    record KeySet(List<JsonWebKey> keys) {}

    /**
     * A public key on P-256 (RFC 7518).
     *
     * @param x 32 bytes, base64url
     * @param y 32 bytes, base64url
     */
    record JsonWebKey(String kty, String crv, String use, String alg, String kid, String x, String y) {}

    @Does(Action.READ_RECEIPT_KEYS)
    @GetMapping
    @Operation(
            summary = "The public key of receipts",
            description =
                    "A JSON Web Key Set. Keep it apart from this system: who checks a receipt must not have to ask its"
                            + " signer for the key.")
    KeySet keys() {
        return keys;
    }
}
