package brightline.events.incident;

import brightline.events.Code;

/**
 * A number under which another system knows the incident.
 *
 * @param kind code list {@code reference-kind}: police report (RD), dispatch (CAD), body camera
 * @param value the number as that system writes it
 */
public record OutsideReference(Code kind, String value) {
    /** Characters that such a number has at most, however it comes in; a recorded one may have more. */
    public static final int LONGEST = 60;
}
