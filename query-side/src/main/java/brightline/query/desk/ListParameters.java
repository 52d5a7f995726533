package brightline.query.desk;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What every list takes beside its own filters, as {@link DeskQuestion} reads it and the API's description names it. */
@Parameter(
        in = ParameterIn.QUERY,
        name = "asKnownOn",
        description = "What was recorded until the end of that day, or until that moment",
        example = "2026-03-31")
@Parameter(
        in = ParameterIn.QUERY,
        name = "atLeastIndex",
        description = "The answer rests on the event of this index, or says that it cannot yet",
        example = "1")
@Parameter(in = ParameterIn.QUERY, name = "cursor", description = "The next of an earlier answer")
@Parameter(in = ParameterIn.QUERY, name = "limit", description = "Items at most, 1 to 200", example = "50")
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface ListParameters {}
