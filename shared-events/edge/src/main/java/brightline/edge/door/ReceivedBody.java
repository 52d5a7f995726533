package brightline.edge.door;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.util.WebUtils;

/** What a request brought, byte for byte, also when somebody has read it already. */
public final class ReceivedBody {
    private ReceivedBody() {}

    /**
     * The whole body; empty where there was none.
     *
     * @throws IllegalStateException for a form with files, which the door does not hold
     */
    public static byte[] of(HttpServletRequest request) {
        GuardedBody body = WebUtils.getNativeRequest(request, GuardedBody.class);
        if (body == null) {
            throw new IllegalStateException("The door does not hold the body of " + request.getRequestURI());
        }
        return body.bytes().clone();
    }
}
