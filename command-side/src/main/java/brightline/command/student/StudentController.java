package brightline.command.student;

import brightline.command.register.FieldChecks;
import brightline.command.register.ReferenceAnswers;
import brightline.command.register.ReferenceRegister;
import brightline.command.student.StudentCommand.RegisterStudent;
import brightline.command.submission.Commands;
import brightline.command.submission.Requests;
import brightline.edge.access.CurrentActor;
import brightline.edge.clock.RecordingClock;
import brightline.edge.keys.PersonalPart.Identity;
import brightline.events.SchoolCode;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The district's list of students. */
@RestController
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

    /** @param enrolledFrom first day at the home school, in the agency's zone; null for today */
    record NewStudent(
            @Nullable String number,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable LocalDate birthDate,
            @Nullable String homeSchool,
            @Nullable LocalDate enrolledFrom) {
        @Override
        public String toString() {
            return "[redacted]";
        }
    }

    @PostMapping(path = "/api/commands/students", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<StudentAnswer> register(@RequestBody NewStudent body, HttpServletRequest http) {
        LocalDate today = clock.instant().atZone(register.agency().zone()).toLocalDate();
        FieldChecks checks = new FieldChecks();
        String number = checks.text("/number", body.number(), 40);
        String first = checks.text("/firstName", body.firstName(), 100);
        String last = checks.text("/lastName", body.lastName(), 100);
        LocalDate birth = body.birthDate();
        if (birth != null && (birth.isAfter(today) || birth.isBefore(today.minusYears(120)))) {
            checks.wrong("/birthDate", "wrong-value", "must be a day of the last 120 years");
        }
        SchoolCode home = checks.school("/homeSchool", body.homeSchool());
        checks.refuse();
        var accepted = commands.send(
                new RegisterStudent(
                        new Identity(number, first, last, birth),
                        home,
                        body.enrolledFrom() == null ? today : body.enrolledFrom()),
                StudentAnswer.class,
                requests.of(http, CurrentActor.required().username(), body));
        return ReferenceAnswers.created(
                accepted, "/api/commands/students/" + accepted.answer().student());
    }
}
