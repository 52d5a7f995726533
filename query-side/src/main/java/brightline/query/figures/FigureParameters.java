package brightline.query.figures;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The filters and groups that {@link FigureRequest} reads, as the API's description names them. */
@FigureFilters
@Parameter(
        in = ParameterIn.QUERY,
        name = "groupBy",
        description = "Names of filters from class to outcome, between commas: one row for each group",
        example = "school,class")
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
public @interface FigureParameters {}
