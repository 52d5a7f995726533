package brightline.query.caseload;

import brightline.edge.problem.FieldProblem;
import brightline.edge.problem.Problem;
import brightline.edge.problem.ProblemException;
import brightline.query.figures.Times;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a stretch of a list ended: a moment and, among those of the same moment, an id. */
record PageCursor(Instant at, UUID id) {
    static final int MOST = 100;

    /** @throws ProblemException 400 if the text is no such place */
    static @Nullable PageCursor read(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("\\|", -1);
            return new PageCursor(Times.moment(parts[0]), UUID.fromString(parts[1]));
        } catch (RuntimeException _) {
            throw wrong("cursor", "must be the next of an earlier answer");
        }
    }

    /** @throws ProblemException 400 if a list may not be that long */
    static int limit(int asked) {
        if (asked < 1 || asked > MOST) {
            throw wrong("limit", "must be from 1 to " + MOST);
        }
        return asked;
    }

    String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((at + "|" + id).getBytes(StandardCharsets.UTF_8));
    }

    static ProblemException wrong(String parameter, String reason) {
        return new ProblemException(Problem.invalid(List.of(new FieldProblem("?" + parameter, "wrong-value", reason))));
    }
}
