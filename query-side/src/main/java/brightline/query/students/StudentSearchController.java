package brightline.query.students;

import brightline.edge.access.Action;
import brightline.edge.access.CurrentActor;
import brightline.edge.access.Does;
import brightline.edge.access.ReadAudit;
import brightline.edge.problem.FieldProblem;
import brightline.edge.problem.Problem;
import brightline.edge.problem.ProblemException;
import brightline.query.figures.FigureEngine;
import brightline.query.figures.ReferenceEntries;
import brightline.query.projection.Horizons;
import brightline.query.roster.OwnSchools;
import brightline.query.students.StudentSearch.Answer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Students, looked up. A question with a child's name or number is sent as a body: addresses are kept in too many places. */
@RestController
@Tag(name = "Students")
final class StudentSearchController {
    private static final int LONGEST = 100;

    private final StudentSearch search;
    private final OwnSchools schools;
    private final ObjectProvider<ReadAudit> audit;
    private final Horizons horizons;
    private final ReferenceEntries entries;

    /** @param audit comes with the way in, which a program that answers nobody does without */
    StudentSearchController(
            StudentSearch search,
            OwnSchools schools,
            ObjectProvider<ReadAudit> audit,
            Horizons horizons,
            ReferenceEntries entries) {
        this.search = search;
        this.schools = schools;
        this.audit = audit;
        this.horizons = horizons;
        this.entries = entries;
    }

    /**
     * By number, or by name.
     *
     * @param name beginnings of names, in any order; a single letter is a whole name
     * @param school code of the one school to look in; absent for all schools of the account
     */
    record Question(
            @Nullable String number,
            @Nullable String name,
            @Nullable String school) {
        @Override
        public String toString() {
            return "[redacted]";
        }
    }

    @Does(Action.FIND_STUDENT)
    @PostMapping(path = "/api/queries/students/search", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Find a student by number or name, among the students the account may know",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject("""
                                    {"name": "quil ad", "school": "MAR"}
                                    """))))
    ResponseEntity<Answer> find(
            @RequestBody Question question,
            @Parameter(
                            description = "The answer rests on the event of this index, or says that it cannot yet",
                            example = "1")
                    @RequestParam(defaultValue = "0")
                    long atLeastIndex,
            CurrentActor actor) {
        SearchRight right = SearchRight.of(actor.role(), schools.of(actor));
        String number = text("/number", question.number());
        String name = text("/name", question.name());
        String school = text("/school", question.school());
        if (number == null && name == null) {
            throw wrong("/number", "missing", "must be given, or a name");
        }
        if (number != null && name != null) {
            throw wrong("/name", "wrong-value", "must not stand beside a number");
        }
        if (!horizons.holds(StudentProjection.NAME, atLeastIndex)) {
            throw new ProblemException(FigureEngine.notYet());
        }
        SearchRight limited =
                school == null ? right : right.within(entries.firstCodes().apply(school));
        Answer answer = number == null ? byName(name, limited) : search.byNumber(number, limited);
        audit.getObject()
                .searched(
                        actor,
                        number == null ? "student-search.name" : "student-search.number",
                        limited.schools(),
                        answer.students().size());
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(answer);
    }

    private Answer byName(@Nullable String name, SearchRight right) {
        if (!right.byName()) {
            throw wrong("/name", "not-for-this-role", "is no way to find a student for this account: give the number");
        }
        if (right.schools() == null) {
            throw wrong("/school", "missing", "must be given with a name");
        }
        NameQuery query = new NameQuery(name == null ? "" : name);
        if (!query.isAny()) {
            throw wrong("/name", "wrong-value", "must hold a letter");
        }
        return search.byName(query, right);
    }

    private static @Nullable String text(String pointer, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        String text = value.strip();
        if (text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
            throw wrong(pointer, "wrong-value", "must be one line of at most " + LONGEST + " characters");
        }
        return text;
    }

    private static ProblemException wrong(String pointer, String code, String reason) {
        return new ProblemException(Problem.invalid(List.of(new FieldProblem(pointer, code, reason))));
    }
}
