package brightline.command.submission;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The version that {@link Requests#versionSeen} reads, as the API's description names it. */
@Parameter(
        in = ParameterIn.HEADER,
        name = "If-Match",
        required = true,
        description = "The version that was read, in quotes",
        schema = @Schema(type = "string", pattern = VersionHeader.FORM))
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface VersionHeader {
    /** How a version is written. */
    String FORM = "^\"(0|[1-9][0-9]{0,17})\"$";
}
