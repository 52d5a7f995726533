package brightline.command.incident;

import brightline.command.interaction.Line;
import java.util.List;

/** Where each student's contact would stand if it were recorded as it is, in the document's order. */
record AdviceAnswer(List<Line> interactions) {
    AdviceAnswer {
        interactions = List.copyOf(interactions);
    }
}
