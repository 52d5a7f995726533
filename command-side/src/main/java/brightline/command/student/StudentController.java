package brightline.command.student;

import brightline.command.endpoint.CodeOf;
import brightline.command.endpoint.Day;
import brightline.command.endpoint.IfMatch;
import brightline.command.endpoint.Line;
import brightline.command.endpoint.Refusal;
import brightline.command.endpoint.Sample;
import brightline.command.endpoint.Today;
import brightline.command.endpoint.Words;
import brightline.command.fields.NumberFault;
import brightline.command.student.StudentEdit.CorrectStudent;
import brightline.command.student.StudentEdit.RegisterStudent;
import brightline.edge.access.Action;
import brightline.edge.access.Does;
import brightline.edge.keys.PersonalPart.Identity;
import brightline.events.Code;
import brightline.events.PersonName;
import brightline.events.SchoolCode;
import brightline.events.Stated;
import brightline.events.StudentId;
import brightline.events.WordsForNothing;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The district's list of students, one entry at a time. Whole lists come as imports. Days are days of the agency's zone. */
@RestController
@RequestMapping("/api/commands/students")
@Tag(name = "Students")
class StudentController {
    private final Today today;

    StudentController(Today today) {
        this.today = today;
    }

    /** Grade and group; what is absent is not stated. */
    record StatisticsDocument(
            @CodeOf("grade-band") @Nullable String gradeBand,
            @CodeOf("race") @Nullable String race,
            @CodeOf("sex") @Nullable String sex,
            @CodeOf("disability") @Nullable String disability,
            @Nullable Stated englishLearner) {
        @Override
        public String toString() {
            return "[redacted]";
        }
    }

    /** @param enrolledFrom first day at the home school; null for today */
    record NewStudent(
            @NotNull @Line(40) String number,
            @NotNull @Line(100) String firstName,
            @NotNull @Line(100) String lastName,
            @Day(yearsBack = 120) @Nullable LocalDate birthDate,
            @Line(40) @Nullable String homeSchool,
            @Day(yearsBack = 30, yearsAhead = 1) @Nullable LocalDate enrolledFrom,
            @Valid @Nullable StatisticsDocument statistics) {
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
            @Line(100) @Nullable String firstName,
            @Line(100) @Nullable String lastName,
            @Day(yearsBack = 120) @Nullable LocalDate birthDate,
            @Line(40) @Nullable String homeSchool,
            @Day(yearsBack = 30, yearsAhead = 1) @Nullable LocalDate enrolledFrom,
            @Day(yearsBack = 30, yearsAhead = 1) @Nullable LocalDate enrolledUntil,
            @Valid @Nullable StatisticsDocument statistics) {
        @Override
        public String toString() {
            return "[redacted]";
        }
    }

    @Does(Action.REGISTER_STUDENT)
    @Operation(summary = "Enter a student")
    @Sample("""
            {"number": "S-121", "firstName": "Ada", "lastName": "Quill", "birthDate": "2010-05-01",
             "homeSchool": "MAR", "statistics": {"gradeBand": "9-12"}}""")
    @PostMapping
    RegisterStudent register(@RequestBody NewStudent sent) {
        Refusal.ofNumber("/number", NumberFault.of(sent.number()));
        String first = PersonName.of(sent.firstName());
        String last = PersonName.of(sent.lastName());
        if (WordsForNothing.isNoName(first, last)) {
            throw Refusal.of("/lastName", "no-name", "stands for no name");
        }
        return new RegisterStudent(
                new Identity(sent.number().strip(), first, last, sent.birthDate()),
                statistics(sent.statistics()),
                placement(sent.homeSchool(), sent.enrolledFrom()));
    }

    @Does(Action.CORRECT_STUDENT)
    @Operation(summary = "Change what a student's entry says")
    @Sample("""
            {"lastName": "Quill-Marsh", "homeSchool": "QUI", "enrolledFrom": "2026-01-12"}""")
    @PostMapping("/{id}/corrections")
    CorrectStudent correct(@PathVariable UUID id, @IfMatch long versionSeen, @RequestBody StudentCorrection sent) {
        if (sent.homeSchool() != null && sent.enrolledUntil() != null) {
            throw Refusal.of("/enrolledUntil", "wrong-value", "must not stand beside another home school");
        }
        return new CorrectStudent(
                new StudentId(id),
                versionSeen,
                PersonName.of(sent.firstName()),
                PersonName.of(sent.lastName()),
                sent.birthDate(),
                statistics(sent.statistics()),
                placement(sent.homeSchool(), sent.enrolledFrom()),
                sent.enrolledUntil());
    }

    private @Nullable Placement placement(@Nullable String school, @Nullable LocalDate from) {
        return school == null
                ? null
                : new Placement(new SchoolCode(school.strip()), from == null ? today.date() : from);
    }

    private static StatedStatistics statistics(@Nullable StatisticsDocument sent) {
        return sent == null
                ? StatedStatistics.NOTHING
                : new StatedStatistics(
                        code("grade-band", sent.gradeBand()),
                        code("race", sent.race()),
                        code("sex", sent.sex()),
                        code("disability", sent.disability()),
                        Stated.orMissing(sent.englishLearner()));
    }

    private static @Nullable Code code(String list, @Nullable String text) {
        return text == null ? null : Words.code(list, text);
    }
}
