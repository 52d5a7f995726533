package brightline.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** One evaluation of one officer over one period. */
public record EvaluationId(@JsonValue UUID value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public EvaluationId {}

    @Override
    public String toString() {
        return value.toString();
    }
}
