package brightline.command.imports.file;

/** Why a line that can be read is of no concern. */
public enum OutOfScope {
    /** Somebody else. */
    NO_STUDENT("The person is not a student"),
    /** A student elsewhere. */
    NOT_AT_SCHOOL("A student, but not on the grounds of a K-12 school"),
    /** A stop of somebody else's officers. */
    OTHER_AGENCY("A row of another agency than those whose identifiers are in the settings"),
    /** A district, a department. */
    NO_SCHOOL("An organization that is not a school"),
    /** Lines about one person are taken together or not. */
    LINE_REJECTED("Another line about the same person was rejected"),
    /** Nothing is begun with an end. */
    LEFT_BEFORE("A student who had left before ever being taken in"),
    /** Nothing is there to take back. */
    NOTHING_TO_DELETE("A deletion of what was never taken in");

    private final String words;

    OutOfScope(String words) {
        this.words = words;
    }

    /** For people. */
    public String words() {
        return words;
    }
}
