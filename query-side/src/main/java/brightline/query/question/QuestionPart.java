package brightline.query.question;

import io.swagger.v3.oas.models.parameters.Parameter;
import java.lang.reflect.AnnotatedElement;
import java.util.List;
import java.util.Set;

/** A part of questions whose parameters are not the components of a record: it reads and describes them itself. */
public interface QuestionPart<P> {
    Class<P> type();

    /**
     * Reads it, and notes what is wrong.
     *
     * @param place the handler's parameter or the question's component that it is for, and what is said there
     * @return of no use where something is wrong
     */
    P read(Parameters parameters, AnnotatedElement place);

    /** Names of the parameters that {@link #read} looks at. */
    Set<String> names();

    List<Parameter> described(AnnotatedElement place);
}
