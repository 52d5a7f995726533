package brightline.query.desk;

import brightline.edge.access.Action;
import brightline.edge.access.Does;
import brightline.query.projection.RecordRow;
import brightline.query.question.Asked;
import brightline.query.question.Basis;
import brightline.query.question.Conditions;
import brightline.query.question.Filter;
import brightline.query.question.Paging;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Numbers stated of two people, for whoever decides whether they are one child. */
@RestController
@Tag(name = "Students")
final class ClashListController {
    private static final RecordRow<NumberClash> CLASH = RecordRow.of(NumberClash.class);

    /** What is asked of the list. */
    record Question(
            @Filter(
                    value = "Whether it waits for a decision, or what was found",
                    example = "OPEN",
                    where = "t.state = :state",
                    oneOf = {"OPEN", "SAME", "DIFFERENT"})
            @Nullable
            String state,

            Basis basis,
            Paging paging) {}

    /**
     * A number that was stated of two people. Nothing here says who they are.
     *
     * @param version for the decision
     * @param kept the student kept apart
     * @param firstHolder the student who had the number before
     * @param cause CONTACT, STUDENT_LIST or COMPARISON_FORM
     * @param importId the file that stated it; null where a person did
     * @param begunAt since when it waits
     * @param state OPEN, SAME or DIFFERENT
     */
    record NumberClash(
            UUID clashId,
            long version,
            UUID kept,
            UUID firstHolder,
            String cause,
            @Nullable UUID importId,
            Instant begunAt,
            String state) {}

    private final DeskReader reader;

    ClashListController(DeskReader reader) {
        this.reader = reader;
    }

    @Operation(
            summary = "Numbers stated of two people",
            description =
                    "Whether the two are one child is for people to decide; nothing in the list says who they are.")
    @Does(Action.LIST_CLASHES)
    @GetMapping("/api/queries/clashes")
    DeskList<NumberClash> clashes(@Asked Question question) {
        return reader.read(
                question.basis(),
                view -> reader.page(question.paging(), view, "rm.number_clash t", Conditions.of(question), CLASH));
    }
}
