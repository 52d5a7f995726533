package brightline.query.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of the second factor. It holds what the app is told only while none is set up, and the recovery codes once.
 *
 * @param required nobody goes on without one
 * @param offer what the app is told, the first one or one in its place; null when none is to be set up
 * @param codes the recovery codes just made; empty on all pages but the first after that
 * @param left how many recovery codes are left; null while none is set up
 * @param wrong the code that was typed is not one of the app's
 */
public record SecondFactorPage(
        boolean required,
        @Nullable Offer offer,
        List<String> codes,
        @Nullable Integer left,
        boolean wrong) {
    /** Whether an app takes the place of another. */
    public boolean another() {
        return offer != null && left != null;
    }

    /** @param groups the secret, in groups of four to be typed */
    public record Offer(QrCode picture, String groups) {}
}
