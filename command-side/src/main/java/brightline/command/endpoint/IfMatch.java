package brightline.command.endpoint;

import brightline.command.submission.Requests;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The version that the sender of an edit saw, from the header If-Match. Of type {@code long} it must be there (428); of type {@code Long} it
 * is null where the sender saw none.
 */
@Parameter(
        in = ParameterIn.HEADER,
        name = "If-Match",
        required = true,
        description = "The version that was read, in quotes",
        schema = @Schema(type = "string", pattern = Requests.VERSION_FORM))
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface IfMatch {}
