package brightline.command.endpoint;

import brightline.command.register.ReferenceRegister;
import brightline.edge.clock.RecordingClock;
import java.time.LocalDate;

/** The day it is in the agency's zone. */
final class Today {
    private final RecordingClock clock;
    private final ReferenceRegister register;

    Today(RecordingClock clock, ReferenceRegister register) {
        this.clock = clock;
        this.register = register;
    }

    LocalDate date() {
        return clock.instant().atZone(register.agency().zone()).toLocalDate();
    }
}
