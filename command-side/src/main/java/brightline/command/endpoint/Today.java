package brightline.command.endpoint;

import brightline.command.register.ReferenceRegister;
import brightline.edge.clock.RecordingClock;
import brightline.events.code.CodeLists;
import jakarta.validation.ConstraintValidatorContext;
import java.time.LocalDate;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** The day it is in the agency's zone; for all that looks at one request, the day on which it came. */
public final class Today {
    private static final String DAY = Today.class.getName();

    private final RecordingClock clock;
    private final ReferenceRegister register;

    Today(RecordingClock clock, ReferenceRegister register) {
        this.clock = clock;
        this.register = register;
    }

    public LocalDate date() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request == null) {
            return read();
        }
        if (request.getAttribute(DAY, RequestAttributes.SCOPE_REQUEST) instanceof LocalDate known) {
            return known;
        }
        LocalDate day = read();
        request.setAttribute(DAY, day, RequestAttributes.SCOPE_REQUEST);
        return day;
    }

    /** Asks the database for the agency's zone: a document of many codes must not do so for each. */
    private LocalDate read() {
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
