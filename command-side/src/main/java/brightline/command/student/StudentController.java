package brightline.command.student;

import brightline.command.register.FieldChecks;
import brightline.command.register.ReferenceRegister;
import brightline.command.student.StudentEdit.CorrectStudent;
import brightline.command.student.StudentEdit.RegisterStudent;
import brightline.command.submission.Accepted;
import brightline.command.submission.Commands;
import brightline.command.submission.KeyHeader;
import brightline.command.submission.Requests;
import brightline.command.submission.VersionHeader;
import brightline.edge.access.Action;
import brightline.edge.access.CurrentActor;
import brightline.edge.access.Does;
import brightline.edge.clock.RecordingClock;
import brightline.edge.description.CodeList;
import brightline.edge.keys.PersonalPart.Identity;
import brightline.events.Code;
import brightline.events.SchoolCode;
import brightline.events.Stated;
import brightline.events.StudentId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The district's list of students, one entry at a time. Whole lists come as imports. Days are days of the agency's zone. */
@RestController
@RequestMapping(path = "/api/commands/students", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Students")
class StudentController {

    private final Commands commands;
    private final Requests requests;
    private final ReferenceRegister register;
    private final RecordingClock clock;

    StudentController(Commands commands, Requests requests, ReferenceRegister register, RecordingClock clock) {
        this.commands = commands;
        this.requests = requests;
        this.register = register;
        this.clock = clock;
    }

    /**
     * Grade and group; what is absent is not stated.
     *
     * @param gradeBand code list {@code grade-band}
     * @param race code list {@code race}
     * @param sex code list {@code sex}
     * @param disability code list {@code disability}
     * @param englishLearner YES or NO
     */
    record StatisticsDocument(
            @CodeList("grade-band") @Nullable String gradeBand,
            @CodeList("race") @Nullable String race,
            @CodeList("sex") @Nullable String sex,
            @CodeList("disability") @Nullable String disability,
            @Nullable Stated englishLearner) {
        @Override
        public String toString() {
            return "[redacted]";
        }
    }

    /** @param enrolledFrom first day at the home school; null for today */
    record NewStudent(
            @NotBlank @Size(max = 40) @Nullable String number,
            @NotBlank @Size(max = 100) @Nullable String firstName,
            @NotBlank @Size(max = 100) @Nullable String lastName,
            @Nullable LocalDate birthDate,
            @Size(max = 40) @Nullable String homeSchool,
            @Nullable LocalDate enrolledFrom,
            @Nullable StatisticsDocument statistics) {
        @Override
        public String toString() {
            return "[redacted]";
        }
    }

    /**
     * What is otherwise than the entry says; what is absent stays.
     *
     * @param enrolledFrom first day at another home school; null for today
     * @param enrolledUntil last day at the present home school, where the student goes to no other of the district
     */
    record StudentCorrection(
            @Size(max = 100) @Nullable String firstName,
            @Size(max = 100) @Nullable String lastName,
            @Nullable LocalDate birthDate,
            @Size(max = 40) @Nullable String homeSchool,
            @Nullable LocalDate enrolledFrom,
            @Nullable LocalDate enrolledUntil,
            @Nullable StatisticsDocument statistics) {
        @Override
        public String toString() {
            return "[redacted]";
        }
    }

    @Does(Action.REGISTER_STUDENT)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Enter a student",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject("""
                                    {"number": "S-121", "firstName": "Ada", "lastName": "Quill", "birthDate": "2010-05-01",
                                     "homeSchool": "MAR", "statistics": {"gradeBand": "9-12"}}
                                    """))))
    @KeyHeader
    ResponseEntity<StudentAnswer> register(@RequestBody NewStudent body, HttpServletRequest http) {
        LocalDate today = today();
        FieldChecks checks = new FieldChecks();
        String number = checks.text("/number", body.number(), 40);
        String first = checks.text("/firstName", body.firstName(), 100);
        String last = checks.text("/lastName", body.lastName(), 100);
        birthDate(checks, body.birthDate(), today);
        SchoolCode home = checks.school("/homeSchool", body.homeSchool());
        day(checks, "/enrolledFrom", body.enrolledFrom(), today);
        StatedStatistics statistics = statistics(checks, body.statistics(), today);
        checks.refuse();
        Accepted<StudentAnswer> accepted = commands.send(
                new RegisterStudent(
                        new Identity(number, first, last, body.birthDate()),
                        statistics,
                        placement(home, body.enrolledFrom(), today)),
                StudentAnswer.class,
                requests.of(http, CurrentActor.required().username()));
        return ResponseEntity.created(
                        URI.create("/api/commands/students/" + accepted.answer().student()))
                .eTag(Requests.etag(accepted.answer().version()))
                .headers(accepted.headers())
                .body(accepted.answer());
    }

    @Does(Action.CORRECT_STUDENT)
    @PostMapping("/{id}/corrections")
    @Operation(
            summary = "Change what a student's entry says",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject("""
                                    {"lastName": "Quill-Marsh", "homeSchool": "QUI", "enrolledFrom": "2026-01-12"}
                                    """))))
    @KeyHeader
    @VersionHeader
    ResponseEntity<StudentAnswer> correct(
            @PathVariable UUID id, @RequestBody StudentCorrection body, HttpServletRequest http) {
        long versionSeen = Requests.versionSeen(http);
        LocalDate today = today();
        FieldChecks checks = new FieldChecks();
        String first = body.firstName() == null ? null : checks.text("/firstName", body.firstName(), 100);
        String last = body.lastName() == null ? null : checks.text("/lastName", body.lastName(), 100);
        birthDate(checks, body.birthDate(), today);
        SchoolCode home = checks.school("/homeSchool", body.homeSchool());
        day(checks, "/enrolledFrom", body.enrolledFrom(), today);
        day(checks, "/enrolledUntil", body.enrolledUntil(), today);
        if (home != null && body.enrolledUntil() != null) {
            checks.wrong("/enrolledUntil", "wrong-value", "must not stand beside another home school");
        }
        StatedStatistics statistics = statistics(checks, body.statistics(), today);
        checks.refuse();
        Accepted<StudentAnswer> accepted = commands.send(
                new CorrectStudent(
                        new StudentId(id),
                        versionSeen,
                        first,
                        last,
                        body.birthDate(),
                        statistics,
                        placement(home, body.enrolledFrom(), today),
                        body.enrolledUntil()),
                StudentAnswer.class,
                requests.of(http, CurrentActor.required().username()));
        return ResponseEntity.ok()
                .eTag(Requests.etag(accepted.answer().version()))
                .headers(accepted.headers())
                .body(accepted.answer());
    }

    private static void birthDate(FieldChecks checks, @Nullable LocalDate birth, LocalDate today) {
        if (birth != null && (birth.isAfter(today) || birth.isBefore(today.minusYears(120)))) {
            checks.wrong("/birthDate", "wrong-value", "must be a day of the last 120 years");
        }
    }

    private static void day(FieldChecks checks, String pointer, @Nullable LocalDate day, LocalDate today) {
        if (day != null && (day.isAfter(today.plusYears(1)) || day.isBefore(today.minusYears(30)))) {
            checks.wrong(pointer, "wrong-value", "must be a day of the last 30 years or the next");
        }
    }

    private static @Nullable Placement placement(
            @Nullable SchoolCode school, @Nullable LocalDate from, LocalDate today) {
        return school == null ? null : new Placement(school, from == null ? today : from);
    }

    private static StatedStatistics statistics(
            FieldChecks checks, @Nullable StatisticsDocument document, LocalDate today) {
        return document == null
                ? StatedStatistics.NOTHING
                : new StatedStatistics(
                        code(checks, "gradeBand", document.gradeBand(), "grade-band", today),
                        code(checks, "race", document.race(), "race", today),
                        code(checks, "sex", document.sex(), "sex", today),
                        code(checks, "disability", document.disability(), "disability", today),
                        Stated.orMissing(document.englishLearner()));
    }

    private static @Nullable Code code(
            FieldChecks checks, String field, @Nullable String value, String list, LocalDate today) {
        return value == null ? null : checks.code("/statistics/" + field, value, list, today);
    }

    private LocalDate today() {
        return clock.instant().atZone(register.agency().zone()).toLocalDate();
    }
}
