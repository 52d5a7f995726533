package brightline.command.imports.oneroster;

import brightline.command.endpoint.Day;
import brightline.command.endpoint.Sample;
import brightline.edge.access.Action;
import brightline.edge.access.Does;
import brightline.edge.problem.Problem;
import brightline.edge.problem.ProblemException;
import brightline.events.ImportId;
import brightline.events.StudentId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Students who were in a roster's earlier files and are not in a complete one: who they are, and that they have left. */
@RestController
@RequestMapping("/api/commands/imports/{id}")
@Tag(name = "Imports")
class MissingController {
    private static final int SHOWN = 1_000;

    private final OneRosterLedger rosters;

    MissingController(OneRosterLedger rosters) {
        this.rosters = rosters;
    }

    /**
     * Who is missing.
     *
     * @param count students who have not been in a later file, nor ended, since
     * @param students the first thousand of them
     */
    record Missing(long count, List<StudentId> students) {}

    /** @param lastDay at their schools, in the agency's zone */
    record Document(@NotNull @Day(past = true) LocalDate lastDay) {}

    @Does(Action.READ_IMPORT)
    @GetMapping(path = "/missing", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Students of a roster's earlier files who are not in this complete one and still enrolled")
    Missing missing(@PathVariable UUID id) {
        List<StudentId> missing = rosters.missing(existing(id));
        return new Missing(missing.size(), missing.stream().limit(SHOWN).toList());
    }

    @Does(Action.END_MISSING)
    @PostMapping("/departures")
    @Operation(
            summary = "Say that the students who are missing from a complete roster have left",
            description = "Ends at most a thousand students' enrollments at once; the answer says how many are left.")
    @Sample("""
            {"lastDay": "2026-01-30"}""")
    EndMissing end(@PathVariable UUID id, @RequestBody Document sent) {
        return new EndMissing(existing(id), sent.lastDay());
    }

    private ImportId existing(UUID id) {
        ImportId known = new ImportId(id);
        if (!rosters.isImport(known)) {
            throw new ProblemException(Problem.notFound());
        }
        return known;
    }
}
