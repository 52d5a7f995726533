package brightline.command.endpoint;

import brightline.command.register.ReferenceRegister;
import brightline.edge.clock.RecordingClock;
import brightline.events.code.CodeLists;
import jakarta.validation.ConstraintValidatorContext;
import java.time.LocalDate;

/** The day it is in the agency's zone. */
public final class Today {
    private final RecordingClock clock;
    private final ReferenceRegister register;

    Today(RecordingClock clock, ReferenceRegister register) {
        this.clock = clock;
        this.register = register;
    }

    public LocalDate date() {
        return clock.instant().atZone(register.agency().zone()).toLocalDate();
    }

    /** Whether a text names a code of the list that holds today; if it is blank, the constraint says what is said of null. */
    public boolean isCode(String list, String text, ConstraintValidatorContext context) {
        return Words.isGiven(text, context) && holds(list, text);
    }

    /** Whether a text names a code of the list that holds today. */
    public boolean holds(String list, String text) {
        return CodeLists.standard().find(Words.code(list, text), date()).isPresent();
    }
}
