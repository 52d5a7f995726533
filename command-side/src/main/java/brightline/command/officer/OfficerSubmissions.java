package brightline.command.officer;

import brightline.command.register.ReferenceAnswers;
import brightline.command.register.ReferenceRegister;
import brightline.command.submission.Accepted;
import brightline.command.submission.Commands;
import brightline.command.submission.Request;
import brightline.command.submission.Requests;
import brightline.edge.access.CurrentActor;
import brightline.edge.clock.RecordingClock;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What the addresses about officers have in common. */
@Component
class OfficerSubmissions {
    private final Commands commands;
    private final Requests requests;
    private final ReferenceRegister register;
    private final RecordingClock clock;

    OfficerSubmissions(Commands commands, Requests requests, ReferenceRegister register, RecordingClock clock) {
        this.commands = commands;
        this.requests = requests;
        this.register = register;
        this.clock = clock;
    }

    /** Submits a command about an officer who is there. */
    ResponseEntity<OfficerAnswer> send(OfficerCommand command, Object body, HttpServletRequest http) {
        return ReferenceAnswers.done(submit(command, request(http, body)));
    }

    Accepted<OfficerAnswer> submit(OfficerCommand command, Request request) {
        return commands.send(command, OfficerAnswer.class, request);
    }

    Request request(HttpServletRequest http, Object body) {
        return requests.of(http, CurrentActor.required().username());
    }

    /** In the agency's zone. */
    LocalDate today() {
        return clock.instant().atZone(register.agency().zone()).toLocalDate();
    }
}
