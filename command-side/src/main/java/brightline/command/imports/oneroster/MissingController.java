package brightline.command.imports.oneroster;

import brightline.command.endpoint.Day;
import brightline.command.endpoint.Sample;
import brightline.command.register.ReferenceRegister;
import brightline.command.register.RegisterEdition;
import brightline.command.register.SchoolEntry;
import brightline.command.student.ListedStudents;
import brightline.command.student.ListedStudents.Listed;
import brightline.edge.access.Action;
import brightline.edge.access.CurrentActor;
import brightline.edge.access.Does;
import brightline.edge.access.ReadAudit;
import brightline.edge.keys.StudentIndex;
import brightline.edge.problem.Problem;
import brightline.edge.problem.ProblemException;
import brightline.events.ImportId;
import brightline.events.SchoolCode;
import brightline.events.StudentId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Students who were in a roster's earlier files and are not in a complete one: who they are, and that they have left. */
@RestController
@RequestMapping("/api/commands/imports/{id}")
@Tag(name = "Imports")
class MissingController {
    private static final int SHOWN = 200;

    private final OneRosterLedger rosters;
    private final OneRosterRecorder recorder;
    private final StudentIndex index;
    private final ListedStudents list;
    private final ReferenceRegister register;
    private final ObjectProvider<ReadAudit> audit;

    /** @param audit comes with the way in, which a program that answers nobody does without */
    MissingController(
            OneRosterLedger rosters,
            OneRosterRecorder recorder,
            StudentIndex index,
            ListedStudents list,
            ReferenceRegister register,
            ObjectProvider<ReadAudit> audit) {
        this.rosters = rosters;
        this.recorder = recorder;
        this.index = index;
        this.list = list;
        this.register = register;
        this.audit = audit;
    }

    /**
     * Who is missing.
     *
     * @param count students who have not been in a later file, nor ended, since
     * @param students some of them, in the order of their ids
     * @param more whether others follow
     */
    record Missing(long count, List<MissingStudent> students, boolean more) {}

    /**
     * One of them, by what the one who sent the roster knows; nobody's name.
     *
     * @param number null where the entry has none, or cannot be read any more
     * @param school name of the home school; null where there is none
     * @param since first day there; null with it
     */
    record MissingStudent(
            StudentId student,
            @Nullable String number,
            @Nullable String school,
            @Nullable LocalDate since) {
        @Override
        public String toString() {
            return "[redacted]";
        }
    }

    /**
     * @param students who have left; absent for all who are missing
     * @param lastDay at their schools, in the agency's zone
     */
    record Document(
            @Size(min = 1, max = 1_000) @Nullable List<@NotNull UUID> students,
            @NotNull @Day(past = true) LocalDate lastDay) {}

    @Does(Action.LIST_MISSING)
    @GetMapping(path = "/missing", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Students of a roster's earlier files who are not in this complete one and still enrolled",
            description =
                    "Two hundred at a time, by number and school. That they were shown is kept in the access log.")
    ResponseEntity<Missing> missing(
            @PathVariable UUID id,
            @Parameter(description = "Those behind this student; absent for the first")
                    @RequestParam(required = false)
                    @Nullable
                    UUID after,
            CurrentActor actor) {
        List<StudentId> missing = recorder.missing(existing(id));
        List<StudentId> behind = behind(missing, after == null ? null : new StudentId(after));
        List<MissingStudent> students = told(behind.stream().limit(SHOWN).toList());
        audit.getObject().searched(actor, "missing-students", null, students.size());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Missing(missing.size(), students, behind.size() > SHOWN));
    }

    /**
     * Those behind the last that was shown, who may be missing no more.
     *
     * @param missing in the order of their ids, which the database has as that of their letters
     */
    static List<StudentId> behind(List<StudentId> missing, @Nullable StudentId last) {
        return last == null
                ? missing
                : missing.stream()
                        .filter(one -> one.toString().compareTo(last.toString()) > 0)
                        .toList();
    }

    private List<MissingStudent> told(List<StudentId> students) {
        Map<StudentId, StudentId> meant = index.meant(Set.copyOf(students));
        Map<StudentId, Listed> listed = list.of(Set.copyOf(meant.values()));
        RegisterEdition known = register.current();
        return students.stream()
                .map(student -> {
                    Listed entry = listed.get(meant.get(student));
                    SchoolCode school = entry == null ? null : entry.homeSchool();
                    return new MissingStudent(
                            student,
                            entry == null ? null : entry.identity().number(),
                            school == null
                                    ? null
                                    : known.school(school)
                                            .map(SchoolEntry::name)
                                            .orElse(school.value()),
                            entry == null ? null : entry.since());
                })
                .toList();
    }

    @Does(Action.END_MISSING)
    @PostMapping("/departures")
    @Operation(
            summary = "Say that students who are missing from a complete roster have left",
            description =
                    "Those named, or all. Who was in a later file since is not missing any more and stays. Ends at most a"
                            + " thousand students' enrollments at once; the answer says how many are left.")
    @Sample("""
            {"students": ["7f0c8a52-3f0b-4a53-9d6a-0d2f6f0a9a11"], "lastDay": "2026-01-30"}""")
    EndMissing end(@PathVariable UUID id, @RequestBody Document sent) {
        List<UUID> students = sent.students();
        return new EndMissing(
                existing(id),
                students == null ? null : students.stream().map(StudentId::new).collect(Collectors.toSet()),
                sent.lastDay());
    }

    private ImportId existing(UUID id) {
        ImportId known = new ImportId(id);
        if (!rosters.isImport(known)) {
            throw new ProblemException(Problem.notFound());
        }
        return known;
    }
}
