package brightline.command.submission;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The client's key that {@link Requests#of} reads, as the API's description names it. */
@Parameter(
        in = ParameterIn.HEADER,
        name = Requests.KEY_HEADER,
        required = true,
        description = KeyHeader.MEANING,
        schema = @Schema(type = "string", pattern = KeyHeader.FORM))
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface KeyHeader {
    /** How a key is written. */
    String FORM = "^[!-~]{16,255}$";

    /** What it is, for who reads the description. */
    String MEANING = "16 to 255 visible characters, new for each submission; known for 30 days";
}
