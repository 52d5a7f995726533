package brightline.command.officer;

import brightline.command.officer.OfficerCommand.ChangeCapacity;
import brightline.command.officer.OfficerCommand.EndAssignment;
import brightline.command.officer.OfficerCommand.RegisterOfficer;
import brightline.command.officer.OfficerCommand.StartAssignment;
import brightline.command.register.FieldChecks;
import brightline.command.register.ReferenceAnswers;
import brightline.command.register.ReferenceRegister;
import brightline.command.submission.Commands;
import brightline.command.submission.Request;
import brightline.command.submission.Requests;
import brightline.edge.access.CurrentActor;
import brightline.edge.clock.RecordingClock;
import brightline.events.Code;
import brightline.events.OfficerId;
import brightline.events.SchoolCode;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The roster. Days are days of the agency's zone, both ends included. */
@RestController
@RequestMapping(path = "/api/commands/officers", produces = MediaType.APPLICATION_JSON_VALUE)
class OfficerController {
    private final Commands commands;
    private final Requests requests;
    private final ReferenceRegister register;
    private final RecordingClock clock;

    OfficerController(Commands commands, Requests requests, ReferenceRegister register, RecordingClock clock) {
        this.commands = commands;
        this.requests = requests;
        this.register = register;
        this.clock = clock;
    }

    /** @param capacity code list {@code capacity} */
    record NewOfficer(
            @Nullable String starNumber,
            @Nullable String name,
            @Nullable String capacity) {}

    record NewCapacity(@Nullable String capacity) {}

    record AssignmentStart(
            @Nullable String school, @Nullable LocalDate from) {}

    record AssignmentEnd(@Nullable String school, @Nullable LocalDate lastDay) {}

    @PostMapping
    ResponseEntity<OfficerAnswer> register(@RequestBody NewOfficer body, HttpServletRequest http) {
        FieldChecks checks = new FieldChecks();
        String star = checks.text("/starNumber", body.starNumber(), 20);
        String name = checks.text("/name", body.name(), 200);
        Code capacity = checks.code("/capacity", body.capacity(), "capacity", today());
        checks.refuse();
        Request request = request(http, body);
        OfficerId id = new OfficerId(ReferenceAnswers.newId(request));
        return ReferenceAnswers.created(
                commands.send(new RegisterOfficer(id, star, name, capacity), OfficerAnswer.class, request),
                "/api/commands/officers/" + id);
    }

    @PostMapping("/{id}/capacity")
    ResponseEntity<OfficerAnswer> changeCapacity(
            @PathVariable UUID id, @RequestBody NewCapacity body, HttpServletRequest http) {
        FieldChecks checks = new FieldChecks();
        Code capacity = checks.code("/capacity", body.capacity(), "capacity", today());
        checks.refuse();
        return send(new ChangeCapacity(new OfficerId(id), capacity), body, http);
    }

    @PostMapping("/{id}/assignments")
    ResponseEntity<OfficerAnswer> startAssignment(
            @PathVariable UUID id, @RequestBody AssignmentStart body, HttpServletRequest http) {
        SchoolCode school = school(body.school(), "/from", body.from());
        return send(new StartAssignment(new OfficerId(id), school, Objects.requireNonNull(body.from())), body, http);
    }

    @PostMapping("/{id}/assignments/end")
    ResponseEntity<OfficerAnswer> endAssignment(
            @PathVariable UUID id, @RequestBody AssignmentEnd body, HttpServletRequest http) {
        SchoolCode school = school(body.school(), "/lastDay", body.lastDay());
        return send(new EndAssignment(new OfficerId(id), school, Objects.requireNonNull(body.lastDay())), body, http);
    }

    private static SchoolCode school(@Nullable String school, String dayPointer, @Nullable LocalDate day) {
        FieldChecks checks = new FieldChecks();
        checks.given("/school", school);
        checks.given(dayPointer, day);
        SchoolCode code = checks.school("/school", school);
        checks.refuse();
        return Objects.requireNonNull(code);
    }

    private ResponseEntity<OfficerAnswer> send(OfficerCommand command, Object body, HttpServletRequest http) {
        return ReferenceAnswers.done(commands.send(command, OfficerAnswer.class, request(http, body)));
    }

    private Request request(HttpServletRequest http, Object body) {
        return requests.of(http, CurrentActor.required().username(), body);
    }

    private LocalDate today() {
        return clock.instant().atZone(register.agency().zone()).toLocalDate();
    }
}
