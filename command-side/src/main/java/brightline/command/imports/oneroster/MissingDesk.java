package brightline.command.imports.oneroster;

import brightline.command.register.ReferenceRegister;
import brightline.command.register.RegisterEdition;
import brightline.edge.clock.RecordingClock;
import java.time.LocalDate;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

/** Records what was decided about students who were missing from a complete roster. */
@Component
final class MissingDesk {
    /** Students in one transaction. */
    private static final int AT_ONCE = 1_000;

    private final OneRosterRecorder recorder;
    private final ReferenceRegister register;
    private final RecordingClock clock;

    MissingDesk(OneRosterRecorder recorder, ReferenceRegister register, RecordingClock clock) {
        this.recorder = recorder;
        this.register = register;
        this.clock = clock;
    }

    @CommandHandler
    EndMissing.Answer on(EndMissing command) throws Exception {
        RegisterEdition known = register.current();
        LocalDate today = clock.instant().atZone(known.agency().zone()).toLocalDate();
        long ended = recorder.end(
                command.importId(),
                recorder.missing(command.importId()).stream()
                        .filter(student ->
                                command.students() == null || command.students().contains(student))
                        .limit(AT_ONCE)
                        .toList(),
                command.lastDay(),
                today,
                known);
        return new EndMissing.Answer(
                command.importId(), ended, recorder.missing(command.importId()).size());
    }
}
