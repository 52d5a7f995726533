package brightline.events.clash;

/** By what it came to light that a number is stated of two people. */
public enum ClashCause {
    /** A contact was recorded of somebody else than the student of that number. */
    CONTACT,
    /** A list of students, or a person who keeps it, stated somebody else under that number. */
    STUDENT_LIST,
    /** Two numbers that were compared letter by letter once are one in the form in which numbers are compared now. */
    COMPARISON_FORM
}
