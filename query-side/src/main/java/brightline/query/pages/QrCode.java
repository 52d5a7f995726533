package brightline.query.pages;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.util.Map;

/**
 * A QR code as a page draws it.
 *
 * @param side how many modules it is wide and high, with its margin
 * @param path of an SVG: the dark modules, each a unit wide
 */
public record QrCode(int side, String path) {
    /** What scanners ask for. */
    private static final int MARGIN = 4;

    /** @throws IllegalArgumentException when the text is too long for any */
    static QrCode of(String text) {
        BitMatrix modules;
        try {
            modules =
                    new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, Map.of(EncodeHintType.MARGIN, MARGIN));
        } catch (WriterException e) {
            throw new IllegalArgumentException("Too long for a QR code", e);
        }
        var path = new StringBuilder();
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0, end; x < modules.getWidth(); x = end + 1) {
                end = x;
                while (end < modules.getWidth() && modules.get(end, y)) {
                    end++;
                }
                if (end > x) {
                    path.append("M%d %dh%dv1h-%dz".formatted(x, y, end - x, end - x));
                }
            }
        }
        return new QrCode(modules.getWidth(), path.toString());
    }
}
