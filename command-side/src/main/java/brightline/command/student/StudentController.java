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
import brightline.command.student.StudentEdit.*;
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

    /**
     * @param firstName, lastName one of them may be null: not everybody has two names
     * @param enrolledFrom first day at the home school; null for today
     * @param anotherPerson true for another child than the one entered under the number: kept apart, to be looked at
     */
    record NewStudent(
            @NotNull @Line(40) String number,
            @Line(100) @Nullable String firstName,
            @Line(100) @Nullable String lastName,
            @Day(yearsBack = 120) @Nullable LocalDate birthDate,
            @Line(40) @Nullable String homeSchool,
            @Day(yearsBack = 30, yearsAhead = 1) @Nullable LocalDate enrolledFrom,
            @Valid @Nullable StatisticsDocument statistics,
            @Nullable Boolean anotherPerson) {
        @Override
        public String toString() {
            return "[redacted]";
        }
    }

    /** @param from since when the district gives this number */
    record NewNumber(
            @NotNull @Line(40) String number,
            @NotNull @Day(past = true) LocalDate from,
            @NotNull @CodeOf("change-reason") String reason,
            @NotNull @CodeOf("correction-basis") String basis) {
        @Override
        public String toString() {
            return "[redacted]";
        }
    }

    /** @param lastDay on which the number was the student's */
    record NumberEnd(
            @NotNull @Line(40) String number,
            @NotNull @Day(past = true) LocalDate lastDay,
            @NotNull @CodeOf("change-reason") String reason,
            @NotNull @CodeOf("correction-basis") String basis) {
        @Override
        public String toString() {
            return "[redacted]";
        }
    }

    /** @param number any that leads to the other entry */
    record OtherNumber(
            @NotNull @Line(40) String number,
            @NotNull @CodeOf("correction-reason") String reason,
            @NotNull @CodeOf("correction-basis") String basis) {
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
        if (first == null && last == null) {
            throw Refusal.of("/lastName", "missing", "must be given, or the first name");
        }
        if (WordsForNothing.isNoName(first, last)) {
            throw Refusal.of("/lastName", "no-name", "stands for no name");
        }
        return new RegisterStudent(
                new Identity(sent.number().strip(), first, last, sent.birthDate()),
                Boolean.TRUE.equals(sent.anotherPerson()),
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

    @Does(Action.RENUMBER_STUDENT)
    @Operation(
            summary = "Give a student another number",
            description = "The student keeps one entry: the new number finds it, and those before still lead to it.")
    @Sample("""
            {"number": "S-902", "from": "2026-01-12", "reason": "CHANGED", "basis": "SCHOOL_REPORT"}""")
    @PostMapping("/{id}/numbers")
    RenumberStudent renumber(@PathVariable UUID id, @IfMatch long versionSeen, @RequestBody NewNumber sent) {
        Refusal.ofNumber("/number", NumberFault.of(sent.number()));
        return new RenumberStudent(
                new StudentId(id),
                versionSeen,
                sent.number().strip(),
                sent.from(),
                Words.code("change-reason", sent.reason()),
                Words.code("correction-basis", sent.basis()));
    }

    @Does(Action.GIVE_UP_NUMBER)
    @Operation(
            summary = "Say that a number is no longer a student's",
            description =
                    "The number leads to nobody then, and may be another student's. What was recorded under it stays this"
                            + " student's. Giving the student the number again undoes it, while nobody else has it.")
    @Sample("""
            {"number": "S-902", "lastDay": "2026-01-30", "reason": "CHANGED", "basis": "SCHOOL_REPORT"}""")
    @PostMapping("/{id}/numbers/end")
    GiveUpNumber giveUp(@PathVariable UUID id, @IfMatch long versionSeen, @RequestBody NumberEnd sent) {
        return new GiveUpNumber(
                new StudentId(id),
                versionSeen,
                sent.number().strip(),
                sent.lastDay(),
                Words.code("change-reason", sent.reason()),
                Words.code("correction-basis", sent.basis()));
    }

    @Does(Action.JOIN_STUDENTS)
    @Operation(
            summary = "Join another entry of the same child with this one",
            description =
                    "Every number of the other leads to this entry, and the contacts of both count as one student's from now on;"
                            + " figures as known before stay as they were. Parting undoes it.")
    @Sample("""
            {"number": "S-903", "reason": "DOUBLE_ENTRY", "basis": "SCHOOL_REPORT"}""")
    @PostMapping("/{id}/joins")
    JoinStudents join(@PathVariable UUID id, @IfMatch long versionSeen, @RequestBody OtherNumber sent) {
        return new JoinStudents(
                new StudentId(id), versionSeen, sent.number().strip(), Words.correction(sent.reason(), sent.basis()));
    }

    @Does(Action.PART_STUDENTS)
    @Operation(
            summary = "Part an entry that was joined with this one by mistake",
            description =
                    "The other entry stands by itself again, with the contacts that were its own before the joining. Contacts"
                            + " recorded since then stay with this entry: correct their student where they are the other child's.")
    @Sample("""
            {"number": "S-903", "reason": "WRONG_STUDENT", "basis": "PARENT_REPORT"}""")
    @PostMapping("/{id}/partings")
    PartStudents part(@PathVariable UUID id, @IfMatch long versionSeen, @RequestBody OtherNumber sent) {
        return new PartStudents(
                new StudentId(id), versionSeen, sent.number().strip(), Words.correction(sent.reason(), sent.basis()));
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
