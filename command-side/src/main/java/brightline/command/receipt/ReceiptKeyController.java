package brightline.command.receipt;

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
        keys = new KeySet(List.of(new JsonWebKey("OKP", "Ed25519", "sig", "EdDSA", key.id(), key.publicKey())));
    }

    /** A JSON Web Key Set (RFC 7517). */
    record KeySet(List<JsonWebKey> keys) {}

    /**
     * A public Ed25519 key (RFC 8037).
     *
     * @param x the key, 32 bytes, base64url
     */
    record JsonWebKey(String kty, String crv, String use, String alg, String kid, String x) {}

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
