package brightline.query.audit;

import java.time.Instant;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * How somebody reads a case.
 *
 * @param moment an instant in the reader's words
 * @param className a class's stored name in the reader's words
 * @param incident an incident's id as the number people say
 */
record CaseReader(Function<Instant, String> moment, UnaryOperator<String> className, UnaryOperator<String> incident) {}
