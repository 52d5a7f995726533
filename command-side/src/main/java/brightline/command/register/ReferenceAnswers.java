package brightline.command.register;

import brightline.command.submission.Accepted;
import java.net.URI;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;

/** What the addresses of this part of the house have in common. */
public final class ReferenceAnswers {
    private ReferenceAnswers() {}

    /**
     * 201 with the place of what was created: by the id that the answer names, which may be one that an earlier release derived.
     *
     * @param place where such things are, up to the id
     */
    public static <T> ResponseEntity<T> created(Accepted<T> accepted, String place, Function<T, ?> id) {
        return created(accepted, place + id.apply(accepted.answer()));
    }

    /** 201 with the place of what was created. */
    public static <T> ResponseEntity<T> created(Accepted<T> accepted, String path) {
        return ResponseEntity.created(URI.create(path))
                .headers(accepted.headers())
                .body(accepted.answer());
    }

    /** 200. */
    public static <T> ResponseEntity<T> done(Accepted<T> accepted) {
        return ResponseEntity.ok().headers(accepted.headers()).body(accepted.answer());
    }
}
